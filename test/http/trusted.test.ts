import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { closeWorlds, startWorld } from '../support/world.ts';

const KNOWN = 'query Known { systems { id } __typename }';
const OTHER = '{ __typename }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const folder = mkdtempSync(join(tmpdir(), 'tributary-documents-'));
const file = join(folder, 'documents.json');
writeFileSync(file, JSON.stringify({ [hashOf(KNOWN)]: KNOWN }));

afterEach(closeWorlds);
afterAll(() => rmSync(folder, { recursive: true }));

const hashAlone = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } } });

async function start(only: 'on' | 'off', path = file) {
  const { url } = await startWorld({ systems: [], env: { TRUSTED_DOCUMENTS: path, TRUSTED_DOCUMENTS_ONLY: only } });
  const send = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return response.text();
  };
  const get = async (parameters: Record<string, string>) => {
    const response = await fetch(`${url}/graphql?${new URLSearchParams(parameters)}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    return response.text();
  };
  return { url, send, get };
}

const answered = /"__typename":"Query"/;

describe('trusted documents', () => {
  it('are executed by their hash alone: by POST, GET, Server-Sent Events and WebSocket', async () => {
    const { url, send, get } = await start('on');
    const socket = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });

    const answers = await Promise.all([
      send(hashAlone(KNOWN)),
      get({ extensions: JSON.stringify(hashAlone(KNOWN).extensions) }),
      send(hashAlone(KNOWN), { accept: 'text/event-stream' }),
      socket
        .iterate({ query: '', ...hashAlone(KNOWN) })
        .next()
        .then(({ value }) => JSON.stringify(value)),
    ]);
    await socket.dispose();

    for (const answer of answers) expect(answer).toMatch(answered);
  });

  it('are the only ones where the operator says so, over every transport', async () => {
    const { url, send, get } = await start('on');
    const socket = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });

    const known = await send({ query: KNOWN });
    const answers = await Promise.all([
      send({ query: OTHER }),
      send({ query: '{ nonsense' }),
      send({ query: OTHER, ...hashAlone(OTHER) }),
      get({ query: OTHER }),
      send({ query: OTHER }, { accept: 'text/event-stream' }),
      socket
        .iterate({ query: OTHER })
        .next()
        .then(
          () => '',
          (errors) => JSON.stringify(errors),
        ),
    ]);
    await socket.dispose();

    expect(known).toMatch(answered);
    for (const answer of answers) expect(answer).toMatch(/NOT_TRUSTED/);
  });

  it('are some among others where the operator does not', async () => {
    const { send } = await start('off');

    expect(await send({ query: OTHER })).toMatch(answered);
    expect(await send(hashAlone(KNOWN))).toMatch(answered);
  });

  it('are not added to by callers', async () => {
    const { send } = await start('off');

    await send({ query: OTHER, ...hashAlone(OTHER) });

    expect(await send(hashAlone(OTHER))).toMatch(/PERSISTED_QUERY_NOT_FOUND/);
    expect(await send({ query: OTHER, ...hashAlone(KNOWN) })).not.toMatch(answered);
  });

  it('may lie in a folder, a file each', async () => {
    const place = mkdtempSync(join(folder, 'each-'));
    writeFileSync(join(place, 'known.graphql'), KNOWN);
    writeFileSync(join(place, 'notes.txt'), OTHER);

    const { send } = await start('on', place);

    expect(await send(hashAlone(KNOWN))).toMatch(answered);
    expect(await send({ query: OTHER })).toMatch(/NOT_TRUSTED/);
  });

  it.each([
    ['nothing', 'missing.json', null],
    ['no JSON', 'broken.json', '{'],
    ['no texts by hash', 'list.json', '[1]'],
    ['a text under the wrong hash', 'wrong.json', JSON.stringify({ [hashOf(OTHER)]: KNOWN })],
    ['no document at all', 'empty.json', '{}'],
  ])('that are %s keep the gateway from starting, with an example', async (_, name, text) => {
    const path = join(folder, name);
    if (text !== null) writeFileSync(path, text);

    await expect(start('on', path)).rejects.toThrow(/^TRUSTED_DOCUMENTS .*; example: TRUSTED_DOCUMENTS=/);
  });
});
