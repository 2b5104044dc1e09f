import type { Mapping } from '../model/mapping.ts';
import type { MappingTemplate, TemplateNeed } from '../model/mapping-template.ts';

/** What is read from a document fills what the row of a contact leaves empty; nothing is written back to a document. */
function party(name: 'sender' | 'recipient'): Mapping {
  return [
    { entity: 'companyName', record: ['company_name', `document.${name}_name`] },
    { entity: 'email', record: ['email', `document.${name}_email`] },
    { entity: 'phone', record: ['phone', `document.${name}_phone`] },
    { entity: 'address.line1', record: ['address.line1', `document.${name}_address`] },
    { entity: 'custom.vat_id', record: ['custom.vat_id', `document.${name}_vat_id`] },
    { entity: 'custom.company_id', record: ['custom.company_id', `document.${name}_ic`] },
    { entity: 'custom.tax_id', record: ['custom.tax_id', `document.${name}_dic`] },
  ];
}

function need(choice: 'sender' | 'recipient'): TemplateNeed {
  const otherwise = `Documents of the queues have to bring their ${choice}: set ROSSUM_QUEUE_IDS and ROSSUM_PARTY=${choice}, and start the gateway again`;
  return { system: 'rossum', kind: 'contact', field: 'party', choice, otherwise };
}

/** What is read from documents. */
export const documentTemplates: readonly MappingTemplate[] = [
  {
    id: 'rossum-sender-contact',
    name: 'Senders of Rossum documents as contacts',
    summary:
      'The party that sent a document becomes a contact with company, e-mail, phone, address, VAT, company and tax number, as far as the queues read them. It is only read: documents are never written to.',
    parts: [{ system: 'rossum', kind: 'contact', rows: party('sender') }],
    needs: [need('sender')],
  },
  {
    id: 'rossum-recipient-contact',
    name: 'Recipients of Rossum documents as contacts',
    summary:
      'The party a document is addressed to becomes a contact, instead of its sender: a document brings one of the two. It is only read: documents are never written to.',
    parts: [{ system: 'rossum', kind: 'contact', rows: party('recipient') }],
    needs: [need('recipient')],
  },
  {
    id: 'rossum-review-task',
    name: 'Documents to review as tasks',
    summary:
      'A document that waits for review is a task with its due date, done once it is accepted or rejected. It is only read in Rossum; in HighLevel it can be worked on like any task.',
    parts: [
      {
        system: 'rossum',
        kind: 'task',
        rows: [
          { entity: 'title', record: 'title' },
          { entity: 'body', record: 'body' },
          { entity: 'dueAt', record: 'due_at' },
          { entity: 'completed', record: 'completed' },
          { entity: 'assignee', record: 'assignee' },
        ],
      },
      {
        system: 'ghl',
        kind: 'task',
        rows: [
          { entity: 'title', record: 'title' },
          { entity: 'body', record: 'body' },
          { entity: 'dueAt', record: 'dueDate' },
          { entity: 'completed', record: 'completed' },
        ],
      },
    ],
    needs: [
      {
        system: 'rossum',
        kind: 'task',
        field: 'status',
        otherwise: 'Reviews come from the documents of queues: set ROSSUM_QUEUE_IDS, and start the gateway again',
      },
    ],
  },
];
