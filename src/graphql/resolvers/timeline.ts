import { CHILD_KINDS } from '../../model/kind.ts';
import type { Entity, LoggedEvent } from '../../store/shapes.ts';
import type { PageRequest, Position } from '../../store/store.ts';
import type { GraphContext } from '../context.ts';
import { byTime } from '../lists.ts';
import { connection, type PageArgs, pageRequest } from '../pagination.ts';
import { at } from './synced.ts';

/** Something on a timeline, with where it stands and which event was the last one before it. */
interface Item {
  readonly node: Entity | LoggedEvent;
  readonly time: number;
  readonly id: string;
}

const LIST = 'timeline';

/** Tasks, notes, appointments and events of a contact, newest first: four ordered lists merged, each read one page deep. */
export async function timeline(contact: Entity, args: Pick<PageArgs, 'first' | 'after'>, context: GraphContext) {
  const request = pageRequest(args, LIST);
  const from = parsePosition(request.from);
  const depth: PageRequest = { limit: request.limit + 1, forward: true, from: null };
  const entityPage: PageRequest = { ...depth, from: from && { value: from.time, id: from.id } };
  const eventPage: PageRequest = { ...depth, from: from?.seq == null ? null : { value: from.seq, id: '' } };

  const [children, events] = await Promise.all([
    Promise.all(CHILD_KINDS.map((kind) => context.childrenOf(contact.id, kind, byTime(kind, 'desc'), entityPage))),
    context.sync.store.events.page({ contactId: contact.id }, eventPage),
  ]);
  const items: Item[] = [
    ...children.flatMap((page) => page.items.map((node) => ({ node, time: Date.parse(at(node)), id: node.id }))),
    ...events.items.map((node) => ({ node, time: node.at, id: eventId(node.seq) })),
  ].sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1));

  const shown = items.slice(0, request.limit);
  let seq = from?.seq ?? null;
  const positions = shown.map(({ node, time, id }): Position => {
    if ('seq' in node) seq = node.seq;
    return { value: `${time} ${seq ?? ''}`, id };
  });
  const total = children.reduce((sum, page) => sum + page.total, events.total);
  return connection(
    { items: shown, positions, total, more: items.length > request.limit },
    request,
    LIST,
    (item) => item.node,
  );
}

function parsePosition(position: Position | null): { time: number; seq: number | null; id: string } | null {
  if (position === null) return null;
  const [time, seq] = String(position.value).split(' ');
  return { time: Number(time), seq: seq ? Number(seq) : null, id: position.id };
}

/** The graph id of an event: ordered as text, too. */
export function eventId(seq: number): string {
  return `evt_${String(seq).padStart(12, '0')}`;
}

/** The number of the event with that graph id; null for other ids. */
export function eventSeq(id: string): number | null {
  const digits = /^evt_(\d{12,15})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}
