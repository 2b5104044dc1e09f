import type { SourceDefinition } from '../source.ts';

/** The default mapping of each kind; Commusoft's own names on the right. */
export const mapping: SourceDefinition['mapping'] = {
  contact: [
    { entity: 'firstName', record: 'name' },
    { entity: 'lastName', record: 'surname' },
    { entity: 'email', record: 'emailaddress' },
    { entity: 'phone', record: ['mobile', 'telephonenumber'] },
    { entity: 'companyName', record: 'companyname', direction: 'in' },
    { entity: 'website', record: 'website', direction: 'in' },
    { entity: 'address.line1', record: 'addressline1' },
    { entity: 'address.line2', record: 'addressline2' },
    { entity: 'address.city', record: 'town' },
    { entity: 'address.county', record: 'county' },
    { entity: 'address.postcode', record: 'postcode' },
    { entity: 'address.country', record: 'countrycode', direction: 'in' },
    { entity: 'tags', record: 'tags', direction: 'in' },
  ],
  task: [
    { entity: 'title', record: 'description' },
    { entity: 'body', record: 'details' },
    { entity: 'dueAt', record: 'duedate' },
    { entity: 'completed', record: 'completed' },
    { entity: 'assignee', record: 'user' },
  ],
  note: [
    { entity: 'title', record: 'title' },
    { entity: 'body', record: 'note' },
  ],
  appointment: [
    { entity: 'title', record: 'description' },
    { entity: 'startsAt', record: 'event_start' },
    { entity: 'endsAt', record: 'event_end' },
    { entity: 'notes', record: 'engineer_notes' },
    { entity: 'assignee', record: 'username' },
    { entity: 'location', record: 'location', direction: 'in' },
  ],
  tag: [{ entity: 'name', record: 'name', direction: 'in' }],
};
