import { runCommand } from '../../src/commands/index.ts';
import { environment } from '../../src/config.ts';
import { definitions } from '../../src/sources/generated/registry.ts';

// Rotates the key until it says something for the nth time, and waits there to be killed.
let left = Number(process.argv[2]);
setInterval(() => undefined, 60_000);
await runCommand(['rotate-key'], {
  env: environment(),
  definitions,
  write: (text) =>
    new Promise((resolve) => {
      process.stdout.write(text, () => {
        left -= 1;
        if (left > 0) resolve();
      });
    }),
});
