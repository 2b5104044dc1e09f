import { EXIT } from './commands/command.ts';
import { runCommand } from './commands/index.ts';
import { environment } from './config.ts';
import { definitions } from './sources/generated/registry.ts';

// The commands of an operator; the gateway itself is main.ts.
const { stdout, stderr } = process;
// Whoever reads a log may have seen enough of it.
stdout.on('error', ({ code }: { code?: string }) => process.exit(code === 'EPIPE' ? EXIT.done : EXIT.failed));
const write = (text: string) =>
  new Promise<void>((resolve, reject) => {
    stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
const { code, lines } = await runCommand(process.argv.slice(2), { env: environment(), definitions, write });
const out = code === EXIT.done || code === EXIT.byHand ? stdout : stderr;
if (lines.length > 0) out.write(`${lines.join('\n')}\n`);
process.exitCode = code;
