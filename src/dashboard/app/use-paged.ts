import { useCallback, useEffect, useRef, useState } from 'react';
import { asPaged, type GraphPage, type Identified, type Paged, withFirstPage, withNextPage } from './paged.ts';
import type { Explained } from './problem.ts';

/** What reading a page came to: the page, or why there is none. */
export type PageRead<T> =
  | { readonly page: GraphPage<T>; readonly problem: null }
  | { readonly page: null; readonly problem: Explained };

/** A list that is read page by page. */
export interface PagedList<T> {
  /** Null before its first page is there; while another list is read, the one before. */
  readonly list: Paged<T> | null;
  readonly problem: Explained | null;
  readonly isReading: boolean;
  /** Reads on, unless that is under way already or nothing is left. */
  more(): void;
  /** Reads the first page anew. */
  again(): void;
}

interface State<T> {
  readonly list: Paged<T> | null;
  readonly problem: Explained | null;
}

/** Reads the list that `key` stands for; of answers to different keys the one to the latest counts, in whatever order they come. */
export function usePaged<T extends Identified>(
  key: string,
  read: (after: string | null) => Promise<PageRead<T>>,
): PagedList<T> {
  const [state, setState] = useState<State<T>>({ list: null, problem: null });
  const [reading, setReading] = useState(0);
  const latest = useRef(read);
  latest.current = read;
  /** Counts the keys; what was asked in an earlier turn is not heard any more. */
  const turn = useRef(0);
  const isGoingOn = useRef(false);

  const ask = useCallback(
    async (after: string | null, put: (known: Paged<T> | null, page: GraphPage<T>) => Paged<T>) => {
      const asked = turn.current;
      setReading((count) => count + 1);
      const { page, problem } = await latest.current(after);
      setReading((count) => count - 1);
      if (asked !== turn.current) return;
      setState(({ list }) => ({ list: page ? put(list, page) : list, problem }));
    },
    [],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another list
  useEffect(() => {
    isGoingOn.current = false;
    void ask(null, (_, page) => asPaged(page));
    return () => {
      turn.current += 1;
    };
  }, [key, ask]);

  const again = () => void ask(null, (known, page) => (known ? withFirstPage(known, page) : asPaged(page)));
  const more = () => {
    if (!state.list?.hasMore || isGoingOn.current) return;
    const asked = turn.current;
    isGoingOn.current = true;
    void ask(state.list.end, (known, page) => (known ? withNextPage(known, page) : asPaged(page))).finally(() => {
      if (asked === turn.current) isGoingOn.current = false;
    });
  };
  return { ...state, isReading: reading > 0, more, again };
}
