/** One field of the extraction schema that both queues use. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly type: 'string' | 'date' | 'number' | 'enum';
  /** What an enum may hold, in the order the form shows it. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Whether the vendor's engine knows it by this name; the others were added by the customer. */
  readonly pretrained: boolean;
  /** What is not exportable never shows up in an export. */
  readonly exported: boolean;
}

/** A section of the form a reviewer sees. */
export interface Section {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly Field[];
}

function field(id: string, label: string, type: Field['type'] = 'string', more: Partial<Field> = {}): Field {
  return { id, label, type, pretrained: true, exported: true, ...more };
}

/** The sections of single fields. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'basic_info_section',
    label: 'Basic information',
    fields: [
      field('document_id', 'Document number'),
      field('date_issue', 'Issue date', 'date'),
      field('date_due', 'Due date', 'date'),
      field('amount_total', 'Total amount', 'number'),
      field('currency', 'Currency', 'enum', {
        options: [
          { value: 'gbp', label: 'British Pound - £' },
          { value: 'eur', label: 'Euro - €' },
          { value: 'usd', label: 'US Dollar - $' },
        ],
      }),
      field('payment_state', 'Payment state', 'string', { pretrained: false, exported: false }),
    ],
  },
  {
    id: 'vendor_section',
    label: 'Sender',
    fields: [
      field('sender_name', 'Sender name'),
      field('sender_address', 'Sender address'),
      field('sender_email', 'Sender e-mail'),
      field('sender_vat_id', 'Sender VAT number'),
      field('sender_phone', 'Sender phone', 'string', { pretrained: false }),
    ],
  },
  {
    id: 'recipient_section',
    label: 'Recipient',
    fields: [field('recipient_name', 'Recipient name'), field('recipient_address', 'Recipient address')],
  },
];

/** The columns of the one table, `line_items`; simulated documents have a single row. */
export const LINE_FIELDS: readonly Field[] = [
  field('item_description', 'Description'),
  field('item_amount_total', 'Amount', 'number'),
];

/** Every field; its place here makes the ids of datapoints. */
export const FIELDS: readonly Field[] = [...SECTIONS.flatMap((section) => section.fields), ...LINE_FIELDS];

/** `content` of a schema. Beware: the children of a section or tuple are a list, those of a multivalue one object. */
export function schemaContent(knowsPretrained: boolean): unknown[] {
  const datapoint = ({ id, label, type, options, pretrained, exported }: Field) => ({
    category: 'datapoint',
    id,
    label,
    type,
    ...(options ? { options } : {}),
    rir_field_names: knowsPretrained && pretrained ? [id] : [],
    can_export: exported,
    hidden: false,
    constraints: { required: false },
  });
  const tuple = { category: 'tuple', id: 'line_item', label: 'Line item', children: LINE_FIELDS.map(datapoint) };
  const lines = { category: 'multivalue', id: 'line_items', label: 'Line items', children: tuple };
  return [
    ...SECTIONS.map(({ id, label, fields }) => ({ category: 'section', id, label, children: fields.map(datapoint) })),
    { category: 'section', id: 'line_items_section', label: 'Line items', children: [lines] },
  ];
}
