import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kind, Value } from '../../src/model/kind.ts';
import { CHILD_KINDS } from '../../src/model/kind.ts';
import { sameValue } from '../../src/model/merge.ts';
import type { Collection, SourceRecord } from '../../src/sources/source.ts';
import { type Connection, connect, pagesOf, readOne, recordsOf } from './connection.ts';
import type { Subject } from './subject.ts';

const YEAR_2000 = Date.UTC(2000, 0, 1);
const YEAR_2100 = Date.UTC(2100, 0, 1);

/** Ids that would lead elsewhere if they stood in a path, or that are none. */
const HOSTILE = ['../x', '..', '', 'a/b', 'a?b', 'a#b', 'a\nb', 'x'.repeat(300)];

/** What holds for every read of a source. */
export function describeReading(subject: Subject): void {
  let connection: Connection;
  beforeAll(async () => {
    connection = await connect(subject);
  });
  afterAll(() => connection.close());

  const refsOf = (records: readonly SourceRecord[]) =>
    records.map(({ id, contactId }) => ({ id, ...(contactId ? { contactId } : {}) }));

  /** Where these calls went, as "METHOD /path". */
  async function callsOf(act: () => unknown): Promise<string[]> {
    const before = connection.vendor.calls.length;
    await act();
    return connection.vendor.calls.slice(before).map(({ method, path }) => `${method} ${path}`);
  }

  describe.each(subject.kinds)('reading a %s', (kind) => {
    let collection: Collection;
    let scanned: SourceRecord[];
    beforeAll(async () => {
      collection = connection.collection(kind);
      scanned = await recordsOf(collection);
    });

    it('scans each record once, flat, with stamps in milliseconds', () => {
      expect(scanned.length).toBeGreaterThan(0);
      expect(new Set(scanned.map(({ id }) => id)).size).toBe(scanned.length);
      for (const { id, fields, createdAt, changedAt } of scanned) {
        expect(id).toMatch(/^\S+$/);
        expect(Object.entries(fields).filter(([field, value]) => !isFlat(field, value))).toEqual([]);
        for (const at of [createdAt, changedAt]) if (at !== undefined) expect(isTime(at)).toBe(true);
      }
    });

    it('reads in the order asked, each as it was scanned, twice where asked twice, null where there is none', async () => {
      const [first, second, third] = refsOf(scanned);
      const unknown = { ...third, id: unknownId(scanned) };
      const asked = [second, unknown, first, second, third].filter((ref) => ref !== undefined);

      const answers = await collection.read(asked);

      const expected = asked.map(({ id }) => scanned.find((record) => record.id === id) ?? null);
      expect(answers).toEqual(expected);
    });

    it('reads many as it reads one', async () => {
      const together = await collection.read(refsOf(scanned));
      const singly = await Promise.all(scanned.map((record) => readOne(collection, record)));

      expect(together).toEqual(singly);
      expect(await collection.read([])).toEqual([]);
    });

    it('goes on from the last page: nothing new, nothing lost', async () => {
      const resume = (await pagesOf(collection)).at(-1)?.resume ?? null;

      const again = await recordsOf(collection, resume);

      const known = new Map(scanned.map((record) => [record.id, record]));
      expect(again).toEqual(again.map(({ id }) => known.get(id)));
      if (collection.covers === 'all') expect(again).toHaveLength(scanned.length);
    });

    it('lets no id that is none change where a call goes', async () => {
      const owner = refsOf(scanned)[0]?.contactId;
      const refs = HOSTILE.map((id) => ({ id, ...(owner ? { contactId: owner } : {}) }));
      const harmless = await callsOf(async () => {
        await collection.read(refsOf(scanned));
        await collection.read(refs.map((ref) => ({ ...ref, id: unknownId(scanned) })));
        for (const ref of refsOf(scanned)) await collection.read([ref]);
      });

      const answers: (SourceRecord | null | Error | undefined)[] = [];
      const made = await callsOf(async () => {
        answers.push(...(await collection.read(refs)));
        for (const ref of refs) answers.push((await collection.read([ref]))[0]);
      });

      for (const answer of answers) expect([null, 'INVALID', 'NOT_FOUND']).toContain(codeOf(answer));
      expect(made.filter((call) => !harmless.includes(call))).toEqual([]);
    });
  });

  describe.each(subject.listed)('listing every %s of contacts', (kind) => {
    let children: SourceRecord[];
    let contacts: string[];
    beforeAll(async () => {
      children = await recordsOf(connection.collection(kind));
      contacts = (await recordsOf(connection.collection('contact'))).map(({ id }) => id);
    });
    const list = (ids: readonly string[]) => connection.collection(kind).listFor?.(ids) ?? [];

    it('finds what a scan finds, contact by contact', async () => {
      const lists = await list(contacts);
      const scannedOf = (contactId: string) => children.filter((child) => child.contactId === contactId);

      expect(lists).toHaveLength(contacts.length);
      for (const [i, contactId] of contacts.entries()) {
        const found = lists[i];
        if (!found || found instanceof Error) throw found;
        const both = found.filter(({ id }) => children.some((child) => child.id === id));
        expect(byId(both).map(({ id }) => id)).toEqual(byId(scannedOf(contactId)).map(({ id }) => id));
        expect(disagreements(byId(both), byId(scannedOf(contactId)))).toEqual([]);
        expect(found.filter((child) => child.contactId !== contactId)).toEqual([]);
        if (connection.collection(kind).covers !== 'window') expect(found).toHaveLength(scannedOf(contactId).length);
      }
    });

    it('answers in the order asked, twice where asked twice, with nothing for a contact that does not exist', async () => {
      const [one = '', other = ''] = contacts;
      const unknown = unknownId(await recordsOf(connection.collection('contact')));

      const [ofOther, ofUnknown, ofOne, again] = await list([other, unknown, one, other]);
      const [alone] = await list([one]);

      expect(again).toEqual(ofOther);
      expect(ofOne).toEqual(alone);
      expect(ofUnknown instanceof Error ? codeOf(ofUnknown) : (ofUnknown ?? [])).toEqual(
        ofUnknown instanceof Error ? 'NOT_FOUND' : [],
      );
    });

    it('lets no contact id that is none change where a call goes', async () => {
      const harmless = await callsOf(() => list(contacts));

      let lists: Awaited<ReturnType<typeof list>> = [];
      const made = await callsOf(async () => {
        lists = await list(HOSTILE);
      });

      expect(lists).toHaveLength(HOSTILE.length);
      for (const found of lists) {
        if (found instanceof Error) expect(['INVALID', 'NOT_FOUND']).toContain(codeOf(found));
        else expect(found).toEqual([]);
      }
      expect(made.filter((call) => !harmless.includes(call))).toEqual([]);
    });
  });

  it('every child belongs to a contact that can be read', async () => {
    const contacts = connection.collection('contact');
    for (const kind of subject.kinds.filter((one) => (CHILD_KINDS as readonly Kind[]).includes(one))) {
      const owners = [
        ...new Set((await recordsOf(connection.collection(kind))).flatMap(({ contactId }) => contactId ?? [])),
      ];

      expect(owners.length).toBeGreaterThan(0);
      expect((await contacts.read(owners.map((id) => ({ id })))).map((owner) => codeOf(owner))).toEqual(
        owners.map(() => 'record'),
      );
    }
  });

  it('calls custom fields by the names that people gave them', async () => {
    for (const kind of subject.kinds) {
      const labels = (await connection.collection(kind).labels?.()) ?? {};

      expect(Object.keys(labels).filter((field) => !field.startsWith('custom.'))).toEqual([]);
      expect(Object.values(labels).filter((label) => !label.trim())).toEqual([]);
    }
  });

  it.runIf(subject.hasBusinesses)(
    'reads businesses in order, null where there is none, and their contacts',
    async () => {
      const { businesses } = connection.source;
      const contacts = await recordsOf(connection.collection('contact'));
      const owned = contacts.filter(({ fields }) => fields.businessId != null);
      const [one = ''] = owned.map(({ fields }) => String(fields.businessId));
      const unknown = one.replace(/[0-9a-z]/g, '0');

      const read = await businesses?.read([one, unknown, one]);
      const found: SourceRecord[] = [];
      for await (const page of businesses?.contacts(one) ?? []) found.push(...page.records);

      expect(read).toEqual([expect.objectContaining({ id: one }), null, expect.objectContaining({ id: one })]);
      expect(byId(found)).toEqual(byId(owned.filter(({ fields }) => fields.businessId === one)));
    },
  );
}

