import type { ContactListQuery } from '../../../client/generated/graphql.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Link } from '../../ui/Link.tsx';
import { holdings } from './holdings.ts';

/** A contact as the list shows it. */
export type ListedContact = ContactListQuery['contacts']['nodes'][number];

const MOST_TAGS = 3;

/** One contact of the list; the whole row leads to its page. */
export function ContactRow({ contact }: { readonly contact: ListedContact }) {
  const { id, name, email, phone, companyName, address, tags, records, conflicts } = contact;
  const place = [companyName === name ? null : companyName, address?.city, address?.postcode].filter(Boolean);
  const more = tags.length - MOST_TAGS;
  return (
    <>
      <div className="contact-who">
        <Link href={`/contacts/${encodeURIComponent(id)}`}>{name ?? email ?? phone ?? 'Without a name'}</Link>
        <span className="quiet">{place.join(' · ')}</span>
      </div>
      <div className="contact-reach quiet">
        <span>{email}</span>
        <span>{phone}</span>
      </div>
      <div className="badges">
        {conflicts.some(({ open }) => open) && <Badge tone="warn">Systems disagree</Badge>}
        {tags.slice(0, MOST_TAGS).map((tag) => (
          <Badge key={tag.id}>{tag.name}</Badge>
        ))}
        {more > 0 && <Badge>{`${more} more`}</Badge>}
      </div>
      <div className="badges contact-systems">
        {holdings(records).map(({ id: system, words, tone }) => (
          <Badge key={system} tone={tone}>
            {words}
          </Badge>
        ))}
      </div>
    </>
  );
}
