import { systemClock } from '../../src/base/clock.ts';
import { createLogger } from '../../src/base/logger.ts';
import { startGateway } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { definitions } from '../../src/sources/generated/registry.ts';

// A gateway as a process of its own that can be killed; its clock is CLOCK_AHEAD_MS ahead. Says its address when it answers.
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const result = readConfig(process.env, definitions);
if ('errors' in result) throw new Error(result.errors.join('\n'));
const clock = { now: () => systemClock.now() + ahead, after: systemClock.after };
const { url } = await startGateway(result.config, { definitions, clock, log: createLogger('silent') });
process.stdout.write(`listening on ${url}\n`);
setInterval(() => undefined, 60_000);
