import type { z } from 'zod';
import type { BudgetReading, PaceLimits } from '../base/budget.ts';
import type { Clock } from '../base/clock.ts';
import type { Http, HttpResponse } from '../base/http.ts';
import type { Logger } from '../base/logger.ts';
import type { Fields, Kind } from '../model/kind.ts';
import type { MappingRow } from '../model/mapping.ts';
import type { FieldDescription } from '../model/record-field.ts';
import type { ShippedRule } from '../model/rule.ts';
import type { OAuth, Tokens } from './oauth.ts';

/**
 * The port every system is reached through. A missing member means "cannot": it becomes a capability that is off and an
 * UNSUPPORTED receipt, never a silent no-op. All failures are Problems.
 */
export interface Source {
  readonly collections: Readonly<Partial<Record<Kind, Collection>>>;
  readonly webhooks?: Webhooks;
  readonly registration?: Registration;
  readonly businesses?: Businesses;
  /** One cheap read that proves the credential; rejects with the Problem that a person must mend. */
  probe(): Promise<void>;
  /** When a person must have replaced the credential (ms since 1970), as far as the system has said; null: not known. Missing: it never says. */
  credentialExpiresAt?(): number | null;
}

/** Where a record stands in its system. Some systems can reach a child only through its contact. */
export interface RecordRef {
  readonly id: string;
  readonly contactId?: string;
}

/** One record as read: `fields` decoded, flat and in the system's own names; times in milliseconds since 1970. */
export interface SourceRecord extends RecordRef {
  readonly fields: Fields;
  readonly createdAt?: number;
  /** When the system says it changed; absent where it does not say. */
  readonly changedAt?: number;
  /** Archived or soft-deleted there. */
  readonly deleted?: true;
  /** Where a person opens it. */
  readonly url?: string;
  /** The document a value was extracted from, and how sure the extraction was (0 to 1). */
  readonly documentId?: string;
  readonly confidence?: number;
  /** `create` met it there already and wrote over it: what else it holds was not made by us. */
  readonly adopted?: true;
}

/** A page of a scan. `resume` continues behind it, in this process or after a restart; null: nothing to remember. */
export interface Page {
  readonly records: readonly SourceRecord[];
  readonly resume: string | null;
  /** How many records the whole scan will bring, where the system says so. */
  readonly total?: number;
}

/** All records of one kind in one system. */
export interface Collection {
  /**
   * What `scan(cursor)` brings: what changed behind the cursor; all there is (then absence means deletion); or a window of
   * it that moves with time (then absence means nothing).
   */
  readonly covers: 'changes' | 'all' | 'window';
  /** Facts a person should know about this kind in this system, one sentence. */
  readonly note?: string;
  /** DataLoader's contract: same length and order, each the record, null where there is none, or an Error. */
  read(refs: readonly RecordRef[]): Promise<readonly (SourceRecord | null | Error)[]>;
  /** All records page by page; with the last page's `resume` of an earlier scan, continues from there. */
  scan(cursor: string | null): AsyncIterable<Page>;
  /** The records of several contacts at once, in DataLoader's contract; for the kinds that belong to a contact. */
  listFor?(contactIds: readonly string[]): Promise<readonly (readonly SourceRecord[] | Error)[]>;
  /** The fields of its records, each once; with 'custom.' and other fields that differ from account to account. */
  describe?(): Promise<readonly FieldDescription[]>;
  /** Names that people gave to 'custom.' fields, by field. */
  labels?(): Promise<Readonly<Record<string, string>>>;
  readonly write?: Writer;
}

/** What is to be created. `key` is ours and stays the same when the attempt is repeated. */
export interface NewRecord {
  readonly key: string;
  /** What a person would call it; for systems that insist on a name. */
  readonly label?: string;
  readonly fields: Fields;
  readonly contactId?: string;
}

