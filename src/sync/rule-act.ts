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

/**
 * Enters what the actions come to into the ledger, with deliveries to the systems as if a caller had done it; answers in words what was
 * done. All tags change at once: to other rules that is one thing that happened.
 */
export async function act(occasion: Occasion, actions: readonly OwnAction[]): Promise<string[]> {
  if (actions.length === 0) return [];
  const { contact } = occasion;
  if (contact === null) return ['did nothing: there is no contact it belongs to'];
  const done: string[] = [];
  const tagging = actions.filter((action) => action.do !== 'createTask');
  if (tagging.length > 0) done.push(await changeTags(occasion, contact, tagging));
  for (const action of actions) {
    if (action.do === 'createTask') done.push(await createTask(occasion, contact, action));
  }
  return done;
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
  actions: readonly Exclude<OwnAction, { do: 'createTask' }>[],
): Promise<string> {
  const held = names(contact.fields, 'tags');
  let tags: readonly string[] = held;
  for (const action of actions) {
    const given = uniqueNames(action.tags.map((tag) => fillIn(tag, words, LONGEST_TITLE)));
    tags = action.do === 'addTags' ? uniqueNames([...tags, ...given]) : without(tags, given);
  }
  const [added, removed] = [without(tags, held), without(held, tags)];
  if (added.length + removed.length === 0) return 'found the tags as they are to be';
  const change = { operation: 'update', entityId: contact.id, fields: () => ({ tags }) } as const;
  const [{ after }] = await apply(context, tx, ledger, change, null);
  if (added.length > 0) await ensureTags(tx, ledger, [after], context.clock.now());
  const told = (verb: string, changed: readonly string[]) =>
    changed.length > 0 ? [`${verb} the tag${changed.length > 1 ? 's' : ''} ${changed.join(', ')}`] : [];
  return [...told('removed', removed), ...told('added', added)].join(' and ');
}

/** The names that are not among the others, in any case of their letters. */
function without(held: readonly string[], others: readonly string[]): readonly string[] {
  const gone = new Set(others.map((name) => name.toLowerCase()));
  return held.filter((name) => !gone.has(name.toLowerCase()));
}
