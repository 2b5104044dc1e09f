import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A gateway in a process of its own, as `npm start` starts it. */
export interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  /** Its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Resolves when it has written such words; rejects where it ends before. */
  says(words: RegExp): Promise<RegExpExecArray>;
  output(): string;
}

/** Starts gateways over one built program, each in an empty environment but for what is set. */
export interface Programs {
  /** The folder that they are started in. */
  readonly folder: string;
  launch(env: Record<string, string>): Program;
  /** Ends those that still run. */
  kill(): void;
  remove(): void;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the program into a folder of its own. */
export async function buildProgram(): Promise<Programs> {
  const folder = mkdtempSync(join(ROOT, '.build-test-'));
  const running: ChildProcessWithoutNullStreams[] = [];
  await build({
    entryPoints: [join(ROOT, 'src/main.ts')],
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    outdir: folder,
  });
  return {
    folder,
    launch(env) {
      const options = { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } };
      const child = spawn(process.execPath, [join(folder, 'main.js')], options);
      running.push(child);
      return follow(child);
    },
    kill() {
      for (const child of running.splice(0)) child.kill('SIGKILL');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function follow(child: ChildProcessWithoutNullStreams): Program {
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const says = (words: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = words.exec(output);
        if (found) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then((code) => reject(new Error(`ended with ${code} before it said ${words}: ${output}`)));
    });
  return { child, ended, says, output: () => output };
}
