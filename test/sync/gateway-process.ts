import { createLogger } from '../../src/base/logger.ts';
import { startGateway } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { definitions } from '../../src/sources/generated/registry.ts';

// A gateway as a process of its own that can be killed; says its address when it answers.
const result = readConfig(process.env, definitions);
if ('errors' in result) throw new Error(result.errors.join('\n'));
const { url } = await startGateway(result.config, { definitions, log: createLogger('silent') });
process.stdout.write(`listening on ${url}\n`);
setInterval(() => undefined, 60_000);
