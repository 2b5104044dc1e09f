import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import type { Clock } from '../base/clock.ts';
import type { Vault } from '../base/vault.ts';
import type { Tables } from './tables.ts';

/** What differs between the two databases, and nothing else. */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgres';
  /** Does the database let several transactions run at once? Then claims step over each other's rows. */
  readonly concurrent: boolean;
  /** True for entities whose searchable text holds a word that starts with each of these (at least one). */
  found(words: readonly string[]): RawBuilder<SqlBool>;
  /** True for rows whose text holds that piece, given in lower case; capitals of the Latin alphabet count as small. */
  holds(text: RawBuilder<string | null>, piece: string): RawBuilder<SqlBool>;
  /** Lets the database count what its tables hold. */
  analyze(db: Kysely<Tables>): Promise<unknown>;
  /** Takes what was written over out of the files; `thoroughly`: also what earlier versions left in pages that are free. */
  forget(db: Kysely<Tables>, thoroughly: boolean): Promise<unknown>;
  /** Makes the transaction wait until no other one, in any process, writes to that workspace. */
  lock(tx: Kysely<Tables>, workspace: string): Promise<void>;
}

/** One workspace's view of the database, inside or outside of a transaction; what every part of the store works on. */
export interface Scope {
  readonly db: Kysely<Tables>;
  readonly workspace: string;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly vault: Vault;
  /** Runs `work` in one transaction: the one under way, else its own. Those of a workspace run one after another, urgent ones first. */
  atomically<T>(work: (scope: Scope) => Promise<T>, urgent?: boolean): Promise<T>;
}
