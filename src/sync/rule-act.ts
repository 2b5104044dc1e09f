import { names } from '../model/kind.ts';
import type { Action } from '../model/rule.ts';
import { fillIn, type Words } from '../model/template.ts';
import { toInstant, uniqueNames } from '../model/tidy.ts';
import type { Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { apply } from './apply.ts';
import type { SyncContext } from './context.ts';
import type { Ledger } from './ledger.ts';
import { ensureTags } from './tags.ts';

/** An action that needs no system: it is done in the transaction that decides it. */
export type OwnAction = Extract<Action, { readonly do: 'createTask' | 'addTags' | 'removeTags' }>;

/** What an action works with; `contact` is the living contact concerned, null where there is none. */
export interface Occasion {
  readonly context: SyncContext;
  readonly tx: Store;
  readonly ledger: Ledger;
  readonly contact: Entity | null;
  readonly words: Words;
}

const LONGEST_TITLE = 200;
const LONGEST_BODY = 5_000;
/** More open tasks than this has nobody; the list is read in one page. */
const OPEN_TASKS = 500;

/** True for actions that need no system. */
export function isOwn(action: Action): action is OwnAction {
  return action.do === 'createTask' || action.do === 'addTags' || action.do === 'removeTags';
}

/** Enters the action into the ledger, with deliveries to the systems as if a caller had done it; answers in words what it did. */
export async function act(occasion: Occasion, action: OwnAction): Promise<string> {
  if (occasion.contact === null) return 'did nothing: there is no contact it belongs to';
  if (action.do === 'createTask') return createTask(occasion, occasion.contact, action);
  return changeTags(occasion, occasion.contact, action);
}

async function createTask(
  { context, tx, ledger, words }: Occasion,
  contact: Entity,
  action: Extract<OwnAction, { do: 'createTask' }>,
): Promise<string> {
  const title = fillIn(action.title, words, LONGEST_TITLE) || 'Follow up';
  if (action.unlessOpen && (await hasOpenTask(tx, contact.id, title))) return `left the open task "${title}" as it is`;
  const body = fillIn(action.body ?? '', words, LONGEST_BODY);
  const dueAt = toInstant(context.clock.now() + action.dueInMs);
  const fields = { title, dueAt, completed: false, ...(body && { body }) };
  await apply(context, tx, ledger, { operation: 'create', kind: 'task', fields, contactId: contact.id }, null);
  return `created the task "${title}"`;
}

async function hasOpenTask(tx: Store, contactId: string, title: string): Promise<boolean> {
  const page = { limit: OPEN_TASKS, forward: true, from: null };
  const { items } = await tx.entities.page({ kind: 'task', contactId, state: 'open' }, page);
  return items.some(({ fields }) => fields.title === title);
}

async function changeTags(
  { context, tx, ledger, words }: Occasion,
  contact: Entity,
  action: Exclude<OwnAction, { do: 'createTask' }>,
): Promise<string> {
  const held = names(contact.fields, 'tags');
  const heldKeys = new Set(held.map((name) => name.toLowerCase()));
  const given = uniqueNames(action.tags.map((tag) => fillIn(tag, words, LONGEST_TITLE)));
  const adds = action.do === 'addTags';
  const changed = given.filter((name) => heldKeys.has(name.toLowerCase()) !== adds);
  if (changed.length === 0) return `found the tags ${adds ? 'there' : 'gone'} already`;
  const gone = new Set(changed.map((name) => name.toLowerCase()));
  const tags = adds ? uniqueNames([...held, ...changed]) : held.filter((name) => !gone.has(name.toLowerCase()));
  const change = { operation: 'update', entityId: contact.id, fields: () => ({ tags }) } as const;
  const [{ after }] = await apply(context, tx, ledger, change, null);
  if (adds) await ensureTags(tx, ledger, [after], context.clock.now());
  return `${adds ? 'added' : 'removed'} the tag${changed.length > 1 ? 's' : ''} ${changed.join(', ')}`;
}
