import { systemClock } from '../../src/base/clock.ts';
import { openDatabase } from '../../src/store/database.ts';
import { testVault } from '../support/vault.ts';
import { entity, event } from './things.ts';

/** Writes until it is killed, and says on stdout which number was acknowledged last. */
const database = await openDatabase({ dataDir: process.argv[2] ?? '', clock: systemClock, vault: testVault });
const store = database.store('w');
for (let number = 1; ; number++) {
  await store.transaction(async (tx) => {
    await tx.entities.save([entity(`e${number}`)]);
    await tx.events.append([event(`event ${number}`)]);
  });
  await store.settings.put(`s${number}`, number);
  process.stdout.write(`${number}\n`);
}
