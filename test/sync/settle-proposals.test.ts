import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/store/shapes.ts';
import { settled } from '../../src/sync/settle-proposals.ts';

const NOW = 7;

/** A proposal to join the first into the second, by their names: 'ab'. */
function ask(pair: string, changes: Partial<Proposal> = {}): Proposal {
  const [entityId = '', intoId = ''] = pair;
  const base: Proposal = {
    ...{ id: pair, entityId, intoId, score: 0.9, reasons: ['same phone'] },
    ...{ state: 'PROPOSED', at: 1, decidedAt: null },
  };
  return { ...base, ...changes };
}

/** What is left after `a` became part of `b`: each as its pair and state, what was dropped without a state. */
function leftOf(about: readonly Proposal[], apart: readonly string[] = []) {
  const { changed, dropped } = settled(about, { from: 'a', into: 'b', at: NOW }, (id) => apart.includes(id));
  const now = new Map(changed.map((proposal) => [proposal.id, proposal]));
  return about
    .filter(({ id }) => !dropped.includes(id))
    .map((before) => now.get(before.id) ?? before)
    .map(({ entityId, intoId, state }) => `${entityId}${intoId} ${state}`);
}

describe('after one contact became part of another', () => {
  it('the question whether they are one is answered', () => {
    expect(settled([ask('ab')], { from: 'a', into: 'b', at: NOW }, () => false)).toEqual({
      changed: [ask('ab', { state: 'APPROVED', decidedAt: NOW })],
      dropped: [],
    });
  });

  it.each([
    ['what was asked of it is asked of the other', [ask('ac'), ask('da')], ['bc PROPOSED', 'db PROPOSED']],
    ['what was asked of both is asked once, the likelier', [ask('ac'), ask('cb', { score: 0.95 })], ['cb PROPOSED']],
    ['in whichever way', [ask('ac', { score: 0.95 }), ask('cb')], ['bc PROPOSED']],
    [
      'what a person rejected of one holds for both',
      [ask('ac', { state: 'REJECTED', score: 0.1 }), ask('bc')],
      ['bc REJECTED'],
    ],
    [
      'what was asked of the other stays as it was',
      [ask('bc'), ask('db', { state: 'REJECTED' })],
      ['bc PROPOSED', 'db REJECTED'],
    ],
  ])('%s', (_, about, left) => {
    expect(leftOf([ask('ab'), ...about])).toEqual(['ab APPROVED', ...left]);
  });

  it('what a system keeps apart is rejected: of several that could be meant, one was chosen', () => {
    expect(leftOf([ask('ab'), ask('ac'), ask('db'), ask('ae')], ['c', 'd'])).toEqual([
      'ab APPROVED',
      'bc REJECTED',
      'db REJECTED',
      'be PROPOSED',
    ]);
  });
});
