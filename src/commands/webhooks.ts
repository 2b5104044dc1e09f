import { systemClock } from '../base/clock.ts';
import { toProblem } from '../base/errors.ts';
import { createLogger } from '../base/logger.ts';
import { readConfig } from '../config.ts';
import type { Registered, Registration, SourceDefinition } from '../sources/source.ts';
import { connect } from '../sync/connect.ts';
import { type Command, EXIT, type Outcome, type Tools } from './command.ts';
import { noted } from './noted.ts';
import { withStore } from './with-store.ts';

/** Tells a system where to send its webhooks, or says what a person must do there. */
export const registerWebhooks: Command = {
  words: ['webhooks', 'register'],
  parameters: ['<system>', '<https://your-host>'],
  what: 'tells a system to send its webhooks to this gateway; may be repeated',
  async run([id = '', host = ''], tools) {
    const definition = tools.definitions.find((candidate) => candidate.id === id);
    if (!definition) {
      const known = tools.definitions.map((candidate) => candidate.id).join(', ');
      return { code: EXIT.usage, lines: [`There is no such system; there are: ${known}`] };
    }
    const origin = originOf(host);
    if (origin === null) return { code: EXIT.usage, lines: ['The address must be one such as https://your-host'] };
    return withStore(tools, (store) =>
      noted(store, { words: ['webhooks', 'register'], subject: id }, () =>
        registerAt(definition, `${origin}/webhooks/${id}`, tools),
      ),
    );
  },
};

/** Where the gateway is reached; a path before /webhooks may be given, as behind a proxy. */
function originOf(host: string): string | null {
  const url = URL.canParse(host) ? new URL(host) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return isWeb && !url.search && !url.hash && !url.username ? url.href.replace(/\/+$/, '') : null;
}

async function registerAt(definition: SourceDefinition, url: string, { env }: Tools): Promise<Outcome> {
  const result = readConfig(env, [definition]);
  if ('errors' in result) return { code: EXIT.failed, lines: result.errors };
  const settings = result.config.systems.get(definition.id);
  if (settings === undefined) {
    return { code: EXIT.failed, lines: [`${definition.name} is not configured: set its variables (see .env.example)`] };
  }
  const log = createLogger(result.config.logLevel);
  const { system, wire } = connect(definition, settings, { clock: systemClock, random: Math.random, log });
  try {
    return await carryOut(definition.name, system.source.registration, url);
  } finally {
    wire.stop();
    await wire.close();
  }
}

async function carryOut(name: string, registration: Registration | undefined, url: string): Promise<Outcome> {
  if (!registration) return { code: EXIT.failed, lines: [`${name} sends no webhooks; polling covers it`] };
  const byHand = (why: string): Outcome => {
    const words = registration.instructions(url).map((line) => `  ${line}`);
    return { code: EXIT.byHand, lines: [`Nothing was registered: ${why}`, ...words] };
  };
  if (!registration.register) return byHand(`${name} offers no API for it, so a person must do it.`);
  try {
    const parts = await registration.register(url);
    return { code: EXIT.done, lines: [`${name} sends its webhooks to ${url}`, ...parts.map(lineOf)] };
  } catch (thrown) {
    const { code, message } = toProblem(thrown);
    if (code !== 'FORBIDDEN') throw thrown;
    return byHand(`${message}; somebody with more rights there can do it.`);
  }
}

const WORD: Readonly<Record<Registered['outcome'], string>> = {
  made: 'made',
  changed: 'changed',
  right: 'already right',
};

function lineOf({ what, outcome }: Registered): string {
  return `  ${what}: ${WORD[outcome]}`;
}
