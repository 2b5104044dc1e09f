import { afterEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/store/access-store.ts';
import { engines, type Place } from '../support/databases.ts';
import { T0 } from './things.ts';
import { describeStore, FIRST_PAGE, walk } from './world.ts';

const entry = (action: string, changes: Partial<AuditEntry> = {}): Omit<AuditEntry, 'seq'> => ({
  at: T0,
  actor: 'key_1',
  actorName: 'The till',
  action,
  subject: 'con_1',
  outcome: 'DONE',
  detail: { given: ['id', 'address.city'], errors: [{ code: 'INVALID', path: 'input.phone' }] },
  askedFrom: '203.0.113.7',
  correlationId: 'cor_1',
  ...changes,
});

const actionsOf = ({ items }: { items: readonly AuditEntry[] }) => items.map(({ action }) => action);

describeStore('the audit log', ({ newStore, elsewhere }) => {
  it('answers what was kept, newest first, a page at a time in either direction', async () => {
    const store = newStore();
    const kept = ['one', 'two', 'three', 'four', 'five'].map((action, i) => entry(action, { at: T0 - i }));
    for (const one of kept) await store.audit.append(one);

    const forward = await walk((page) => store.audit.page({}, page), 2, true);
    const backward = await walk((page) => store.audit.page({}, page), 2, false);

    expect(forward).toMatchObject(kept.toReversed());
    expect(backward).toEqual(forward);
    expect(forward.map(({ seq }) => seq)).toEqual(forward.map(({ seq }) => seq).sort((a, b) => b - a));
    expect((await store.audit.page({}, FIRST_PAGE)).total).toBe(5);
  });

  it('keeps what is nobody, nothing and nowhere', async () => {
    const store = newStore();
    const nothing = entry('cli keys', { actor: null, actorName: 'operator', subject: null, askedFrom: null });
    await store.audit.append(nothing);

    expect((await store.audit.page({}, FIRST_PAGE)).items).toMatchObject([nothing]);
  });

  it.each([
    ['an actor', { actor: 'jwt:ann' }, ['a']],
    ['some actions', { actions: ['b', 'c'] }, ['c', 'b']],
    ['no action', { actions: [] }, []],
    ['a subject', { subject: 'con_2' }, ['c']],
    ['an outcome', { outcome: 'REFUSED' }, ['b']],
    ['a time, from it on and before it', { from: T0 + 1, to: T0 + 2 }, ['b']],
    ['several at once', { actions: ['a', 'b'], actor: 'jwt:ann' }, ['a']],
  ] as const)('is restricted by %s', async (_, filter, expected) => {
    const store = newStore();
    await store.audit.append(entry('a', { actor: 'jwt:ann' }));
    await store.audit.append(entry('b', { outcome: 'REFUSED', at: T0 + 1 }));
    await store.audit.append(entry('c', { subject: 'con_2', at: T0 + 2 }));

    const page = await store.audit.page(filter, FIRST_PAGE);

    expect(actionsOf(page)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  it('is one of its workspace, seen by all who look at that', async () => {
    const [store, stranger] = [newStore(), newStore()];
    await store.audit.append(entry('ours'));

    expect(actionsOf(await (await elsewhere(store)).audit.page({}, FIRST_PAGE))).toEqual(['ours']);
    expect(actionsOf(await stranger.audit.page({}, FIRST_PAGE))).toEqual([]);
  });

  it('has nothing of a transaction that is taken back', async () => {
    const store = newStore();
    const broken = store.transaction(async (tx) => {
      await tx.audit.append(entry('undone'));
      throw new Error('taken back');
    });

    await expect(broken).rejects.toThrow('taken back');
    expect(actionsOf(await store.audit.page({}, FIRST_PAGE))).toEqual([]);
  });
});

const REPLACED = `insert or replace into audit (seq, workspace, at, actor_name, action, outcome, detail, correlation_id)
  values (1, 'w', 0, 'nobody', 'nothing', 'DONE', '{}', 'cor_2')`;
const INSISTED = REPLACED.replace('or replace ', '')
  .replace('values', 'overriding system value values')
  .concat(" on conflict (seq) do update set action = 'nothing'");

for (const engine of engines)
  describe.skipIf(!engine.available)(`somebody at the database of ${engine.name}`, () => {
    let place: Place | null = null;
    afterEach(async () => place?.remove());

    it.each(
      [
        ['change an entry', "update audit set action = 'nothing'"],
        ['change what is not there', 'update audit set at = 0 where seq < 0', 'postgres'],
        ['remove an entry', 'delete from audit'],
        ['empty the log', 'truncate audit', 'postgres'],
        ['put another in the place of one', engine.name === 'postgres' ? INSISTED : REPLACED],
      ].filter(([, , only]) => only === undefined || only === engine.name),
    )('cannot %s', async (_, statement = '') => {
      place = await engine.place();
      const { audit } = (await place.open()).store('w');
      await audit.append(entry('kept'));

      await expect(place.query(statement)).rejects.toThrow(/append-only/);
      await audit.append(entry('and more'));
      expect(actionsOf(await audit.page({}, FIRST_PAGE))).toEqual(['and more', 'kept']);
    });
  });
