const LABELS: Readonly<Record<string, string>> = {
  firstName: 'first name',
  lastName: 'last name',
  email: 'e-mail',
  companyName: 'company',
  customFields: 'custom fields',
  dueAt: 'due date',
  startsAt: 'start',
  endsAt: 'end',
  body: 'text',
  line1: 'address line 1',
  line2: 'address line 2',
};

/** What people call a field of the graph: `address.postcode` is the postcode, `custom.boiler_make` the boiler make. */
export function fieldInWords(field: string): string {
  const name = field.slice(field.indexOf('.') + 1);
  const label = LABELS[name] ?? name.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return label.toLowerCase();
}

const lists = new Intl.ListFormat('en-GB');

/** Several of them; of many the first and how many more. */
export function fieldsInWords(fields: readonly string[], most = 3): string {
  const words = [...new Set(fields.map(fieldInWords))];
  const rest = words.length - most;
  return lists.format(
    rest > 0 ? [...words.slice(0, most), rest === 1 ? 'one more field' : `${rest} more fields`] : words,
  );
}
