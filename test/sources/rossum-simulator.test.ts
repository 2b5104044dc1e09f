import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../src/sources/simulator.ts';
import { START, startVendor, type Vendor } from './rossum-vendor.ts';

let vendor: Vendor;

beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.rossum.close());

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

async function annotationIn(status: string): Promise<Row> {
  const { body } = await vendor.call('GET', `/api/v1/annotations?status=${status}&page_size=1`);
  return body.results[0] ?? {};
}

describe('signing in to the simulated Rossum', () => {
  it('gives a key that works until its 162 hours are over', async () => {
    const before = await vendor.call('GET', '/api/v1/auth/user');
    vendor.clock.advance(583_200_000);

    const after = await vendor.call('GET', '/api/v1/auth/user');

    expect(before.body).toMatchObject({ id: 1, auth_type: 'password' });
    expect(after.status).toBe(401);
    expect(after.body).toEqual({ detail: 'Invalid token.', code: 'authentication_failed' });
  });

  it('refuses a wrong password and a life longer than the longest', async () => {
    const { ROSSUM_USERNAME: username, ROSSUM_PASSWORD: password } = vendor.rossum.settings;

    const wrong = await vendor.send('POST', '/api/v1/auth/login', {}, { username, password: 'guess' });
    const greedy = await vendor.send(
      'POST',
      '/api/v1/auth/login',
      {},
      { username, password, max_token_lifetime_s: 999_999 },
    );

    expect(wrong.status).toBe(401);
    expect(greedy.status).toBe(400);
    expect(greedy.body).toHaveProperty('max_token_lifetime_s');
  });

  it('stops giving out keys to somebody who logs in again and again', async () => {
    for (let turn = 0; turn < 9; turn += 1) await vendor.login();

    const answer = await vendor.send('POST', '/api/v1/auth/login', {}, { username: 'x', password: 'y' });

    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
  });

  it('takes the old Token scheme on the core API but not on Data Storage', async () => {
    const authorization = `Token ${await vendor.login()}`;

    const core = await vendor.send('GET', '/api/v1/auth/user', { authorization });
    const storage = await vendor.send('POST', '/svc/data-storage/api/v1/collections/list', { authorization }, {});

    expect(core.status).toBe(200);
    expect(storage.status).toBe(401);
    expect(storage.body).toEqual({ code: 'error', message: 'Invalid token.' });
  });

  it('refuses the eleventh call of a second for all APIs together and says when to come back', async () => {
    const authorization = `Bearer ${await vendor.login()}`;
    for (let turn = 0; turn < 10; turn += 1) await vendor.send('GET', '/api/v1/auth/user', { authorization });

    const refused = await vendor.send('POST', '/svc/data-storage/api/v1/collections/list', { authorization }, {});
    vendor.clock.advance(1000);
    const allowed = await vendor.send('POST', '/svc/data-storage/api/v1/collections/list', { authorization }, {});

    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(allowed.status).toBe(200);
  });
});

