import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SimulatedCall } from '../../src/sources/simulator.ts';
import {
  ADA,
  type Connection,
  connect,
  crowd,
  everyCall,
  NO_SPECIFICATION,
  pagesOf,
  recordsOf,
  specification,
  writerOf,
} from './ghl-connection.ts';

let ghl: Connection;

beforeEach(async () => {
  ghl = await connect([ADA, ...crowd(20)]);
});

afterEach(() => ghl.close());

/** The cursor a poller would remember after reading everything there is behind `cursor`. */
async function readOn(cursor: string | null): Promise<{ readonly ids: string[]; readonly cursor: string | null }> {
  const pages = await pagesOf(ghl.contacts.scan(cursor));
  const ids = pages.flatMap(({ records }) => records.map(({ id }) => id));
  return { ids, cursor: pages.at(-1)?.resume ?? null };
}

const edit = (lastName: string, city: string) => ghl.vendor.tables.contacts?.change(ghl.idOf(lastName), { city });

describe('a scan of contacts', () => {
  it('brings everything once, then what changed', async () => {
    const all = await readOn(null);
    ghl.advance(3_600_000);
    edit('Crowd3', 'Hull');
    const changed = await readOn(all.cursor);

    expect(new Set(all.ids).size).toBe(21);
    expect(all.ids).toHaveLength(21);
    expect(changed.ids).toContain(ghl.idOf('Crowd3'));
    expect(changed.ids).not.toContain(ghl.idOf('Marsh'));
  });

  it('loses no change made in the same millisecond as the last one seen', async () => {
    const all = await readOn(null);
    ghl.advance(3_600_000);
    edit('Crowd3', 'Hull');
    const first = await readOn(all.cursor);
    edit('Crowd4', 'Hull');
    const second = await readOn(first.cursor);
    ghl.advance(3_600_000);
    const third = await readOn(second.cursor);
    edit('Crowd5', 'Hull');
    const fourth = await readOn(third.cursor);

    expect(second.ids).toContain(ghl.idOf('Crowd4'));
    expect(fourth.ids).toContain(ghl.idOf('Crowd5'));
  });

  it('loses no change that the search index brought late', async () => {
    ghl.advance(3_600_000);
    const all = await readOn(null);
    ghl.vendor.lagMs = 60_000;
    edit('Crowd3', 'Hull');
    ghl.advance(30_000);
    ghl.vendor.lagMs = 0;
    edit('Crowd4', 'Hull');
    const early = await readOn(all.cursor);
    ghl.advance(31_000);
    const late = await readOn(early.cursor);

    expect([...early.ids, ...late.ids]).toEqual(expect.arrayContaining([ghl.idOf('Crowd3'), ghl.idOf('Crowd4')]));
  });

  it('costs one call when nothing changed', async () => {
    const all = await readOn(null);
    ghl.advance(3_600_000);
    const quiet = await readOn(all.cursor);
    ghl.calls();
    await readOn(quiet.cursor);

    expect(ghl.calls()).toEqual(['POST /contacts/search']);
  });

  it('starts from the beginning where its cursor cannot be read', async () => {
    expect((await readOn('no cursor')).ids).toHaveLength(21);
    expect((await readOn('{"from":"?"}')).ids).toHaveLength(21);
  });
});

describe('a scan of more contacts than fit in a page', () => {
  it('goes on behind any page, contacts changed in the same millisecond included', async () => {
    const many = await connect(crowd(250));
    many.vendor.lowerCaseNames = false;
    const pages = await pagesOf(many.contacts.scan(null));
    const rest = await recordsOf(many.contacts.scan(pages[0]?.resume ?? null));

    expect(pages.map(({ records, total }) => [records.length, total])).toEqual([
      [100, 250],
      [100, 250],
      [50, 250],
    ]);
    expect(new Set(pages.flatMap(({ records }) => records.map(({ id }) => id))).size).toBe(250);
    expect(rest.map(({ id }) => id)).toEqual(pages.slice(1).flatMap(({ records }) => records.map(({ id }) => id)));
    await many.close();
  });
});

describe('businesses', () => {
  it('are read by id with the contacts that belong to them', async () => {
    const [row] = ghl.vendor.tables.businesses?.list() ?? [];
    const id = String(row?.id);
    const read = await ghl.source.businesses?.read([id, '63771dcac1116f0e21de8e12', 'a/b']);
    const members = await recordsOf(ghl.source.businesses?.contacts(id) ?? ghl.contacts.scan(null));

    expect(read).toEqual([{ id, name: 'Marsh Lettings' }, null, expect.objectContaining({ code: 'INVALID' })]);
    expect(members).toMatchObject([{ id: ghl.idOf('Marsh'), fields: { firstName: 'Ada', businessId: id } }]);
  });
});

