import { createHost, type Simulator, type SimulatorDefinition, type SimulatorOptions } from '../../simulator.ts';
import { addApi } from './api.ts';
import { createWorld } from './create-world.ts';
import { createGrants } from './grants.ts';
import { addConsentPage } from './oauth-page.ts';
import { CLIENT } from './oauth-token.ts';
import { seed, usersOf } from './seed.ts';
import { createSigner, lifecycleBody, webhookBody } from './webhooks.ts';
import { type Switches, tablesOf } from './world.ts';

/** A running HighLevel, with the switches that are its own. */
export interface HighLevelSimulator extends Simulator, Switches {
  /** The key of the old signature, as GHL_WEBHOOK_RSA_PUBLIC_KEY takes it. */
  rsaPublicKey(): string;
  /** Ends all access tokens, as a day does. */
  expireTokens(): void;
  /** Somebody takes the app away: whatever was granted to it ends, and its webhook says so. Also `POST /_sim/uninstall`. */
  uninstall(): void;
}

/** HighLevel's contacts, tasks, notes, calendars, tags and businesses for one location, written from the vendor's documents. */
export const simulator = { id: 'ghl', name: 'HighLevel', start } satisfies SimulatorDefinition;

async function start({ port, people, clock, limited = true }: SimulatorOptions): Promise<HighLevelSimulator> {
  const signer = createSigner();
  const { world, quietly } = createWorld(clock, usersOf(people), (event, row) => tell(webhookBody(world, event, row)));
  const tables = tablesOf(world);
  const host = createHost('HighLevel', tables, clock);
  const tell = (body: string) =>
    host.send(body, { ...signer.headers(body, world.switches.signing), deliveryid: world.ids.uuid() });
  const grants = createGrants(clock, world.ids);
  const uninstall = () => {
    for (const granted of grants.endAll()) tell(lifecycleBody(world, 'UNINSTALL', granted));
  };
  addApi(host.app, { world, grants, limited, installed: (granted) => tell(lifecycleBody(world, 'INSTALL', granted)) });
  addConsentPage(host.app, world, grants);
  host.app.post('/_sim/uninstall', (_, reply) => {
    uninstall();
    return reply.code(204).send();
  });
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
    app: {
      GHL_BASE_URL: url,
      GHL_AUTHORIZE_URL: `${url}/v2/oauth/chooselocation`,
      GHL_CLIENT_ID: CLIENT.id,
      GHL_CLIENT_SECRET: CLIENT.secret,
    },
    faults: host.faults,
    calls: host.calls,
    webhooks: host.webhooks,
    rsaPublicKey: () => signer.rsaPublicKey,
    expireTokens: () => grants.expire(),
    uninstall,
    close: () => host.app.close(),
  });
}
