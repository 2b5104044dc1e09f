import { createHost, type Simulator, type SimulatorDefinition, type SimulatorOptions } from '../../simulator.ts';
import { addApi } from './api.ts';
import { createWorld } from './create-world.ts';
import { seed, usersOf } from './seed.ts';
import { createSigner, webhookBody } from './webhooks.ts';
import { type Switches, tablesOf } from './world.ts';

/** A running HighLevel, with the switches that are its own. */
export interface HighLevelSimulator extends Simulator, Switches {
  /** The key of the old signature, as GHL_WEBHOOK_RSA_PUBLIC_KEY takes it. */
  rsaPublicKey(): string;
}

/** HighLevel's contacts, tasks, notes, calendars, tags and businesses for one location, written from the vendor's documents. */
export const simulator = { id: 'ghl', name: 'HighLevel', start } satisfies SimulatorDefinition;

async function start({ port, people, clock, limited = true }: SimulatorOptions): Promise<HighLevelSimulator> {
  const signer = createSigner();
  const { world, quietly } = createWorld(clock, usersOf(people), (event, row) => {
    const body = webhookBody(world, event, row);
    host.send(body, { ...signer.headers(body, world.switches.signing), deliveryid: world.ids.uuid() });
  });
  const tables = tablesOf(world);
  const host = createHost('HighLevel', tables, clock);
  addApi(host.app, world, limited);
  quietly(() => seed(world, people));
  const url = await host.listen(port);

  return Object.assign(world.switches, {
    url,
    tables,
    settings: {
      GHL_BASE_URL: url,
      GHL_LOCATION_ID: world.location.id,
      GHL_TOKEN: world.token,
      GHL_CALENDAR_ID: world.calendars[0]?.id ?? '',
      GHL_WEBHOOK_PUBLIC_KEY: signer.publicKey,
    },
    faults: host.faults,
    calls: host.calls,
    webhooks: host.webhooks,
    rsaPublicKey: () => signer.rsaPublicKey,
    close: () => host.app.close(),
  });
}
