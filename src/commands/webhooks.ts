import { systemClock } from '../base/clock.ts';
import { Problem, toProblem } from '../base/errors.ts';
import { createLogger } from '../base/logger.ts';
import { readConfig, WORKSPACE } from '../config.ts';
import type { Tokens } from '../sources/oauth.ts';
import type { Registered, Registration, SourceDefinition } from '../sources/source.ts';
import type { Store } from '../store/store.ts';
import { connect } from '../sync/connect.ts';
import { readForm } from '../sync/connection-form.ts';
import { type Command, EXIT, type Outcome, type Tools } from './command.ts';
import { noted } from './noted.ts';
import { OF_WORKSPACE, withStore } from './with-store.ts';

/** Tells a system where to send its webhooks, or says what a person must do there. */
export const registerWebhooks: Command = {
  words: ['webhooks', 'register'],
  parameters: ['<system>', '<https://your-host>'],
  options: OF_WORKSPACE,
  what: 'tells a system to send its webhooks to this gateway; may be repeated',
  async run([id = '', host = ''], tools, options) {
    const definition = tools.definitions.find((candidate) => candidate.id === id);
    if (!definition) {
      const known = tools.definitions.map((candidate) => candidate.id).join(', ');
      return { code: EXIT.usage, lines: [`There is no such system; there are: ${known}`] };
    }
    const origin = originOf(host);
    if (origin === null) return { code: EXIT.usage, lines: ['The address must be one such as https://your-host'] };
    return withStore(tools, options, (store) =>
      noted(store, { words: ['webhooks', 'register'], subject: id }, async () => {
        const way = await wayTo(definition, store, tools);
        return way === null ? notConnected(definition) : registerAt(definition, way, `${origin}${way.path}`);
      }),
    );
  },
};

/** A connection as it is made without being put to work. */
interface Way {
  readonly settings: unknown;
  readonly tokens?: Tokens;
  /** Where its webhooks go. */
  readonly path: string;
}

/** By the environment, or by what was connected through the graph; null where it is not connected. */
async function wayTo(
  definition: SourceDefinition,
  { workspace, connections }: Store,
  { env }: Tools,
): Promise<Way | null> {
  const { id } = definition;
  const isMain = workspace === WORKSPACE;
  const result = readConfig(env, [definition]);
  if ('errors' in result) throw new Problem('INVALID', result.errors.join('; '));
  const { systems, apps } = result.config;
  const given = isMain ? systems.get(id) : undefined;
  if (given !== undefined) return { settings: given, path: `/webhooks/${id}` };
  const kept = await connections.get(id);
  if (kept === null) return null;
  const granted = kept.tokens === null ? undefined : definition.oauth?.settings;
  const form = readForm(
    { settings: granted ?? definition.settings },
    { ...(granted && apps.get(id)?.texts), ...kept.settings },
  );
  if ('errors' in form)
    throw new Problem('INVALID', `${definition.name} does not fit this version any more: connect it anew`);
  // An app has one address for all who use it.
  if (granted) return { settings: form.settings, tokens: NO_TOKENS, path: `/webhooks/${id}` };
  return { settings: form.settings, path: isMain ? `/webhooks/${id}` : `/webhooks/${id}/${workspace}` };
}

/** Whoever connects by consent sets webhooks up by hand, so nobody is called. */
const NO_TOKENS: Tokens = { current: () => Promise.reject(byHandOnly()), renewed: () => Promise.reject(byHandOnly()) };

function byHandOnly(): Problem {
  return new Problem('FORBIDDEN', 'An app sets its webhooks up by hand');
}

function notConnected({ name }: SourceDefinition): Outcome {
  return {
    code: EXIT.failed,
    lines: [`${name} is not connected: set its variables (see .env.example), or connect it through the graph`],
  };
}

/** Where the gateway is reached; a path before /webhooks may be given, as behind a proxy. */
function originOf(host: string): string | null {
  const url = URL.canParse(host) ? new URL(host) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return isWeb && !url.search && !url.hash && !url.username ? url.href.replace(/\/+$/, '') : null;
}

async function registerAt(definition: SourceDefinition, { settings, tokens }: Way, url: string): Promise<Outcome> {
  const tools = { clock: systemClock, random: Math.random, log: createLogger('warn'), ...(tokens && { tokens }) };
  const { system, wire } = connect(definition, settings, tools);
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
