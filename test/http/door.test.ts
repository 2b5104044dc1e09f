import type { ExecutionResult } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/base/errors.ts';
import { createLogger } from '../../src/base/logger.ts';
import { withIncluded } from '../../src/graphql/caller.ts';
import type { Gateway } from '../../src/graphql/context.ts';
import type { Claims } from '../../src/http/door/claims.ts';
import { readCredential, unauthorized } from '../../src/http/door/credential.ts';
import { createIdentify, type Recognition } from '../../src/http/door/identify.ts';
import { type Circumstances, opennessOf, warningOf } from '../../src/http/door/openness.ts';
import { watchCredential } from '../../src/http/door/watch.ts';
import { endedBy } from '../../src/http/ending.ts';
import type { Visit } from '../../src/http/visit.ts';
import type { KeyLookup } from '../../src/store/key-lookup.ts';
import { createManualClock } from '../support/clock.ts';

const clock = createManualClock();
const gatewayOfName = (name: string) => ({ name, sync: { clock } }) as unknown as Gateway;
const DEFAULT = gatewayOfName('default');
const ACME = gatewayOfName('acme');

const ann: Claims = { subject: 'ann', name: 'Ann', scopes: withIncluded(['admin']), workspace: null, until: 1 };

/** Whoever shows a token says what a test lets it say. */
function identifyBy(changes: Partial<Omit<Recognition, 'workspaces'>> & { others?: boolean } = {}) {
  return createIdentify({
    isOpen: false,
    keys: { find: async () => null } as unknown as KeyLookup,
    checkToken: async () => ann,
    clock,
    log: createLogger('silent'),
    workspaces: {
      standard: 'default',
      gatewayOf: async (name) => ({ default: DEFAULT, acme: ACME })[name] ?? null,
      hasOthers: async () => changes.others ?? false,
    },
    ...changes,
  });
}

const show = (authorization?: string) => ({ authorization, from: '198.51.100.1' });
const TOKEN = 'Bearer a.b.c';

describe('what is shown', () => {
  it.each([
    'Basic YTpi',
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'trb_x',
    'Bearer nonsense',
    'Bearer a.b',
    'Bearer a.b.c.d',
    `Bearer ${'a'.repeat(9_000)}`,
  ])('%j is none of ours, and not repeated', (text) => {
    const answer = readCredential(text);

    expect(answer).toBeInstanceOf(Problem);
    expect(answer).toMatchObject({ code: 'UNAUTHORIZED', message: expect.stringMatching(/^What was shown/) });
    expect((answer as Problem).message).not.toContain('nonsense');
  });

  it.each<[string | undefined, object]>([
    [undefined, { kind: 'none' }],
    [' ', { kind: 'none' }],
    ['bearer  trb_x ', { kind: 'key', secret: 'trb_x' }],
    ['Bearer a.b-_.c', { kind: 'token', token: 'a.b-_.c' }],
  ])('%j is understood', (text, expected) => {
    expect(readCredential(text)).toEqual(expected);
  });
});

