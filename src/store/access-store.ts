import type { Value } from '../model/kind.ts';
import type { PageRequest, PageResult } from './paging.ts';

/** A workspace besides the one that the environment describes. */
export interface KeptWorkspace {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
}

/** The workspaces of a database. */
export interface WorkspaceStore {
  /** False where there is one of that id already; then nothing is kept. */
  add(workspace: KeptWorkspace): Promise<boolean>;
  get(id: string): Promise<KeptWorkspace | null>;
  /** In the order of their ids. */
  all(): Promise<readonly KeptWorkspace[]>;
}

/** A connection that was made through the graph, its secrets as they are; in the database they are sealed. */
export interface KeptConnection {
  readonly system: string;
  /** Texts as environment variables have them, by name. */
  readonly settings: Readonly<Record<string, string>>;
  /** What an OAuth grant gave, as its source keeps it; null: the settings hold the credential. */
  readonly tokens: Value | null;
  /** Grows by one with every change of the tokens. */
  readonly tokensVersion: number;
  /** Why it is of no use until somebody connects it anew, in words for people; null where it is. */
  readonly refused: string | null;
  readonly createdAt: number;
  readonly createdBy: string | null;
}

/** The connections of a workspace. */
export interface ConnectionStore {
  all(): Promise<readonly KeptConnection[]>;
  get(system: string): Promise<KeptConnection | null>;
  /** In the place of an earlier one, whose lease and refusal end; the tokens' version goes on from its. */
  put(connection: Pick<KeptConnection, 'system' | 'settings' | 'tokens' | 'createdAt' | 'createdBy'>): Promise<void>;
  remove(system: string): Promise<void>;
  /** The right to renew tokens of that version for `leaseMs`; false where they are others by now or somebody else holds it. */
  leaseTokens(wish: { system: string; version: number; now: number; leaseMs: number }): Promise<boolean>;
  /** Tokens in the place of those of `version`, and the end of the lease; false (and nothing kept) where they are others by now. */
  renewTokens(wish: { system: string; version: number; tokens: Value }): Promise<boolean>;
  /** Ends a lease without new tokens. */
  releaseTokens(system: string, version: number): Promise<void>;
  /** Says why it is of no use; its tokens are forgotten. */
  refuse(system: string, reason: string): Promise<void>;
}

/** An API key; its secret is nowhere. Times in milliseconds since 1970. */
export interface ApiKey {
  readonly id: string;
  readonly workspace: string;
  readonly name: string;
  /** SHA-256 of the secret, in hex. */
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  readonly createdBy: string | null;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly lastUsedAt: number | null;
}

/** The API keys of a database: who shows one does not say of which workspace it is. */
export interface ApiKeyStore {
  add(key: ApiKey): Promise<void>;
  get(id: string): Promise<ApiKey | null>;
  /** The keys of a workspace, oldest first. */
  of(workspace: string): Promise<readonly ApiKey[]>;
  /** True where the workspace has such a key that was not revoked before. */
  revoke(workspace: string, id: string, at: number): Promise<boolean>;
  used(id: string, at: number): Promise<void>;
  /** Is there one of any workspace that is neither revoked nor over at that time? */
  anyAt(now: number): Promise<boolean>;
}

/** How something ended that somebody wanted. */
export type AuditOutcome = 'DONE' | 'REFUSED' | 'FAILED';

/** What somebody did or wanted to do. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: number;
  /** A caller's id; null for anybody. */
  readonly actor: string | null;
  readonly actorName: string;
  /** The mutation's name, or what it was otherwise, e.g. `cli workspace add`. */
  readonly action: string;
  /** The id of what it was done to, where it has one. */
  readonly subject: string | null;
  readonly outcome: AuditOutcome;
  /** Codes and names of fields; never values, which may be personal or secret. */
  readonly detail: Readonly<Record<string, Value>>;
  /** The network address it was asked from; null for the operator's own machine. */
  readonly askedFrom: string | null;
  readonly correlationId: string;
}

/** What a list of entries is restricted to. */
export interface AuditFilter {
  readonly actor?: string;
  readonly actions?: readonly string[];
  readonly subject?: string;
  readonly outcome?: AuditOutcome;
  readonly from?: number;
  readonly to?: number;
}

/** The audit log of a workspace; there is no way to change what stands in it. */
export interface AuditStore {
  append(entry: Omit<AuditEntry, 'seq'>): Promise<void>;
  /** Newest first. */
  page(filter: AuditFilter, page: PageRequest): Promise<PageResult<AuditEntry>>;
}
