import { toProblem } from './base/errors.ts';
import { createLogger } from './base/logger.ts';
import { type RunningGateway, startGateway } from './compose.ts';
import { environment, readConfig } from './config.ts';
import { isSandbox } from './sandbox/home.ts';
import { startSandbox } from './sandbox/index.ts';
import { definitions } from './sources/generated/registry.ts';

/** `npm run build` puts the dashboard beside the program; beside the sources it is not built. */
const DASHBOARD = new URL('dashboard/', import.meta.url);

const LONGEST_GOODBYE_MS = 10_000;

/** What runs by now, as far as it can be ended; null before that. */
let running: { close(): Promise<void> } | null = null;

/** Starts the gateway as the environment says. */
async function main(): Promise<void> {
  const result = readConfig(environment(), definitions);
  if ('errors' in result) return fail(result.errors);
  const { config: given } = result;
  const sandbox = isSandbox(given) ? await startSandbox(given, definitions) : null;
  const config = sandbox?.config ?? given;
  const log = createLogger(config.logLevel);
  const gateway = await startGateway(config, { definitions, log, places: sandbox?.places ?? [], dashboard: DASHBOARD });
  running = {
    async close() {
      await gateway.close();
      await sandbox?.close();
    },
  };
  sandbox?.connectWebhooks(gateway.url);
  announce(gateway, config.systems.size, sandbox?.lines ?? []);
}

/**
 * Ends the process in time, with exit code 0 where it ends well; before anything runs there is nothing to wait for. Repeated
 * signals change nothing: npm passes on what the terminal has sent already.
 */
function endOnSignal(): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    // Not unref'd: it keeps the process alive until all is said.
    setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS - 500);
    Promise.resolve(running?.close())
      .then(() => process.exit(0))
      .catch((error) => {
        fail([`Tributary could not end well: ${String(error)}`]);
        process.exit(1);
      });
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

function announce({ url, warning }: RunningGateway, connected: number, sandbox: readonly string[]): void {
  const lines = [
    `Tributary  ${url}`,
    `the graph  ${url}/graphql`,
    `systems    ${connected} connected`,
    ...(warning === null ? [] : [warning]),
    ...sandbox,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

endOnSignal();
main().catch((error) => {
  const problem = toProblem(error);
  fail([problem.code === 'INTERNAL' ? `Tributary could not start: ${String(problem.cause)}` : problem.message]);
  process.exit(1);
});
