/** How the two databases spell column types. `text` sorts by bytes on both; `keyed` ends tables that are all key. */
export interface Spelling {
  readonly engine: 'sqlite' | 'postgres';
  readonly text: string;
  readonly integer: string;
  readonly real: string;
  readonly sequence: string;
  readonly keyed: string;
}

/** The statements of one step forward, in order. */
export type MigrationStep = (spelling: Spelling) => readonly string[];