describe('who asks', () => {
  it('is anybody where the gateway is open and nothing is shown', async () => {
    expect(await identifyBy({ isOpen: true })(show())).toMatchObject({
      gateway: DEFAULT,
      caller: { id: null, workspace: 'default', scopes: withIncluded(['admin']), from: '198.51.100.1', until: null },
    });
  });

  it('is refused where it is closed and nothing is shown, with words that say how', async () => {
    expect(await identifyBy()(show())).toMatchObject({
      code: 'UNAUTHORIZED',
      message: expect.stringContaining('Bearer'),
    });
  });

  it('is checked also where the gateway is open', async () => {
    const identify = identifyBy({ isOpen: true, checkToken: async () => unauthorized('no') });

    expect(await identify(show(TOKEN))).toMatchObject({ code: 'UNAUTHORIZED', message: 'no' });
    expect(await identify(show(`Bearer trb_${'0'.repeat(32)}_${'a'.repeat(43)}`))).toMatchObject({
      code: 'UNAUTHORIZED',
    });
    expect(await identifyBy({ isOpen: true, checkToken: null })(show(TOKEN))).toMatchObject({
      message: 'Tokens are not taken here: show an API key',
    });
  });

  it('is the subject of a token, in the workspace that it names', async () => {
    const identify = identifyBy({ checkToken: async () => ({ ...ann, workspace: 'acme' }), others: true });

    expect(await identify(show(TOKEN))).toMatchObject({
      gateway: ACME,
      caller: { id: 'jwt:ann', name: 'Ann', workspace: 'acme', until: 1 },
    });
  });

  it('by a token that names no workspace is of the only one; where there are several, nobody', async () => {
    expect(await identifyBy()(show(TOKEN))).toMatchObject({ gateway: DEFAULT, caller: { workspace: 'default' } });
    expect(await identifyBy({ others: true })(show(TOKEN))).toMatchObject({
      code: 'UNAUTHORIZED',
      message: expect.stringContaining('must name one in its claim "workspace"'),
    });
  });

  it('by a token for a workspace that is not here is nobody', async () => {
    const identify = identifyBy({ checkToken: async () => ({ ...ann, workspace: 'gone' }) });

    expect(await identify(show(TOKEN))).toMatchObject({
      code: 'UNAUTHORIZED',
      message: expect.not.stringContaining('gone'),
    });
  });

  it('is not let in where it cannot be found out', async () => {
    const broken = identifyBy({
      checkToken: async () => {
        throw new Error('postgres://user:word@db');
      },
    });
    const unreachable = identifyBy({
      checkToken: async () => {
        throw new Problem('UNAVAILABLE', 'The keys cannot be had', 'later');
      },
    });

    expect(await broken(show(TOKEN))).toMatchObject({
      code: 'UNAVAILABLE',
      message: 'Who asks cannot be found out just now; try again later',
    });
    expect(await unreachable(show(TOKEN))).toMatchObject({ code: 'UNAVAILABLE', message: 'The keys cannot be had' });
  });

  it('is told in words that fit into the reason of a closing WebSocket', async () => {
    const answers = [await identifyBy()(show()), readCredential('x'), await identifyBy({ others: true })(show(TOKEN))];

    for (const answer of answers) expect(Buffer.byteLength((answer as Problem).message)).toBeLessThanOrEqual(123);
  });
});

