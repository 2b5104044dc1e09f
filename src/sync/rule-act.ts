import { names } from '../model/kind.ts';
import type { Action } from '../model/rule.ts';
import { needsContact } from '../model/rule-check.ts';
import { tagsInWords } from '../model/rule-summary.ts';
import { toInstant, uniqueNames } from '../model/tidy.ts';
import type { Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { apply } from './apply.ts';
import type { SyncContext } from './context.ts';
import type { Ledger } from './ledger.ts';
import { callWebhook, type Told } from './rule-webhook.ts';
import { ensureTags } from './tags.ts';

/** An action that asks no system: it is done in the transaction that decides it. */
export type OwnAction = Exclude<Action, { readonly do: 'pullContact' | 'syncKinds' }>;

type TagAction = Extract<OwnAction, { do: 'addTags' | 'removeTags' }>;

/** What an action works with. */
export interface Occasion {
  readonly context: SyncContext;
  readonly tx: Store;
  readonly ledger: Ledger;
  readonly told: Told;
}

/** More open tasks than this has nobody; the list is read in one page. */
const OPEN_TASKS = 500;

/** True for actions that ask no system. */
export function isOwn(action: Action): action is OwnAction {
  return action.do !== 'pullContact' && action.do !== 'syncKinds';
}

/**
 * Enters what the actions (with their templates filled in) come to into the ledger, with deliveries to the systems as if a caller had
 * done it; answers in words what was done. All tags change at once: to other rules that is one thing that happened.
 */
export async function act(occasion: Occasion, actions: readonly OwnAction[]): Promise<string[]> {
  const done: string[] = [];
  const { contact } = occasion.told;
  const tagging = actions.filter((action) => action.do === 'addTags' || action.do === 'removeTags');
  if (contact !== null && tagging.length > 0) done.push(await changeTags(occasion, contact, tagging));
  for (const action of actions) {
    if (action.do === 'raiseAlert') done.push(raiseAlert(occasion, action.message));
    if (action.do === 'callWebhook') await callWebhook(occasion.context, occasion.tx, action, occasion.told);
    if (contact === null) continue;
    if (action.do === 'createTask') done.push(await createTask(occasion, contact, action));
    if (action.do === 'createNote') done.push(await createNote(occasion, contact, action));
  }
  const isLost = contact === null && actions.some(needsContact);
  return isLost ? [...done, 'did nothing else: there is no contact it belongs to'] : done;
}

function raiseAlert({ ledger, told: { entity } }: Occasion, message: string): string {
  ledger.event('ALERT', entity, { message });
  return `raised the alert "${message}"`;
}

async function createTask(
  { context, tx, ledger }: Occasion,
  contact: Entity,
  { title, body, dueInMs, unlessOpen }: Extract<OwnAction, { do: 'createTask' }>,
): Promise<string> {
  if (unlessOpen && (await hasOpenTask(tx, contact.id, title))) return `left the open task "${title}" as it is`;
  const dueAt = toInstant(context.clock.now() + dueInMs);
  const fields = { title, dueAt, completed: false, ...(body && { body }) };
  await apply(context, tx, ledger, { operation: 'create', kind: 'task', fields, contactId: contact.id }, null);
  return `created the task "${title}"`;
}

async function createNote(
  { context, tx, ledger }: Occasion,
  contact: Entity,
  { title, body }: Extract<OwnAction, { do: 'createNote' }>,
): Promise<string> {
  if (body === '') return 'wrote no note: nothing is left to say in it';
  const fields = { body, ...(title && { title }) };
  await apply(context, tx, ledger, { operation: 'create', kind: 'note', fields, contactId: contact.id }, null);
  return title ? `wrote the note "${title}"` : 'wrote a note';
}

async function hasOpenTask(tx: Store, contactId: string, title: string): Promise<boolean> {
  const page = { limit: OPEN_TASKS, forward: true, from: null };
  const { items } = await tx.entities.page({ kind: 'task', contactId, state: 'open' }, page);
  return items.some(({ fields }) => fields.title === title);
}

async function changeTags(
  { context, tx, ledger }: Occasion,
  contact: Entity,
  actions: readonly TagAction[],
): Promise<string> {
  const held = names(contact.fields, 'tags');
  let tags: readonly string[] = held;
  for (const action of actions)
    tags = action.do === 'addTags' ? uniqueNames([...tags, ...action.tags]) : without(tags, action.tags);
  const [added, removed] = [without(tags, held), without(held, tags)];
  if (added.length + removed.length === 0) return 'found the tags as they are to be';
  const change = { operation: 'update', entityId: contact.id, fields: () => ({ tags }) } as const;
  const [{ after }] = await apply(context, tx, ledger, change, null);
  if (added.length > 0) await ensureTags(tx, ledger, [after], context.clock.now());
  const told = (verb: string, changed: readonly string[]) =>
    changed.length > 0 ? [`${verb} the ${tagsInWords(changed)}`] : [];
  return [...told('removed', removed), ...told('added', added)].join(' and ');
}

/** The names that are not among the others, in any case of their letters. */
function without(held: readonly string[], others: readonly string[]): readonly string[] {
  const gone = new Set(others.map((name) => name.toLowerCase()));
  return held.filter((name) => !gone.has(name.toLowerCase()));
}
