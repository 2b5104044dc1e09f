import { useEffect, useState } from 'react';

/** A place that this gateway alone has: in the sandbox the pages of its simulators. */
export interface Place {
  readonly name: string;
  readonly url: string;
  readonly what: string;
}

/** The places there are; none while they are not known, and where there are none. */
export function usePlaces(): readonly Place[] {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    fetch('/places', { signal: leaving.signal })
      .then((answer) => (answer.ok ? answer.json() : []))
      .then((found: readonly Place[]) => setPlaces(found))
      // Without them the page is whole; that the gateway does not answer is said by what needs it.
      .catch(() => setPlaces([]));
    return () => leaving.abort();
  }, []);
  return places;
}
