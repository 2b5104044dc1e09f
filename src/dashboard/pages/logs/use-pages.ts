import { useCallback, useEffect, useRef, useState } from 'react';
import type { Explained } from '../../app/problem.ts';
import type { ReadPage } from './read.ts';

/** A log as far as it was read. */
export interface Pages<Row> {
  /** Null before the first page. */
  readonly rows: readonly Row[] | null;
  readonly total: number;
  readonly problem: Explained | null;
  readonly isReading: boolean;
  /** Reads the next page; null where there is none. */
  readonly more: (() => void) | null;
  /** Forgets what was read and begins anew. */
  readonly again: () => void;
}

interface Known<Row> {
  readonly rows: readonly Row[] | null;
  readonly total: number;
  readonly cursor: string | null;
  readonly problem: Explained | null;
}

const NOTHING = { rows: null, total: 0, cursor: null, problem: null };
const PAGE = 50;

/** The pages of a log, one after another; begins anew whenever `read` is another one. */
export function usePages<Row>(read: ReadPage<Row>): Pages<Row> {
  const [known, setKnown] = useState<Known<Row>>(NOTHING);
  const [isReading, setReading] = useState(false);
  /** Which reading counts: the answer to an earlier one comes too late. */
  const latest = useRef(0);

  const load = useCallback(
    async (before: Known<Row>) => {
      latest.current += 1;
      const mine = latest.current;
      setReading(true);
      const answer = await read(PAGE, before.cursor);
      if (mine !== latest.current) return;
      setReading(false);
      if ('problem' in answer) return setKnown({ ...before, problem: answer.problem });
      const { nodes, totalCount, pageInfo } = answer.page;
      setKnown({
        rows: [...(before.rows ?? []), ...nodes],
        total: totalCount,
        cursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
        problem: null,
      });
    },
    [read],
  );

  useEffect(() => {
    setKnown(NOTHING);
    void load(NOTHING);
    return () => {
      latest.current += 1;
    };
  }, [load]);

  const { rows, total, cursor, problem } = known;
  return {
    ...{ rows, total, problem, isReading },
    more: cursor === null ? null : () => void load(known),
    again: () => void load(NOTHING),
  };
}
