import type { EntityType, EventRowFragment } from '../../client/generated/graphql.ts';

const KINDS: Readonly<Record<EntityType, string>> = {
  CONTACT: 'a contact',
  TASK: 'a task',
  NOTE: 'a note',
  APPOINTMENT: 'an appointment',
  TAG: 'a tag',
};

const LONGEST_QUOTE = 60;

/** A thing as people speak of it: the contact by name, what belongs to one with its title and whose it is. */
export function entityInWords({ entity, type }: Pick<EventRowFragment, 'entity' | 'type'>): string {
  if (!entity) return type ? KINDS[type] : 'something';
  switch (entity.__typename) {
    case 'Contact':
      return entity.name ?? 'a contact without a name';
    case 'Task':
      return `the task ${quoted(entity.title)}${ofContact(entity.contact)}`;
    case 'Note':
      return `the note ${quoted(entity.body)}${ofContact(entity.contact)}`;
    case 'Appointment':
      return `the appointment ${quoted(entity.subject)}${ofContact(entity.contact)}`;
    case 'Tag':
      return `the tag ${quoted(entity.label)}`;
  }
}

function ofContact(contact: { readonly name?: string | null } | null | undefined): string {
  return contact?.name ? ` of ${contact.name}` : '';
}

/** In quotation marks, on one line, and not too long. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : line}”`;
}
