import { systemClock } from '../../src/base/clock.ts';
import { openKeyring } from '../../src/base/keyring.ts';
import { openDatabase } from '../../src/store/database.ts';

// What a gateway does with secrets, until it is killed: reads them all, renews one, and says which it has renewed.
const dataDir = process.argv[2] ?? '';
const { vault } = await openKeyring([], dataDir);
const { connections, targets } = (await openDatabase({ dataDir, clock: systemClock, vault })).store('w');
for (let number = 1; ; number++) {
  const [all] = await Promise.all([connections.all(), targets.all()]);
  const { system = '', tokensVersion = 0 } = all[number % all.length] ?? {};
  const renewed = await connections.renewTokens({ system, version: tokensVersion, tokens: { number } });
  if (!renewed) throw new Error('somebody else renewed it');
  process.stdout.write(`${system} ${number}\n`);
}
