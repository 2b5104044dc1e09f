import { describe, expect, it } from 'vitest';
import { withEvent } from '../../src/dashboard/app/live/rows.ts';
import { explain } from '../../src/dashboard/app/problem.ts';
import { matchPath } from '../../src/dashboard/app/router/match.ts';
import { authorizationOf } from '../../src/dashboard/app/session/credential.ts';

describe('a path', () => {
  it.each([
    ['/', '/', {}],
    ['/contacts', '/contacts/', {}],
    ['/contacts/:id', '/contacts/con_1', { id: 'con_1' }],
    ['/contacts/:id', '/contacts/a%20b', { id: 'a b' }],
    ['/contacts/:id', '/contacts/100%', { id: '100%' }],
    ['/contacts/:id', '/contacts', null],
    ['/contacts/:id', '/contacts/con_1/notes', null],
    ['/contacts', '/rules', null],
    ['/', '/contacts', null],
  ])('%s against %s', (pattern, path, parameters) => {
    expect(matchPath(pattern, path)).toEqual(parameters);
  });
});

describe('rows of events', () => {
  it('hold each event once, the newest first, and no more than are kept', () => {
    const rows = ['3', '2', '1'].map((id) => ({ id }));

    expect(withEvent(rows, { id: '4' }, 3).map(({ id }) => id)).toEqual(['4', '3', '2']);
    expect(withEvent(rows, { id: '2' }, 3)).toBe(rows);
  });
});

describe('what is shown to the gateway', () => {
  it.each(['trb_x', ' trb_x\n', 'Bearer trb_x', 'authorization: bearer trb_x'])('%j becomes the header', (pasted) => {
    expect(authorizationOf(pasted)).toBe('Bearer trb_x');
  });
});

describe('a failure in words', () => {
  const refused = (code: string, message: string) => ({ graphQLErrors: [{ message, extensions: { code } }] });

  it('names the missing permission, and is not worth another try', () => {
    const said = 'Query.syncRuns takes the scope sync.manage; show a key or token that has it';

    expect(explain(refused('FORBIDDEN', said))).toMatchObject({
      what: 'Your key does not allow you to run and set up the sync.',
      retryable: false,
    });
  });

  it('tells a gateway that is away from one that failed', () => {
    const away = explain({ graphQLErrors: [], networkError: new TypeError('fetch failed') });
    const failed = explain(refused('INTERNAL_SERVER_ERROR', 'Something failed inside the gateway'));

    expect(away).toMatchObject({ what: 'The gateway did not answer.', retryable: true });
    expect(failed).toMatchObject({ what: 'Something failed inside the gateway.', retryable: true });
  });

  it('passes on the words of the graph where it knows none of its own', () => {
    expect(explain(refused('NOT_FOUND', 'There is no such contact')).what).toBe('There is no such contact.');
  });
});
