import { describe, expect, it } from 'vitest';
import { Exported, toAnnotation } from '../../src/sources/rossum/annotation.ts';
import { appointmentRows } from '../../src/sources/rossum/appointment.ts';
import { contactRows, partyOf } from '../../src/sources/rossum/contact.ts';
import { decode } from '../../src/sources/rossum/ejson.ts';
import { decodeRow, encodePatch } from '../../src/sources/rossum/row.ts';
import { reviewOf, taskRows } from '../../src/sources/rossum/task.ts';

const _id = { $oid: '6b0243775eed5eed5e000079' };
const ORIGIN = 'https://acme.rossum.app';

describe('Extended JSON', () => {
  it('is read in both spellings of a date, with ids and numbers unwrapped', () => {
    const plain = decode({ _id, at: { $date: '2025-01-01T00:00:00Z' }, long: [{ $date: { $numberLong: '0' } }] });

    expect(plain).toEqual({
      _id: _id.$oid,
      at: '2025-01-01T00:00:00.000Z',
      long: ['1970-01-01T00:00:00.000Z'],
    });
  });
});

describe('rows that a file upload made', () => {
  it('are read though every value is a text', () => {
    const contact = decodeRow(contactRows, { _id, address: '1 High Street', tags: 'VIP, Trade', phone: 442079460001 });
    const task = decodeRow(taskRows, { _id, completed: 'TRUE', due_at: '2025-02-01T09:00:00Z', updated_at: '' });
    const appointment = decodeRow(appointmentRows, { _id, status: 'No Show' });

    expect(contact?.fields).toMatchObject({ 'address.line1': '1 High Street', tags: ['VIP', 'Trade'] });
    expect(contact?.fields).toMatchObject({ phone: '442079460001', email: null, version: null });
    expect(task?.fields).toMatchObject({ completed: true, due_at: '2025-02-01T09:00:00.000Z' });
    expect(task?.changedAt).toBeUndefined();
    expect(appointment?.fields.status).toBe('no_show');
  });

  it('keep the id of the store where their gid could be taken for a document or a path', () => {
    const ids = ['ann:5', '../x', '', null].map((gid) => decodeRow(contactRows, { _id, gid })?.id);

    expect(ids).toEqual(ids.map(() => _id.$oid));
  });
});

describe('a patch', () => {
  it('is written as dotted paths and real dates, without fields that are not columns', () => {
    const patch = encodePatch(contactRows, { 'address.city': 'Hull', version: 3, deleted_at: 'x', 'custom.$a.b': 1 });
    const task = encodePatch(taskRows, { due_at: '2025-02-01T09:00:00Z', body: null });

    expect(patch).toEqual({ 'address.city': 'Hull', 'custom.%24a%2Eb': 1 });
    expect(task).toEqual({ due_at: { $date: '2025-02-01T09:00:00.000Z' }, body: null });
  });
});

describe('a document', () => {
  const point = (schema_id: string, value: string, rir_confidence: number | null) => ({
    category: 'datapoint',
    schema_id,
    value,
    rir_confidence,
  });
  const exported = (status: string, confidence: number, due = '2025-01-31') =>
    toAnnotation(
      Exported.parse({
        url: `${ORIGIN}/api/v1/annotations/5`,
        status,
        arrived_at: '2025-01-01T00:00:00Z',
        document: { url: `${ORIGIN}/api/v1/documents/7`, file_name: 'invoice.pdf' },
        content: [
          { category: 'section', schema_id: 's', children: [point('supplier', 'ACME Ltd', confidence)] },
          { category: 'multivalue', schema_id: 'm', children: point('sender_address', '1 High Street\nLeeds', 0.95) },
          { category: 'section', schema_id: 't', children: [point('date_due', due, 0.1), point('note', 'x', 0.1)] },
        ],
      }),
      new Map([['supplier', 'sender_name']]),
      ORIGIN,
    );

  it('names its sender by the schema, with the least sure of the values used', () => {
    const sender = partyOf(exported('to_review', 0.9), 'sender');

    expect(sender).toEqual({
      id: 'ann:5',
      fields: {
        company_name: 'ACME Ltd',
        'address.line1': '1 High Street, Leeds',
        party: 'sender',
        'document.sender_name': 'ACME Ltd',
        'document.sender_address': '1 High Street\nLeeds',
        'document.date_due': '2025-01-31',
        'document.note': 'x',
      },
      createdAt: Date.parse('2025-01-01T00:00:00Z'),
      url: `${ORIGIN}/document/5`,
      documentId: '7',
      confidence: 0.9,
    });
  });

  it('names its recipient instead where the settings say so, and nobody where it has none', () => {
    const document = exported('exported', 0.9);
    const addressed = { ...document, values: new Map([['recipient_name', { text: 'Dale Ltd', confidence: 0.95 }]]) };

    expect(partyOf(addressed, 'recipient')).toMatchObject({
      fields: { company_name: 'Dale Ltd', party: 'recipient', 'document.recipient_name': 'Dale Ltd' },
      confidence: 0.95,
    });
    expect(partyOf(document, 'recipient')).toBeNull();
  });

  it('is trusted below four fifths only once somebody has accepted it', () => {
    const senders = ['to_review', 'confirmed', 'exported', 'rejected'].map((status) =>
      partyOf(exported(status, 0.79), 'sender'),
    );

    expect(senders.map((sender) => sender?.confidence)).toEqual([undefined, 0.79, 0.79, undefined]);
  });

  it('is a task that ends with acceptance or rejection and goes with the document', () => {
    const statuses = ['importing', 'to_review', 'in_workflow', 'failed_export', 'confirmed', 'rejected', 'purged'];

    const tasks = statuses.map((status) => reviewOf(exported(status, 0.9), 'sender'));

    expect(tasks.map((task) => task?.fields.completed)).toEqual([undefined, false, false, false, true, true, false]);
    expect(tasks.map((task) => task?.deleted)).toEqual([...Array(6).fill(undefined), true]);
  });

  it('is due on a date that can be read in one way only', () => {
    const due = ['2025-01-31', '01/02/2025'].map(
      (text) => reviewOf(exported('to_review', 0.9, text), 'sender')?.fields.due_at,
    );

    expect(due).toEqual(['2025-01-31T00:00:00.000Z', undefined]);
  });
});
