import { createInterface } from 'node:readline';
import { createLogger } from '../../src/base/logger.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import { openOAuth } from '../../src/sync/apps.ts';
import { createTokens } from '../../src/sync/tokens.ts';
import { openConnections } from '../support/connection-table.ts';
import { createFastClock } from '../support/fast-clock.ts';

// A process that shares the tokens of a connection. Says "ready"; for every line it reads it asks for the current tokens
// five times at once, and says what it got as a JSON list.
const { DATA_DIR = '', DATABASE_URL, SYSTEM = '', APP = '{}', SPEED = '1', START = '0' } = process.env;
const definition = definitions.find(({ id }) => id === SYSTEM);
if (!definition?.oauth) throw new Error(`${SYSTEM} has no OAuth`);
const clock = createFastClock(Number(SPEED), Number(START));
const tools = { clock, random: Math.random, log: createLogger('silent') };
const oauth = openOAuth(definition, definition.oauth.app.parse(JSON.parse(APP)), tools);
const { connections } = await openConnections(DATA_DIR, DATABASE_URL);
const { id, name } = definition;
const tokens = createTokens({ system: { id, name }, connections, oauth, clock, log: tools.log });

process.stdout.write('ready\n');
for await (const _ of createInterface({ input: process.stdin })) {
  const got = await Promise.all(Array.from({ length: 5 }, () => tokens.current()));
  process.stdout.write(`${JSON.stringify(got)}\n`);
}
