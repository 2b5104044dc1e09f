import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { models } from '../../src/model/index.ts';
import type { Kind } from '../../src/model/kind.ts';
import { type Connection, connect, pagesOf, recordsOf } from './connection.ts';
import { recordFieldsOf, type Subject } from './subject.ts';
import { type Writing, writingOf } from './writing.ts';

const HOUR = 3_600_000;

/** What holds for every write of a source. */
export function describeWriting(subject: Subject): void {
  describe.each(subject.creatable)('creating a %s', (kind) => {
    let connection: Connection;
    let writing: Writing;
    beforeAll(async () => {
      connection = await connect(subject);
      writing = await writingOf(connection, kind);
    });
    afterAll(() => connection.close());

    it('keeps every field that can be written, and answers what is then read', async () => {
      const wish = writing.wish();

      const made = await writing.create(wish);

      const read = await writing.read(made);
      const listed = (await recordsOf(writing.collection)).find(({ id }) => id === made.id);
      // Some systems tell a field in their list only.
      expect({ ...writing.entity(listed), ...writing.entity(read) }).toMatchObject(wish.entity);
      expect(writing.entity(made)).toEqual(writing.entity(read));
      expect(read?.contactId).toBe(wish.record.contactId);
    });

    it('happens once where the answer of any of its calls gets lost', async () => {
      await writing.create(writing.wish());
      const before = connection.vendor.calls.length;
      const usual = await writing.growth(() => writing.create(writing.wish()));
      const calls = connection.vendor.calls.slice(before).map(({ method, path }) => `${method} ${path}`);

      for (const call of new Set(calls)) {
        connection.vendor.faults.push({ kind: 'lost-answer', match: likewise(call), times: 1 });
        const growth = await writing.growth(() => writing.createSurely(writing.wish()));
        connection.vendor.faults.splice(0);

        expect({ call, growth }).toEqual({ call, growth: usual });
      }
    });

    it('that was never tried has left nothing to be found', async () => {
      expect(await writing.writer.find?.(writing.wish().record)).toBeNull();
    });
  });

  describe.each(subject.updatable.filter((kind) => subject.creatable.includes(kind)))('updating a %s', (kind) => {
    let connection: Connection;
    let writing: Writing;
    beforeAll(async () => {
      connection = await connect(subject);
      writing = await writingOf(connection, kind);
    });
    afterAll(() => connection.close());

    it('changes the one field that was patched, whichever it is', async () => {
      const { other, ...wish } = writing.wish();
      const made = await writing.create({ other, ...wish });

      expect(Object.keys(other).length).toBeGreaterThan(0);
      for (const [field, value] of Object.entries(other)) {
        const before = await writing.read(made);
        const answered = await writing.update(before, { [field]: value });
        const after = await writing.read(made);

        expect(writing.entity(after)).toEqual({ ...writing.entity(before), [field]: value });
        expect(writing.entity(answered)).toEqual(writing.entity(after));
      }
    });

    it('takes no more calls than its writer says', async () => {
      const { other, ...wish } = writing.wish();
      const made = await writing.create({ other, ...wish });
      const before = await writing.read(made);
      const calls = connection.vendor.calls.length;

      await writing.update(before, other);

      expect(writing.writer.callsPerUpdate).toBe(connection.vendor.calls.length - calls);
    });

    it('clears with null, or fills what the system demands from the record itself, or refuses', async () => {
      const { other, ...wish } = writing.wish();
      const made = await writing.create({ other, ...wish });
      const held = writing.entity(await writing.read(made));
      const clearable = Object.keys(other).filter((field) => field in held && isClearable(kind, field));
      const cleared: string[] = [];

      for (const field of clearable) {
        const before = await writing.read(made);
        const refusal = await refusalOf(writing.update(before, { [field]: null }));
        const after = await writing.read(made);
        const { [field]: left = null, ...others } = writing.entity(after);

        expect(others).toEqual(without(writing.entity(before), field));
        if (refusal) expect(refusal).toMatchObject({ name: 'Problem', retry: 'never' });
        expect([refusal ? held[field] : null, ...Object.values(others)]).toContainEqual(left);
        if (left === null) cleared.push(field);
        if (!refusal) await writing.update(after, { [field]: held[field] ?? null });
      }
      if (clearable.length > 0) expect(cleared).not.toEqual([]);
    });

    it('is seen by the scan that goes on from the last one', async () => {
      const { other, ...wish } = writing.wish();
      const made = await writing.create({ other, ...wish });
      connection.advance(HOUR);
      const resume = (await pagesOf(writing.collection)).at(-1)?.resume ?? null;
      await writing.update(await writing.read(made), other);
      connection.advance(HOUR);

      const changed = (await recordsOf(writing.collection, resume)).find(({ id }) => id === made.id);

      expect(writing.entity(changed)).toMatchObject(other);
    });
  });

  describe.each(subject.removable.filter((kind) => subject.creatable.includes(kind)))('removing a %s', (kind) => {
    let connection: Connection;
    let writing: Writing;
    beforeAll(async () => {
      connection = await connect(subject);
      writing = await writingOf(connection, kind);
    });
    afterAll(() => connection.close());

    it('leaves nothing or a record that says it is deleted, and is done as well where it is already gone', async () => {
      const made = await writing.create(writing.wish());

      await writing.writer.remove?.(made);
      const once = await writing.read(made);
      await writing.writer.remove?.(made);
      const twice = await writing.read(made);

      expect([isGone(once), isGone(twice)]).toEqual([true, true]);
    });

    it.runIf(subject.updatable.includes(kind))('makes a later change fail, or answer that it is deleted', async () => {
      const { other, ...wish } = writing.wish();
      const made = await writing.create({ other, ...wish });
      await writing.writer.remove?.(made);

      const late = await writing.update(made, other).catch((error: unknown) => error);

      const gone = late instanceof Error ? { name: 'Problem', code: 'NOT_FOUND', retry: 'never' } : { deleted: true };
      expect(late).toMatchObject(gone);
    });
  });

  it('a writer declares fields just for what it can do, all that are mapped out, and how to find what it created', async () => {
    const connection = await connect(subject);
    for (const kind of subject.kinds) {
      const { create, find, update, creates = [], updates = [] } = connection.collection(kind).write ?? {};
      const out = (connection.definition.mapping[kind] ?? []).filter(({ direction }) => direction !== 'in');
      const promised = create ? out.flatMap((row) => recordFieldsOf(row)[0] ?? []) : [];
      const unkept = promised.filter((field) => !creates.includes(field) && !updates.includes(field));

      expect([creates.length > 0, updates.length > 0]).toEqual([create !== undefined, update !== undefined]);
      expect(find !== undefined).toBe(create !== undefined);
      expect({ kind, unkept }).toEqual({ kind, unkept: [] });
    }
    await connection.close();
  });
}

/** Calls like this one, whatever ids stand in its path. */
function likewise(call: string): string {
  const parts = call
    .split('/')
    .map((part) => (/\d/.test(part) ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return `^${parts.join('/')}$`;
}

function isClearable(kind: Kind, field: string): boolean {
  const rule = models[kind].fields[field];
  return !rule?.required && rule?.type !== 'flag';
}

function isGone(record: { readonly deleted?: true } | null): boolean {
  return record === null || record.deleted === true;
}

function without(fields: Readonly<Record<string, unknown>>, field: string): Record<string, unknown> {
  const { [field]: _, ...others } = fields;
  return others;
}

async function refusalOf(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => null,
    (error: unknown) => error,
  );
}