describe('webhooks', () => {
  interface Delivery {
    readonly raw: Buffer;
    readonly headers: Record<string, string | undefined>;
  }

  /** What HighLevel sends because of `act`, once an event of each of these types has come; they come in any order. */
  async function sentBy(act: () => unknown, ...types: readonly string[]): Promise<Delivery[]> {
    const deliveries: Delivery[] = [];
    const missing = new Set(types);
    let done: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      done = resolve;
    });
    const inbox = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const raw = Buffer.concat(chunks);
      deliveries.push({ raw, headers: request.headers as Delivery['headers'] });
      response.end();
      missing.delete(JSON.parse(raw.toString()).type);
      if (missing.size === 0) done();
    });
    await new Promise<void>((resolve) => inbox.listen(0, '127.0.0.1', resolve));
    ghl.vendor.webhooks.url = `http://127.0.0.1:${(inbox.address() as AddressInfo).port}/`;
    await act();
    await finished;
    inbox.closeAllConnections();
    inbox.close();
    return deliveries;
  }

  const hooks = () => {
    if (!ghl.source.webhooks) throw new Error('There are no webhooks');
    return ghl.source.webhooks;
  };

  it('are accepted with the signature HighLevel made over these very bytes, and no other', async () => {
    const [delivery] = await sentBy(() => edit('Marsh', 'Hull'), 'ContactUpdate');
    const { raw, headers } = delivery ?? { raw: Buffer.alloc(0), headers: {} };
    const tampered = Buffer.from(raw.toString().replace('Hull', 'Bath'));
    const published = await connect([], { GHL_WEBHOOK_PUBLIC_KEY: undefined });

    expect(hooks().verify(raw, headers)).toBe(true);
    expect(hooks().verify(tampered, headers)).toBe(false);
    expect(hooks().verify(raw, { ...headers, 'x-ghl-signature': 'N/A' })).toBe(false);
    expect(hooks().verify(raw, { 'x-wh-signature': headers['x-ghl-signature'] })).toBe(false);
    expect(published.source.webhooks?.verify(raw, headers)).toBe(false);
    await published.close();
  });

  it('tell which record to look at, of this location only', async () => {
    const contactId = ghl.idOf('Marsh');
    ghl.vendor.bareTaskCreate = true;
    const act = async () => {
      const task = await writerOf(ghl.tasks).create({ key: 'k', contactId, fields: { title: 'Ring' } });
      await writerOf(ghl.contacts).update({ id: contactId }, { tags: ['gas'] }, { tags: [] });
      const start = '2025-06-10T09:00:00Z';
      await writerOf(ghl.appointments).create({ key: 'k', contactId, fields: { title: 'Fit', startTime: start } });
      await writerOf(ghl.tasks).remove(task);
      await writerOf(ghl.notes).create({ key: 'k', contactId, fields: { body: 'Last' } });
    };
    const types = ['TaskCreate', 'TaskDelete', 'ContactTagUpdate', 'AppointmentCreate', 'NoteCreate'];
    const deliveries = await sentBy(act, ...types);
    const bodies = deliveries.map(({ raw }) => JSON.parse(raw.toString()));
    const of = (type: string) => hooks().notices(bodies.find((body) => body.type === type));
    const id = expect.any(String);

    expect(of('TaskCreate')).toEqual([{ kind: 'task', id }]);
    expect(of('TaskDelete')).toEqual([{ kind: 'task', id, contactId }]);
    expect(of('ContactTagUpdate')).toEqual([{ kind: 'contact', id: contactId }]);
    expect(of('AppointmentCreate')).toEqual([{ kind: 'appointment', id, contactId }]);
    expect(of('NoteCreate')).toEqual([{ kind: 'note', id, contactId }]);
    expect(hooks().notices({ ...bodies[0], locationId: 'another' })).toEqual([]);
    expect(hooks().notices({ type: 'INSTALL', locationId: ghl.locationId, id: 'x' })).toEqual([]);
    expect(hooks().notices('nothing')).toEqual([]);
  });

  it('carry an id that is the same when they are repeated', () => {
    const hook = hooks();

    expect(hook.deliveryId({ webhookId: 'w1' }, { deliveryid: 'd1' })).toBe('w1');
    expect(hook.deliveryId({}, { deliveryId: 'd1' })).toBe('d1');
    expect(hook.deliveryId({}, {})).toBeNull();
  });
});

describe('the specification', () => {
  const call = (method: string, path: string, body?: unknown, version = '2021-07-28'): SimulatedCall => ({
    at: 0,
    method,
    path,
    headers: { version },
    body,
    status: 200,
  });

  it('objects to what HighLevel would refuse', (context) => {
    if (!specification) return context.skip(NO_SPECIFICATION);

    expect(specification.objections([call('PUT', '/contacts/a', { city: null })])).toEqual([]);
    expect(specification.objections([call('PUT', '/contacts/a', { companyName: 'X' })])).toHaveLength(1);
    expect(specification.objections([call('PUT', '/contacts/a', { country: null })])).toHaveLength(1);
    expect(specification.objections([call('GET', '/calendars/events')])).toHaveLength(1);
    expect(specification.objections([call('GET', '/contact/a')])).toHaveLength(1);
  });

  it('allows every call these tests made', (context) => {
    if (!specification) return context.skip(NO_SPECIFICATION);

    expect(everyCall.length).toBeGreaterThan(30);
    expect(specification.objections(everyCall)).toEqual([]);
  });
});
