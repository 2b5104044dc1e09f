import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { found, typeDoc } from '../../src/dashboard/pages/developer/docs.ts';
import { EXAMPLES } from '../../src/dashboard/pages/developer/examples.ts';
import { operationsIn, requestOf } from '../../src/dashboard/pages/developer/request.ts';
import { snippetsOf } from '../../src/dashboard/pages/developer/snippets.ts';
import { keyFor, startClosedWorld } from '../support/closed.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

const folder = join(import.meta.dirname, '../../schema');
const schema = buildSchema(
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n'),
);

it.each(EXAMPLES)('the example $title is one that the graph answers', ({ query, variables = '{}' }) => {
  expect(validate(schema, parse(query))).toEqual([]);
  expect(JSON.parse(variables)).toBeTypeOf('object');
});

describe('what is sent', () => {
  it('is the operation that was chosen, else the first', () => {
    const query = 'query A { viewer { id } } subscription B { syncEvents { id } }';

    expect(requestOf(query, '', null)).toMatchObject({ request: { operationName: 'A', isSubscription: false } });
    expect(requestOf(query, '', 'B')).toMatchObject({ request: { operationName: 'B', isSubscription: true } });
  });

  it.each(['[1]', '{', '7', 'null'])('are no variables such as %s', (variables) => {
    expect(requestOf('{ viewer { id } }', variables, null)).toHaveProperty('wrong');
  });

  it('is as it was written where it cannot be read', () => {
    expect(operationsIn('query {')).toEqual([]);
    expect(requestOf('query {', '', null)).toMatchObject({ request: { query: 'query {' } });
  });
});

describe('snippets', () => {
  it('ask that address, and hold a placeholder for the key', () => {
    const snippets = snippetsOf('https://gateway.example', '{ viewer { id } }', '');

    expect(snippets.map(({ id }) => id)).toEqual(['apollo', 'urql', 'curl']);
    for (const { code } of snippets) {
      expect(code).toContain('https://gateway.example/graphql');
      expect(code).toContain('Bearer YOUR_KEY');
    }
  });

  it('quote what would end the quotation', () => {
    const [apollo, , curl] = snippetsOf('http://a', '{ contacts(search: "O\'Hara `\x24{x}`") { totalCount } }', '');

    expect(apollo?.code).toContain('\\`\\\x24{x}\\`');
    expect(curl?.code).toContain("O'\\''Hara");
  });

  it('subscribe to what is live', () => {
    const [apollo, urql, curl] = snippetsOf('http://a', 'subscription { syncEvents { id } }', '{}');

    expect([apollo?.code, urql?.code]).toEqual([
      expect.stringContaining('client.subscribe('),
      expect.stringContaining('client.subscription('),
    ]);
    expect(curl?.code).toContain('text/event-stream');
  });
});

describe('what can be asked', () => {
  it('is found by the name of a type or of something in it', () => {
    expect(found(schema, 'contactfilter')[0]).toBe('ContactFilter');
    expect(found(schema, 'createNote')).toContain('Mutation');
    expect(found(schema, ' ')).toEqual([]);
  });

  it('is told with signatures, descriptions and where they lead', () => {
    const entry = typeDoc(schema, 'Query')?.entries.find(({ name }) => name === 'business');

    expect(entry).toMatchObject({ signature: '(id: ID!): Business', leadsTo: 'Business' });
    expect(typeDoc(schema, 'Nothing')).toBeNull();
  });
});

describeInBrowser('the developer page', (stage) => {
  it('runs a query and a subscription with the key of whoever is there, and shows the key to nobody', async () => {
    const world = await stage.start({}, startClosedWorld);
    const { key, secret } = await keyFor(world, ['contacts.readonly']);
    const page = await stage.openPage(world, '/developer');
    await page.getByLabel('Key or token').fill(secret);
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: 'Who am I' }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('region', { name: 'The answer' }).getByText(`"name": "${key.name}"`).waitFor();
    await page.getByRole('button', { name: 'Follow what happens' }).click();
    await page.getByRole('textbox', { name: 'Query' }).press('Control+Enter');
    await page.getByText('Following; nothing has come yet.').waitFor();
    await world.followed(1);
    const contacts = world.simulator('ghl').tables.contacts;
    contacts?.change(String(contacts.list()[0]?.id), { phone: '+447700900681' });

    await page.getByRole('region', { name: 'Message 1', exact: true }).getByText('"syncEvents"').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await world.followed(0);
    for (const { label } of snippetsOf('', '', '')) {
      await page.getByRole('tab', { name: label }).click();
      expect(await page.getByRole('region', { name: `For ${label}` }).textContent()).toContain(`${world.url}/graphql`);
      expect(await page.textContent('body')).not.toContain(secret);
    }
    await page.getByText('This gateway does not say what can be asked').waitFor();
    // That nobody asks without a key, and that the schema is not told, the browser says as well.
    const refusals = /status of 40[01]/;
    expect(stage.faultsOf(page).filter((fault) => !refusals.test(fault))).toEqual([]);
  });

  it.each([
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('can be used by everybody: %s', async (name, width, scheme) => {
    const page = await stage.openPage(await stage.start({ systems: [], env: { INTROSPECTION: 'on' } }), '/developer', {
      width,
      scheme,
    });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('region', { name: 'The answer' }).waitFor();
    await page.getByRole('heading', { name: 'Query', exact: true }).waitFor();

    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await keepPicture(page, `developer-${name}`);
  });
});
