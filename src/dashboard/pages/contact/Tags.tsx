import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/notices.ts';
import type { ShownContact } from './fields.ts';
import type { WriteThrough } from './use-write.ts';
import { errorElsewhere } from './user-errors.ts';
import { UntagContact } from './writes.ts';

interface TagsProps {
  readonly contact: ShownContact;
  readonly write: WriteThrough | null;
}

/** Its tags, each to be taken away. */
export function Tags({ contact, write }: TagsProps) {
  const takeAway = async (tag: string) => {
    if (!write) return;
    const refusal = await write({
      what: `The tag ${tag}`,
      document: UntagContact,
      input: { contactId: contact.id, tags: [tag] },
      isCause: ({ entityId, changes }) => entityId === contact.id && changes.some(({ field }) => field === 'tags'),
    });
    const error = errorElsewhere(refusal, []);
    if (error) say(error, 'bad');
  };
  if (contact.tags.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list
    <ul className="tags" role="list" aria-label="Tags">
      {contact.tags.map(({ id, name }) => (
        <li key={id}>
          <Badge>
            {name}
            {write && (
              <Button tone="quiet" aria-label={`Take the tag ${name} away`} onPress={() => void takeAway(name)}>
                <span aria-hidden="true">✕</span>
              </Button>
            )}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
