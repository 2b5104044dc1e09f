import { z } from 'zod';
import type { PageRequest, PageResult, Position } from '../store/store.ts';
import { badInput } from './errors.ts';

/** Relay's arguments; systems without backward paging leave `last` and `before` out. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A Relay connection of nodes. */
export interface Connection<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly nodes: T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** How long a page is where nobody says. */
export const DEFAULT_SIZE = 20;
/** The longest page there is. */
export const LARGEST_SIZE = 100;
const Cursor = z.tuple([z.string(), z.union([z.string(), z.number(), z.null()]), z.string()]);

/** Checks Relay's arguments; `list` names the list and its order, so that a cursor of another one is refused. */
export function pageRequest(args: PageArgs, list: string): PageRequest {
  if (args.first != null && args.last != null) throw badInput('Give first or last, not both', ['first']);
  const backward = args.last != null || (args.before != null && args.first == null);
  const [size, name] = backward ? [args.last ?? DEFAULT_SIZE, 'last'] : [args.first ?? DEFAULT_SIZE, 'first'];
  if (size < 0 || size > LARGEST_SIZE) throw badInput(`${name} must be from 0 to ${LARGEST_SIZE}`, [name]);
  const text = backward ? args.before : args.after;
  return {
    limit: size,
    forward: !backward,
    from: text == null ? null : decode(text, list, backward ? 'before' : 'after'),
  };
}

/** The connection of a page; the cursors go on in the same list. */
export function connection<T, N = T>(
  page: PageResult<T>,
  request: PageRequest,
  list: string,
  nodeOf: (item: T) => N,
): Connection<N> {
  const edges = page.items.map((item, i) => ({ cursor: encode(page.positions[i], list), node: nodeOf(item) }));
  const behind = request.from !== null;
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: request.forward ? page.more : behind,
      hasPreviousPage: request.forward ? behind : page.more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.total,
  };
}

function encode(position: Position | undefined, list: string): string {
  return Buffer.from(JSON.stringify([list, position?.value ?? null, position?.id ?? ''])).toString('base64url');
}

function decode(text: string, list: string, argument: string): Position {
  const wrong = badInput(`${argument} is not a cursor of this list; take one from an edge's cursor or from pageInfo`, [
    argument,
  ]);
  try {
    const [cursorList, value, id] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (cursorList !== list) throw wrong;
    return { value, id };
  } catch {
    throw wrong;
  }
}
