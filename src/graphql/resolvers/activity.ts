import { badInput } from '../errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { instant } from './synced.ts';

const HOUR = 3_600_000;
const MOST_HOURS = 168;

/** How much happened when. */
export const activityResolvers: Resolvers = {
  Query: {
    async activity(_, { hours }, { sync }) {
      const wanted = hours ?? 24;
      if (wanted < 1 || wanted > MOST_HOURS) throw badInput(`hours must be from 1 to ${MOST_HOURS}`, ['hours']);
      const now = sync.clock.now();
      const first = now - (now % HOUR) - (wanted - 1) * HOUR;
      const known = await sync.store.events.activity(first);
      return Array.from({ length: wanted }, (_, i) => {
        const from = first + i * HOUR;
        return { from: instant(from), ...(known.get(from) ?? { changes: 0, failures: 0 }) };
      });
    },
  },
};
