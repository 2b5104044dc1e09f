import type { TryRuleQuery } from '../../../client/generated/graphql.ts';
import { Card } from '../../ui/Card.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { counted, timesInWords } from '../../words/count.ts';
import { entityInWords } from '../../words/entity.ts';

/** What a dry run found. */
export type DryRun = NonNullable<TryRuleQuery['dryRunRule']['dryRun']>;

/** More would not be read. */
const SHOWN = 8;

/** What the rule would have done lately, with examples. */
export function TryOut({ run }: { readonly run: DryRun }) {
  const { summary, examples, wouldPause, busiestHour, withoutContact } = run;
  return (
    <Card title="What it would have done">
      <p>{summary}</p>
      <p role="status">{outcome(run)}</p>
      {wouldPause && (
        <p className="notice notice-warn">
          It would have been paused: {timesInWords(busiestHour)} within one hour is more than it may. Make it answer to
          less.
        </p>
      )}
      {withoutContact > 0 && (
        <p className="notice notice-warn">
          {counted(withoutContact, 'time')} there was no contact to do something for.
        </p>
      )}
      {examples.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list
        <ol className="firings" role="list" aria-label="Examples">
          {examples.slice(0, SHOWN).map(({ event, entity, would }) => (
            <li key={`${event?.id} ${entity?.id}`} className="firing">
              <p>
                <span className="firing-about">
                  {entity ? begun(entityInWords({ entity, type: null })) : 'Something'}
                </span>
                : {would}
              </p>
              {event && (
                <p className="quiet">
                  <RelativeTime at={event.at} />
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function outcome({ events, firings, entities }: DryRun): string {
  const looked = counted(events, 'event');
  if (firings === 0)
    return `Of the last ${looked}, none would have set it off. It acts as soon as one does, from when you save it.`;
  return `Of the last ${looked}, ${firings} would have set it off, on ${counted(entities, 'thing')}. Trying it changed nothing. The newest:`;
}

function begun(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
