import { afterEach, describe, expect, it } from 'vitest';
import type { Fault, Simulator } from '../../src/sources/simulator.ts';
import { createJumpClock } from '../support/jump-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONTACT, CREATE_CONTACT, UPDATE_CONTACT } from './documents.ts';
import { rowWith, settled } from './scene.ts';

afterEach(closeWorlds);

const PUT = '^PUT /contacts/';

async function scene(): Promise<{ world: World; id: string; ghl: Simulator }> {
  const world = await startWorld({
    systems: ['ghl', 'rossum'],
    clock: createJumpClock(),
    people: () => samplePeople(1),
  });
  const given = { firstName: 'First', lastName: 'Last', email: 'ada@example.com' };
  const { data } = await world.query(CREATE_CONTACT, { input: given });
  await settled(world);
  return { world, id: data?.createContact.contact?.id ?? '', ghl: world.simulator('ghl') };
}

/** Does that as soon as the system has received a call with such a body, before it does what the call asks for. */
function uponCall({ calls }: Simulator, body: string, act: () => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    calls.push = (...added) => {
      if (added.some((call) => JSON.stringify(call.body)?.includes(body))) {
        calls.push = Array.prototype.push;
        act().then(resolve, reject);
      }
      return Array.prototype.push.apply(calls, added);
    };
  });
}

describe("a caller's change that is newer than a write still on its way", () => {
  const stands = async (faults: readonly Fault[], before: readonly object[] = []) => {
    const { world, id, ghl } = await scene();
    ghl.faults.push(...faults);
    const change = (fields: object) => world.query(UPDATE_CONTACT, { input: { id, waitFor: 'ACCEPTED', ...fields } });
    const newer = uponCall(ghl, 'Earlier', () => change({ firstName: 'Newer' }));

    for (const fields of before) await change(fields);
    await change({ firstName: 'Earlier' });
    await newer;
    await settled(world);

    expect((await world.query(CONTACT, { by: { id } })).data?.contact?.firstName).toBe('Newer');
    for (const [system, column] of [
      ['ghl', 'firstName'],
      ['rossum', 'first_name'],
    ] as const)
      expect(rowWith(world, system, 'contacts', 'email', 'ada@example.com')).toMatchObject({ [column]: 'Newer' });
  };

  it('stands when that write arrived, though every answer to it came too late', async () => {
    await stands([{ match: PUT, kind: 'late-answer', ms: 8_000, times: 3 }]);
  });

  it('stands when a webhook tells of that write before its answer comes', async () => {
    await stands([{ match: PUT, kind: 'late-answer', ms: 5_000, times: 1 }]);
  });

  it('stands when that write went out together with an older one that had failed', async () => {
    await stands(
      [
        { match: PUT, kind: 'status', status: 503, times: 3 },
        { match: PUT, kind: 'late-answer', ms: 8_000, times: 3 },
      ],
      [{ lastName: 'Failed' }],
    );
  });
});