describe('lists of the simulated Rossum', () => {
  it('pages annotations by an absolute link with a signed cursor and no total', async () => {
    const first = await vendor.call('GET', '/api/v1/annotations?page_size=20&ordering=-created_at');
    const next = first.body.pagination.next ?? '';
    const second = await vendor.call('GET', next);
    const forged = await vendor.call('GET', next.replace(/cursor=../, 'cursor=xx'));

    expect(first.body.pagination).not.toHaveProperty('total');
    expect(next).toMatch(new RegExp(`^${vendor.rossum.url}/api/v1/annotations\\?`));
    expect(new Set(ids([...first.body.results, ...second.body.results])).size).toBe(25);
    expect(second.body.pagination.next).toBeNull();
    expect(forged.status).toBe(404);
  });

  it('numbers the pages of queues, which say their total', async () => {
    const { body } = await vendor.call('GET', '/api/v1/queues?page_size=1');

    expect(body.pagination).toMatchObject({ total: 2, total_pages: 2, previous: null });
    expect(body.pagination.next).toContain('page=2');
  });

  it('filters annotations by status, queue, label and time, and sorts the untouched ones last', async () => {
    const since = new Date(START - 10.5 * 24 * 3_600_000).toISOString();
    const open = await vendor.call('GET', '/api/v1/annotations?status=to_review,postponed&queue=8101&page_size=100');
    const recent = await vendor.call('GET', `/api/v1/annotations?modified_at_after=${since}&page_size=100`);
    const all = await vendor.call('GET', '/api/v1/annotations?ordering=modified_at&page_size=100');
    const wrong = await vendor.call('GET', '/api/v1/annotations?modified_at_after=yesterday');

    expect(new Set(open.body.results.map(({ status }) => status))).toEqual(new Set(['to_review', 'postponed']));
    expect(recent.body.results.every(({ modified_at: at }) => at !== null && String(at) > since)).toBe(true);
    expect(all.body.results.at(-1)?.modified_at).toBeNull();
    expect(wrong.status).toBe(400);
    expect(wrong.body).toHaveProperty('modified_at_after');
  });

  it('brings labels along when they are sideloaded', async () => {
    const [label] = (await vendor.call('GET', '/api/v1/labels')).body.results;
    const annotation = await annotationIn('to_review');
    await vendor.call('POST', '/api/v1/labels/apply', {
      operations: { add: [label?.url] },
      objects: { annotations: [annotation.url] },
    });

    const { body } = await vendor.call('GET', `/api/v1/annotations?labels=${label?.id}&sideload=labels`);

    expect(ids(body.results)).toEqual([annotation.id]);
    expect(body.labels).toEqual([label]);
  });
});

describe('an annotation of the simulated Rossum', () => {
  it('goes through start, cancel and confirm, and answers 409 out of turn', async () => {
    const { id } = await annotationIn('postponed');
    const early = await vendor.call('POST', `/api/v1/annotations/${id}/confirm`, {});
    const start = await vendor.call('POST', `/api/v1/annotations/${id}/start`);
    await vendor.call('POST', `/api/v1/annotations/${id}/cancel`);
    const cancelled = await vendor.call('GET', `/api/v1/annotations/${id}`);
    await vendor.call('POST', `/api/v1/annotations/${id}/start`);
    const confirm = await vendor.call('POST', `/api/v1/annotations/${id}/confirm`);
    const confirmed = await vendor.call('GET', `/api/v1/annotations/${id}`);

    expect(early.status).toBe(409);
    expect(early.body.code).toBe('conflict_status');
    expect(start.body).toMatchObject({ session_timeout: '01:00:00' });
    expect(cancelled.body.status).toBe('postponed');
    expect(confirm.status).toBe(204);
    expect(['confirmed', 'exported']).toContain(confirmed.body.status);
  });

  it('is assigned one at a time and keeps metadata that replaces the old', async () => {
    const { url, id } = await annotationIn('to_review');
    const assignees = [`${vendor.rossum.url}/api/v1/users/2`];

    const assign = await vendor.call('POST', '/api/v1/annotations/assign', { annotations: [url], assignees });
    const two = await vendor.call('POST', '/api/v1/annotations/assign', { annotations: [url, url], assignees });
    await vendor.call('PATCH', `/api/v1/annotations/${id}`, { metadata: { a: 1 } });
    const { body } = await vendor.call('PATCH', `/api/v1/annotations/${id}`, { metadata: { b: 2 } });

    expect([assign.status, two.status]).toEqual([204, 400]);
    expect(body).toMatchObject({ assignees, metadata: { b: 2 } });
    expect(body).not.toHaveProperty('values');
  });

  it('shows dates as people write them and normalized, and ignores writes to a list field', async () => {
    const { id } = await annotationIn('to_review');
    const tree = (await vendor.call('GET', `/api/v1/annotations/${id}/content`)).body.content;
    const nodes = tree.flatMap(({ children }) => children);
    const node = (schemaId: string) => nodes.find((one) => one.schema_id === schemaId) ?? {};

    const { body } = await vendor.call('POST', `/api/v1/annotations/${id}/content/operations`, {
      operations: [
        { op: 'replace', id: node('date_due').id, value: { content: { value: '31/12/2026' } } },
        { op: 'replace', id: node('currency').id, value: { content: { value: 'eur' } } },
        {
          op: 'replace',
          id: node('sender_name').id,
          value: { content: { value: 'New Name' }, validation_sources: ['human'] },
        },
      ],
    });

    const after = body.content.flatMap(({ children }) => children);
    const named = (schemaId: string) => after.find((one) => one.schema_id === schemaId);
    expect(node('date_due').content).toMatchObject({ value: expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/) });
    expect(named('date_due')?.content).toMatchObject({ value: '31/12/2026', normalized_value: '2026-12-31' });
    expect(named('currency')?.content).toMatchObject({ value: 'gbp' });
    expect(named('sender_name')?.validation_sources).toContain('human');
  });

  it('is exported with exportable fields only, under the filters of the list', async () => {
    const { body } = await vendor.call('GET', '/api/v1/queues/8101/export?format=json&status=exported&page_size=2');

    const [first] = body.results as { content: { children: Row[] }[]; status: string; document: Row }[];
    const fields = first?.content.flatMap(({ children }) => children.map((child) => child.schema_id));
    expect(body.pagination.next).toContain('page=2');
    expect(first?.status).toBe('exported');
    expect(first?.document.file_name).toMatch(/\.pdf$/);
    expect(fields).toContain('sender_vat_id');
    expect(fields).not.toContain('payment_state');
  });

  it('has a schema whose multivalue holds one object where sections hold lists', async () => {
    const { body } = await vendor.call('GET', '/api/v1/schemas/31336');

    const lines = body.content.find(({ children }) => children[0]?.category === 'multivalue')?.children[0];
    expect(lines?.children).toMatchObject({
      category: 'tuple',
      children: [{ rir_field_names: ['item_description'] }, {}],
    });
  });
});