/** An id that looks like these but is none of them. */
function unknownId(records: readonly SourceRecord[]): string {
  const known = new Set(records.map(({ id }) => id));
  const [first = ''] = known;
  // An id of letters alone differs in its letters.
  const others = /[0-9]/.test(first)
    ? [...'9876543210'].map((digit) => first.replace(/[0-9]/g, digit))
    : [...'zyx'].map((letter) => first.replace(/[a-z]/g, letter));
  const found = others.find((id) => !known.has(id));
  if (found === undefined) throw new Error('Every id is known');
  return found;
}

/** Where two readings of the same records differ in what both speak of; a second's rounding apart. */
function disagreements(left: readonly SourceRecord[], right: readonly SourceRecord[]): string[] {
  return left.flatMap((one, i) => {
    const other = right[i];
    if (!other) return [`${one.id} is missing`];
    const fields = Object.keys(one.fields).filter(
      (field) => field in other.fields && !sameValue(one.fields[field], other.fields[field]),
    );
    const stamps = (['createdAt', 'changedAt'] as const).filter(
      (stamp) => Math.abs((one[stamp] ?? other[stamp] ?? 0) - (other[stamp] ?? one[stamp] ?? 0)) > 1000,
    );
    return [...fields, ...stamps].map((part) => `${part} of ${one.id}`);
  });
}

function isFlat(field: string, value: Value): boolean {
  if (field.startsWith('custom.')) return true;
  return (
    value === null ||
    typeof value !== 'object' ||
    (Array.isArray(value) && value.every((one) => typeof one === 'string'))
  );
}

function isTime(ms: number): boolean {
  return Number.isInteger(ms) && ms > YEAR_2000 && ms < YEAR_2100;
}

function codeOf(answer: unknown): unknown {
  if (answer === null || answer === undefined) return null;
  return answer instanceof Error ? (answer as { code?: unknown }).code : 'record';
}

function byId(records: readonly SourceRecord[]): SourceRecord[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
}
