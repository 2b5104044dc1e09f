import type { Explained } from '../../app/problem.ts';
import type { ReadPage } from './read.ts';

const PAGE = 100;
/** So much fits into the memory of a phone, and a hundred questions are no burden to the gateway. */
export const MOST_LINES = 10_000;

/** Everything that was to be exported, one JSON text a line; `problem` says why it ends early. */
export interface Exported {
  readonly lines: readonly string[];
  readonly total: number;
  readonly problem: Explained | null;
}

/** Reads a log to its end, or to 10,000 entries, page by page; tells how far it is, and ends early when `signal` says so. */
export async function readToEnd<Row>(
  read: ReadPage<Row>,
  tell: (read: number, total: number) => void,
  signal: AbortSignal,
): Promise<Exported> {
  const lines: string[] = [];
  let [after, total]: [string | null, number] = [null, 0];
  for (;;) {
    const answer = await read(PAGE, after);
    if ('problem' in answer) return { lines, total, problem: answer.problem };
    const { nodes, pageInfo, totalCount } = answer.page;
    lines.push(...nodes.map((node) => JSON.stringify(node)));
    total = totalCount;
    tell(lines.length, Math.min(total, MOST_LINES));
    if (!pageInfo.hasNextPage || lines.length >= MOST_LINES || signal.aborted) return { lines, total, problem: null };
    after = pageInfo.endCursor;
  }
}

/** Hands the lines to the browser as a file to keep. */
export function saveAs(name: string, lines: readonly string[]): void {
  const url = URL.createObjectURL(
    new Blob([lines.map((line) => `${line}\n`).join('')], { type: 'application/x-ndjson' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
