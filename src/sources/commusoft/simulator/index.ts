import { createHmac } from 'node:crypto';
import { createHost, type Simulator, type SimulatorDefinition, type SimulatorOptions } from '../../simulator.ts';
import { createAccount } from './account.ts';
import { PREFIX } from './answers.ts';
import { addCustomerRoutes } from './customers.ts';
import { addDiaryRoutes } from './diary.ts';
import { acceptForms } from './form.ts';
import { addGate, LOGIN } from './gate.ts';
import { addJobRoutes } from './jobs.ts';
import { addPartnerRoutes } from './partner.ts';
import { addReferenceRoutes, staffOf } from './reference.ts';
import { addSearchRoute } from './search.ts';
import { seed } from './seed.ts';

/** A running Commusoft. `tokenLifeMs` may be changed at any time; tokens already given out follow it. */
interface CommusoftSimulator extends Simulator {
  tokenLifeMs: number;
}

const NAME = 'Commusoft';
const WEBHOOK_SECRET = 'simulated-webhook-secret';

/** A stand-in for Commusoft's public API, as the code of others who call it shows that API to be. */
export const simulator = { id: 'commusoft', name: NAME, start } satisfies SimulatorDefinition;

async function start({ port, people, clock, limited = true }: SimulatorOptions): Promise<CommusoftSimulator> {
  const account = createAccount(staffOf(people), clock, (event, row) => {
    const body = JSON.stringify({ event, id: row.id });
    host.send(body, { 'x-commusoft-signature': createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex') });
  });
  const { customers, jobs, diaryevents, notes, tasks } = account;
  const tables = { customers, jobs, diaryevents, notes, tasks };
  const host = createHost(NAME, tables, clock);
  seed(account, people);

  host.app.register(
    async (api) => {
      acceptForms(api);
      addGate(api, clock, () => running.tokenLifeMs, limited);
      addCustomerRoutes(api, account);
      addSearchRoute(api, account);
      addJobRoutes(api, account);
      addDiaryRoutes(api, account);
      addReferenceRoutes(api, account.users);
      addPartnerRoutes(api, account);
    },
    { prefix: PREFIX },
  );
  const url = await host.listen(port);
  const { faults, calls, webhooks } = host;
  const running: CommusoftSimulator = {
    url,
    settings: settingsOf(url),
    tables,
    faults,
    calls,
    webhooks,
    tokenLifeMs: 30 * 60_000,
    close: () => host.app.close(),
  };
  return running;
}

function settingsOf(url: string): Simulator['settings'] {
  return {
    COMMUSOFT_BASE_URL: url + PREFIX,
    COMMUSOFT_CLIENT_ID: LOGIN.clientId,
    COMMUSOFT_USERNAME: LOGIN.username,
    COMMUSOFT_PASSWORD: LOGIN.password,
    COMMUSOFT_APPLICATION_ID: LOGIN.applicationId,
    COMMUSOFT_CUSTOMER_TYPE_ID: '1',
    COMMUSOFT_NOTES_PATH: '/customers/{customerId}/notes',
    COMMUSOFT_TASKS_PATH: '/customers/{customerId}/tasks',
    COMMUSOFT_WEBHOOK_SECRET: WEBHOOK_SECRET,
  };
}
