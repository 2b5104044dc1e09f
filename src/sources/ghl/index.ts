import type { BudgetReading } from '../../base/budget.ts';
import { Problem } from '../../base/errors.ts';
import type { HttpResponse } from '../../base/http.ts';
import { defineSource, type Source, type Tools } from '../source.ts';
import { appointmentCollection } from './appointment.ts';
import { type Bearer, fixedBearer, grantedBearer } from './bearer.ts';
import { businesses } from './business.ts';
import { createClient } from './client.ts';
import { contactCollection } from './contact.ts';
import { createContactNames } from './contact-names.ts';
import { createContactReader } from './contact-reader.ts';
import { contactWriter } from './contact-writer.ts';
import { createDefinitions } from './custom-field.ts';
import { createLocation } from './location.ts';
import { mapping } from './mapping.ts';
import { noteCollection } from './note.ts';
import { oauth } from './oauth.ts';
import { type Settings, settings } from './settings.ts';
import { tagCollection } from './tag.ts';
import { taskCollection } from './task.ts';
import { type Granted, instructions, webhooks } from './webhooks.ts';

/** HighLevel, one location (sub-account) of it. */
export const definition = defineSource({
  id: 'ghl',
  name: 'HighLevel',
  settings,
  limits: { calls: 100, perMs: 10_000, concurrency: 10 },
  mapping,
  oauth,
  baseUrl: (given) => given.GHL_BASE_URL,
  readBudget,
  connect,
});

function connect(given: Settings, tools: Tools): Source {
  const { clock, log } = tools;
  const client = createClient({ locationId: given.GHL_LOCATION_ID, bearer: bearerOf(given, tools) }, tools);
  const definitions = createDefinitions(client, clock);
  const reader = createContactReader(client, definitions, createContactNames());
  const writer = contactWriter({ client, reader, definitions, log });
  const location = createLocation(client);
  const keys = {
    ed25519: given.GHL_WEBHOOK_PUBLIC_KEY,
    rsa: given.GHL_ACCEPT_RSA_SIGNATURE === 'on' ? given.GHL_WEBHOOK_RSA_PUBLIC_KEY : [],
  };

  return {
    collections: {
      contact: contactCollection({ client, reader, definitions, writer, clock }),
      task: taskCollection(client, clock),
      note: noteCollection(client, clock),
      appointment: appointmentCollection({ client, location, calendarId: given.GHL_CALENDAR_ID, clock, log }),
      tag: tagCollection(client),
    },
    webhooks: webhooks(given.GHL_LOCATION_ID, keys, grantedIn(given)),
    registration: { instructions },
    businesses: businesses(client, reader),
    probe: () => location.check(),
  };
}

function bearerOf({ GHL_TOKEN }: Settings, { tokens }: Tools): Bearer {
  if (GHL_TOKEN !== undefined) return fixedBearer(GHL_TOKEN);
  if (tokens) return grantedBearer(tokens);
  throw new Problem('UNAUTHORIZED', 'HighLevel has neither a token nor a grant; connect it anew', 'never', {
    system: 'ghl',
  });
}

/** What a grant was given to; null where a private integration's token was given, which no app comes and goes with. */
function grantedIn(given: Settings): Granted | null {
  if (given.GHL_TOKEN !== undefined || given.GHL_APP_ID === undefined) return null;
  return { appId: given.GHL_APP_ID, companyId: given.GHL_COMPANY_ID ?? null };
}

/** What HighLevel's own headers say of the budget: some accounts have a quarter of the usual one. */
function readBudget(headers: HttpResponse['headers']): BudgetReading {
  const told = {
    limit: headers['x-ratelimit-max'],
    remaining: headers['x-ratelimit-remaining'],
    perMs: headers['x-ratelimit-interval-milliseconds'],
    dailyLimit: headers['x-ratelimit-limit-daily'],
    dailyRemaining: headers['x-ratelimit-daily-remaining'],
  };
  return Object.fromEntries(
    Object.entries(told).flatMap(([part, header]) =>
      header && Number.isFinite(Number(header)) ? [[part, Number(header)]] : [],
    ),
  );
}
