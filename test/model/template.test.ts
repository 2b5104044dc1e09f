import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/model/rule-words.ts';
import { fillIn } from '../../src/model/template.ts';

const words = wordsOf({
  entity: { kind: 'note', fields: { title: 'Boiler', body: 'Line one\nline {{title}}', count: 3 } },
  contact: { fields: { firstName: 'Ann', lastName: 'Archer', tags: ['vip', 'boiler plan'] } },
  changes: [
    { field: 'email', before: null, after: 'ann@example.com' },
    { field: 'address.city', before: 'Bath', after: 'Bristol' },
    { field: 'address.line1', before: null, after: '1 High Street' },
    { field: 'custom.boiler', before: true, after: false },
  ],
  system: null,
  message: null,
  origin: 'Somewhere',
});
const fill = (template: string, longest = 200) => fillIn(template, words, longest);

describe('a template', () => {
  it.each([
    ['{{contact.name}} ({{ origin }})', 'Ann Archer (Somewhere)'],
    ['{{name}}: {{title}} of a {{kind}}, {{count}} times', 'Boiler: Boiler of a note, 3 times'],
    ['{{contact.tags}}', 'vip, boiler plan'],
    ['new {{changed}}', 'new email, address, boiler'],
    ['{{changes.email.before}}>{{changes.email.after}}', '>ann@example.com'],
    ['{{changes.address.city.before}} {{changes.custom.boiler.after}}', 'Bath false'],
  ])('%s says %s', (template, said) => {
    const filled = fill(template);

    expect(filled).toBe(said);
  });

  it.each([
    '{{unknown}}',
    '{{contact.unknown}}',
    '{{changes.phone.after}}',
    '{{changes.email}}',
    '{{constructor}}',
    '{{contact.__proto__}}',
  ])('says nothing for %s, which nobody knows', (template) => {
    const filled = fill(`a ${template} b`);

    expect(filled).toBe('a b');
  });

  it('does not take what a word says for a template, and keeps its lines', () => {
    const filled = fill('{{body}}');

    expect(filled).toBe('Line one\nline {{title}}');
  });

  it('leaves braces alone that hold no name', () => {
    const filled = fill('{{1 + 1}} {title} {{ }}');

    expect(filled).toBe('{{1 + 1}} {title} {{ }}');
  });

  it('is cut to its longest, between whole characters', () => {
    const [cut, emoji] = [fill('abcdef', 4), fill('ab😀def', 4)];

    expect(cut).toBe('abc…');
    expect(emoji).toBe('ab…');
  });
});
