import type { SyncEventFilter } from '../../../client/generated/graphql.ts';

/** What is news to an operator: not that a pass begins, that a record was recognised, or that a system shows what was written to it. */
export const NEWS: SyncEventFilter = {
  kinds: [
    'CREATED',
    'UPDATED',
    'DELETED',
    'UNLINKED',
    'MERGED',
    'WRITE_APPLIED',
    'WRITE_RETRYING',
    'WRITE_FAILED',
    'CONFLICT',
    'CONFLICT_RESOLVED',
    'RUN_FINISHED',
    'SYSTEM_CHANGED',
    'RULE_FIRED',
    'MAPPING_CHANGED',
    'QUARANTINED',
    'ALERT',
    'ALERT_RECOVERED',
  ],
};