/** The writes a collection can do, in record fields; 'custom.*' stands for every custom field. */
export interface Writer {
  /** Fields `create` and `update` accept; what is not listed is never sent. */
  readonly creates: readonly string[];
  readonly updates: readonly string[];
  /** The most calls that one update takes where nothing fails; absent where there is none. */
  readonly callsPerUpdate?: number;
  /** Creates the record and answers it as the system now holds it. */
  create?(record: NewRecord): Promise<SourceRecord>;
  /** The record that an attempt to create this left behind, or null; asked after an AMBIGUOUS create. */
  find?(record: NewRecord): Promise<SourceRecord | null>;
  /** Writes the fields in `patch` (null clears) over `previous`, the fields as last seen, and answers the record. */
  update?(ref: RecordRef, patch: Fields, previous: Fields): Promise<SourceRecord>;
  /** Deletes or archives; a record that is already gone is success. */
  remove?(ref: RecordRef): Promise<void>;
}

/** "Look at this record": never data to trust. */
export interface Notice extends RecordRef {
  readonly kind: Kind;
}

/** Inbound webhooks. `verify` fails closed: no secret, no acceptance. */
export interface Webhooks {
  /** The kinds whose changes are told; one whose creations or documents alone are told is not among them. */
  readonly tells: readonly Kind[];
  verify(rawBody: Buffer, headers: Readonly<Record<string, string | undefined>>): boolean;
  /** The notices of a verified, parsed body; none where the event is not of interest. */
  notices(body: unknown): readonly Notice[];
  /** The vendor's id of this delivery, the same when it is repeated; null where it gives none. */
  deliveryId(body: unknown, headers: Readonly<Record<string, string | undefined>>): string | null;
  /** What a verified, parsed body says of the grant that this connection has; null where it is about something else. Missing: it never says. */
  lifecycle?(body: unknown): 'installed' | 'ended' | null;
}

/** How a system learns where its webhooks go. */
export interface Registration {
  /** What a person does there so that webhooks come to that address, a line each. */
  instructions(url: string): readonly string[];
  /** Does it by API, however often it is asked, and takes away nothing that others set up. Missing: by hand alone. */
  register?(url: string): Promise<readonly Registered[]>;
}

/** What became of one part of a registration, and what that part is. */
export interface Registered {
  readonly what: string;
  readonly outcome: 'made' | 'changed' | 'right';
}

/** A company that contacts belong to. */
export interface BusinessRecord {
  readonly id: string;
  readonly name: string | null;
}

/** The companies of a system that keeps contacts under companies. */
export interface Businesses {
  read(ids: readonly string[]): Promise<readonly (BusinessRecord | null | Error)[]>;
  /** The contacts of one business, page by page. */
  contacts(businessId: string): AsyncIterable<Page>;
}

/** What a source may use of the world. `http` is bound to the connection: paced, counted and retried. */
export interface Tools {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  /** The credential where it comes from a grant. */
  readonly tokens?: Tokens;
}

/** A system that can be connected; the folder's `index.ts` exports one as `definition`. */
export interface SourceDefinition<S extends z.ZodObject = z.ZodObject> {
  /** The folder's name. */
  readonly id: string;
  /** The vendor's name for people. */
  readonly name: string;
  /** Environment variables; `.meta({ example })` on each is shown when it is wrong. */
  readonly settings: S;
  /** What the vendor allows, until its own headers say more. */
  readonly limits: PaceLimits;
  /** The default mapping of each kind. */
  readonly mapping: Readonly<Partial<Record<Kind, readonly MappingRow[]>>>;
  /** Rules about this system that come with it. */
  readonly rules?: readonly ShippedRule[];
  /** Missing: a credential in the settings is the only way. */
  readonly oauth?: OAuth;
  baseUrl(settings: z.output<S>): string;
  readBudget?(headers: HttpResponse['headers']): BudgetReading;
  connect(settings: z.output<S>, tools: Tools): Source;
}

/** Checks a definition's parts against each other by type and answers it unchanged. */
export function defineSource<S extends z.ZodObject>(definition: SourceDefinition<S>): SourceDefinition<S> {
  return definition;
}
