import { systemClock } from '../../src/base/clock.ts';
import { createLogger } from '../../src/base/logger.ts';
import { startGateway } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import { createFastClock } from '../support/fast-clock.ts';

// A gateway as a process of its own that can be killed; says its address when it answers. FAST_CLOCK is "speed start".
const result = readConfig(process.env, definitions);
if ('errors' in result) throw new Error(result.errors.join('\n'));
const [speed, start] = (process.env.FAST_CLOCK ?? '').split(' ').map(Number);
const clock = speed ? createFastClock(speed, start) : systemClock;
const { url } = await startGateway(result.config, { definitions, clock, log: createLogger('silent') });
process.stdout.write(`listening on ${url}\n`);
setInterval(() => undefined, 60_000);