describe('a gateway', () => {
  const usual: Circumstances = { auth: null, isSandbox: false, host: '127.0.0.1', hasTokens: false, hasKeys: false };
  const sandbox = { isSandbox: true };

  it.each<[Partial<Circumstances>, ReturnType<typeof opennessOf>]>([
    [{}, 'nobody'],
    [{ auth: 'on' }, 'nobody'],
    [{ hasTokens: true }, 'closed'],
    [{ hasKeys: true }, 'closed'],
    [{ auth: 'on', hasKeys: true }, 'closed'],
    [{ auth: 'off' }, 'off'],
    [{ auth: 'off', host: '0.0.0.0', hasKeys: true, hasTokens: true }, 'off'],
    [sandbox, 'sandbox'],
    [{ ...sandbox, host: 'localhost' }, 'sandbox'],
    [{ ...sandbox, host: '::1' }, 'sandbox'],
    [{ ...sandbox, host: '127.9.9.9' }, 'sandbox'],
    [{ ...sandbox, host: '0.0.0.0' }, 'nobody'],
    [{ ...sandbox, host: '::' }, 'nobody'],
    [{ ...sandbox, host: '192.168.1.2' }, 'nobody'],
    [{ ...sandbox, host: 'example.com' }, 'nobody'],
    [{ ...sandbox, auth: 'on' }, 'nobody'],
    [{ ...sandbox, hasKeys: true }, 'sandbox'],
    [{ ...sandbox, host: '0.0.0.0', hasKeys: true }, 'closed'],
    [{ ...sandbox, auth: 'on', hasKeys: true }, 'closed'],
    [{ ...sandbox, hasTokens: true }, 'closed'],
  ])('with %j is open to: %s', (changes, expected) => {
    expect(opennessOf({ ...usual, ...changes })).toBe(expected);
  });

  it('warns exactly where it is open', () => {
    expect((['closed', 'nobody', 'off', 'sandbox'] as const).map((openness) => warningOf(openness) !== null)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('the watch over a credential', () => {
  const log = createLogger('silent');

  function start(until: number | null, answers: readonly (Visit | Problem | Error)[], id: string | null = 'key_1') {
    const at = createManualClock();
    const gateway = { sync: { clock: at } } as unknown as Gateway;
    const caller = { id, name: 'A', workspace: 'default', scopes: withIncluded([]), from: null };
    const visit: Visit = { caller: { ...caller, until: until === null ? null : at.now() + until }, gateway };
    const told: string[] = [];
    let looks = 0;
    const identify = async () => {
      const answer = answers[Math.min(looks++, answers.length - 1)] ?? visit;
      if (answer instanceof Error && !(answer instanceof Problem)) throw answer;
      return answer;
    };
    const stop = watchCredential({ identify, log }, visit, show(TOKEN), ({ message }) => told.push(message));
    return { at, told, stop, looks: () => looks };
  }

  it('looks every fifteen seconds and says once why it is good no longer', async () => {
    const visit = { caller: { id: 'key_1' } } as unknown as Visit;
    const { at, told, looks } = start(null, [visit, visit, unauthorized('revoked')]);

    await at.advance(44_999);
    const early = [...told];
    await at.advance(1);
    await at.advance(60_000);

    expect([early, told, looks()]).toEqual([[], ['revoked'], 3]);
    expect(at.pending()).toEqual([]);
  });

  it('ends at the very end of a credential, whatever the door would say', async () => {
    const { at, told } = start(20_000, [new Problem('UNAVAILABLE', 'cannot be had', 'later')]);

    await at.advance(19_999);
    const early = [...told];
    await at.advance(1);

    expect([early, told]).toEqual([[], ['The key or token is over: connect again with another']]);
  });

  it('sends nobody away because it cannot be found out', async () => {
    const unknown = new Problem('UNAVAILABLE', 'cannot be had', 'later');
    const { at, told, looks } = start(null, [unknown, new Error('broken'), unknown, unauthorized('revoked')]);

    await at.advance(45_000);
    const early = [...told];
    await at.advance(15_000);

    expect([early, told, looks()]).toEqual([[], ['revoked'], 4]);
  });

  it('does not look when nothing was shown, nor after it was ended', async () => {
    const [nobody, left] = [start(null, [], null), start(null, [unauthorized('revoked')])];
    left.stop();

    for (const { at } of [nobody, left]) await at.advance(60_000);

    expect([nobody.looks(), left.looks(), left.told]).toEqual([0, 0, []]);
  });
});

describe('answers that are ended', () => {
  /** Answers that come when a test says so. */
  function source() {
    const waiting: ((step: IteratorResult<ExecutionResult>) => void)[] = [];
    let left = 0;
    const iterator = {
      next: () => new Promise<IteratorResult<ExecutionResult>>((resolve) => waiting.push(resolve)),
      async return() {
        left += 1;
        for (const resolve of waiting.splice(0)) resolve({ done: true, value: undefined });
        return { done: true as const, value: undefined };
      },
      throw: async (error: unknown) => Promise.reject(error),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
    return {
      iterator,
      give: (data: Record<string, unknown>) => waiting.shift()?.({ done: false, value: { data } }),
      left: () => left,
    };
  }

  function start() {
    const given = source();
    let end: (last: ExecutionResult) => void = () => undefined;
    let stopped = 0;
    const answers = endedBy(given.iterator, (how) => {
      end = how;
      return () => {
        stopped += 1;
      };
    });
    return { ...given, answers, end: (data: Record<string, unknown>) => end({ data }), stopped: () => stopped };
  }

  it('go through until then; the last one comes at once, and nothing behind it', async () => {
    const { answers, give, end, left, stopped } = start();
    const first = answers.next();
    give({ a: 1 });
    const seen = [await first];
    const second = answers.next();
    end({ why: 'over' });
    seen.push(await second, await answers.next(), await answers.next());

    expect(seen).toEqual([
      { done: false, value: { data: { a: 1 } } },
      { done: false, value: { data: { why: 'over' } } },
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
    expect([left(), stopped()]).toEqual([1, 1]);
  });

  it('tell the last one also where nobody was waiting for it', async () => {
    const { answers, end } = start();

    end({ why: 'over' });

    expect(await answers.next()).toEqual({ done: false, value: { data: { why: 'over' } } });
    expect(await answers.next()).toEqual({ done: true, value: undefined });
  });

  it('let go at once when they are left, and end the watch', async () => {
    const { answers, left, stopped } = start();
    const waiting = answers.next();

    await answers.return();

    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(left()).toBeGreaterThan(0);
    expect(stopped()).toBeGreaterThan(0);
  });
});
