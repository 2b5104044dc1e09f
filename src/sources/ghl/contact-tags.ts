import { path } from '../../base/path.ts';
import type { Client } from './client.ts';
import { anything } from './wire.ts';

/** What must be added and removed to get from one set of tags to another; names that differ in case only are the same. */
function tagDifference(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const [had, has] = [keys(before), keys(after)];
  return {
    added: after.filter((name) => !had.has(key(name))),
    removed: before.filter((name) => !has.has(key(name))),
  };
}

/** Adds and removes tags of a contact, never replacing the set: others may be changing it too. True if there was anything to do. */
export async function changeTags(
  client: Client,
  contactId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<boolean> {
  const { added, removed } = tagDifference(before, after);
  if (added.length > 0) await send(client, 'POST', contactId, added);
  if (removed.length > 0) await send(client, 'DELETE', contactId, removed);
  return added.length + removed.length > 0;
}

function send(client: Client, method: 'POST' | 'DELETE', contactId: string, tags: readonly string[]): Promise<unknown> {
  return client.call(
    {
      method,
      path: path`/contacts/${contactId}/tags`,
      json: { tags },
      version: '2021-07-28',
      about: `the tags of contact ${contactId}`,
      idempotent: true,
    },
    anything,
  );
}

function keys(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(key));
}

function key(name: string): string {
  return name.trim().toLowerCase();
}
