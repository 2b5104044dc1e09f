/** What a caller may do; each is declared in the schema with `@requiresScopes` and enforced from there. */
export const SCOPES = ['contacts.readonly', 'contacts.write', 'sync.manage', 'admin'] as const;
/** One of the scopes. */
export type Scope = (typeof SCOPES)[number];

/** Who asks: found out once per request or connection, before anything is executed. */
export interface Caller {
  /** Stands in versions, events and the audit log: `key_...` for an API key, `jwt:<subject>` for a token, null for anybody. */
  readonly id: string | null;
  readonly name: string;
  /** The workspace whose data the caller sees; there is no way to another one. */
  readonly workspace: string;
  /** With everything that they include. */
  readonly scopes: ReadonlySet<Scope>;
  /** The network address asked from; null where there is none. */
  readonly from: string | null;
  /** When the credential ends (ms since 1970); null: not by itself. */
  readonly until: number | null;
}

/** Who writes must see what was written, who keeps the sync going sees whom it is about, and an admin may do everything. */
const INCLUDES: Readonly<Record<Scope, readonly Scope[]>> = {
  'contacts.readonly': ['contacts.readonly'],
  'contacts.write': ['contacts.write', 'contacts.readonly'],
  'sync.manage': ['sync.manage', 'contacts.readonly'],
  admin: SCOPES,
};

/** These scopes with all that they include; names that are no scopes are left out. */
export function withIncluded(names: Iterable<string>): ReadonlySet<Scope> {
  return new Set([...names].flatMap((name) => (isScope(name) ? INCLUDES[name] : [])));
}

/** True for the name of a scope. */
export function isScope(name: string): name is Scope {
  return (SCOPES as readonly string[]).includes(name);
}

/** Anybody, where the gateway is open: may do everything in that workspace. */
export function anybody(workspace: string, from: string | null = null): Caller {
  return { id: null, name: 'anybody', workspace, scopes: withIncluded(['admin']), from, until: null };
}
