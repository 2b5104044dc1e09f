import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FieldDescription, fits, listed } from '../../src/model/record-field.ts';
import type { SourceRecord } from '../../src/sources/source.ts';
import { type Connection, connect, problemOf, recordsOf } from './connection.ts';
import { recordFieldsOf, type Subject } from './subject.ts';

/** What holds for everything a source says of the fields of its records. */
export function describeDescribing(subject: Subject): void {
  let connection: Connection;
  beforeAll(async () => {
    connection = await connect(subject);
  });
  afterAll(() => connection.close());

  describe.each(subject.kinds)('of a %s', (kind) => {
    let described: readonly FieldDescription[];
    let scanned: SourceRecord[];
    beforeAll(async () => {
      const collection = connection.collection(kind);
      described = (await collection.describe?.()) ?? [];
      scanned = await recordsOf(collection);
    });
    const names = () => described.map(({ field }) => field);

    it('names each field once, for people too, and closes no set without saying how', () => {
      expect(described.length).toBeGreaterThan(0);
      expect(names()).toEqual([...new Set(names())]);
      expect(described.filter(({ label }) => label.trim() === '')).toEqual([]);
      for (const { field, type, choices } of described) {
        if (type === 'choice') expect({ field, choices }).not.toEqual({ field, choices: undefined });
        if (choices) expect({ field, ok: ['choice', 'names'].includes(type) }).toEqual({ field, ok: true });
      }
    });

    it('names every field that records have, with values of its type', () => {
      const met = scanned.flatMap(({ fields }) => Object.entries(fields));
      const strange = met.filter(([name, value]) => {
        const field = described.find((one) => one.field === name);
        return !field || !fits(field, value);
      });

      expect(met.length).toBeGreaterThan(0);
      expect(strange).toEqual([]);
    });

    it('names every field that can be written, and every one that the mapping names', () => {
      const { creates = [], updates = [] } = connection.collection(kind).write ?? {};
      const mapped = (subject.definition.mapping[kind] ?? []).flatMap(recordFieldsOf);
      const wanted = [...creates, ...updates, ...mapped].filter((field) => !field.endsWith('.*'));

      expect(wanted.filter((field) => !listed(names(), field))).toEqual([]);
    });

    it('demands nothing that cannot be written where it creates', () => {
      const { create, creates = [] } = connection.collection(kind).write ?? {};
      const demanded = described.filter(({ required }) => required).map(({ field }) => field);

      expect(create ? demanded.filter((field) => !listed(creates, field)) : []).toEqual([]);
    });
  });

  it('fails with a Problem where it has to ask and the system refuses', async () => {
    const refused = await connect(subject);
    refused.vendor.faults.push({ kind: 'status', status: 403 });

    const problem = await problemOf(refused.collection('contact').describe?.() ?? Promise.resolve([]));

    expect(refused.vendor.calls).not.toEqual([]);
    expect(problem.retry).not.toBeUndefined();
    await refused.close();
  });
}
