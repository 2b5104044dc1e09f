import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const scripts = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).scripts as Record<
  string,
  string
>;

describe('the README', () => {
  it('names only commands that exist', () => {
    const named = [...readme.matchAll(/npm (?:run )?(start|test|dev|check|generate|build)\b/g)].map(
      ([, name]) => name ?? '',
    );

    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('shows only operations that the schema answers', () => {
    const pasted = /"query":\s*"((?:[^"\\]|\\.)*)"/.exec(readme)?.[1]?.replaceAll('\\"', '"') ?? '';
    const blocks = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');

    for (const operation of [pasted, ...blocks]) expect(validate(createSchema(), parse(operation))).toEqual([]);
    expect(pasted).toContain('contacts');
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('names every environment variable that the example file names', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const variables = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
    const groups = /_(TASKS|NOTES|APPOINTMENTS)_COLLECTION$/;

    expect(variables.filter((name) => !readme.includes(name) && !groups.test(name))).toEqual([]);
  });
});