describe('labels and notes of the simulated Rossum', () => {
  it('makes, renames and deletes labels, and takes deleted ones off their annotations', async () => {
    const made = await vendor.call('POST', '/api/v1/labels', { name: 'Urgent' });
    const { url, id } = await annotationIn('to_review');
    const objects = { annotations: [url] };
    await vendor.call('POST', '/api/v1/labels/apply', { operations: { add: [made.body.url] }, objects });
    const renamed = await vendor.call('PATCH', `/api/v1/labels/${made.body.id}`, { name: 'Now', color: '#112233' });

    const deleted = await vendor.call('DELETE', `/api/v1/labels/${made.body.id}`);

    const annotation = await vendor.call('GET', `/api/v1/annotations/${id}`);
    const nameless = await vendor.call('POST', '/api/v1/labels', {});
    expect([made.status, deleted.status, nameless.status]).toEqual([201, 204, 400]);
    expect(made.body.color).toBeNull();
    expect(renamed.body).toMatchObject({ name: 'Now', color: '#112233' });
    expect(annotation.body.labels).toEqual([]);
    expect(nameless.body).toEqual({ name: ['This field is required.'] });
  });

  it('keeps notes on annotations until the vendor takes the endpoint away', async () => {
    const { url, id } = await annotationIn('to_review');
    const made = await vendor.call('POST', '/api/v1/notes', { content: 'Check the date', annotation: url });
    const listed = await vendor.call('GET', `/api/v1/notes?annotation=${id}`);

    vendor.rossum.notesMissing = true;
    const gone = await vendor.call('GET', '/api/v1/notes?page_size=1');

    expect(made.body).toMatchObject({ type: 'rejection', modified_at: null });
    expect(ids(listed.body.results)).toEqual([made.body.id]);
    expect(gone.status).toBe(404);
    expect(gone.body).toEqual({ detail: 'Not found.', code: 'not_found' });
  });
});
