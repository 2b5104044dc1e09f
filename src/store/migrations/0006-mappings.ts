import type { MigrationStep } from './step.ts';

/** Every version of every mapping that was put in force; the highest is. */
export const mappings: MigrationStep = ({ text, integer, keyed }) => [
  `create table mappings (workspace ${text} not null, system ${text} not null, kind ${text} not null,
    version integer not null, "rows" text not null, actor ${text}, why ${text}, at ${integer} not null,
    primary key (workspace, system, kind, version)) ${keyed}`,
];
