import type { MigrationStep } from './step.ts';

/** What keeping systems in step both ways remembers besides: why a version was made, and records that are set aside. */
export const twoWay: MigrationStep = ({ text, integer }) => [
  `alter table versions add column why ${text}`,
  `alter table snapshots add column quarantined_at ${integer}`,
  `create index deliveries_tried on deliveries (workspace, system, kind)
    where status = 'QUEUED' and operation = 'create' and (leased_until is not null or attempts > 0)`,
];
