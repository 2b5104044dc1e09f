import { once } from 'node:events';
import { openKeyFile } from '../../src/base/key-file.ts';
import { idOfKey } from '../../src/base/secret-key.ts';

// Opens the key file of a folder when it is told to, and says which key it found there.
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const [key] = (await openKeyFile(process.argv[2] ?? '')).read();
process.stdout.write(`${idOfKey(key)}\n`);
