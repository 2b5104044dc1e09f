import { Problem } from '../../base/errors.ts';
import { within } from '../../base/work.ts';
import type { KeptConnection } from '../../store/access-store.ts';
import { formOf } from '../../sync/connection-form.ts';
import type { Connected, Connector } from '../../sync/connector.ts';
import type { GraphContext } from '../context.ts';
import { fromProblem, type InputError, invalid } from '../errors.ts';
import type { ConnectionOrigin, ConnectSystemInput, Resolvers } from '../generated/resolvers.ts';
import { instant } from './synced.ts';
import { systemOf } from './system.ts';

/** How systems are connected, and connecting them. */
export const connectionResolvers: Resolvers = {
  System: {
    connection: async ({ id }, _, context) => {
      const { connector } = context.gateway;
      return { system: id, origin: connector.origin(id), kept: await connector.kept(id) };
    },
  },
  SystemConnection: {
    origin: ({ origin }) => (origin === null ? null : (origin.toUpperCase() as ConnectionOrigin)),
    connectedAt: ({ kept }) => instant(kept?.createdAt ?? null),
    connectedBy: ({ kept }) => kept?.createdBy ?? null,
    refused: ({ kept }) => kept?.refused ?? null,
    settings: ({ system, kept }, _, { gateway }) => settingsOf(gateway.connector, system, kept),
    webhookUrl: ({ system }, _, context) => webhookUrl(context, system),
    consentUrl: ({ system }, _, { gateway, sync }) => {
      const origin = sync.outward.publicUrl?.replace(/\/+$/, '') ?? '';
      return gateway.connector.offersConsent(system) ? `${origin}/oauth/${system}/start` : null;
    },
    checks: async ({ system }, _, context) =>
      inLane(context, async () => [...(await context.gateway.connector.check(system))]),
  },
  Mutation: {
    connectSystem: async (_, { input }, context) => {
      const nothing = { connected: false, checks: [], system: null };
      const twice = repeated(input);
      if (twice) return { ...nothing, userErrors: [invalid(['settings'], `names ${twice} more than once`)] };
      try {
        const done = await inLane(context, () => context.gateway.connector.connect(wishOf(input)));
        context.renew();
        return {
          connected: done.connected,
          checks: [...done.checks],
          system: systemOf(context, input.system),
          userErrors: errorsOf(done),
        };
      } catch (error) {
        return { ...nothing, userErrors: [asUserError(error, ['input', 'system'])] };
      }
    },
    disconnectSystem: async (_, { system }, context) => {
      try {
        await context.gateway.connector.disconnect(system);
        context.renew();
        return { system: systemOf(context, system), userErrors: [] };
      } catch (error) {
        return { system: null, userErrors: [asUserError(error, ['system'])] };
      }
    },
  },
};

function wishOf({ system, settings, dryRun, force }: ConnectSystemInput) {
  const texts = settings.map(({ name, value }) => [name, value?.trim() ?? null] as const);
  return { system, settings: Object.fromEntries(texts), dryRun: dryRun ?? false, force: force ?? false };
}

function repeated({ settings }: ConnectSystemInput): string | undefined {
  const names = settings.map(({ name }) => name);
  return names.find((name, i) => names.indexOf(name) !== i);
}

/** A wrong setting, or a credential that does not work: then nothing was kept. */
function errorsOf({ connected, errors, checks }: Connected): InputError[] {
  const wrong = errors.map(({ name, message }) => ({
    path: ['input', 'settings', name],
    code: 'INVALID',
    message: `${name} ${message}`,
  }));
  const [credential] = checks;
  if (connected || !credential || credential.ok) return wrong;
  return [...wrong, { path: ['input', 'settings'], code: credential.code ?? 'INVALID', message: credential.message }];
}

function settingsOf(connector: Connector, system: string, kept: KeptConnection | null) {
  return formOf(connector.definition(system)).map((field) => {
    const value = kept?.settings[field.name];
    return { ...field, isSet: value !== undefined, value: field.secret ? null : (value ?? null) };
  });
}

function webhookUrl({ sync, gateway }: GraphContext, system: string): string | null {
  const { publicUrl } = sync.outward;
  if (publicUrl === null) return null;
  const place = `${publicUrl.replace(/\/+$/, '')}/webhooks/${system}`;
  // An app has one address for all who granted it access.
  if (gateway.workspaces !== null || gateway.connector.isGranted(system)) return place;
  return `${place}/${sync.store.workspace}`;
}

/** A person waits for the answer. */
function inLane<T>(context: GraphContext, work: () => Promise<T>): Promise<T> {
  return within({ ...context.work, lane: 'write' }, work);
}

function asUserError(error: unknown, path: string[]): InputError {
  if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
  return { ...fromProblem(error, []), path };
}
