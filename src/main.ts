import { toProblem } from './base/errors.ts';
import { createLogger } from './base/logger.ts';
import { type RunningGateway, startGateway } from './compose.ts';
import { environment, readConfig } from './config.ts';
import { isSandbox } from './sandbox/home.ts';
import { startSandbox } from './sandbox/index.ts';
import { definitions } from './sources/generated/registry.ts';

const LONGEST_GOODBYE_MS = 10_000;

/** Starts the gateway as the environment says, and ends it on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const result = readConfig(environment(), definitions);
  if ('errors' in result) return fail(result.errors);
  const { config: given } = result;
  const sandbox = isSandbox(given) ? await startSandbox(given, definitions) : null;
  const config = sandbox?.config ?? given;
  const log = createLogger(config.logLevel);
  const running = await startGateway(config, { definitions, log, places: sandbox?.places ?? [] });
  sandbox?.connectWebhooks(running.url);
  let ending = false;
  const end = (signal: string) => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS - 500).unref();
    void running
      .close()
      .then(() => sandbox?.close())
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  announce(running, config.systems.size, sandbox?.lines ?? []);
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

main().catch((error) => {
  const problem = toProblem(error);
  fail([problem.code === 'INTERNAL' ? `Tributary could not start: ${String(problem.cause)}` : problem.message]);
  process.exit(1);
});
