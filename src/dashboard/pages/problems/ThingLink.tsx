import type { ThingFragment } from '../../../client/generated/graphql.ts';
import { Link } from '../../ui/Link.tsx';
import { entityInWords } from '../../words/entity.ts';

interface ThingLinkProps {
  readonly entity: ThingFragment | null;
}

/** What it is about, with the way to the contact that it is or belongs to. */
export function ThingLink({ entity }: ThingLinkProps) {
  const words = entityInWords({ entity, type: null });
  const contact = contactOf(entity);
  return contact === null ? words : <Link href={`/contacts/${encodeURIComponent(contact)}`}>{words}</Link>;
}

function contactOf(entity: ThingFragment | null): string | null {
  if (!entity) return null;
  if (entity.__typename === 'Contact') return entity.id;
  return 'contact' in entity ? (entity.contact?.id ?? null) : null;
}
