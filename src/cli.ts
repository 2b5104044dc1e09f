import { EXIT } from './commands/command.ts';
import { runCommand } from './commands/index.ts';
import { environment } from './config.ts';
import { definitions } from './sources/generated/registry.ts';

// The commands of an operator; the gateway itself is main.ts.
const { code, lines } = await runCommand(process.argv.slice(2), { env: environment(), definitions });
const isAnswer = code === EXIT.done || code === EXIT.byHand;
const out = isAnswer ? process.stdout : process.stderr;
out.write(`${lines.join('\n')}\n`);
process.exitCode = code;
