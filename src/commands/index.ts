import { toProblem } from '../base/errors.ts';
import { callOf, readArguments } from './arguments.ts';
import { type Command, EXIT, type Outcome, type Tools } from './command.ts';
import { exportConfiguration, importConfiguration } from './config.ts';
import { addKey, listKeys, revokeKey } from './keys.ts';
import { exportLogs } from './logs.ts';
import { rotateKey } from './rotate-key.ts';
import { registerWebhooks } from './webhooks.ts';
import { addWorkspace, listWorkspaces } from './workspace.ts';

/** All commands there are. */
const COMMANDS: readonly Command[] = [
  registerWebhooks,
  exportLogs,
  exportConfiguration,
  importConfiguration,
  rotateKey,
  addWorkspace,
  listWorkspaces,
  addKey,
  listKeys,
  revokeKey,
];

/** Runs the command that the arguments name. Never rejects: what goes wrong is one line and an exit code. */
export async function runCommand(args: readonly string[], tools: Tools): Promise<Outcome> {
  const command = COMMANDS.find(({ words }) => words.every((word, i) => args[i] === word));
  const given = command && readArguments(command, args.slice(command.words.length));
  if (!command || !given) return usage(args.length === 0 ? EXIT.done : EXIT.usage);
  try {
    return await command.run(given.args, tools, given.options);
  } catch (thrown) {
    const problem = toProblem(thrown);
    const line = problem.code === 'INTERNAL' ? `This failed inside: ${String(problem.details.cause)}` : problem.message;
    return { code: EXIT.failed, lines: [line] };
  }
}

function usage(code: number): Outcome {
  const lines = COMMANDS.map((command) => `  ${callOf(command)}   ${command.what}`);
  return { code, lines: ['npm run cli -- <command>, where the command is one of:', ...lines] };
}
