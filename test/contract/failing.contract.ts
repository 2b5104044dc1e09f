import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/base/errors.ts';
import type { Fault } from '../../src/sources/simulator.ts';
import { createManualClock, type ManualClock } from '../support/clock.ts';
import { type Connection, connect, connectTo, problemOf, recordsOf } from './connection.ts';
import type { Subject } from './subject.ts';

/** No request gives up earlier than this, and no repetition waits longer. */
const LONGEST_BACKOFF_MS = 2000;

/** What holds for a source whose system does not do as it is asked. */
export function describeFailing(subject: Subject): void {
  const { definition, kinds } = subject;
  let connection: Connection;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = createManualClock(Date.now());
    connection = await connect(subject, { clock });
    await connection.source.probe();
  });
  afterEach(() => outlast(connection.close(), Number.POSITIVE_INFINITY));

  const suffer = (...faults: Fault[]) => connection.vendor.faults.splice(0, Number.POSITIVE_INFINITY, ...faults);

  /** Moves the clock over every wait of at most `longest` milliseconds until the attempt has ended. */
  async function outlast<T>(attempt: Promise<T>, longest = LONGEST_BACKOFF_MS): Promise<T> {
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    const over = attempt.then(end, end);
    while (!isOver) {
      await Promise.race([over, clock.timer(0, longest)]);
      const [soonest = 0] = clock.pending();
      await clock.advance(Math.min(soonest, longest));
    }
    return attempt;
  }

  describe('a credential that is refused', () => {
    it('is told as UNAUTHORIZED, whichever part of it is wrong, and no text holds a part of it', async () => {
      const given = { ...connection.vendor.settings };
      const problems: { name: string; code: string; text: string }[] = [];
      for (const [name, value] of Object.entries(given)) {
        const wrong = { ...given, [name]: `${value.slice(0, -1)}${value.endsWith('9') ? '8' : '9'}` };
        if (!definition.settings.safeParse(wrong).success || /URL$/.test(name)) continue;
        const mistaken = connectTo(definition, wrong, clock);
        const failure = await mistaken.source.probe().then(
          () => null,
          (error: Problem) => error,
        );
        await mistaken.close();
        if (failure) problems.push({ name, code: failure.code, text: `${failure.message} ${failure.stack}` });
        for (const secret of [wrong[name] ?? '', value].filter((one) => one.length > 5)) {
          expect(failure?.message ?? '').not.toContain(secret);
        }
      }

      expect(problems.map(({ code }) => code)).toContain('UNAUTHORIZED');
      expect(problems.filter(({ code }) => !['UNAUTHORIZED', 'FORBIDDEN'].includes(code))).toEqual([]);
    });

    it('is told by every read as well, once it is revoked', async () => {
      suffer({ kind: 'status', status: 401 });

      for (const kind of kinds) {
        const problem = await problemOf(outlast(recordsOf(connection.collection(kind))));

        expect(problem).toMatchObject({ code: 'UNAUTHORIZED' });
      }
    });
  });

  describe('a spent budget', () => {
    it('is waited for as long as the system says', async () => {
      suffer({ kind: 'status', status: 429, retryAfter: 2, times: 1 });
      const before = connection.vendor.calls.length;

      const probing = connection.source.probe();
      await clock.timer(2000);
      await clock.advance(1999);
      const within = connection.vendor.calls.length - before;
      await clock.advance(1);
      await probing;

      expect(within).toBe(1);
      expect(connection.vendor.calls.length - before).toBe(2);
    });

    it('that lasts is RATE_LIMITED, with the time to try again', async () => {
      suffer({ kind: 'status', status: 429, retryAfter: 60 });

      const problem = await problemOf(connection.source.probe());

      expect(problem).toMatchObject({ code: 'RATE_LIMITED', retry: { afterMs: 60_000 } });
    });
  });

  describe.each<[string, Fault, string, number?]>([
    ['hangs', { kind: 'hang' }, 'TIMEOUT', Number.POSITIVE_INFINITY],
    ['cuts the connection', { kind: 'cut' }, 'UNAVAILABLE'],
    ['is down', { kind: 'status', status: 503 }, 'UNAVAILABLE'],
    ['answers half a text', { kind: 'malformed' }, 'MALFORMED'],
  ])('a system that %s', (_, fault, code, longest = LONGEST_BACKOFF_MS) => {
    it(`makes the probe fail with ${code}, worth trying later`, async () => {
      suffer(fault);

      const problem = await problemOf(outlast(connection.source.probe(), longest));

      expect(problem).toMatchObject({ code, retry: 'later' });
      expect(problem.message).toContain(definition.name);
    });

    it.each(kinds)('makes the scan of every %s fail: a part is never taken for the whole', async (kind) => {
      suffer(fault);

      const problem = await problemOf(outlast(recordsOf(connection.collection(kind)), longest));

      expect(problem).toMatchObject({ code, retry: 'later' });
    });

    it.each(kinds)('never makes a %s that is read look absent', async (kind) => {
      const collection = connection.collection(kind);
      const [record] = await recordsOf(collection);
      suffer(fault);

      const { id = '', contactId } = record ?? {};
      const reading = collection.read([{ id, ...(contactId ? { contactId } : {}) }]);
      const [answer] = await outlast(reading, longest).catch((error: unknown) => [error]);

      // What was read a moment ago may be known still.
      expect(answer).toMatchObject(answer instanceof Error ? { name: 'Problem', code } : { id });
    });
  });
}
