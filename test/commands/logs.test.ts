import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/commands/index.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import type { Database } from '../../src/store/store.ts';
import { delivery, event, run as sampleRun, T0 } from '../store/things.ts';
import { engines, type Place } from '../support/databases.ts';
import { SECRET_KEY } from '../support/vault.ts';

let place: Place | null = null;
afterEach(async () => place?.remove());

const DAY = 86_400_000;

/** A command over that place, and what it wrote in pieces. */
async function cli(at: Place, ...args: string[]) {
  const pieces: string[] = [];
  const env = { DATA_DIR: at.dataDir, SANDBOX: 'off', SECRET_KEY, ...(at.url && { DATABASE_URL: at.url }) };
  const write = async (text: string) => void pieces.push(text);
  const outcome = await runCommand(args, { env, definitions, write });
  return { ...outcome, pieces, text: pieces.join('') };
}

const entries = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

for (const engine of engines)
  describe.skipIf(!engine.available)(`on ${engine.name}`, () => {
    async function open(): Promise<{ at: Place; database: Database }> {
      place = await engine.place();
      return { at: place, database: await place.open() };
    }

    it('logs export writes events, runs and deliveries, oldest first, a JSON object a line', async () => {
      const { at, database } = await open();
      const store = database.store('default');
      await store.events.append([event('one'), event('two\nlines', { at: T0 + DAY }), event('b', { origin: 'beta' })]);
      await store.runs.put(sampleRun('r1'));
      await store.runs.put(sampleRun('r2', { startedAt: T0 + DAY, system: 'beta' }));
      await store.outbox.add([delivery('d2', { createdAt: T0 + 1 }), delivery('d1')]);

      const events = await cli(at, 'logs', 'export', 'events', '--system', 'alpha', '--from=2026-01-01T00:00:00Z');
      const runs = await cli(at, 'logs', 'export', 'runs', '--to', '2026-01-02');
      const deliveries = await cli(at, 'logs', 'export', 'deliveries');

      expect(entries(events.text)).toMatchObject([
        { id: 'evt_000000000001', at: '2026-01-01T00:00:00.000Z', message: 'one', origin: 'alpha' },
        { id: 'evt_000000000002', at: '2026-01-02T00:00:00.000Z', message: 'two\nlines' },
      ]);
      expect(events).toMatchObject({ code: 0, lines: [] });
      expect(entries(runs.text)).toMatchObject([{ id: 'r1', finishedAt: '2026-01-01T00:00:00.010Z' }]);
      expect(entries(deliveries.text).map(({ id }) => id)).toEqual(['d1', 'd2']);
    });

    it('logs export writes a long log in pieces, each entry once', async () => {
      const { at, database } = await open();
      const store = database.store('default');
      for (let part = 0; part < 3; part++)
        await store.outbox.add(
          Array.from({ length: 900 }, (_, i) => delivery(`d${part * 900 + i}`, { entityId: `e${i}` })),
        );

      const { pieces, text } = await cli(at, 'logs', 'export', 'deliveries');

      const ids = entries(text).map(({ id }) => id);
      expect(ids).toHaveLength(2_700);
      expect(new Set(ids).size).toBe(2_700);
      expect(pieces.length).toBeGreaterThan(5);
    });

    it('logs export audit writes who did what, of a time or about something, and knows what it cannot be asked', async () => {
      const { at, database } = await open();
      const { audit } = database.store('default');
      const entry = {
        actor: null,
        actorName: 'operator',
        outcome: 'DONE',
        askedFrom: null,
        correlationId: 'c',
      } as const;
      await audit.append({ ...entry, at: T0, action: 'cli keys', subject: null, detail: {} });
      await audit.append({ ...entry, at: T0 + DAY, action: 'addTags', subject: 'con_1', detail: { given: ['tags'] } });

      const all = await cli(at, 'logs', 'export', 'audit');
      const early = await cli(at, 'logs', 'export', 'audit', '--to', '2026-01-02');
      const about = await cli(at, 'logs', 'export', 'audit', '--contact', 'con_1');
      const refused = await cli(at, 'logs', 'export', 'audit', '--system', 'alpha');

      expect(entries(all.text)).toMatchObject([
        { id: 'aud_000000000001', at: '2026-01-01T00:00:00.000Z', action: 'cli keys', actorName: 'operator' },
        { id: 'aud_000000000002', action: 'addTags', subject: 'con_1', detail: { given: ['tags'] } },
      ]);
      expect(entries(early.text).map(({ action }) => action)).toEqual(['cli keys']);
      expect(entries(about.text).map(({ action }) => action)).toEqual(['addTags']);
      expect(refused).toMatchObject({ code: 2, lines: ['--system cannot be asked of the log "audit"'] });
    });

    it('config export and import carry what was decided from one gateway to another', async () => {
      const { at, database } = await open();
      await database.store('default').settings.put('retention', { runs: 5 });
      const file = join(at.dataDir, 'configuration.yaml');
      const { text } = await cli(at, 'config', 'export');
      writeFileSync(file, text.replace('runs: 5', 'runs: 6').replace('calls: 7', 'calls: null'));

      const dry = await cli(at, 'config', 'import', file, '--dry-run');
      const real = await cli(at, 'config', 'import', '--dry-run', file);
      const done = await cli(at, 'config', 'import', file);
      const again = await cli(at, 'config', 'import', file);
      rmSync(file);

      const changes = ['retention.calls: 7 becomes null', 'retention.runs: 5 becomes 6'];
      expect(dry).toMatchObject({ code: 0, lines: [...changes, '2 changes, not made: a dry run.'] });
      expect(real.lines).toEqual(dry.lines);
      expect(done).toMatchObject({ code: 0, lines: [...changes, '2 changes made.'] });
      expect(again).toMatchObject({ code: 0, lines: ['Nothing changes: all is so already.'] });
      const noted = entries((await cli(at, 'logs', 'export', 'audit')).text);
      expect(noted.map(({ action, outcome, detail }) => [action, outcome, detail])).toEqual([
        ['cli config import', 'DONE', { dry: true }],
        ['cli config import', 'DONE', { dry: true }],
        ['cli config import', 'DONE', {}],
        ['cli config import', 'DONE', {}],
      ]);
    });
  });

