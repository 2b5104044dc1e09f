import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { LogFilter } from './log-shapes.ts';
import type { Scope } from './scope.ts';
import { searchWords } from './search.ts';

/** So many of the newest texts are looked through, and what concerns so many contacts of that name. */
const MOST_TEXTS = 20_000;
const MOST_CONTACTS = 500;
const LONGEST_PIECE = 200;

/** One log as its search sees it. `told` names the column without which an entry has no text. */
export interface SearchedLog {
  readonly table: 'events' | 'deliveries' | 'runs';
  readonly key: string;
  readonly order: string;
  readonly at: string;
  readonly text: RawBuilder<string | null>;
  readonly told?: string;
}

/** The keys of the entries whose text holds what is looked for. */
export function keysByText({ workspace, dialect }: Scope, log: SearchedLog, filter: LogFilter): RawBuilder<unknown> {
  const conditions = [
    sql`workspace = ${workspace}`,
    ...(log.told === undefined ? [] : [sql`${sql.ref(log.told)} is not null`]),
    ...(filter.from === undefined ? [] : [sql`${sql.ref(log.at)} >= ${filter.from}`]),
    ...(filter.to === undefined ? [] : [sql`${sql.ref(log.at)} < ${filter.to}`]),
  ];
  return sql`select newest.found from (select ${sql.ref(log.key)} as found, ${log.text} as told from ${sql.table(log.table)}
    where ${sql.join(conditions, sql` and `)} order by ${sql.ref(log.order)} desc limit ${MOST_TEXTS}) as newest
    where ${dialect.holds(sql.ref('newest.told'), pieceOf(filter.search ?? ''))}`;
}

/** The ids of living contacts of that name; null where it holds no word. */
export function contactsNamed({ workspace, dialect }: Scope, search: string): RawBuilder<unknown> | null {
  const words = searchWords(search);
  if (words.length === 0) return null;
  return sql`select entities.id from entities where entities.workspace = ${workspace} and entities.kind = 'contact'
    and ${dialect.found(words)} limit ${MOST_CONTACTS}`;
}

/** The ids of these contacts and of all that belongs or belonged to them. */
export function withChildren({ workspace }: Scope, contacts: RawBuilder<unknown>): RawBuilder<unknown> {
  const children = sql`select id from entities where workspace = ${workspace} and contact_id in (${contacts})`;
  return sql`select id from entities where workspace = ${workspace} and id in (${contacts})
    union all ${children} and deleted_at is null union all ${children} and deleted_at is not null`;
}

/** True for rows whose column holds one of these keys. */
export function isOneOf(column: string, keys: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} in (${keys})`;
}

/** Both databases compare it in small letters of the Latin alphabet. */
function pieceOf(search: string): string {
  return search
    .trim()
    .slice(0, LONGEST_PIECE)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
