import type { AuditFilter } from '../../store/access-store.ts';
import type * as graph from '../generated/resolvers.ts';
import { connection, pageRequest } from '../pagination.ts';
import { instant } from './synced.ts';

const LIST = 'audit';

/** Who did what. */
export const auditResolvers: graph.Resolvers = {
  AuditEntry: {
    id: ({ seq }) => auditId(seq),
    at: ({ at }) => instant(at),
  },
  Query: {
    auditLog: async (_, { filter, ...args }, { sync }) => {
      const request = pageRequest(args, LIST);
      return connection(await sync.store.audit.page(restriction(filter), request), request, LIST, (entry) => entry);
    },
  },
};

/** The id of an entry: ordered as text, too. */
export function auditId(seq: number): string {
  return `aud_${String(seq).padStart(12, '0')}`;
}

function restriction(filter: graph.AuditFilter | null | undefined): AuditFilter {
  return {
    ...(filter?.actor && { actor: filter.actor }),
    ...(filter?.actions && { actions: filter.actions }),
    ...(filter?.subject && { subject: filter.subject }),
    ...(filter?.outcome && { outcome: filter.outcome }),
    ...(filter?.from && { from: filter.from.getTime() }),
    ...(filter?.to && { to: filter.to.getTime() }),
  };
}
