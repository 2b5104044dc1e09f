import type { NeedsQuery } from '../../../client/generated/graphql.ts';
import { counted } from '../../words/count.ts';

/** Something that waits for a person, in a sentence, and the way to where it is settled. */
export interface Need {
  readonly id: string;
  readonly words: string;
  readonly tone: 'warn' | 'bad';
  readonly act: string;
  readonly href: string;
}

const DAY_MS = 86_400_000;
const SOON_MS = 7 * DAY_MS;

/** What needs a person at that time (ms since 1970), the worst first. */
export function needsOf({ systems, conflicts, quarantinedRecords: aside }: NeedsQuery, now: number): readonly Need[] {
  const refused = systems
    .filter(({ health }) => health.state === 'UNAUTHORIZED')
    .map(({ id, name }) => need(`sign-in ${id}`, `${name} refuses our sign-in.`, 'bad', 'Connect it again', '/setup'));
  const failed = systems
    .filter(({ health }) => health.failedDeliveries > 0)
    .map(({ id, name, health: { failedDeliveries: count } }) =>
      need(`failed ${id}`, `${name} refused ${counted(count, 'write')}.`, 'bad', 'Look at what it said', '/problems'),
    );
  const disputed = conflicts.totalCount;
  const ending = systems.flatMap(({ id, name, health: { credentialExpiresAt: ends } }) =>
    ends != null && Date.parse(ends) - now < SOON_MS
      ? [
          need(
            `ending ${id}`,
            `Our sign-in at ${name} ends ${inDays(Date.parse(ends) - now)}.`,
            'warn',
            'Renew it',
            '/setup',
          ),
        ]
      : [],
  );
  return [
    ...refused,
    ...failed,
    ...(disputed > 0
      ? [
          need(
            'conflicts',
            `The systems disagree about ${counted(disputed, 'value')}.`,
            'warn',
            'Choose what is right',
            '/problems',
          ),
        ]
      : []),
    ...(aside.length > 0
      ? [
          need(
            'aside',
            `${counted(aside.length, 'record')} changed too often and ${aside.length === 1 ? 'was' : 'were'} set aside.`,
            'warn',
            'Look',
            '/problems',
          ),
        ]
      : []),
    ...ending,
  ];
}

const need = (id: string, words: string, tone: Need['tone'], act: string, href: string): Need => ({
  id,
  words,
  tone,
  act,
  href,
});

function inDays(ms: number): string {
  if (ms <= 0) return 'now';
  return ms < DAY_MS ? 'within a day' : `in ${counted(Math.floor(ms / DAY_MS), 'day')}`;
}
