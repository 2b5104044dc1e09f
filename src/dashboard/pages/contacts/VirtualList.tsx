import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Identified } from '../../app/paged.ts';

/** About what a row is high; each is measured when it is shown. */
const ROW_PX = 73;
/** Rows kept ready on both sides of what is seen; also how early the next page is asked for. */
const AHEAD = 15;

interface VirtualListProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  /** How many there are in all, also of those not read yet. */
  readonly total: number;
  readonly isBusy: boolean;
  /** The end of the rows comes near. */
  readonly onNearEnd: () => void;
  readonly children: (row: T) => ReactNode;
}

/** A list of any length, of which only what can be seen is on the page; the arrow keys go from row to row. */
export function VirtualList<T extends Identified>(props: VirtualListProps<T>) {
  const { label, rows, total, isBusy, onNearEnd, children } = props;
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0));
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.id ?? index,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const isNearEnd = last >= rows.length - AHEAD;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each number of rows, however often it is drawn
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, rows.length]);

  return (
    <ul
      ref={list}
      // biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list
      role="list"
      aria-label={label}
      aria-busy={isBusy}
      className="virtual-list"
      style={{ blockSize: virtualizer.getTotalSize() }}
      onKeyDown={moveFocus}
    >
      {items.map(({ index, key, start }) => {
        const row = rows[index];
        return (
          row && (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              className="virtual-row contact-row"
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {children(row)}
            </li>
          )
        );
      })}
    </ul>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** From the link that has the focus to the one in the next row; what is ready ahead is always more than one. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = STEPS[event.key];
  const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
  if (step === undefined || !row) return;
  const next = Number(row.getAttribute('data-index')) + step;
  const link = event.currentTarget.querySelector<HTMLElement>(`[data-index="${next}"] a`);
  if (!link) return;
  event.preventDefault();
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: 'nearest' });
}
