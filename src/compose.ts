import { type Clock, systemClock } from './base/clock.ts';
import { Problem } from './base/errors.ts';
import { createLogger, type Logger } from './base/logger.ts';
import { type Config, WORKSPACE } from './config.ts';
import type { Gateway } from './graphql/context.ts';
import { type Door, openDoor } from './http/door/door.ts';
import type { Place } from './http/home.ts';
import { createServer } from './http/server.ts';
import type { Guard } from './http/service.ts';
import { loadTrustedDocuments, noTrustedDocuments } from './http/trusted.ts';
import type { Identify } from './http/visit.ts';
import { endInTime } from './shutdown.ts';
import type { SourceDefinition } from './sources/source.ts';
import { type Directory, openDirectory } from './workspaces/directory.ts';
import { openPlatform, type Platform } from './workspaces/platform.ts';

/** What a test or the sandbox may put in place of the real world. */
export interface World {
  readonly definitions: readonly SourceDefinition[];
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly log?: Logger;
  /** Shown on the page at `/`. */
  readonly places?: readonly Place[];
  /** Where the dashboard was built into. */
  readonly dashboard?: URL;
  /** Put around what finds out who asks. */
  readonly identify?: (inner: Identify) => Identify;
}

/** A gateway that answers. */
export interface RunningGateway {
  readonly url: string;
  /** The gateway of the workspace that the environment describes. */
  readonly gateway: Gateway;
  /** What an operator is to be told of who may call; null where a key or token is needed. */
  readonly warning: string | null;
  /** Ends requests, deliveries and polls under way, then the sockets and the database. */
  close(): Promise<void>;
}

/** Builds and starts a gateway; rejects with a Problem fit for an operator where it cannot. */
export async function startGateway(config: Config, world: World): Promise<RunningGateway> {
  const { definitions, clock = systemClock, random = Math.random, log = createLogger(config.logLevel) } = world;
  const guard = await guardOf(config);
  const stopping = new AbortController();
  const { platform, close: closePlatform } = await openPlatform({
    ...{ config, definitions, clock, random, log },
    stopping: stopping.signal,
  });
  const directory = await openDirectory(platform);
  const door = await openDoorOf(platform, directory).catch(async (error: unknown) => {
    await directory.close();
    await closePlatform();
    throw error;
  });
  const server = await createServer({
    directory,
    names: definitions.map(({ name }) => name),
    database: platform.database,
    places: world.places ?? [],
    dashboard: world.dashboard ?? null,
    vault: platform.vault,
    clock,
    publicUrl: config.publicUrl ?? null,
    guard,
    log,
    identify: world.identify?.(door.identify) ?? door.identify,
  });

  const end = async () => {
    await Promise.all([server.close(directory.endStreams), directory.ended()]);
    // The last requests may have begun a run.
    await directory.ended();
  };
  const close = async () => {
    stopping.abort();
    directory.stop();
    platform.apps.stop();
    const breakOff = () => {
      directory.breakOff();
      platform.egress.breakOff();
      platform.apps.breakOff();
    };
    if (!(await endInTime(clock, end(), { breakOff, cutOff: server.cutOff })))
      log.warn('not everything ended in time: what is left is taken up again after the restart');
    await directory.close();
    await door.close();
    await closePlatform();
  };
  try {
    const url = await server.app.listen({ port: config.port, host: config.host });
    await directory.start();
    return { url, gateway: directory.main, warning: door.warning, close };
  } catch (cause) {
    await close();
    throw cannotListen(config, cause);
  }
}

/** Who is let in, and to which workspace. */
function openDoorOf({ config, keys, database, clock, log }: Platform, { find }: Directory): Promise<Door> {
  return openDoor({
    settings: config.door,
    isSandbox: config.sandbox === 'on',
    host: config.host,
    allowPrivateHosts: config.allowPrivateHosts,
    keys,
    workspaces: {
      standard: WORKSPACE,
      gatewayOf: find,
      hasOthers: async () => (await database.workspaces.all()).length > 0,
    },
    clock,
    log,
  });
}

/** The sandbox is open to whoever plays with it; elsewhere what is not set is closed. */
async function guardOf({ callers, sandbox }: Config): Promise<Guard> {
  const isSandbox = sandbox === 'on';
  const { introspection, requestsPerMinute, trustedDocuments, ...rest } = callers;
  return {
    ...rest,
    introspection: introspection === 'auto' ? isSandbox : introspection === 'on',
    requestsPerMinute:
      requestsPerMinute === 'auto' ? (isSandbox ? 6_000 : 600) : requestsPerMinute === 'off' ? null : requestsPerMinute,
    documents: trustedDocuments
      ? await loadTrustedDocuments(trustedDocuments.path, trustedDocuments.only)
      : noTrustedDocuments,
  };
}

function cannotListen(config: Config, cause: unknown): Problem {
  const code = (cause as { code?: string }).code;
  const address = `${config.host}:${config.port}`;
  if (code === 'EADDRINUSE')
    return new Problem('INVALID', `${address} is in use by another program; set PORT to a free one`);
  if (code === 'EACCES')
    return new Problem('INVALID', `${address} may not be opened by this user; set PORT to one above 1023`);
  return new Problem(
    'INVALID',
    `${address} cannot be listened on (${code ?? 'unknown reason'}); check HOST and PORT`,
    'never',
    { cause },
  );
}
