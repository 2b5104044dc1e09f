import type { Person, Row, Table } from '../../simulator.ts';
import { CREDENTIALS } from './auth.ts';
import { FIELDS, schemaContent } from './fields.ts';
import { vatIdOf } from './seed.ts';
import { stamp, urlOf, type World } from './world.ts';

const COLORS = ['#FF5733', '#2E86DE', '#27AE60', '#8E44AD', '#F39C12', '#16A085'];
const MOST_DOCUMENTS = 25;
const HOUR = 3_600_000;
const STATUSES = ['to_review', 'exported', 'confirmed', 'postponed', 'exported'];
const CONFIDENCES = [0.97, 0.91, 0.86, 0.72, 0.95, 0.58];

/** The users, two queues with their schemas, a label for every tag, and documents that some of the people sent. */
export function seedDocuments(world: World, people: readonly Person[], labels: Table, annotations: Table): void {
  seedUsers(world);
  const queues = [seedQueue(world, 'Invoices', true), seedQueue(world, 'Orders', false)];
  const tags = [...new Set(people.flatMap((person) => person.tags))];
  for (const [index, name] of tags.entries()) labels.add({ name, color: COLORS[index % COLORS.length] });
  const senders = people.filter((person) => person.companyName ?? person.address).slice(0, MOST_DOCUMENTS);
  for (const [index, person] of senders.entries()) {
    const queue = queues[index % 3 === 2 ? 1 : 0];
    annotations.add({ ...documentOf(world, person, index), queue: queue?.url, schema: queue?.schema });
  }
}

function seedUsers(world: World): void {
  const user = (firstName: string, lastName: string, username: string) =>
    world.users.add({
      first_name: firstName,
      last_name: lastName,
      username,
      email: username,
      organization: urlOf(world, 'organizations', 1),
      auth_type: 'password',
      is_active: true,
      deleted: false,
      queues: [],
      groups: [],
      metadata: {},
    });
  user('Gateway', 'Service', CREDENTIALS.username);
  user('Nora', 'Whitfield', 'nora.whitfield@acme.example');
  user('Imran', 'Sadiq', 'imran.sadiq@acme.example');
}

/** Only the first queue's schema names the vendor's own fields; an engine-bound one leaves rir_field_names empty. */
function seedQueue(world: World, name: string, first: boolean): Row {
  const schema = world.schemas.add({ name: `${name} schema`, content: schemaContent(first), metadata: {}, queues: [] });
  const queue = world.queues.add({
    name,
    schema: schema.url,
    workspace: null,
    session_timeout: '01:00:00',
    use_confirmed_state: first,
    default_score_threshold: 0.8,
    locale: 'en_GB',
    status: 'active',
    metadata: {},
    settings: {},
  });
  world.schemas.change(String(schema.id), { queues: [queue.url] });
  return queue;
}

function documentOf(world: World, person: Person, index: number): Row {
  const status = STATUSES[index % STATUSES.length] ?? 'to_review';
  const arrived = Math.min(person.createdAt + HOUR, world.clock.now());
  const later = stamp(Math.min(arrived + 2 * HOUR, world.clock.now()));
  const values = valuesOf(person, index, arrived);
  const reviewed = status === 'confirmed' || status === 'exported';
  return {
    status,
    file_name: `${index % 3 === 2 ? 'order' : 'invoice'}-${1001 + index}.pdf`,
    created_at: stamp(arrived),
    arrived_at: stamp(arrived),
    ...(status !== 'to_review' && { modified_at: later, modifier: urlOf(world, 'users', 2) }),
    ...(reviewed && { confirmed_at: later }),
    ...(status === 'exported' && { exported_at: later }),
    values,
    confidences: confidencesOf(values, index),
    validated: reviewed ? FIELDS.map(({ id }) => id) : [],
  };
}

function valuesOf(person: Person, index: number, arrived: number): Record<string, string> {
  const { line1, city, county, postcode, country } = person.address ?? {};
  const address = [line1, city, county, postcode, country].filter(Boolean).join('\n');
  const values = {
    document_id: String(20_260_001 + index),
    date_issue: stamp(arrived).slice(0, 10),
    date_due: stamp(arrived + 30 * 24 * HOUR).slice(0, 10),
    amount_total: (118.5 + index * 97.25).toFixed(2),
    currency: 'gbp',
    sender_name: person.companyName ?? `${person.firstName} ${person.lastName}`,
    sender_address: address,
    sender_email: person.email,
    sender_vat_id: vatIdOf(person),
    sender_phone: person.phone,
    recipient_name: 'Acme Services Ltd',
    recipient_address: '1 Foundry Lane\nLeeds\nLS1 4AB\nUnited Kingdom',
    item_description: 'Services as agreed',
    item_amount_total: (118.5 + index * 97.25).toFixed(2),
  };
  return Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value ? [[field, value]] : [])));
}

function confidencesOf(values: Readonly<Record<string, string>>, index: number): Record<string, number> {
  const base = CONFIDENCES[index % CONFIDENCES.length] ?? 1;
  return Object.fromEntries(
    Object.keys(values).map((field, at) => [field, Math.round((base + (at % 3) / 100) * 100) / 100]),
  );
}
