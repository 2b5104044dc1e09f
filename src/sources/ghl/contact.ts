import type { Clock } from '../../base/clock.ts';
import type { Collection, Page, Writer } from '../source.ts';
import type { Client } from './client.ts';
import type { ContactReader } from './contact-reader.ts';
import { contactCursor, cursorBehind, searchChanged } from './contact-search.ts';
import type { Definitions } from './custom-field.ts';
import { contactFields } from './field.ts';

/** What the collection of contacts is made of. */
export interface ContactParts {
  readonly client: Client;
  readonly reader: ContactReader;
  readonly definitions: Definitions;
  readonly writer: Writer;
  readonly clock: Clock;
}

/** The contacts of the location; a scan walks them in order of their last change and can go on anywhere. */
export function contactCollection({ client, reader, definitions, writer, clock }: ContactParts): Collection {
  async function* scan(resume: string | null): AsyncIterable<Page> {
    for (let cursor = contactCursor(resume, clock.now()); ; ) {
      const { rows, next, newest, total } = await searchChanged(client, cursor);
      const behind = next ?? cursorBehind(cursor, newest);
      yield {
        records: await reader.complete(rows),
        resume: behind && JSON.stringify(behind),
        ...(total === null ? {} : { total }),
      };
      if (!next) return;
      cursor = next;
    }
  }

  return {
    covers: 'changes',
    note: 'The company name can be set when a contact is created, never changed; custom fields the location does not define are not written.',
    read: (refs) => reader.read(refs),
    scan,
    describe: () => contactFields(definitions),
    async labels() {
      const all = await definitions.covering([]);
      return Object.fromEntries(all.map(({ key, name }) => [`custom.${key}`, name]));
    },
    write: writer,
  };
}
