import { useEffect } from 'react';

/** Names the tab after what is shown in it. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Tributary`;
  }, [title]);
}
