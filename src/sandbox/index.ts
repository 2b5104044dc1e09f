import { systemClock } from '../base/clock.ts';
import { Problem } from '../base/errors.ts';
import { type Config, type Env, readConfig, withoutSecrets } from '../config.ts';
import type { Place } from '../http/home.ts';
import { loadSimulators } from '../sources/generated/registry.ts';
import type { Simulator, SimulatorDefinition } from '../sources/simulator.ts';
import type { SourceDefinition } from '../sources/source.ts';
import { homeOf } from './home.ts';
import { peopleOf } from './people.ts';

/** The simulators that stand in for the systems that are not configured. */
export interface Sandbox {
  /** The given configuration with the simulators connected, `sandbox` on if there are no other systems, and a data folder of its own. */
  readonly config: Config;
  readonly places: readonly Place[];
  /** What to print of it, a line each. */
  readonly lines: readonly string[];
  readonly simulators: ReadonlyMap<string, Simulator>;
  /** Tells the simulators where the gateway listens. */
  connectWebhooks(gatewayUrl: string): void;
  close(): Promise<void>;
}

/** Starts a simulator for every system without settings, on the ports behind the gateway's where they are free. */
export async function startSandbox(given: Config, definitions: readonly SourceDefinition[]): Promise<Sandbox> {
  const wanted = (await loadSimulators()).filter((simulator) => !given.systems.has(simulator.id));
  const started = await Promise.all(
    wanted.map(async (simulator, nth) => [simulator, await start(simulator, nth, given.port)] as const),
  );
  const simulators = new Map(started.map(([simulator, running]) => [simulator.id, running]));
  return {
    config: withoutSecrets({
      ...given,
      // Beside a real system nothing is only played at.
      sandbox: given.systems.size === 0 ? 'on' : 'off',
      dataDir: homeOf({ ...given, sandbox: 'on' }),
      // So that other workspaces may be connected to the simulators, too.
      allowPrivateHosts: [...given.allowPrivateHosts, ...(given.systems.size === 0 ? ['127.0.0.1'] : [])],
      ...withSettings(given, definitions, simulators),
    }),
    places: started.map(([{ name }, { url }]) => ({
      name: `${name}, simulated`,
      url,
      what: 'change a record there and watch it arrive',
    })),
    lines: [
      'sandbox    no system is configured, so these are simulated:',
      ...started.map(([{ name }, { url }]) => `  ${name.padEnd(11)}${url}`),
    ],
    simulators,
    connectWebhooks(gatewayUrl) {
      for (const [id, simulator] of simulators) simulator.webhooks.url = `${gatewayUrl}/webhooks/${id}`;
    },
    async close() {
      await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
    },
  };
}

async function start(definition: SimulatorDefinition, nth: number, gatewayPort: number): Promise<Simulator> {
  const options = { people: peopleOf(nth, systemClock.now()), clock: systemClock };
  const port = gatewayPort === 0 ? 0 : gatewayPort + 1 + nth;
  try {
    return await definition.start({ ...options, port });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    return definition.start({ ...options, port: 0 });
  }
}

function withSettings(
  given: Config,
  definitions: readonly SourceDefinition[],
  simulators: ReadonlyMap<string, Simulator>,
): Pick<Config, 'systems' | 'apps'> {
  const env: Env = Object.assign({}, ...[...simulators.values()].map(({ settings, app }) => ({ ...settings, ...app })));
  const result = readConfig(env, definitions);
  if ('errors' in result)
    throw new Problem('INTERNAL', `A simulator does not fit its system: ${result.errors.join('; ')}`);
  return {
    systems: new Map([...given.systems, ...result.config.systems]),
    apps: new Map([...given.apps, ...result.config.apps]),
  };
}
