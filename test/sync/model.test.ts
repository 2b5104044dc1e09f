import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJumpClock } from '../support/jump-clock.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { createMergeModel, type MergeModel } from './chaos/merge-model.ts';
import { heldBy } from './chaos/places.ts';
import { plan } from './chaos/plan.ts';
import { createPostman, type Postman } from './chaos/postman.ts';
import { type Held, SHAPES } from './chaos/vendor-shapes.ts';
import { CONTACT, CREATE_CONTACT, UPDATE_CONTACT } from './documents.ts';
import { settled, until, writesTo } from './scene.ts';

const FIELDS = ['firstName', 'lastName', 'website'] as const;
/** Commusoft keeps no website that could be written, and does not say when a customer changed. */
const PLACES = {
  ghl: { fields: FIELDS, stamps: true },
  rossum: { fields: FIELDS, stamps: true },
  commusoft: { fields: ['firstName', 'lastName'], stamps: false },
};
const SYSTEMS = ['ghl', 'rossum', 'commusoft'] as const;
const INITIAL = { firstName: 'First', lastName: 'Last', website: 'https://a.example' };

/** A caller's change or a person's edit, a poll of one system, or a webhook brought now, again, or never. */
type Step =
  | {
      readonly kind: 'edit';
      readonly by: (typeof SYSTEMS)[number] | 'gateway';
      readonly field: (typeof FIELDS)[number];
      readonly value: 'a' | 'b' | 'c';
    }
  | { readonly kind: 'poll'; readonly system: (typeof SYSTEMS)[number] }
  | { readonly kind: 'bring' | 'repeat' | 'lose'; readonly which: number };

const edit = fc.record({
  kind: fc.constant('edit' as const),
  by: fc.constantFrom('gateway' as const, ...SYSTEMS),
  field: fc.constantFrom(...FIELDS),
  value: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
});
const poll = fc.record({ kind: fc.constant('poll' as const), system: fc.constantFrom(...SYSTEMS) });
const notice = fc.record({
  kind: fc.constantFrom('bring' as const, 'repeat' as const, 'lose' as const),
  which: fc.nat(5),
});
const story: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: edit }, { weight: 2, arbitrary: poll }, { weight: 2, arbitrary: notice }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

const clock = createJumpClock();
let world: World;
let postman: Postman;
let told = 0;

beforeAll(async () => {
  world = await startWorld({ clock, people: () => [], env: { SYNC_EVERY: '999h' } });
  postman = await createPostman(world);
});
afterAll(async () => {
  await postman.close();
  await closeWorlds();
});

/** Waits until nothing is left to be read or written. */
async function quiet(): Promise<void> {
  const { inbox } = world.running.gateway.sync.store;
  await until(world, async () => (await inbox.nextDue(0)) === null);
  await settled(world);
}

async function pollNow(system: string): Promise<void> {
  const { finished } = await world.running.gateway.engine.run({ system, kinds: ['contact'], trigger: 'request' });
  expect((await finished).error).toBeNull();
}

/** One story, acted out in the real thing and in the model. */
function actOut(id: string, email: string, model: MergeModel) {
  const seen: Postman['letters'] = [];
  const valueIn = (field: string, value: string) =>
    field === 'website' ? `https://${value}.example` : `${field} ${value}`;
  const rowIn = (system: string) =>
    heldBy(system, world.simulator(system)).find(({ marker }) => marker === email) as Held;
  const take = (which: number) => postman.letters.splice(which % Math.max(1, postman.letters.length), 1)[0];

  return async (step: Step): Promise<void> => {
    clock.leap(1_000);
    const now = clock.now();
    if (step.kind === 'edit') {
      const value = valueIn(step.field, step.value);
      if (step.by === 'gateway') {
        model.call(step.field, value, now);
        await world.query(UPDATE_CONTACT, { input: { id, [step.field]: value } });
      } else {
        const shape = SHAPES[step.by]?.contact;
        const column = shape?.columns[step.field];
        if (!column || !shape || rowIn(step.by).fields[step.field] === value) return;
        model.edit(step.by, step.field, value, now);
        world.simulator(step.by).tables[shape.table]?.change(rowIn(step.by).id, { [column]: value });
      }
    } else if (step.kind === 'poll') {
      model.look(step.system, now);
      await pollNow(step.system);
    } else {
      const letter = step.kind === 'repeat' ? seen[step.which % Math.max(1, seen.length)] : take(step.which);
      if (!letter || step.kind === 'lose') return;
      seen.push(letter);
      if (step.kind !== 'repeat') model.look(letter.system, now);
      await postman.bring(letter);
    }
    await quiet();
  };
}

describe('whatever is changed where, and however the news of it comes', () => {
  it(
    'everybody ends with what the rules of merging say, in few writes',
    async () => {
      await fc.assert(
        fc.asyncProperty(story, async (steps) => {
          told += 1;
          postman.letters.splice(0);
          clock.leap(60_000);
          const email = `story-${told}@model.example`;
          const { data } = await world.query(CREATE_CONTACT, { input: { ...INITIAL, email } });
          const id = data?.createContact.contact?.id ?? '';
          await quiet();
          postman.letters.splice(0);
          const model = createMergeModel(PLACES, INITIAL, clock.now());
          const before = world.systems.map((system) => world.simulator(system).calls.length);
          const act = actOut(id, email, model);

          for (const step of steps) await act(step);
          for (const system of SYSTEMS) await act({ kind: 'poll', system });

          const writes = world.systems.flatMap((system, i) => writesTo(world.simulator(system), before[i]));
          const edits = steps.filter(({ kind }) => kind === 'edit').length;
          const contact = (await world.query(CONTACT, { by: { id } }, { 'x-max-age': '999999999' })).data?.contact;
          for (const field of FIELDS.filter((name) => !model.disputed.has(name))) {
            const wanted = model.entity[field]?.value;
            expect([field, contact?.[field]]).toEqual([field, wanted]);
            for (const system of SYSTEMS) {
              const held = heldBy(system, world.simulator(system)).find(({ marker }) => marker === email);
              expect([system, field, held?.fields[field] ?? wanted]).toEqual([system, field, wanted]);
            }
          }
          expect(writes.length).toBeLessThanOrEqual(5 * edits);
        }),
        { numRuns: 6 * plan.rounds, seed: plan.seed },
      );
    },
    60_000 + 20_000 * plan.rounds,
  );
});