describe('a command that is given nonsense', () => {
  it.each([
    [['logs', 'export', 'secrets'], 2, /no log "secrets"/],
    [['logs', 'export', 'events', '--from', 'yesterday'], 2, /--from must be a time/],
    [
      ['logs', 'export', 'events', '--colour', 'red'],
      2,
      /logs export audit\|events\|runs\|deliveries \[--system <id>\]/,
    ],
    [['logs', 'export', 'events', '--system'], 2, /logs export/],
    [['config', 'import'], 2, /config import <file.yaml> \[--dry-run\]/],
    [['config', 'import', '/no/such/file'], 1, /cannot be read \(ENOENT\)/],
  ])('%j says so', async (args, code, words) => {
    place = await (engines[0]?.place() ?? null);

    const outcome = place && (await cli(place, ...args));

    expect(outcome?.code).toBe(code);
    expect(outcome?.lines.join('\n')).toMatch(words);
  });

  it('a configuration that is wrong is refused with its lines', async () => {
    place = await (engines[0]?.place() ?? null);
    const file = join(place?.dataDir ?? '', 'wrong.yaml');
    writeFileSync(file, 'version: 1\nretention:\n  runs: 0\n');

    const outcome = place && (await cli(place, 'config', 'import', file));

    expect(outcome).toMatchObject({
      code: 1,
      lines: [/^line 3: retention.runs must be/, 'Nothing was changed.'].map((line) =>
        typeof line === 'string' ? line : expect.stringMatching(line),
      ),
    });
    const noted = place && (await cli(place, 'logs', 'export', 'audit'));
    expect(entries(noted?.text ?? '')).toMatchObject([
      { action: 'cli config import', outcome: 'REFUSED', detail: { exit: 1 }, actorName: 'operator' },
    ]);
  });
});
