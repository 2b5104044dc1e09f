import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityModel, SystemModel, SystemConnectionModel, RecordModel, QuarantinedModel, WorkspaceModel, BusinessModel, EventModel, ConflictModel, VersionModel, DeliveryModel, RunModel, AuditEntryModel, CallModel, RuleModel, FiringModel, RuleVersionModel, RuleDryRunModel, RuleDryRunExampleModel, ProposalModel, AlertModel, AlertRuleModel, AlertTargetModel, ApiKeyModel, MergePlanSystemModel, PolicyModel, MappingModel, RecordFieldModel, MappingTemplateModel, MappingTemplatePartModel, MappingTemplateChangeModel, DryRunCostModel, DryRunExampleModel, EntityFieldModel } from '../models.ts';
import type { Caller } from '../caller.ts';
import type { GraphContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339 with an offset, e.g. 2026-05-01T09:30:00Z; stored and answered in UTC. */
  DateTime: { input: Date; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** The name of a scope: contacts.readonly, contacts.write, sync.manage or admin. */
  federation__Scope: { input: string; output: string; }
};

/** What happened within one hour. */
export type ActivityHour = {
  __typename?: 'ActivityHour';
  /** Creations, changes and deletions that were taken in or asked for. */
  changes: Scalars['Int']['output'];
  /** Tries to write to a system that failed, also those that are tried again. */
  failures: Scalars['Int']['output'];
  /** When it began; hours begin with those of UTC. */
  from: Scalars['DateTime']['output'];
};

/** A postal address. */
export type Address = {
  __typename?: 'Address';
  city: Maybe<Scalars['String']['output']>;
  /** ISO 3166-1 alpha-2 where the system says so, e.g. GB. */
  country: Maybe<Scalars['String']['output']>;
  county: Maybe<Scalars['String']['output']>;
  line1: Maybe<Scalars['String']['output']>;
  line2: Maybe<Scalars['String']['output']>;
  postcode: Maybe<Scalars['String']['output']>;
};

/** A postal address; null clears a part, an absent part is kept. */
export type AddressInput = {
  city?: InputMaybe<Scalars['String']['input']>;
  country?: InputMaybe<Scalars['String']['input']>;
  county?: InputMaybe<Scalars['String']['input']>;
  line1?: InputMaybe<Scalars['String']['input']>;
  line2?: InputMaybe<Scalars['String']['input']>;
  postcode?: InputMaybe<Scalars['String']['input']>;
};

/** Something that is or was wrong. A rule has at most one open alert about the same subject. */
export type Alert = Node & {
  __typename?: 'Alert';
  id: Scalars['ID']['output'];
  /** What is wrong, in words and without personal data. */
  message: Scalars['String']['output'];
  /** True until it is over. */
  open: Scalars['Boolean']['output'];
  raisedAt: Scalars['DateTime']['output'];
  recoveredAt: Maybe<Scalars['DateTime']['output']>;
  rule: Maybe<AlertRule>;
  /** When what is wrong began, or was first seen. */
  since: Scalars['DateTime']['output'];
  /** The system it is about; null where it is about the gateway. */
  system: Maybe<System>;
  /** The targets that were told. */
  told: Array<AlertTarget>;
};

/** A page of alerts. */
export type AlertConnection = {
  __typename?: 'AlertConnection';
  edges: Array<AlertEdge>;
  /** The edges' nodes. */
  nodes: Array<Alert>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of alerts. */
export type AlertEdge = {
  __typename?: 'AlertEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: Alert;
};

/** What to watch for, and whom to tell. Shipped with the gateway, and an operator's to change. */
export type AlertRule = Node & {
  __typename?: 'AlertRule';
  /**
   * One of `{ on: "systemDown", minutes }`, `{ on: "credentialExpiring", days }` (where the system says when), `{ on: "failedDeliveries", count }` (of one
   * system, at least), `{ on: "openConflict", hours }`, `{ on: "missedWebhooks", count }` (of one system in 24 h, more than), `{ on: "lowBudget", percent }`
   * (of the day's calls where the system counts them, else of its window's for ten minutes), `{ on: "massDelete", hours }`, `{ on: "quarantine" }`,
   * `{ on: "ruleLoop", hours }` and `{ on: "loggedAlert", hours }` (any other ALERT event). Those with `hours`, but for openConflict, are over when nothing of the kind
   * has come for so long.
   */
  condition: Scalars['JSON']['output'];
  /** True if an operator made it different from what was shipped. */
  edited: Scalars['Boolean']['output'];
  /** One that is off watches nothing; what it had raised is over. */
  enabled: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** Nobody is told of new alerts until then; what was told before is still said to be over. Null: not muted. */
  mutedUntil: Maybe<Scalars['DateTime']['output']>;
  /** A sentence. */
  name: Scalars['String']['output'];
  /** Came with the gateway; what an operator made different stays when a new version ships it anew. */
  shipped: Scalars['Boolean']['output'];
  /** The condition in words. */
  summary: Scalars['String']['output'];
  /** Who is told; those that are switched off are not. */
  targets: Array<AlertTarget>;
};

/** What a mutation of an alert rule answers. */
export type AlertRulePayload = {
  __typename?: 'AlertRulePayload';
  alertRule: Maybe<AlertRule>;
  userErrors: Array<UserError>;
};

/** Where messages are sent to. Its signing secret is shown once, when it is made. */
export type AlertTarget = Node & {
  __typename?: 'AlertTarget';
  createdAt: Scalars['DateTime']['output'];
  enabled: Scalars['Boolean']['output'];
  /** Messages that were given up in the last 30 days. */
  failed: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Until when the secret before this one signs as well. */
  oldSecretUntil: Maybe<Scalars['DateTime']['output']>;
  /** Messages that are still to be sent. */
  pending: Scalars['Int']['output'];
  /** Where e-mail goes. */
  recipients: Array<Scalars['String']['output']>;
  /** Where a webhook goes. */
  url: Maybe<Scalars['String']['output']>;
  via: AlertVia;
  /** Why the gateway switched it off: it answered 410 Gone. */
  whyOff: Maybe<Scalars['String']['output']>;
};

/** What a mutation of a target answers. */
export type AlertTargetPayload = {
  __typename?: 'AlertTargetPayload';
  alertTarget: Maybe<AlertTarget>;
  /** The signing secret (`whsec_...`) of a webhook, where it is new. It is never shown again. */
  secret: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** The way a message to a target takes. */
export type AlertVia =
  | 'EMAIL'
  /** A line in the gateway's log. */
  | 'LOG'
  /** Signed as the Standard Webhooks specification says. */
  | 'WEBHOOK';

/** A key by which a program calls the gateway. Its secret is shown once, when it is made, and kept nowhere. */
export type ApiKey = {
  __typename?: 'ApiKey';
  createdAt: Scalars['DateTime']['output'];
  /** The caller who made it; null where that was nobody in particular, or an operator at the command line. */
  createdBy: Maybe<Scalars['ID']['output']>;
  /** From when on it opens nothing; null: not by itself. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** To five minutes; null where it never was. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  /** Since when it opens nothing; null where it was not revoked. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** As they were given; what they include is not named. */
  scopes: Array<Scalars['String']['output']>;
};

/** A template to be applied. */
export type ApplyTemplateInput = {
  /** False shows what would change; true puts it in force, all of it or nothing. */
  confirm?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
};

/** What applying a template answers. */
export type ApplyTemplatePayload = {
  __typename?: 'ApplyTemplatePayload';
  /** True if the changes are in force. */
  applied: Scalars['Boolean']['output'];
  changes: Array<MappingTemplateChange>;
  userErrors: Array<UserError>;
};

/** A meeting or visit with a contact. */
export type Appointment = Node & Synced & TimelineItem & {
  __typename?: 'Appointment';
  assignee: Maybe<Scalars['String']['output']>;
  /** When it starts. */
  at: Scalars['DateTime']['output'];
  conflicts: Array<Conflict>;
  contact: Maybe<Contact>;
  createdAt: Scalars['DateTime']['output'];
  endsAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  location: Maybe<Scalars['String']['output']>;
  notes: Maybe<Scalars['String']['output']>;
  records: Array<SystemRecord>;
  startsAt: Scalars['DateTime']['output'];
  status: AppointmentStatus;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  versions: VersionConnection;
};


/** A meeting or visit with a contact. */
export type AppointmentVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of appointments. */
export type AppointmentConnection = {
  __typename?: 'AppointmentConnection';
  edges: Array<AppointmentEdge>;
  /** The edges' nodes. */
  nodes: Array<Appointment>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of appointments. */
export type AppointmentEdge = {
  __typename?: 'AppointmentEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: Appointment;
};

/** Restricts a list of appointments; what is absent does not restrict. `from` is inclusive, `to` exclusive; by when they start. */
export type AppointmentFilter = {
  contactId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  status?: InputMaybe<AppointmentStatus>;
  /** Held by this system. */
  system?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a mutation of a appointment answers. */
export type AppointmentPayload = {
  __typename?: 'AppointmentPayload';
  /** The appointment as it now is; null where the input was refused. */
  appointment: Maybe<Appointment>;
  /** One per system the change concerns. */
  receipts: Array<Receipt>;
  /** Why nothing was written; empty on success. */
  userErrors: Array<UserError>;
};

/** What may have become of an appointment. */
export type AppointmentStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'CONFIRMED'
  | 'INVALID'
  | 'NEW'
  | 'NO_SHOW'
  | 'SHOWED';

/** Which proposals to approve: these, or all undecided ones of at least that score. */
export type ApproveMergesInput =
  /** At most 1000. */
  { ids: Array<Scalars['ID']['input']>; minScore?: never; }
  |  /** 0 to 1. */
  { ids?: never; minScore: Scalars['Float']['input']; };

/** What somebody did or wanted to do. Every mutation leaves one, and every command that changes something; nothing here is changed or forgotten. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** The mutation's name, or the command as in `cli config import`. */
  action: Scalars['String']['output'];
  /** The caller's id; null for anybody, where the graph is open to everybody, and for the operator at the command line. */
  actor: Maybe<Scalars['String']['output']>;
  /** The caller's name, or `operator`. */
  actorName: Scalars['String']['output'];
  /** The network address of the caller; null at the command line. */
  askedFrom: Maybe<Scalars['String']['output']>;
  at: Scalars['DateTime']['output'];
  /** Under which its events and deliveries stand. */
  correlationId: Scalars['ID']['output'];
  /**
   * Codes, ids and names of fields, never the values that were given: `given` (fields of the input), `subjects` (where there are several),
   * `made` (what else came of it), `errors` (each its `code` and `path`), `code` (why it broke off), `dry` (it only told what it would do),
   * `repeated` (the wish of before under the same key: nothing was done again).
   */
  detail: Scalars['JSON']['output'];
  id: Scalars['ID']['output'];
  outcome: AuditOutcome;
  /** The id of what it was about; null where there are several or none. */
  subject: Maybe<Scalars['String']['output']>;
};

/** A page of the audit log. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  edges: Array<AuditEntryEdge>;
  /** The edges' nodes. */
  nodes: Array<AuditEntry>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of the audit log. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: AuditEntry;
};

/** Which entries of the audit log. */
export type AuditFilter = {
  /** Any of these. */
  actions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A caller's id. */
  actor?: InputMaybe<Scalars['ID']['input']>;
  /** From that time on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  outcome?: InputMaybe<AuditOutcome>;
  /** The id of what it was about. */
  subject?: InputMaybe<Scalars['ID']['input']>;
  /** Before that time. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How something ended that somebody wanted. */
export type AuditOutcome =
  /** It was done. What a system made of it stands in receipts and events. */
  | 'DONE'
  /** It broke off, and may be done in part. */
  | 'FAILED'
  /** It was not done: the input was wrong, or the caller may not do it. */
  | 'REFUSED';

/** A rate budget, corrected by the system's own headers where it sends them. */
export type Budget = {
  __typename?: 'Budget';
  dailyLimit: Maybe<Scalars['Int']['output']>;
  dailyRemaining: Maybe<Scalars['Int']['output']>;
  /** Calls per window. */
  limit: Scalars['Int']['output'];
  remaining: Scalars['Int']['output'];
  /** When the window frees a call again. */
  resetsAt: Maybe<Scalars['DateTime']['output']>;
};

/** A company that contacts are filed under in one system. */
export type Business = {
  __typename?: 'Business';
  /** By name. */
  contacts: ContactConnection;
  id: Scalars['ID']['output'];
  name: Maybe<Scalars['String']['output']>;
};


/** A company that contacts are filed under in one system. */
export type BusinessContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What one system can do with one type. */
export type Capability = {
  __typename?: 'Capability';
  /** How the gateway learns of changes made there. */
  changes: ChangeFeed;
  create: Scalars['Boolean']['output'];
  delete: Scalars['Boolean']['output'];
  /** What a person should know about it. */
  note: Maybe<Scalars['String']['output']>;
  read: Scalars['Boolean']['output'];
  type: EntityType;
  update: Scalars['Boolean']['output'];
  /** Fields of the type that can be written there; `customFields` stands for every custom field. */
  writableFields: Array<Scalars['String']['output']>;
};

/** How the gateway learns of changes made in a system. */
export type ChangeFeed =
  /** Asked for what changed. */
  | 'DELTA_POLL'
  /** Read as a whole and compared. */
  | 'FULL_POLL'
  | 'NONE'
  /** The system tells; polling repairs. */
  | 'WEBHOOK';

/** Completes a task, or opens it again with `completed: false`. */
export type CompleteTaskInput = {
  completed?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  /** System ids; absent: all that hold it. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  waitFor?: InputMaybe<WaitFor>;
};

/** Two systems changed one field differently since the last agreed value. */
export type Conflict = Node & {
  __typename?: 'Conflict';
  at: Scalars['DateTime']['output'];
  /** The last agreed value. */
  base: Maybe<Scalars['JSON']['output']>;
  /** The value that stands; null while it is open. */
  chosen: Maybe<Scalars['JSON']['output']>;
  entity: Synced;
  /** E.g. email; identity means that a record may belong to more than one contact. */
  field: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** True while it waits for a person. */
  open: Scalars['Boolean']['output'];
  values: Array<ConflictValue>;
};

/** A page of conflicts. */
export type ConflictConnection = {
  __typename?: 'ConflictConnection';
  edges: Array<ConflictEdge>;
  /** The edges' nodes. */
  nodes: Array<Conflict>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of conflicts. */
export type ConflictEdge = {
  __typename?: 'ConflictEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: Conflict;
};

/** What resolving a conflict answers. */
export type ConflictPayload = {
  __typename?: 'ConflictPayload';
  /** As it now is; null where the input was refused. */
  conflict: Maybe<Conflict>;
  /** One per system that was told. */
  receipts: Array<Receipt>;
  /** Why nothing was written; empty on success. */
  userErrors: Array<UserError>;
};

/** One side of a conflict. */
export type ConflictValue = {
  __typename?: 'ConflictValue';
  changedAt: Maybe<Scalars['DateTime']['output']>;
  origin: Scalars['String']['output'];
  value: Maybe<Scalars['JSON']['output']>;
};

/** What to connect a system with. */
export type ConnectSystemInput = {
  /** Only tries it; keeps nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Keeps it even if the credential cannot be tried now, because the system is down. */
  force?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is left out stays as it was. */
  settings: Array<SettingInput>;
  /** A system's id, e.g. ghl. */
  system: Scalars['ID']['input'];
};

/** What `connectSystem` answers. */
export type ConnectSystemPayload = {
  __typename?: 'ConnectSystemPayload';
  /** What was tried, the credential first. */
  checks: Array<ConnectionCheck>;
  /** True if it is connected with these settings now. */
  connected: Scalars['Boolean']['output'];
  system: Maybe<System>;
  userErrors: Array<UserError>;
};

/** One thing that was tried on a system, and what came of it. */
export type ConnectionCheck = {
  __typename?: 'ConnectionCheck';
  /** Stable; null where nothing is wrong. */
  code: Maybe<Scalars['String']['output']>;
  /** For people: what works, or what is missing and who can mend it. */
  message: Scalars['String']['output'];
  ok: Scalars['Boolean']['output'];
  /** E.g. the credential, reading contacts, webhooks. */
  what: Scalars['String']['output'];
};

/** Where the settings of a connection come from. */
export type ConnectionOrigin =
  /** The gateway's environment variables; they are changed there. */
  | 'ENVIRONMENT'
  /** `connectSystem`, or the system's own page of consent. */
  | 'GRAPH';

/** One setting of a connection. */
export type ConnectionSetting = {
  __typename?: 'ConnectionSetting';
  /** What it looks like. */
  example: Maybe<Scalars['String']['output']>;
  /** Whether it is set; always false where the settings come from the environment. */
  isSet: Scalars['Boolean']['output'];
  /** Named like the environment variable, e.g. GHL_LOCATION_ID. */
  name: Scalars['String']['output'];
  required: Scalars['Boolean']['output'];
  /** A secret is never shown, to nobody. */
  secret: Scalars['Boolean']['output'];
  /** As it was entered; null for a secret. */
  value: Maybe<Scalars['String']['output']>;
};

/** A person or company. */
export type Contact = Node & Synced & {
  __typename?: 'Contact';
  address: Maybe<Address>;
  /** `from` is inclusive, `to` exclusive; by when they start. */
  appointments: AppointmentConnection;
  /** The company this contact is filed under, in the system that keeps such companies. */
  business: Maybe<Business>;
  companyName: Maybe<Scalars['String']['output']>;
  conflicts: Array<Conflict>;
  createdAt: Scalars['DateTime']['output'];
  customFields: Array<CustomField>;
  /** Lower case. */
  email: Maybe<Scalars['String']['output']>;
  firstName: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  lastName: Maybe<Scalars['String']['output']>;
  /** First and last name, else the company's. */
  name: Maybe<Scalars['String']['output']>;
  /** Newest first. */
  notes: NoteConnection;
  /** E.164, e.g. +442071234567. */
  phone: Maybe<Scalars['String']['output']>;
  records: Array<SystemRecord>;
  tags: Array<Tag>;
  /** By due date; `completed` restricts. */
  tasks: TaskConnection;
  /** Tasks, notes, appointments and sync events, newest first. */
  timeline: TimelineConnection;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  versions: VersionConnection;
  website: Maybe<Scalars['String']['output']>;
};


/** A person or company. */
export type ContactAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A person or company. */
export type ContactNotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person or company. */
export type ContactTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  completed?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person or company. */
export type ContactTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person or company. */
export type ContactVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Names one contact in exactly one way. */
export type ContactBy =
  { email: Scalars['String']['input']; id?: never; phone?: never; record?: never; }
  |  { email?: never; id: Scalars['ID']['input']; phone?: never; record?: never; }
  |  /** In any usual form; compared as E.164. */
  { email?: never; id?: never; phone: Scalars['String']['input']; record?: never; }
  |  { email?: never; id?: never; phone?: never; record: RecordRef; };

/** A page of contacts. */
export type ContactConnection = {
  __typename?: 'ContactConnection';
  edges: Array<ContactEdge>;
  /** The edges' nodes. */
  nodes: Array<Contact>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of contacts. */
export type ContactEdge = {
  __typename?: 'ContactEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: Contact;
};

/** Restricts a list of contacts; what is absent does not restrict. */
export type ContactFilter = {
  businessId?: InputMaybe<Scalars['ID']['input']>;
  hasConflict?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not held by this system. */
  missingIn?: InputMaybe<Scalars['ID']['input']>;
  /** Held by this system. */
  system?: InputMaybe<Scalars['ID']['input']>;
  /** Carries this tag, in any case. */
  tag?: InputMaybe<Scalars['String']['input']>;
  updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How a list of contacts is ordered. */
export type ContactOrder = {
  direction: Direction;
  field: ContactOrderField;
};

/** What contacts can be ordered by. */
export type ContactOrderField =
  | 'CREATED_AT'
  | 'NAME'
  | 'UPDATED_AT';

/** What a mutation of a contact answers. */
export type ContactPayload = {
  __typename?: 'ContactPayload';
  /** The contact as it now is; null where the input was refused. */
  contact: Maybe<Contact>;
  /** One per system the change concerns. */
  receipts: Array<Receipt>;
  /** Why nothing was written; empty on success. */
  userErrors: Array<UserError>;
};

/** A new target. */
export type CreateAlertTargetInput = {
  name: Scalars['String']['input'];
  /** Needed for e-mail. */
  recipients?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Needed for a webhook: https, and in no private network unless ALLOW_PRIVATE_HOSTS names its host. */
  url?: InputMaybe<Scalars['String']['input']>;
  via: AlertVia;
};

/** A new API key, for the workspace of whoever makes it. */
export type CreateApiKeyInput = {
  /** In the future; absent: it does not end by itself. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for: 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** At least one, and none that the caller has not: contacts.readonly, contacts.write, sync.manage, admin. */
  scopes: Array<Scalars['String']['input']>;
};

/** What making an API key answers. */
export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  apiKey: Maybe<ApiKey>;
  /** What the caller of the gateway shows, as `Authorization: Bearer trb_...`. It is never shown again. */
  secret: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** A new appointment with a contact. */
export type CreateAppointmentInput = {
  assignee?: InputMaybe<Scalars['String']['input']>;
  contactId: Scalars['ID']['input'];
  /** Absent: one hour after it starts. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  location?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  startsAt: Scalars['DateTime']['input'];
  status?: InputMaybe<AppointmentStatus>;
  /** System ids; absent: all connected ones that hold the contact. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  title: Scalars['String']['input'];
  waitFor?: InputMaybe<WaitFor>;
};

/** A new contact; at least a name, company, e-mail or phone. */
export type CreateContactInput = {
  address?: InputMaybe<AddressInput>;
  companyName?: InputMaybe<Scalars['String']['input']>;
  customFields?: InputMaybe<Array<CustomFieldInput>>;
  email?: InputMaybe<Scalars['String']['input']>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lastName?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  phone?: InputMaybe<Scalars['String']['input']>;
  /** System ids; absent: all connected ones. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  waitFor?: InputMaybe<WaitFor>;
  website?: InputMaybe<Scalars['String']['input']>;
};

/** A new note about a contact. */
export type CreateNoteInput = {
  author?: InputMaybe<Scalars['String']['input']>;
  body: Scalars['String']['input'];
  contactId: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  /** System ids; absent: all connected ones that hold the contact. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
  waitFor?: InputMaybe<WaitFor>;
};

/** A rule of one's own. It answers to what happens from now on. */
export type CreateRuleInput = {
  /** As in `Rule.actions`. */
  actions: Scalars['JSON']['input'];
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Like rul_changed-note; absent: one is made. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Default: 1,000. */
  mostPerHour?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  /** As in `Rule.trigger`. */
  trigger: Scalars['JSON']['input'];
  /** As in `Rule.when`. */
  when?: InputMaybe<Scalars['JSON']['input']>;
};

/** A new task of a contact. */
export type CreateTaskInput = {
  assignee?: InputMaybe<Scalars['String']['input']>;
  body?: InputMaybe<Scalars['String']['input']>;
  completed?: InputMaybe<Scalars['Boolean']['input']>;
  contactId: Scalars['ID']['input'];
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  /** System ids; absent: all connected ones that hold the contact. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  title: Scalars['String']['input'];
  waitFor?: InputMaybe<WaitFor>;
};

/** What a new workspace is called. */
export type CreateWorkspaceInput = {
  /** 2 to 40 small letters, digits and dashes, beginning with a letter. */
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};

/** What `createWorkspace` answers. */
export type CreateWorkspacePayload = {
  __typename?: 'CreateWorkspacePayload';
  /** Of its first API key, which has the scope admin. Shown this once. */
  secret: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
  workspace: Maybe<Workspace>;
};

/** A field that a customer added to a system. */
export type CustomField = {
  __typename?: 'CustomField';
  key: Scalars['String']['output'];
  /** The name people gave it. */
  label: Maybe<Scalars['String']['output']>;
  value: Maybe<Scalars['JSON']['output']>;
};

/** A custom field's value; null clears it. */
export type CustomFieldInput = {
  key: Scalars['String']['input'];
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** What deleting a target answers. */
export type DeleteAlertTargetPayload = {
  __typename?: 'DeleteAlertTargetPayload';
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** Which entity to delete, and where. */
export type DeleteInput = {
  /** The entity's id. */
  id: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  /** System ids; absent: all that hold it. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  waitFor?: InputMaybe<WaitFor>;
};

/** What a deletion in a system means. */
export type DeleteMode =
  /** It is gone from the graph; the other systems keep theirs. */
  | 'ARCHIVE'
  /** It is deleted in every system that can. */
  | 'DELETE'
  /** It is noted; the other systems keep theirs. */
  | 'IGNORE';

/** What deleting a rule answers. */
export type DeleteRulePayload = {
  __typename?: 'DeleteRulePayload';
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** One write to one system. */
export type Delivery = Node & {
  __typename?: 'Delivery';
  attempts: Scalars['Int']['output'];
  /** The calls made for it while the connection was verbose, in order. */
  calls: Array<UpstreamCall>;
  correlationId: Scalars['ID']['output'];
  createdAt: Scalars['DateTime']['output'];
  entity: Maybe<Synced>;
  error: Maybe<Problem>;
  /** Which fields it writes, without their values: those are read when it is carried out. */
  fields: Array<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** create, update or remove. */
  operation: Scalars['String']['output'];
  status: ReceiptStatus;
  system: System;
};

/** A page of deliveries. */
export type DeliveryConnection = {
  __typename?: 'DeliveryConnection';
  edges: Array<DeliveryEdge>;
  /** The edges' nodes. */
  nodes: Array<Delivery>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of deliveries. */
export type DeliveryEdge = {
  __typename?: 'DeliveryEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: Delivery;
};

/** Restricts a list of deliveries; what is absent does not restrict. */
export type DeliveryFilter = {
  /** Of this contact or anything that belongs to it. */
  contactId?: InputMaybe<Scalars['ID']['input']>;
  entityId?: InputMaybe<Scalars['ID']['input']>;
  /** From then on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** In its error (of the newest 20,000 of that time), or the name of the contact it concerns. */
  search?: InputMaybe<Scalars['String']['input']>;
  statuses?: InputMaybe<Array<ReceiptStatus>>;
  system?: InputMaybe<Scalars['ID']['input']>;
  /** Before then. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
  types?: InputMaybe<Array<EntityType>>;
};

/** What a mutation of a delivery answers. */
export type DeliveryPayload = {
  __typename?: 'DeliveryPayload';
  delivery: Maybe<Delivery>;
  userErrors: Array<UserError>;
};

/** The way a list is ordered. */
export type Direction =
  | 'ASC'
  | 'DESC';

/** What `disconnectSystem` answers. */
export type DisconnectSystemPayload = {
  __typename?: 'DisconnectSystemPayload';
  system: Maybe<System>;
  userErrors: Array<UserError>;
};

/** What writes cost in one system. */
export type DryRunCost = {
  __typename?: 'DryRunCost';
  /** Calls they take at most, with a look at each record before it is written. */
  calls: Scalars['Int']['output'];
  /** How long that takes at the budget as it stands, where nobody else calls. */
  seconds: Scalars['Float']['output'];
  system: System;
  /** Records written to. */
  writes: Scalars['Int']['output'];
};

/** One record and what would change. */
export type DryRunExample = {
  __typename?: 'DryRunExample';
  entity: Maybe<Synced>;
  /** In the graph. */
  inward: Array<MappingDiff>;
  /** In the record. */
  outward: Array<MappingDiff>;
  recordId: Scalars['ID']['output'];
};

/** One record that would fail. */
export type DryRunFailure = {
  __typename?: 'DryRunFailure';
  /** The same with the value in question. */
  message: Scalars['String']['output'];
  /** As in `reasons`. */
  reason: Scalars['String']['output'];
  recordId: Scalars['ID']['output'];
};

/** A mapping to try on everything. */
export type DryRunMappingInput = {
  /** All rows, as in `SaveMappingInput.rows`. */
  rows: Scalars['JSON']['input'];
  system: Scalars['ID']['input'];
  type: EntityType;
};

/** What a dry run answers. */
export type DryRunMappingPayload = {
  __typename?: 'DryRunMappingPayload';
  /** Null where the mapping is wrong. */
  result: Maybe<MappingDryRun>;
  userErrors: Array<UserError>;
};

/** Why records would fail, and how many. */
export type DryRunReason = {
  __typename?: 'DryRunReason';
  count: Scalars['Int']['output'];
  reason: Scalars['String']['output'];
};

/** A rule as it would be, and how far to look back. */
export type DryRunRuleInput = {
  /** As in `Rule.actions`. */
  actions?: InputMaybe<Scalars['JSON']['input']>;
  /** How many of the newest events to look at; at most 10,000. */
  events?: InputMaybe<Scalars['Int']['input']>;
  /** A rule that is there; what is given besides replaces its parts. Absent: trigger and actions are needed. */
  id?: InputMaybe<Scalars['ID']['input']>;
  mostPerHour?: InputMaybe<Scalars['Int']['input']>;
  /** As in `Rule.trigger`. */
  trigger?: InputMaybe<Scalars['JSON']['input']>;
  /** As in `Rule.when`. */
  when?: InputMaybe<Scalars['JSON']['input']>;
};

/** What a dry run answers. */
export type DryRunRulePayload = {
  __typename?: 'DryRunRulePayload';
  /** Null where the input was refused. */
  dryRun: Maybe<RuleDryRun>;
  userErrors: Array<UserError>;
};

/** A field of the graph's own things, as mappings name it. */
export type EntityField = {
  __typename?: 'EntityField';
  /** E.g. `address.city` or `custom.boiler_make`. */
  field: Scalars['String']['output'];
  /** What people call it. */
  label: Scalars['String']['output'];
  /** Nothing of this type can do without it. */
  required: Scalars['Boolean']['output'];
  /** The systems whose records have such a custom field; empty for the graph's own fields. */
  systems: Array<System>;
  type: EntityFieldType;
  /** The values it may hold, where they are a closed list. */
  values: Maybe<Array<Scalars['String']['output']>>;
  /** False for what is only known from a system. */
  writable: Scalars['Boolean']['output'];
};

/** What the values of a field of the graph are. */
export type EntityFieldType =
  | 'EMAIL'
  | 'FLAG'
  | 'INSTANT'
  /** Anything. */
  | 'JSON'
  /** A set of names. */
  | 'NAMES'
  | 'PHONE'
  | 'TEXT'
  | 'URL';

/** The kinds of thing in the graph. */
export type EntityType =
  | 'APPOINTMENT'
  | 'CONTACT'
  | 'NOTE'
  | 'TAG'
  | 'TASK';

/** One field's way from a value to another. */
export type FieldChange = {
  __typename?: 'FieldChange';
  after: Maybe<Scalars['JSON']['output']>;
  before: Maybe<Scalars['JSON']['output']>;
  /** E.g. email, address.city, custom.boiler. */
  field: Scalars['String']['output'];
};

/** How the gateway knows of a field. */
export type FieldKnowledge =
  /** The system describes it. */
  | 'DESCRIBED'
  /** Records have it; the system does not speak of it, or could not be asked. */
  | 'SEEN';

/** One row with one field of the graph. `custom.*` has one for each custom field. */
export type FieldPreview = {
  __typename?: 'FieldPreview';
  /** The field of the graph. */
  field: Scalars['String']['output'];
  /** Null where the row is not read. */
  in: Maybe<InwardPreview>;
  /** Null where the row is not written, or there is nothing to write. */
  out: Maybe<OutwardPreview>;
  /** The row's place in the list, from 0. */
  row: Scalars['Int']['output'];
};

/** How a system is, judged by the last calls made to it. */
export type HealthState =
  /** It answers, but not all is well. */
  | 'DEGRADED'
  | 'DOWN'
  /** No settings. */
  | 'NOT_CONNECTED'
  | 'OK'
  /** The credential is refused. */
  | 'UNAUTHORIZED';

/** What importing a configuration answers. */
export type ImportConfigurationPayload = {
  __typename?: 'ImportConfigurationPayload';
  /** False where something is wrong or it was a dry run; then nothing was changed. */
  applied: Scalars['Boolean']['output'];
  /** What it changes, or with `dryRun` would change, a line each; none where all is so already. */
  changes: Array<Scalars['String']['output']>;
  /** All that is wrong, with the line it stands on. */
  userErrors: Array<UserError>;
};

/** A value on its way from the record. */
export type InwardPreview = {
  __typename?: 'InwardPreview';
  /** Why a transform could not do its work. */
  error: Maybe<Scalars['String']['output']>;
  /** What the record holds, by record field. */
  record: Scalars['JSON']['output'];
  /** The transforms in their order. */
  steps: Array<PreviewStep>;
  /** What the entity says today. */
  today: Maybe<Scalars['JSON']['output']>;
  /** What would come in. */
  value: Maybe<Scalars['JSON']['output']>;
};

/** A contact and a record of one. */
export type LinkRecordsInput = {
  contactId: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A contact record, by its system and its id there. */
  record: RecordRef;
  waitFor?: InputMaybe<WaitFor>;
};

/**
 * Which field of a system's records is which field of one type of the graph. The version in force is the highest; version 0 is what comes with the
 * system.
 */
export type Mapping = {
  __typename?: 'Mapping';
  /** Who put it in force. */
  actor: Maybe<Scalars['String']['output']>;
  /** When it was put in force; null for version 0. */
  at: Maybe<Scalars['DateTime']['output']>;
  rows: Array<MappingRow>;
  /** True for version 0. */
  shipped: Scalars['Boolean']['output'];
  system: System;
  type: EntityType;
  /** Grows by one whenever a mapping is saved. */
  version: Scalars['Int']['output'];
  why: Maybe<Scalars['String']['output']>;
};

/** A page of a mapping's versions. */
export type MappingConnection = {
  __typename?: 'MappingConnection';
  edges: Array<MappingEdge>;
  /** The edges' nodes. */
  nodes: Array<Mapping>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** A value before and after. */
export type MappingDiff = {
  __typename?: 'MappingDiff';
  after: Maybe<Scalars['JSON']['output']>;
  before: Maybe<Scalars['JSON']['output']>;
  field: Scalars['String']['output'];
};

/** Which way a row is followed. */
export type MappingDirection =
  | 'BOTH'
  /** From the record into the graph only. */
  | 'IN'
  /** From the graph to the record only. */
  | 'OUT';

/** What a mapping would do to all stored records of its type in its system. Nothing is saved and nothing is written. */
export type MappingDryRun = {
  __typename?: 'MappingDryRun';
  /** What the writes would cost in each system that would be written to. */
  costs: Array<DryRunCost>;
  /** Up to ten records that something would change about. */
  examples: Array<DryRunExample>;
  /** Records something would fail with. */
  failing: Scalars['Int']['output'];
  /** The first 20 of them. */
  failures: Array<DryRunFailure>;
  /** Records by which something in the graph would change. */
  inward: Scalars['Int']['output'];
  /** Records of this system that would be written to. */
  outward: Scalars['Int']['output'];
  /** Why, the most frequent first. */
  reasons: Array<DryRunReason>;
  /** Records looked at. */
  records: Scalars['Int']['output'];
};

/** One place on a page of versions. */
export type MappingEdge = {
  __typename?: 'MappingEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: Mapping;
};

/** How many records say something else by a mapping than by the one before. */
export type MappingEffect = {
  __typename?: 'MappingEffect';
  records: Scalars['Int']['output'];
  /** All of that type in that system. */
  total: Scalars['Int']['output'];
};

/** When a row writes. */
export type MappingOccasion =
  | 'ALWAYS'
  /** Only where the field is empty, in the record and in the graph. */
  | 'IF_EMPTY'
  /** Into a record only when it is created, never afterwards; into the graph only where the field is empty. */
  | 'NEVER_OVERWRITE';

/** What putting a mapping in force answers. A path such as input.rows.3.transforms leads to the part that is wrong; then nothing is changed. */
export type MappingPayload = {
  __typename?: 'MappingPayload';
  /** How many records it changes; null where it was not looked at or changes nothing. CONFIRM_NEEDED asks for `confirm`. */
  effect: Maybe<MappingEffect>;
  /** The one that is in force now; null where it was refused. */
  mapping: Maybe<Mapping>;
  /** The run that maps the stored records anew, in the background. */
  run: Maybe<SyncRun>;
  userErrors: Array<UserError>;
};

/** One line of a mapping. */
export type MappingRow = {
  __typename?: 'MappingRow';
  direction: MappingDirection;
  /** The transforms in words. */
  does: Array<Scalars['String']['output']>;
  /** The field of the graph, e.g. `address.county`. `custom.*` stands for every field of one's own that no other row names. */
  entity: Scalars['String']['output'];
  /** This system's value wins where two systems changed the field differently. */
  owner: Scalars['Boolean']['output'];
  /** The record fields: the first that holds something is read, and the first is written, unless the first transform joins them. */
  record: Array<Scalars['String']['output']>;
  /**
   * In the order in which a value comes in; it goes out the other way round. `{ do: "trim" }`, `{ do: "case", to: "upper" | "lower" | "title" }`,
   * `{ do: "splitName", part: "first" | "last" }` (of a full name in the record), `{ do: "joinName" }` (of two record fields), `{ do: "phone",
   * country: "GB" }` (E.164 in, national out), `{ do: "date", format: "DD/MM/YYYY HH:mm", zone: "Europe/London" }` (an instant in; also YYYY-MM-DD,
   * DD/MM/YYYY, MM/DD/YYYY, DD.MM.YYYY, YYYY-MM-DD HH:mm, YYYY-MM-DD HH:mm:ss, DD/MM/YYYY HH:mm:ss, MM/DD/YYYY HH:mm, seconds, milliseconds),
   * `{ do: "table", table: { record: entity } }`, `{ do: "number", decimal: "." | "," }`, `{ do: "default", value }`, `{ do: "concatenate",
   * separator, split: true }` (of several record fields; without `split` only in). One way only: `{ do: "constant", value }` and `{ do: "extract",
   * pattern, group }` with a regular expression without backreferences and lookarounds, which takes no more steps than its length times the
   * text's (2,000 characters at most).
   */
  transforms: Scalars['JSON']['output'];
  when: MappingOccasion;
};

/** A row before and after. */
export type MappingRowChange = {
  __typename?: 'MappingRowChange';
  after: Scalars['JSON']['output'];
  before: Scalars['JSON']['output'];
};

/** Mapping rows that belong together, ready to be applied; the other rows of the mappings stay. */
export type MappingTemplate = {
  __typename?: 'MappingTemplate';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  parts: Array<MappingTemplatePart>;
  /** What it does, and what it cannot do. */
  summary: Scalars['String']['output'];
  /** What keeps it from being applied now, in words: UNSUPPORTED until that is mended. Empty where nothing does. */
  unmet: Array<Scalars['String']['output']>;
};

/** What a template changes about the mapping of one type in one system. */
export type MappingTemplateChange = {
  __typename?: 'MappingTemplateChange';
  added: Scalars['JSON']['output'];
  changed: Array<MappingRowChange>;
  /** What this account has no place for, in words. */
  leftOut: Array<Scalars['String']['output']>;
  removed: Scalars['JSON']['output'];
  /** The whole mapping, as it is after the change; fit for `previewMapping` and `dryRunMapping`. */
  rows: Scalars['JSON']['output'];
  system: System;
  type: EntityType;
};

/** The rows that a template sets for one type in one system. */
export type MappingTemplatePart = {
  __typename?: 'MappingTemplatePart';
  rows: Scalars['JSON']['output'];
  system: System;
  type: EntityType;
};

/** Two contacts that are one. */
export type MergeContactsInput = {
  /** The contact that becomes part of it; fills what the other leaves blank. */
  from: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The contact that stays; its values win. */
  into: Scalars['ID']['input'];
  waitFor?: InputMaybe<WaitFor>;
};

/** What a decision about proposals answers. */
export type MergePlanPayload = {
  __typename?: 'MergePlanPayload';
  /** How many of the proposals were decided. */
  decided: Scalars['Int']['output'];
  /** How many of them other decisions had answered when their turn came. */
  settled: Scalars['Int']['output'];
  /** Where the plan stands now. */
  summary: MergePlanSummary;
  /** One for each proposal that could not be decided. */
  userErrors: Array<UserError>;
};

/** Where the merge plan stands. */
export type MergePlanSummary = {
  __typename?: 'MergePlanSummary';
  approved: Scalars['Int']['output'];
  /** All contacts, as they are linked now. */
  contacts: Scalars['Int']['output'];
  /** Undecided proposals. */
  proposed: Scalars['Int']['output'];
  rejected: Scalars['Int']['output'];
  systems: Array<MergePlanSystem>;
  /** True from a first start with FIRST_SYNC=plan until `startSync`: nothing is linked or written but what callers ask for. */
  waiting: Scalars['Boolean']['output'];
};

/** The contacts that one system holds; `linked`, `proposed` and `alone` add up to them. */
export type MergePlanSystem = {
  __typename?: 'MergePlanSystem';
  /** Neither. */
  alone: Scalars['Int']['output'];
  contacts: Scalars['Int']['output'];
  /** Held by another system too. */
  linked: Scalars['Int']['output'];
  /** Not linked, but undecided proposals are about them. */
  proposed: Scalars['Int']['output'];
  system: System;
};

/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Adds tags by name; names that nobody used yet become tags. */
  addTags: ContactPayload;
  /** Shows what a template would change about the mappings, or puts it in force. */
  applyTemplate: ApplyTemplatePayload;
  /** Makes one contact of each two, the likeliest first. While the plan waits nothing is written to the systems by that. */
  approveMerges: MergePlanPayload;
  /** Sets the status to CANCELLED where a system keeps cancelled appointments. */
  cancelAppointment: AppointmentPayload;
  /** Completes a task, or opens it again. */
  completeTask: TaskPayload;
  /** Tries the settings, keeps them sealed, and begins to sync. Addresses in private networks need ALLOW_PRIVATE_HOSTS. */
  connectSystem: ConnectSystemPayload;
  /** Makes a target. The answer is the only place where its secret stands. */
  createAlertTarget: AlertTargetPayload;
  /** Makes a key. The answer is the only place where its secret stands. */
  createApiKey: CreateApiKeyPayload;
  /** Books an appointment in every system that holds the contact, or in those named. */
  createAppointment: AppointmentPayload;
  /** Creates a contact in every connected system, or in those named. */
  createContact: ContactPayload;
  /** Writes a note in every system that holds the contact, or in those named. */
  createNote: NotePayload;
  /** Adds a rule. Checked as a whole; each error's path leads to the part that is wrong, such as actions.0.title. */
  createRule: RulePayload;
  /** Creates a task in every system that holds the contact, or in those named. */
  createTask: TaskPayload;
  /** Makes a workspace, with a first API key. Only for an admin of `default`. */
  createWorkspace: CreateWorkspacePayload;
  /** Takes a target away, out of the rules too; what was still to be sent there is not sent. */
  deleteAlertTarget: DeleteAlertTargetPayload;
  /** Deletes a contact and what belongs to it. */
  deleteContact: ContactPayload;
  /** Deletes a note wherever it is held. */
  deleteNote: NotePayload;
  /** Removes a rule of one's own; what it did stays in `ruleFirings`. One that came with the gateway can only be switched off. */
  deleteRule: DeleteRulePayload;
  /** Deletes a task wherever it is held. */
  deleteTask: TaskPayload;
  /** Gives a failed or waiting delivery up: its receipt becomes SKIPPED. */
  discardDelivery: DeliveryPayload;
  /** Forgets the settings. What is known of its records stays, and what waits to be written there waits on. */
  disconnectSystem: DisconnectSystemPayload;
  /** Takes in what `configuration` answered, here or elsewhere: checked as a whole, then all or nothing. What it does not name stays as it is. */
  importConfiguration: ImportConfigurationPayload;
  /**
   * Moves a record, with what hangs on it, to a contact: it fills the contact's blanks, and the contact's values are written over its
   * own. A contact that is left without records is merged away.
   */
  linkRecords: ContactPayload;
  /** Makes two contacts one, with the records and children of both, and writes what that changes to every system. `revertTo` parts them again. */
  mergeContacts: ContactPayload;
  /** Lets a rule tell nobody of new alerts until a time. What is still wrong then is told. */
  muteAlertRule: AlertRulePayload;
  /** Keeps each two apart. */
  rejectMerges: MergePlanPayload;
  /** Takes a record back that was set aside because it changed too often: it is read again and merged. */
  releaseRecord: ReleaseRecordPayload;
  /** Takes tags away, in any case of their letters. */
  removeTags: ContactPayload;
  /** Decides an open conflict and writes the value through to every system that holds another one. */
  resolveConflict: ConflictPayload;
  /** Tries a failed or waiting delivery now. */
  retryDelivery: DeliveryPayload;
  /**
   * Makes a thing again what it was at an earlier version and writes the old values back everywhere: its fields, its records and contact
   * where people moved them; what was deleted or merged away comes back. That is a version too, and can be reverted.
   */
  revertTo: RevertPayload;
  /** Makes a key open nothing any more, at once; who is connected by it is sent away within half a minute. May be repeated. */
  revokeApiKey: RevokeApiKeyPayload;
  /** Puts an earlier version in force again. */
  rollbackMapping: MappingPayload;
  /** Makes a rule do again what it did under an earlier version, as a new one; one that was deleted comes back. */
  rollbackRule: RulePayload;
  /** Puts a mapping in force. Stored records are mapped anew without asking the system, and what changes by that is merged and passed on. */
  saveMapping: MappingPayload;
  /** Makes or changes an alert rule. Checked as a whole; each error's path leads to the part that is wrong, such as condition.minutes. */
  setAlertRule: AlertRulePayload;
  /** Decides whether what is new elsewhere is created in a system, and what a deletion there means. */
  setPolicy: PolicyPayload;
  /** Decides for how long things are kept. */
  setRetention: RetentionPayload;
  /** Keeps the upstream calls of a system for some minutes, masked; ends by itself and survives a restart. */
  setVerbose: SetVerbosePayload;
  /** Creates what systems are missing, e.g. what `contacts(filter: {missingIn})` lists, with the tasks, notes and appointments of the contacts. */
  spread: SpreadPayload;
  /** The plan is done: from now on new records are linked by their match keys, and changes are written to the systems. */
  startSync: StartSyncPayload;
  /** Reads one contact and what belongs to it again in every system that holds it; the receipts are of the writes that came of it. */
  syncContact: ContactPayload;
  /** Reads changes from the systems now. */
  syncNow: SyncRunPayload;
  /** Sends a test message to a target now, and answers in words what came of it. */
  testAlertTarget: TestAlertTargetPayload;
  /**
   * Makes a contact of its own from one of a contact's records, with what hangs on it; nothing is written to any system. Answers the contact
   * it was parted from; the new one is found by its record.
   */
  unlinkRecord: ContactPayload;
  /** Changes a target, or makes a new secret for it. */
  updateAlertTarget: AlertTargetPayload;
  /** Null clears, absent keeps. */
  updateAppointment: AppointmentPayload;
  /** Null clears, absent keeps. */
  updateContact: ContactPayload;
  /** Null clears, absent keeps. */
  updateNote: NotePayload;
  /** Changes a rule. Checked in the same way. */
  updateRule: RulePayload;
  /** Null clears, absent keeps. */
  updateTask: TaskPayload;
  /** By e-mail, else phone. */
  upsertContact: ContactPayload;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationAddTagsArgs = {
  input: TagContactInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationApplyTemplateArgs = {
  input: ApplyTemplateInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationApproveMergesArgs = {
  input: ApproveMergesInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCancelAppointmentArgs = {
  input: DeleteInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCompleteTaskArgs = {
  input: CompleteTaskInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationConnectSystemArgs = {
  input: ConnectSystemInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCreateAlertTargetArgs = {
  input: CreateAlertTargetInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCreateAppointmentArgs = {
  input: CreateAppointmentInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCreateContactArgs = {
  input: CreateContactInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCreateNoteArgs = {
  input: CreateNoteInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCreateRuleArgs = {
  input: CreateRuleInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCreateTaskArgs = {
  input: CreateTaskInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationCreateWorkspaceArgs = {
  input: CreateWorkspaceInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationDeleteAlertTargetArgs = {
  id: Scalars['ID']['input'];
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationDeleteContactArgs = {
  input: DeleteInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationDeleteNoteArgs = {
  input: DeleteInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationDeleteRuleArgs = {
  id: Scalars['ID']['input'];
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationDeleteTaskArgs = {
  input: DeleteInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationDiscardDeliveryArgs = {
  id: Scalars['ID']['input'];
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationDisconnectSystemArgs = {
  system: Scalars['ID']['input'];
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationImportConfigurationArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  yaml: Scalars['String']['input'];
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationLinkRecordsArgs = {
  input: LinkRecordsInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationMergeContactsArgs = {
  input: MergeContactsInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationMuteAlertRuleArgs = {
  input: MuteAlertRuleInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationRejectMergesArgs = {
  input: RejectMergesInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationReleaseRecordArgs = {
  input: ReleaseRecordInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationRemoveTagsArgs = {
  input: TagContactInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationResolveConflictArgs = {
  input: ResolveConflictInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationRetryDeliveryArgs = {
  id: Scalars['ID']['input'];
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationRevertToArgs = {
  input: RevertInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationRevokeApiKeyArgs = {
  id: Scalars['ID']['input'];
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationRollbackMappingArgs = {
  input: RollbackMappingInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationRollbackRuleArgs = {
  input: RollbackRuleInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationSaveMappingArgs = {
  input: SaveMappingInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationSetAlertRuleArgs = {
  input: SetAlertRuleInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationSetPolicyArgs = {
  input: SetPolicyInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationSetRetentionArgs = {
  input: SetRetentionInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationSetVerboseArgs = {
  input: SetVerboseInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationSpreadArgs = {
  input: SpreadInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationStartSyncArgs = {
  input: StartSyncInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationSyncContactArgs = {
  input: SyncContactInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationSyncNowArgs = {
  input: SyncNowInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationTestAlertTargetArgs = {
  id: Scalars['ID']['input'];
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationUnlinkRecordArgs = {
  input: LinkRecordsInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationUpdateAlertTargetArgs = {
  input: UpdateAlertTargetInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationUpdateAppointmentArgs = {
  input: UpdateAppointmentInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationUpdateContactArgs = {
  input: UpdateContactInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationUpdateNoteArgs = {
  input: UpdateNoteInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationUpdateRuleArgs = {
  input: UpdateRuleInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationUpdateTaskArgs = {
  input: UpdateTaskInput;
};


/** Writing. Every change is validated, made durable, written through to the systems and answered with a receipt from each. */
export type MutationUpsertContactArgs = {
  input: UpsertContactInput;
};

/** Which rule tells nobody, until when. */
export type MuteAlertRuleInput = {
  id: Scalars['ID']['input'];
  /** Null: it tells again from now on. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What can be found by its id alone, with `node(id:)`. */
export type Node = {
  /** Opaque, global and stable. */
  id: Scalars['ID']['output'];
};

/** Something written down about a contact. */
export type Note = Node & Synced & TimelineItem & {
  __typename?: 'Note';
  /** When it was written. */
  at: Scalars['DateTime']['output'];
  author: Maybe<Scalars['String']['output']>;
  body: Scalars['String']['output'];
  conflicts: Array<Conflict>;
  contact: Maybe<Contact>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  records: Array<SystemRecord>;
  title: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  versions: VersionConnection;
};


/** Something written down about a contact. */
export type NoteVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of notes. */
export type NoteConnection = {
  __typename?: 'NoteConnection';
  edges: Array<NoteEdge>;
  /** The edges' nodes. */
  nodes: Array<Note>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of notes. */
export type NoteEdge = {
  __typename?: 'NoteEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: Note;
};

/** Restricts a list of notes; what is absent does not restrict. */
export type NoteFilter = {
  contactId?: InputMaybe<Scalars['ID']['input']>;
  /** Held by this system. */
  system?: InputMaybe<Scalars['ID']['input']>;
  updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a mutation of a note answers. */
export type NotePayload = {
  __typename?: 'NotePayload';
  /** The note as it now is; null where the input was refused. */
  note: Maybe<Note>;
  /** One per system the change concerns. */
  receipts: Array<Receipt>;
  /** Why nothing was written; empty on success. */
  userErrors: Array<UserError>;
};

/** What becomes of a change that a system does not take. */
export type OnFailure =
  /** The others keep it; the failed write is tried again for about a day. */
  | 'RETRY'
  /** What other systems already applied is taken back, and the receipts say so. */
  | 'UNDO';

/** A value on its way to the record. */
export type OutwardPreview = {
  __typename?: 'OutwardPreview';
  /** Why a transform could not do its work. */
  error: Maybe<Scalars['String']['output']>;
  /** What would be written, by record field; empty where the row leaves alone what is there. */
  record: Scalars['JSON']['output'];
  /** The transforms in the order they are undone. */
  steps: Array<PreviewStep>;
  /** What the record holds there today. */
  today: Scalars['JSON']['output'];
  /** What the entity says today. */
  value: Maybe<Scalars['JSON']['output']>;
};

/** Where a page begins and ends, as Relay defines it. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The last edge's cursor; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** True if there is more behind `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True if there is more before `startCursor`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The first edge's cursor; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** How one type is kept in step with one system. */
export type Policy = {
  __typename?: 'Policy';
  /** What a deletion made there means. */
  deletes: DeleteMode;
  /** Whether what is new elsewhere is created there. */
  spread: SpreadMode;
  system: System;
  type: EntityType;
  /**
   * Asked where `spread` is RULE: `{"tag": "customer"}`, `{"field": "address.postcode", "is": "filled"}`, `{"heldBy": "..."}`, or several of them in
   * `{"all": [...]}`, `{"any": [...]}`, `{"not": ...}`. Comparisons: equal, different, filled, empty, contains, above, below.
   */
  when: Maybe<Scalars['JSON']['output']>;
};

/** What setting a policy answers. */
export type PolicyPayload = {
  __typename?: 'PolicyPayload';
  policy: Maybe<Policy>;
  userErrors: Array<UserError>;
};

/** A mapping to look at before it is saved, and the records to look at it with; at most 20 of them. */
export type PreviewMappingInput = {
  /** So many more, chosen by chance. */
  random?: InputMaybe<Scalars['Int']['input']>;
  /** Ids of records in that system. */
  recordIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** All rows, as in `SaveMappingInput.rows`; absent: the mapping in force. */
  rows?: InputMaybe<Scalars['JSON']['input']>;
  system: Scalars['ID']['input'];
  type: EntityType;
};

/** What a preview answers. */
export type PreviewMappingPayload = {
  __typename?: 'PreviewMappingPayload';
  records: Array<RecordPreview>;
  userErrors: Array<UserError>;
};

/** One transform and what it made of the value. */
export type PreviewStep = {
  __typename?: 'PreviewStep';
  /** The transform, in words. */
  does: Scalars['String']['output'];
  value: Maybe<Scalars['JSON']['output']>;
};

/** Why something failed. */
export type Problem = {
  __typename?: 'Problem';
  /** Stable; to decide by. */
  code: Scalars['String']['output'];
  /** For people: what happened, in which system, what to do. */
  message: Scalars['String']['output'];
  /** True if trying again later may help. */
  retryable: Scalars['Boolean']['output'];
};

/** Two contacts that may be one, waiting for a person's word. */
export type Proposal = Node & {
  __typename?: 'Proposal';
  at: Scalars['DateTime']['output'];
  /** The contact that was made for a record; null once it is part of another or deleted. */
  contact: Maybe<Contact>;
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** The one it would become part of; null once it is itself part of another or deleted. */
  into: Maybe<Contact>;
  /** What speaks for it and against it, e.g. same e-mail, last names differ. */
  reasons: Array<Scalars['String']['output']>;
  /** How likely they are one: 0 to 1. */
  score: Scalars['Float']['output'];
  state: ProposalState;
};

/** A page of proposals. */
export type ProposalConnection = {
  __typename?: 'ProposalConnection';
  edges: Array<ProposalEdge>;
  /** The edges' nodes. */
  nodes: Array<Proposal>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of proposals. */
export type ProposalEdge = {
  __typename?: 'ProposalEdge';
  /** Stable; goes into `after`. */
  cursor: Scalars['String']['output'];
  node: Proposal;
};

/** What became of a proposal. */
export type ProposalState =
  /** The two are one contact. */
  | 'APPROVED'
  /** Nobody has decided. */
  | 'PROPOSED'
  /** The two stay apart. */
  | 'REJECTED';

/** A record that was set aside because it changed too often: what it says is not taken in. */
export type QuarantinedRecord = {
  __typename?: 'QuarantinedRecord';
  /** What it belongs to. */
  entity: Maybe<Synced>;
  record: SystemRecord;
  /** Since when it is set aside. */
  since: Scalars['DateTime']['output'];
  type: EntityType;
};

/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type Query = {
  __typename?: 'Query';
  /** The last hours, oldest first and also those in which nothing happened; the last one goes on. 1 to 168, as far as the events go back. */
  activity: Array<ActivityHour>;
  /** All of them, by id. */
  alertRules: Array<AlertRule>;
  /** All of them, by id. */
  alertTargets: Array<AlertTarget>;
  /** Newest first; `open` true: those that are not over, false: the past ones. Of all rules or of one. */
  alerts: AlertConnection;
  /** The workspace's keys, oldest first, with those that are revoked or over. */
  apiKeys: Array<ApiKey>;
  /** By when they start. */
  appointments: AppointmentConnection;
  /** Who did what and who wanted to, newest first. */
  auditLog: AuditEntryConnection;
  /** One company; null where there is none. */
  business: Maybe<Business>;
  /** Policies, rules, retention and whatever else an operator decides, as YAML; no secrets are in it. */
  configuration: Scalars['String']['output'];
  /** Newest first. */
  conflicts: ConflictConnection;
  /** One contact; null where there is none. */
  contact: Maybe<Contact>;
  /** `search` finds words at their beginnings in names, company, e-mail, phone, town and postcode. Default order: NAME ASC. At most 100 a page, 20 unless told. */
  contacts: ContactConnection;
  /** Newest first. */
  deliveries: DeliveryConnection;
  /** Tries a mapping on every stored record of its type and answers what would happen. */
  dryRunMapping: DryRunMappingPayload;
  /** What a rule would have done about the newest events; writes nothing and asks no system. */
  dryRunRule: DryRunRulePayload;
  /** The graph's own fields of that type, and the custom fields that systems are known to have. */
  entityFields: Array<EntityField>;
  /** The templates that ship. */
  mappingTemplates: Array<MappingTemplate>;
  /** Those that were ever saved, newest first. */
  mappingVersions: MappingConnection;
  /** Those in force; of one system and one type where these are named. */
  mappings: Array<Mapping>;
  /** Contacts that may be one, the likeliest first; `minScore` from 0 to 1. */
  mergePlan: ProposalConnection;
  /** Where the merge plan stands. */
  mergePlanSummary: MergePlanSummary;
  /** Anything by its id; null where there is no such thing. */
  node: Maybe<Node>;
  /** Several by their ids, in the same order; at most 100. */
  nodes: Array<Maybe<Node>>;
  /** Newest first. */
  notes: NoteConnection;
  /** One per system and type that is connected. */
  policies: Array<Policy>;
  /** Shows with real records, step by step, what a mapping brings in and what it writes. */
  previewMapping: PreviewMappingPayload;
  /** Those that are set aside, the latest first; 100 at most. `releaseRecord` takes one back. */
  quarantinedRecords: Array<QuarantinedRecord>;
  /** The fields that records of that type have in that system. Known for ten minutes; `refresh` asks the system again. */
  recordFields: Array<RecordField>;
  /** For how long things are kept. */
  retention: Retention;
  /** Newest first; of all rules or of one. */
  ruleFirings: RuleFiringConnection;
  /** All of them, by id. */
  rules: Array<Rule>;
  /** Newest first. */
  syncEvents: SyncEventConnection;
  /** Newest first. */
  syncRuns: SyncRunConnection;
  /** All systems the gateway knows. */
  systems: Array<System>;
  /** By name. */
  tags: TagConnection;
  /** By due date, tasks without one by their creation. */
  tasks: TaskConnection;
  /** The calls to a system while its connection was verbose, newest first. */
  upstreamCalls: UpstreamCallConnection;
  /** Who asks, of which workspace, and what they may do. */
  viewer: Viewer;
  /** All workspaces, for an admin of `default`; for others their own. */
  workspaces: Array<Workspace>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryActivityArgs = {
  hours?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
  ruleId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AppointmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryBusinessArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryConflictsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryContactArgs = {
  by: ContactBy;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContactOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryDryRunMappingArgs = {
  input: DryRunMappingInput;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryDryRunRuleArgs = {
  input: DryRunRuleInput;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryEntityFieldsArgs = {
  type: EntityType;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryMappingVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  system: Scalars['ID']['input'];
  type: EntityType;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryMappingsArgs = {
  system?: InputMaybe<Scalars['ID']['input']>;
  type?: InputMaybe<EntityType>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryMergePlanArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  minScore?: InputMaybe<Scalars['Float']['input']>;
  state?: InputMaybe<ProposalState>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryNotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryPreviewMappingArgs = {
  input: PreviewMappingInput;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryRecordFieldsArgs = {
  refresh?: InputMaybe<Scalars['Boolean']['input']>;
  system: Scalars['ID']['input'];
  type: EntityType;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryRuleFiringsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  ruleId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QuerySyncEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SyncEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QuerySyncRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SyncRunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Reading. The request header `x-max-age: SECONDS` (connection parameter `maxAge` on WebSockets) makes every record in the answer
 * at most that old; 0 asks the systems now. Without it the gateway answers from snapshots that a healthy change feed or a recent
 * read vouches for. Every answer carries `extensions.upstream { calls, cacheHits, staleRecords }`.
 */
export type QueryUpstreamCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  system: Scalars['ID']['input'];
};

/** What became of a change in one system. */
export type Receipt = {
  __typename?: 'Receipt';
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** Why it is not applied. */
  error: Maybe<Problem>;
  /** When it is tried next, where it is queued. */
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** The record written, once there is one. */
  recordId: Maybe<Scalars['ID']['output']>;
  /** What became of it. */
  status: ReceiptStatus;
  /** The system written to. */
  system: System;
  /** Fields of the change that this system has no place for; the others were written. */
  unsupportedFields: Array<Scalars['String']['output']>;
};

/** What became of a write. */
export type ReceiptStatus =
  /** The system took it. */
  | 'APPLIED'
  /** The system refuses it; nobody tries again by itself. */
  | 'FAILED'
  /** Not yet; it is tried again. */
  | 'QUEUED'
  /** There was nothing to do in this system. */
  | 'SKIPPED'
  /** It was applied and taken back, or never applied because another system failed. */
  | 'UNDONE'
  /** The system cannot do this at all. */
  | 'UNSUPPORTED';

/** A field of a system's records, as the system describes it and as records show it. */
export type RecordField = {
  __typename?: 'RecordField';
  /** The values it may hold, where they are a closed list. */
  choices: Maybe<Array<Scalars['String']['output']>>;
  /** True if it can be written when a record is created. */
  creates: Scalars['Boolean']['output'];
  /** Up to three different values of real records, cut to 80 characters. */
  examples: Array<Scalars['String']['output']>;
  /** Its name in records and mappings, e.g. `custom.boiler_make`. */
  field: Scalars['String']['output'];
  /** How the gateway knows of it. */
  known: FieldKnowledge;
  /** What people call it there. */
  label: Scalars['String']['output'];
  /** What a person should know about it; also that the system could not be asked just now. */
  note: Maybe<Scalars['String']['output']>;
  /** No record can be created without it. */
  required: Scalars['Boolean']['output'];
  type: RecordFieldType;
  /** True if it can be written when a record is changed. */
  updates: Scalars['Boolean']['output'];
  /** True if it can be written at all. */
  writable: Scalars['Boolean']['output'];
};

/** What the values of a record field are. */
export type RecordFieldType =
  /** One of `choices`. */
  | 'CHOICE'
  | 'EMAIL'
  | 'FLAG'
  /** A moment, or a day. */
  | 'INSTANT'
  /** Anything else. */
  | 'JSON'
  /** Several texts. */
  | 'NAMES'
  | 'NUMBER'
  | 'PHONE'
  | 'TEXT'
  | 'URL';

/** What a mapping makes of one stored record, field by field. */
export type RecordPreview = {
  __typename?: 'RecordPreview';
  /** What it belongs to today; null where it belongs to nothing. */
  entity: Maybe<Synced>;
  fields: Array<FieldPreview>;
  /** The record's id in its system. */
  recordId: Scalars['ID']['output'];
};

/** Names a record in a system. */
export type RecordRef = {
  /** The record's id in that system. */
  id: Scalars['ID']['input'];
  /** The system's id, e.g. ghl. */
  system: Scalars['ID']['input'];
};

/** How a record stands to its entity. */
export type RecordState =
  /** Deleted or archived there. */
  | 'ARCHIVED'
  /** It differs, and a person has to decide. */
  | 'CONFLICT'
  /** It refused a write. */
  | 'FAILED'
  | 'IN_SYNC'
  /** A write to it is waiting. */
  | 'PENDING'
  /** Set aside, because it changed too often; `releaseRecord` takes it back. */
  | 'QUARANTINED';

/** Which proposals to reject. */
export type RejectMergesInput = {
  /** At most 1000. */
  ids: Array<Scalars['ID']['input']>;
};

/** Names a record in a system, of any type. */
export type ReleaseRecordInput = {
  /** The record's id in that system. */
  id: Scalars['ID']['input'];
  system: Scalars['ID']['input'];
  type: EntityType;
};

/** What taking a record back answers. */
export type ReleaseRecordPayload = {
  __typename?: 'ReleaseRecordPayload';
  /** What the record belongs to, after it was read again. */
  entity: Maybe<Synced>;
  userErrors: Array<UserError>;
};

/**
 * How an open conflict ends: exactly one of `take` and `value`. A conflict about `identity` takes the id of one of its contacts as value,
 * to be merged into it, or null for a contact of its own.
 */
export type ResolveConflictInput = {
  id: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The side whose value holds: a system's id, or gateway. */
  take?: InputMaybe<Scalars['ID']['input']>;
  /** Another value; null clears the field. */
  value?: InputMaybe<Scalars['JSON']['input']>;
  waitFor?: InputMaybe<WaitFor>;
};

/** For how many days things are kept; null: for ever. What is still needed is kept longer. */
export type Retention = {
  __typename?: 'Retention';
  /** Upstream calls of verbose connections; of each system the newest 2,000 at most. */
  calls: Maybe<Scalars['Int']['output']>;
  /** Those that wait or failed stay. */
  deliveries: Maybe<Scalars['Int']['output']>;
  /** Of the event log, from its end. A subscription `after` an event behind which some are forgotten is refused with the code EXPIRED. */
  events: Maybe<Scalars['Int']['output']>;
  /** Those of rules that may fire again on the same cause stay. */
  firings: Maybe<Scalars['Int']['output']>;
  /** Webhooks that were worked, by which repeated ones are known; 4 or more. */
  inbox: Maybe<Scalars['Int']['output']>;
  /** Those under way stay. */
  runs: Maybe<Scalars['Int']['output']>;
  /** All but the newest of each; what is forgotten can no longer be reverted to. */
  versions: Maybe<Scalars['Int']['output']>;
};

/** What setting the retention answers. */
export type RetentionPayload = {
  __typename?: 'RetentionPayload';
  /** As it now is. */
  retention: Retention;
  userErrors: Array<UserError>;
};

/** Which version of what to go back to. */
export type RevertInput = {
  /** The id of a contact, task, note, appointment or tag, also of a deleted or merged one. */
  id: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An earlier version. */
  version: Scalars['Int']['input'];
  waitFor?: InputMaybe<WaitFor>;
};

/** What going back answers. */
export type RevertPayload = {
  __typename?: 'RevertPayload';
  /** As it now is; null where the input was refused. */
  entity: Maybe<Synced>;
  /** One per system that was told. */
  receipts: Array<Receipt>;
  /** Why nothing was written; empty on success. */
  userErrors: Array<UserError>;
};

/** What revoking an API key answers. */
export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  /** As it now is; null where there is no such key. */
  apiKey: Maybe<ApiKey>;
  userErrors: Array<UserError>;
};

/** An earlier version to put in force again, as a new one. */
export type RollbackMappingInput = {
  /** As in `SaveMappingInput`. */
  confirm?: InputMaybe<Scalars['Boolean']['input']>;
  system: Scalars['ID']['input'];
  type: EntityType;
  /** 0 for what comes with the system. */
  version: Scalars['Int']['input'];
  /** As in `SaveMappingInput`. */
  writeNow?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which version of which rule to go back to. */
export type RollbackRuleInput = {
  id: Scalars['ID']['input'];
  /** An earlier version; of a rule that was deleted, any. */
  version: Scalars['Int']['input'];
};

/** When this happens, and that holds, do these things. Shipped with the gateway or a system, and an operator's to change. */
export type Rule = Node & {
  __typename?: 'Rule';
  /**
   * A list of `{ do: "createTask", title, body, dueInMs, unlessOpen }`, `{ do: "createNote", title, body }`, `{ do: "addTags", tags }`, `{ do: "removeTags",
   * tags }`, `{ do: "raiseAlert", message }`, `{ do: "callWebhook", target, message, fields }`, `{ do: "pullContact" }` and `{ do: "syncKinds", kinds, systems }`. Texts may hold `{{name}}`, `{{kind}}`, `{{origin}}`,
   * `{{changed}}`, `{{changes.email.after}}`, `{{tags.added}}`, `{{tags.removed}}`, `{{system}}` and `{{message}}` (where and why something failed), `{{contact.name}}`
   * and any field, such as `{{title}}` or `{{contact.email}}`. A webhook (`target` is the id of one of `alertTargets`) gets one message of type `rule.fired` for each
   * firing, under one id however often it is sent: `data { rule { id name } firing entity { id kind } contact { id } event { kind at origin system changed }
   * message fields }`, where `fields` holds the values of the words that the action names, and nothing else of anybody's data.
   */
  actions: Scalars['JSON']['output'];
  /** True if an operator made it different from what was shipped. */
  edited: Scalars['Boolean']['output'];
  /** One that is off does nothing; switched on again it answers to what happens from then on. */
  enabled: Scalars['Boolean']['output'];
  /** How often it fired, as far as that is remembered. */
  firings: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** When it last fired. */
  lastFiredAt: Maybe<Scalars['DateTime']['output']>;
  /** It is paused when it fires more often than this within an hour. */
  mostPerHour: Scalars['Int']['output'];
  /** A sentence. */
  name: Scalars['String']['output'];
  /** Since when it does nothing because it fired too often; it goes on, with what happens from then on, by `updateRule` with `enabled: true`. */
  pausedAt: Maybe<Scalars['DateTime']['output']>;
  /** Came with the gateway; what an operator made different stays when a new version ships it anew. */
  shipped: Scalars['Boolean']['output'];
  /** What is in force, in one sentence made of its parts. */
  summary: Scalars['String']['output'];
  /**
   * Either `{ on, kinds, origins, fields, tags, systems }` or, in milliseconds, `{ every, kind, again }`: each entity of the kind once, or again when it
   * changes after so long. `on` lists created, changed, deleted, tagAdded, tagRemoved, conflictOpened, deliveryFailed (for good) and
   * recordQuarantined; `kinds` contact, task, note, appointment and tag; `origins` whose doing it answers to: system ids, "gateway" (callers,
   * rules and deliveries), or "systems" for all of them; `fields` what was changed or is in dispute, `address.*` all that begin so; `tags` which came or
   * went; `systems` where a delivery failed or a record was set aside.
   */
  trigger: Scalars['JSON']['output'];
  /** Grows by one whenever it is made to do something else. */
  version: Scalars['Int']['output'];
  /** All of them, newest first. */
  versions: Array<RuleVersion>;
  /**
   * `{ field, is, value }` with is equal, different, filled, empty, contains, above or below; `{ tag }`; `{ heldBy }`; and these put together
   * by `{ all: [...] }`, `{ any: [...] }` and `{ not }`. A field that begins with `contact.` is one of the contact that the thing belongs to. Null: always.
   */
  when: Maybe<Scalars['JSON']['output']>;
};

/** What a rule would have done about the newest events. Conditions and texts are asked of things as they are now. */
export type RuleDryRun = {
  __typename?: 'RuleDryRun';
  /** The most within one hour. */
  busiestHour: Scalars['Int']['output'];
  entities: Scalars['Int']['output'];
  /** How many events were looked at, and when the oldest was. */
  events: Scalars['Int']['output'];
  /** The newest firings, at most 50. */
  examples: Array<RuleDryRunExample>;
  /** How often it would have fired, and on how many things. */
  firings: Scalars['Int']['output'];
  since: Maybe<Scalars['DateTime']['output']>;
  /** The rule in one sentence made of its parts. */
  summary: Scalars['String']['output'];
  /** Of these firings, how many had no contact to do something to. */
  withoutContact: Scalars['Int']['output'];
  /** True if it would have been paused for firing too often; the firings are counted all the same. */
  wouldPause: Scalars['Boolean']['output'];
};

/** One firing that would have been. */
export type RuleDryRunExample = {
  __typename?: 'RuleDryRunExample';
  entity: Maybe<Synced>;
  /** Null for a rule on a schedule, which looks at the things that the events were about. */
  event: Maybe<SyncEvent>;
  /** What it would have done, in words. */
  would: Scalars['String']['output'];
};

/** What a rule did about one cause; there is never a second for the same. */
export type RuleFiring = Node & {
  __typename?: 'RuleFiring';
  at: Scalars['DateTime']['output'];
  /** How often a system was asked on its behalf. */
  attempts: Scalars['Int']['output'];
  /** What it was about; null where that was deleted or was nothing in particular. */
  entity: Maybe<Synced>;
  /** Why something of it could not be done, or could not be done yet. */
  error: Maybe<Scalars['String']['output']>;
  /** The event it fired on; null where the schedule was the cause. */
  event: Maybe<SyncEvent>;
  id: Scalars['ID']['output'];
  /** What it did, in words; while it is pending, also what it is to do. */
  result: Scalars['String']['output'];
  rule: Maybe<Rule>;
  state: RuleFiringState;
};

/** A page of firings. */
export type RuleFiringConnection = {
  __typename?: 'RuleFiringConnection';
  edges: Array<RuleFiringEdge>;
  /** The edges' nodes. */
  nodes: Array<RuleFiring>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of firings. */
export type RuleFiringEdge = {
  __typename?: 'RuleFiringEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: RuleFiring;
};

/** Where a firing stands. */
export type RuleFiringState =
  /** All is done. */
  | 'DONE'
  /** Something of it could not be done. */
  | 'FAILED'
  /** It still has to ask a system something, or a webhook has not answered yet; it tries until it can. */
  | 'PENDING';

/** What a mutation of a rule answers. */
export type RulePayload = {
  __typename?: 'RulePayload';
  rule: Maybe<Rule>;
  userErrors: Array<UserError>;
};

/** A rule as it was under one number. */
export type RuleVersion = {
  __typename?: 'RuleVersion';
  actions: Scalars['JSON']['output'];
  at: Scalars['DateTime']['output'];
  name: Scalars['String']['output'];
  /** What it did, in one sentence made of its parts. */
  summary: Scalars['String']['output'];
  trigger: Scalars['JSON']['output'];
  version: Scalars['Int']['output'];
  when: Maybe<Scalars['JSON']['output']>;
  /** What was done to it, in words. */
  why: Scalars['String']['output'];
};

/** A mapping to put in force. */
export type SaveMappingInput = {
  /** The version it was made from: refused with CONFLICT where another one is in force meanwhile. */
  basedOn?: InputMaybe<Scalars['Int']['input']>;
  /** Needed where it changes what more than 5% of the system's records say. */
  confirm?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * All rows: `[{ entity: "address.county", record: "county", direction: "both" | "in" | "out", transforms: [...], owner: true, when: "always" |
   * "ifEmpty" | "neverOverwrite" }]`. `record` may be a list; what is absent is both, none, false and always.
   */
  rows: Scalars['JSON']['input'];
  system: Scalars['ID']['input'];
  type: EntityType;
  /** For whoever reads the versions later. */
  why?: InputMaybe<Scalars['String']['input']>;
  /** Also writes what the new rows would write otherwise than the records have it; else that is written with the next change of the field. */
  writeNow?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A new alert rule, or what is to be different about one; what is absent stays. */
export type SetAlertRuleInput = {
  /** As in `AlertRule.condition`. */
  condition?: InputMaybe<Scalars['JSON']['input']>;
  /** A new rule is on. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Absent: a new rule, which needs a name and a condition. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  /** Ids of targets: all of them. */
  targets?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A policy to set; what is absent stays as it is. */
export type SetPolicyInput = {
  deletes?: InputMaybe<DeleteMode>;
  spread?: InputMaybe<SpreadMode>;
  system: Scalars['ID']['input'];
  type: EntityType;
  when?: InputMaybe<Scalars['JSON']['input']>;
};

/** For how many days things are to be kept; null: for ever; what is absent stays as it is. */
export type SetRetentionInput = {
  calls?: InputMaybe<Scalars['Int']['input']>;
  deliveries?: InputMaybe<Scalars['Int']['input']>;
  events?: InputMaybe<Scalars['Int']['input']>;
  firings?: InputMaybe<Scalars['Int']['input']>;
  inbox?: InputMaybe<Scalars['Int']['input']>;
  runs?: InputMaybe<Scalars['Int']['input']>;
  versions?: InputMaybe<Scalars['Int']['input']>;
};

/** Which connection is to be verbose, and how long. */
export type SetVerboseInput = {
  /** From now on, 1,440 at most; 0 ends it. */
  minutes: Scalars['Int']['input'];
  system: Scalars['ID']['input'];
};

/** What making a connection verbose answers. */
export type SetVerbosePayload = {
  __typename?: 'SetVerbosePayload';
  system: Maybe<System>;
  userErrors: Array<UserError>;
};

/** A setting with its value. */
export type SettingInput = {
  name: Scalars['String']['input'];
  /** Null takes it away. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** What to create where, now and whatever the policy. */
export type SpreadInput = {
  /** Absent: everything of that type that the systems do not hold. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The systems to create it in. */
  systems: Array<Scalars['ID']['input']>;
  type?: InputMaybe<EntityType>;
};

/** Whether what is new in one system is created in another. */
export type SpreadMode =
  | 'ALWAYS'
  /** Only when somebody asks for it. */
  | 'NEVER'
  /** Only where a condition holds, and from the moment it does. */
  | 'RULE';

/** What spreading on request answers. */
export type SpreadPayload = {
  __typename?: 'SpreadPayload';
  /** How many creations were queued, with what belongs to the contacts. */
  queued: Scalars['Int']['output'];
  userErrors: Array<UserError>;
};

/** How to start the sync. */
export type StartSyncInput = {
  /** Starts although not every system was read to its end: what is read afterwards is linked by its match keys. */
  force?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What `startSync` answers. */
export type StartSyncPayload = {
  __typename?: 'StartSyncPayload';
  /** Where the plan stands now. */
  summary: MergePlanSummary;
  userErrors: Array<UserError>;
};

/** Live: over WebSocket (graphql-transport-ws) and over Server-Sent Events, both on /graphql. */
export type Subscription = {
  __typename?: 'Subscription';
  /** The contact, whenever it or anything that belongs to it changed. */
  contactChanged: Contact;
  /** Replays what came behind the event `after`, then stays live; nothing lost, nothing twice. */
  syncEvents: SyncEvent;
  /** A system whose health changed. */
  systemChanged: System;
};


/** Live: over WebSocket (graphql-transport-ws) and over Server-Sent Events, both on /graphql. */
export type SubscriptionContactChangedArgs = {
  id: Scalars['ID']['input'];
};


/** Live: over WebSocket (graphql-transport-ws) and over Server-Sent Events, both on /graphql. */
export type SubscriptionSyncEventsArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<SyncEventFilter>;
};

/** Which contact to read again everywhere. */
export type SyncContactInput = {
  id: Scalars['ID']['input'];
};

/** What a run would cost if it goes as the last one did. */
export type SyncEstimate = {
  __typename?: 'SyncEstimate';
  /** Calls to all systems; null where nothing is known. */
  calls: Maybe<Scalars['Int']['output']>;
  /** Until the last system is read; they are read at the same time. Null where nothing is known. */
  seconds: Maybe<Scalars['Int']['output']>;
  systems: Array<SystemEstimate>;
};

/** Something that happened, in the order it became durable. */
export type SyncEvent = Node & TimelineItem & {
  __typename?: 'SyncEvent';
  actor: Maybe<Scalars['String']['output']>;
  at: Scalars['DateTime']['output'];
  changes: Array<FieldChange>;
  /** The same for everything that came of one cause. */
  correlationId: Scalars['ID']['output'];
  /** What it is about, as it is now; null where it was deleted or is about a system. */
  entity: Maybe<Synced>;
  entityId: Maybe<Scalars['ID']['output']>;
  /** Also the cursor for `after`: ordered, never reused. */
  id: Scalars['ID']['output'];
  kind: SyncEventKind;
  message: Maybe<Scalars['String']['output']>;
  /** A system's id, or gateway for a caller's mutation. */
  origin: Scalars['String']['output'];
  runId: Maybe<Scalars['ID']['output']>;
  /** The system written to, where one was. */
  system: Maybe<System>;
  type: Maybe<EntityType>;
};

/** A page of sync events. */
export type SyncEventConnection = {
  __typename?: 'SyncEventConnection';
  edges: Array<SyncEventEdge>;
  /** The edges' nodes. */
  nodes: Array<SyncEvent>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of sync events. */
export type SyncEventEdge = {
  __typename?: 'SyncEventEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: SyncEvent;
};

/** Restricts sync events; what is absent does not restrict. */
export type SyncEventFilter = {
  /** About this contact or anything that belongs to it. */
  contactId?: InputMaybe<Scalars['ID']['input']>;
  /** From then on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  kinds?: InputMaybe<Array<SyncEventKind>>;
  /** In its message (of the newest 20,000 of that time), or the name of the contact it concerns. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** That came from or were written to one of these systems. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Before then. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
  types?: InputMaybe<Array<EntityType>>;
};

/** What can happen. */
export type SyncEventKind =
  | 'ALERT'
  /** What an ALERT told of is over. */
  | 'ALERT_RECOVERED'
  | 'CONFLICT'
  | 'CONFLICT_RESOLVED'
  | 'CREATED'
  | 'DELETED'
  | 'ECHO_SUPPRESSED'
  | 'LINKED'
  /** A mapping was put in force; `message` says which version and how many records read differently by it. */
  | 'MAPPING_CHANGED'
  | 'MERGED'
  /** A record that changes too often was set aside. */
  | 'QUARANTINED'
  | 'RULE_FIRED'
  | 'RUN_FINISHED'
  | 'RUN_STARTED'
  | 'SYSTEM_CHANGED'
  | 'UNLINKED'
  | 'UPDATED'
  | 'WRITE_APPLIED'
  | 'WRITE_FAILED'
  | 'WRITE_RETRYING';

/** What to read from the systems now. */
export type SyncNowInput = {
  /** Starts nothing and answers what it would cost. */
  estimate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Forgets the cursors and reads everything. */
  full?: InputMaybe<Scalars['Boolean']['input']>;
  /** System ids; absent: all connected ones. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Absent: all. */
  types?: InputMaybe<Array<EntityType>>;
};

/** One pass of polling or backfill over one system. */
export type SyncRun = Node & {
  __typename?: 'SyncRun';
  /** Records that brought something new. */
  changed: Scalars['Int']['output'];
  error: Maybe<Scalars['String']['output']>;
  failed: Scalars['Int']['output'];
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** 0 to 1. */
  progress: Maybe<Scalars['Float']['output']>;
  /** Records read. */
  read: Scalars['Int']['output'];
  startedAt: Scalars['DateTime']['output'];
  system: System;
  /** start, schedule, request or rule. */
  trigger: Scalars['String']['output'];
  types: Array<EntityType>;
  upstreamCalls: Scalars['Int']['output'];
  /** Writes to other systems that came of it and were applied. */
  written: Scalars['Int']['output'];
};

/** A page of sync runs. */
export type SyncRunConnection = {
  __typename?: 'SyncRunConnection';
  edges: Array<SyncRunEdge>;
  /** The edges' nodes. */
  nodes: Array<SyncRun>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of sync runs. */
export type SyncRunEdge = {
  __typename?: 'SyncRunEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: SyncRun;
};

/** Restricts a list of runs; what is absent does not restrict. */
export type SyncRunFilter = {
  /** That brought something about this contact or anything that belongs to it, as far as the events go back. */
  contactId?: InputMaybe<Scalars['ID']['input']>;
  /** From then on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** In its trigger or its error (of the newest 20,000 of that time). */
  search?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<Array<SyncRunState>>;
  system?: InputMaybe<Scalars['ID']['input']>;
  /** Before then. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
  /** That read one of these types. */
  types?: InputMaybe<Array<EntityType>>;
};

/** What `syncNow` answers: after ten seconds at the latest, with the runs as they then are. */
export type SyncRunPayload = {
  __typename?: 'SyncRunPayload';
  /** Null where none was asked for. */
  estimate: Maybe<SyncEstimate>;
  /** One per system; `finishedAt` is null while it goes on. None where only an estimate was asked for. */
  runs: Array<SyncRun>;
  userErrors: Array<UserError>;
};

/** How a run stands. */
export type SyncRunState =
  /** It ended with an error. */
  | 'FAILED'
  /** It ended without an error. */
  | 'FINISHED'
  /** It goes on. */
  | 'RUNNING';

/** A merged thing, made of the records that the systems hold. */
export type Synced = {
  /** Fields that two systems changed differently, newest first; also the settled ones. */
  conflicts: Array<Conflict>;
  /** When the gateway first saw it. */
  createdAt: Scalars['DateTime']['output'];
  /** Opaque, global and stable. */
  id: Scalars['ID']['output'];
  /** One per system that holds it: provenance and freshness. */
  records: Array<SystemRecord>;
  /** When the gateway last changed it. */
  updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with every change. */
  version: Scalars['Int']['output'];
  /** Newest first. */
  versions: VersionConnection;
};


/** A merged thing, made of the records that the systems hold. */
export type SyncedVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A system the gateway knows, connected or not. */
export type System = {
  __typename?: 'System';
  /** What it can truly do, per type; never pretended. Empty where it is not connected. */
  capabilities: Array<Capability>;
  /** How it is connected. */
  connection: SystemConnection;
  health: SystemHealth;
  /** The source folder's name, e.g. ghl. */
  id: Scalars['ID']['output'];
  /** The vendor's name, e.g. HighLevel. */
  name: Scalars['String']['output'];
  /** Until when its upstream calls are kept; null where they are not. */
  verboseUntil: Maybe<Scalars['DateTime']['output']>;
};

/** How a system is connected, and what it has to be told for that. */
export type SystemConnection = {
  __typename?: 'SystemConnection';
  /** Tries it now, by reading; nothing is written there. Empty where it is not connected. */
  checks: Array<ConnectionCheck>;
  /** When it was connected through the graph. */
  connectedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who connected it through the graph. */
  connectedBy: Maybe<Scalars['String']['output']>;
  /** Where a person's browser goes to connect it by consenting there; null where the operator has no app. A path alone where PUBLIC_URL is not set. */
  consentUrl: Maybe<Scalars['String']['output']>;
  /** Where its settings come from; null where it is not connected. */
  origin: Maybe<ConnectionOrigin>;
  /** Why it is of no use until somebody connects it anew. */
  refused: Maybe<Scalars['String']['output']>;
  /** What the system has to be told, in the order of a form. */
  settings: Array<ConnectionSetting>;
  /** Where the system is to send its webhooks; null while PUBLIC_URL is not set. */
  webhookUrl: Maybe<Scalars['String']['output']>;
};

/** What reading one system would cost. */
export type SystemEstimate = {
  __typename?: 'SystemEstimate';
  /** Of the types of which something is known; null where there is none. */
  calls: Maybe<Scalars['Int']['output']>;
  /** Its types are read one after the other. */
  seconds: Maybe<Scalars['Int']['output']>;
  system: System;
  types: Array<TypeEstimate>;
};

/** How a system is. */
export type SystemHealth = {
  __typename?: 'SystemHealth';
  /** The rate budget as it stands; null where it is not connected. */
  budget: Maybe<Budget>;
  /** When a call last told. */
  checkedAt: Maybe<Scalars['DateTime']['output']>;
  credentialExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it is not OK. */
  error: Maybe<Scalars['String']['output']>;
  /** Writes it refused, waiting for a person. */
  failedDeliveries: Scalars['Int']['output'];
  /** When a change made there was last taken in. */
  lastChangeAt: Maybe<Scalars['DateTime']['output']>;
  /** When a poll last ended well. */
  lastPollAt: Maybe<Scalars['DateTime']['output']>;
  /** When a webhook was last received. */
  lastWebhookAt: Maybe<Scalars['DateTime']['output']>;
  /** Changes that polling found and no webhook told of by two minutes later, last 24 h; of the types whose changes webhooks tell. */
  missedWebhooks: Scalars['Int']['output'];
  /** Writes waiting to be made there. */
  pendingDeliveries: Scalars['Int']['output'];
  state: HealthState;
};

/** A record as a system holds it. */
export type SystemRecord = {
  __typename?: 'SystemRecord';
  /** When the system says it changed; null where it does not say. */
  changedAt: Maybe<Scalars['DateTime']['output']>;
  /** How sure the extraction was, 0 to 1. */
  confidence: Maybe<Scalars['Float']['output']>;
  /** The document a value was extracted from. */
  documentId: Maybe<Scalars['ID']['output']>;
  /** As last seen there, after decoding, before mapping. */
  fields: Scalars['JSON']['output'];
  /** The record's id in that system. */
  id: Scalars['ID']['output'];
  /** When the gateway last saw it. */
  seenAt: Scalars['DateTime']['output'];
  /** True if this is the last snapshot because the system could not be asked. */
  stale: Scalars['Boolean']['output'];
  state: RecordState;
  system: System;
  /** Where a person opens it there. */
  url: Maybe<Scalars['String']['output']>;
};

/** A name that groups contacts; two names that differ in case only are one tag. */
export type Tag = Node & Synced & {
  __typename?: 'Tag';
  /** As the system writes it, e.g. #ff8800. */
  color: Maybe<Scalars['String']['output']>;
  conflicts: Array<Conflict>;
  /** The contacts that carry it, by name. */
  contacts: ContactConnection;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  records: Array<SystemRecord>;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  versions: VersionConnection;
};


/** A name that groups contacts; two names that differ in case only are one tag. */
export type TagContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A name that groups contacts; two names that differ in case only are one tag. */
export type TagVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of tags. */
export type TagConnection = {
  __typename?: 'TagConnection';
  edges: Array<TagEdge>;
  /** The edges' nodes. */
  nodes: Array<Tag>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** Tags to add to or remove from a contact, by name. */
export type TagContactInput = {
  contactId: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  /** System ids; absent: all that hold it. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  tags: Array<Scalars['String']['input']>;
  waitFor?: InputMaybe<WaitFor>;
};

/** One place on a page of tags. */
export type TagEdge = {
  __typename?: 'TagEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: Tag;
};

/** Something to be done for a contact. */
export type Task = Node & Synced & TimelineItem & {
  __typename?: 'Task';
  assignee: Maybe<Scalars['String']['output']>;
  /** When it is due, else when it was created. */
  at: Scalars['DateTime']['output'];
  body: Maybe<Scalars['String']['output']>;
  completed: Scalars['Boolean']['output'];
  conflicts: Array<Conflict>;
  contact: Maybe<Contact>;
  createdAt: Scalars['DateTime']['output'];
  dueAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  records: Array<SystemRecord>;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  versions: VersionConnection;
};


/** Something to be done for a contact. */
export type TaskVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of tasks. */
export type TaskConnection = {
  __typename?: 'TaskConnection';
  edges: Array<TaskEdge>;
  /** The edges' nodes. */
  nodes: Array<Task>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of tasks. */
export type TaskEdge = {
  __typename?: 'TaskEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: Task;
};

/** Restricts a list of tasks; what is absent does not restrict. */
export type TaskFilter = {
  completed?: InputMaybe<Scalars['Boolean']['input']>;
  contactId?: InputMaybe<Scalars['ID']['input']>;
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Held by this system. */
  system?: InputMaybe<Scalars['ID']['input']>;
};

/** What a mutation of a task answers. */
export type TaskPayload = {
  __typename?: 'TaskPayload';
  /** One per system the change concerns. */
  receipts: Array<Receipt>;
  /** The task as it now is; null where the input was refused. */
  task: Maybe<Task>;
  /** Why nothing was written; empty on success. */
  userErrors: Array<UserError>;
};

/** What came of a test message. */
export type TestAlertTargetPayload = {
  __typename?: 'TestAlertTargetPayload';
  delivered: Scalars['Boolean']['output'];
  /** In words; null where there is no such target. */
  result: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** A page of a timeline. */
export type TimelineConnection = {
  __typename?: 'TimelineConnection';
  edges: Array<TimelineEdge>;
  /** The edges' nodes. */
  nodes: Array<TimelineItem>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of a timeline. */
export type TimelineEdge = {
  __typename?: 'TimelineEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: TimelineItem;
};

/** Something with a place on a contact's timeline. */
export type TimelineItem = {
  /** Where on the timeline it stands. */
  at: Scalars['DateTime']['output'];
  /** Opaque, global and stable. */
  id: Scalars['ID']['output'];
};

/** What reading one type of one system would cost. */
export type TypeEstimate = {
  __typename?: 'TypeEstimate';
  calls: Maybe<Scalars['Int']['output']>;
  /** Why nothing is known; null where something is. */
  reason: Maybe<Scalars['String']['output']>;
  seconds: Maybe<Scalars['Int']['output']>;
  type: EntityType;
};

/** What is to be different about a target; what is absent stays. */
export type UpdateAlertTargetInput = {
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  recipients?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Makes a new secret; the one before signs as well for a day. */
  renewSecret?: InputMaybe<Scalars['Boolean']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to an appointment: null clears, absent keeps. */
export type UpdateAppointmentInput = {
  assignee?: InputMaybe<Scalars['String']['input']>;
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  location?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  status?: InputMaybe<AppointmentStatus>;
  /** System ids; absent: all that hold it. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
  waitFor?: InputMaybe<WaitFor>;
};

/** Changes to a contact: null clears, absent keeps. `tags` replaces the whole set. */
export type UpdateContactInput = {
  address?: InputMaybe<AddressInput>;
  companyName?: InputMaybe<Scalars['String']['input']>;
  customFields?: InputMaybe<Array<CustomFieldInput>>;
  email?: InputMaybe<Scalars['String']['input']>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lastName?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  phone?: InputMaybe<Scalars['String']['input']>;
  /** System ids; absent: all that hold it. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  waitFor?: InputMaybe<WaitFor>;
  website?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a note: null clears, absent keeps. */
export type UpdateNoteInput = {
  author?: InputMaybe<Scalars['String']['input']>;
  body?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  /** System ids; absent: all that hold it. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
  waitFor?: InputMaybe<WaitFor>;
};

/** What is to be different about a rule; what is absent stays. */
export type UpdateRuleInput = {
  /** As in `Rule.actions`: all of them. */
  actions?: InputMaybe<Scalars['JSON']['input']>;
  /** True also lets one go on that is paused. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
  mostPerHour?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  /** As in `Rule.trigger`. */
  trigger?: InputMaybe<Scalars['JSON']['input']>;
  /** As in `Rule.when`; null: always. */
  when?: InputMaybe<Scalars['JSON']['input']>;
};

/** Changes to a task: null clears, absent keeps. */
export type UpdateTaskInput = {
  assignee?: InputMaybe<Scalars['String']['input']>;
  body?: InputMaybe<Scalars['String']['input']>;
  completed?: InputMaybe<Scalars['Boolean']['input']>;
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  /** System ids; absent: all that hold it. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
  waitFor?: InputMaybe<WaitFor>;
};

/** A contact found by e-mail, else by phone, and updated; created where there is none. `tags` are added. */
export type UpsertContactInput = {
  address?: InputMaybe<AddressInput>;
  companyName?: InputMaybe<Scalars['String']['input']>;
  customFields?: InputMaybe<Array<CustomFieldInput>>;
  email?: InputMaybe<Scalars['String']['input']>;
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** Repeating a mutation with the same key answers the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lastName?: InputMaybe<Scalars['String']['input']>;
  onFailure?: InputMaybe<OnFailure>;
  phone?: InputMaybe<Scalars['String']['input']>;
  /** System ids; absent: all that hold it, or all connected ones for a new contact. */
  systems?: InputMaybe<Array<Scalars['ID']['input']>>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  waitFor?: InputMaybe<WaitFor>;
  website?: InputMaybe<Scalars['String']['input']>;
};

/** One try of one call to a system, kept while its connection was verbose. Secrets and whatever may be a person's are hidden. */
export type UpstreamCall = {
  __typename?: 'UpstreamCall';
  at: Scalars['DateTime']['output'];
  /** What it was made for: the id of a delivery or a run, or the correlation id of a caller's request. */
  correlationId: Scalars['ID']['output'];
  /** Why no answer came. */
  error: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  method: Scalars['String']['output'];
  milliseconds: Scalars['Int']['output'];
  /** With its query. */
  path: Scalars['String']['output'];
  /** `{ headers, body }`: headers that tell nothing of anybody, and the shape of the body with ids, states, counts, times and error texts; cut where it is large. */
  request: Maybe<Scalars['JSON']['output']>;
  /** As in `request`; null where no answer came. */
  response: Maybe<Scalars['JSON']['output']>;
  /** Null where no answer came. */
  status: Maybe<Scalars['Int']['output']>;
  system: System;
};

/** A page of upstream calls. */
export type UpstreamCallConnection = {
  __typename?: 'UpstreamCallConnection';
  edges: Array<UpstreamCallEdge>;
  /** The edges' nodes. */
  nodes: Array<UpstreamCall>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of upstream calls. */
export type UpstreamCallEdge = {
  __typename?: 'UpstreamCallEdge';
  /** Stable; goes into `after` or `before`. */
  cursor: Scalars['String']['output'];
  node: UpstreamCall;
};

/** What is wrong with an input. Nothing was written. */
export type UserError = {
  __typename?: 'UserError';
  /** Stable; to decide by. */
  code: Scalars['String']['output'];
  /** For people: what is wrong and what would be right. */
  message: Scalars['String']['output'];
  /** The input field, from the argument's name down. */
  path: Maybe<Array<Scalars['String']['output']>>;
};

/** A merged thing at one moment, with who made it so and why. */
export type Version = {
  __typename?: 'Version';
  actor: Maybe<Scalars['String']['output']>;
  at: Scalars['DateTime']['output'];
  /**
   * What changed, field by field. Besides fields: `records` and `contact` where a person moved a record or what hangs on it,
   * `deleted` and `mergedInto` where it ended or came back.
   */
  changes: Array<FieldChange>;
  /** The same for everything that came of one cause. */
  correlationId: Scalars['ID']['output'];
  /** All fields as they then were. */
  fields: Scalars['JSON']['output'];
  /** A system's id, or gateway for a caller's mutation. */
  origin: Scalars['String']['output'];
  /** Counted from 1 for each thing. */
  version: Scalars['Int']['output'];
  /** What it was done for, in words; null where the origin says it all. */
  why: Maybe<Scalars['String']['output']>;
};

/** A page of versions. */
export type VersionConnection = {
  __typename?: 'VersionConnection';
  edges: Array<VersionEdge>;
  /** The edges' nodes. */
  nodes: Array<Version>;
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One place on a page of versions. */
export type VersionEdge = {
  __typename?: 'VersionEdge';
  /** Stable; goes into `after`. */
  cursor: Scalars['String']['output'];
  node: Version;
};

/** Who asks. */
export type Viewer = {
  __typename?: 'Viewer';
  /** An API key's id, or `jwt:` with a token's subject; null for anybody, where the gateway is open. */
  id: Maybe<Scalars['ID']['output']>;
  /** What people call it. */
  name: Scalars['String']['output'];
  /** With all that they include. */
  scopes: Array<Scalars['String']['output']>;
  /** The one whose data is seen; there is no way to another. */
  workspace: Scalars['ID']['output'];
};

/** How long a mutation waits before it answers. */
export type WaitFor =
  /** Answers as soon as the change is durable; the systems are written to afterwards. */
  | 'ACCEPTED'
  /** Answers when every system was tried once. */
  | 'FIRST_ATTEMPT';

/** One customer's connections, mappings, rules, data and events; nothing of it is seen from another one. */
export type Workspace = {
  __typename?: 'Workspace';
  /** Null for the one that the environment describes. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Stands in the addresses of its webhooks. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AlertModel )
    | ( AlertRuleModel )
    | ( AlertTargetModel )
    | ( EntityModel )
    | ( ConflictModel )
    | ( EntityModel )
    | ( DeliveryModel )
    | ( EntityModel )
    | ( ProposalModel )
    | ( RuleModel )
    | ( FiringModel )
    | ( EventModel )
    | ( RunModel )
    | ( EntityModel )
    | ( EntityModel )
  ;
  Synced:
    | ( EntityModel )
    | ( EntityModel )
    | ( EntityModel )
    | ( EntityModel )
    | ( EntityModel )
  ;
  TimelineItem:
    | ( EntityModel )
    | ( EntityModel )
    | ( EventModel )
    | ( EntityModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivityHour: ResolverTypeWrapper<ActivityHour>;
  Address: ResolverTypeWrapper<Address>;
  AddressInput: AddressInput;
  Alert: ResolverTypeWrapper<AlertModel>;
  AlertConnection: ResolverTypeWrapper<Omit<AlertConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AlertEdge']>, nodes: Array<ResolversTypes['Alert']> }>;
  AlertEdge: ResolverTypeWrapper<Omit<AlertEdge, 'node'> & { node: ResolversTypes['Alert'] }>;
  AlertRule: ResolverTypeWrapper<AlertRuleModel>;
  AlertRulePayload: ResolverTypeWrapper<Omit<AlertRulePayload, 'alertRule'> & { alertRule?: Maybe<ResolversTypes['AlertRule']> }>;
  AlertTarget: ResolverTypeWrapper<AlertTargetModel>;
  AlertTargetPayload: ResolverTypeWrapper<Omit<AlertTargetPayload, 'alertTarget'> & { alertTarget?: Maybe<ResolversTypes['AlertTarget']> }>;
  AlertVia: AlertVia;
  ApiKey: ResolverTypeWrapper<ApiKeyModel>;
  ApplyTemplateInput: ApplyTemplateInput;
  ApplyTemplatePayload: ResolverTypeWrapper<Omit<ApplyTemplatePayload, 'changes'> & { changes: Array<ResolversTypes['MappingTemplateChange']> }>;
  Appointment: ResolverTypeWrapper<EntityModel>;
  AppointmentConnection: ResolverTypeWrapper<Omit<AppointmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AppointmentEdge']>, nodes: Array<ResolversTypes['Appointment']> }>;
  AppointmentEdge: ResolverTypeWrapper<Omit<AppointmentEdge, 'node'> & { node: ResolversTypes['Appointment'] }>;
  AppointmentFilter: AppointmentFilter;
  AppointmentPayload: ResolverTypeWrapper<Omit<AppointmentPayload, 'appointment' | 'receipts'> & { appointment?: Maybe<ResolversTypes['Appointment']>, receipts: Array<ResolversTypes['Receipt']> }>;
  AppointmentStatus: AppointmentStatus;
  ApproveMergesInput: ApproveMergesInput;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  AuditEntryConnection: ResolverTypeWrapper<Omit<AuditEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AuditEntryEdge']>, nodes: Array<ResolversTypes['AuditEntry']> }>;
  AuditEntryEdge: ResolverTypeWrapper<Omit<AuditEntryEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  AuditFilter: AuditFilter;
  AuditOutcome: AuditOutcome;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Budget: ResolverTypeWrapper<Budget>;
  Business: ResolverTypeWrapper<BusinessModel>;
  Capability: ResolverTypeWrapper<Capability>;
  ChangeFeed: ChangeFeed;
  CompleteTaskInput: CompleteTaskInput;
  Conflict: ResolverTypeWrapper<ConflictModel>;
  ConflictConnection: ResolverTypeWrapper<Omit<ConflictConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ConflictEdge']>, nodes: Array<ResolversTypes['Conflict']> }>;
  ConflictEdge: ResolverTypeWrapper<Omit<ConflictEdge, 'node'> & { node: ResolversTypes['Conflict'] }>;
  ConflictPayload: ResolverTypeWrapper<Omit<ConflictPayload, 'conflict' | 'receipts'> & { conflict?: Maybe<ResolversTypes['Conflict']>, receipts: Array<ResolversTypes['Receipt']> }>;
  ConflictValue: ResolverTypeWrapper<ConflictValue>;
  ConnectSystemInput: ConnectSystemInput;
  ConnectSystemPayload: ResolverTypeWrapper<Omit<ConnectSystemPayload, 'system'> & { system?: Maybe<ResolversTypes['System']> }>;
  ConnectionCheck: ResolverTypeWrapper<ConnectionCheck>;
  ConnectionOrigin: ConnectionOrigin;
  ConnectionSetting: ResolverTypeWrapper<ConnectionSetting>;
  Contact: ResolverTypeWrapper<EntityModel>;
  ContactBy: ContactBy;
  ContactConnection: ResolverTypeWrapper<Omit<ContactConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ContactEdge']>, nodes: Array<ResolversTypes['Contact']> }>;
  ContactEdge: ResolverTypeWrapper<Omit<ContactEdge, 'node'> & { node: ResolversTypes['Contact'] }>;
  ContactFilter: ContactFilter;
  ContactOrder: ContactOrder;
  ContactOrderField: ContactOrderField;
  ContactPayload: ResolverTypeWrapper<Omit<ContactPayload, 'contact' | 'receipts'> & { contact?: Maybe<ResolversTypes['Contact']>, receipts: Array<ResolversTypes['Receipt']> }>;
  CreateAlertTargetInput: CreateAlertTargetInput;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  CreateAppointmentInput: CreateAppointmentInput;
  CreateContactInput: CreateContactInput;
  CreateNoteInput: CreateNoteInput;
  CreateRuleInput: CreateRuleInput;
  CreateTaskInput: CreateTaskInput;
  CreateWorkspaceInput: CreateWorkspaceInput;
  CreateWorkspacePayload: ResolverTypeWrapper<Omit<CreateWorkspacePayload, 'workspace'> & { workspace?: Maybe<ResolversTypes['Workspace']> }>;
  CustomField: ResolverTypeWrapper<CustomField>;
  CustomFieldInput: CustomFieldInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteAlertTargetPayload: ResolverTypeWrapper<DeleteAlertTargetPayload>;
  DeleteInput: DeleteInput;
  DeleteMode: DeleteMode;
  DeleteRulePayload: ResolverTypeWrapper<DeleteRulePayload>;
  Delivery: ResolverTypeWrapper<DeliveryModel>;
  DeliveryConnection: ResolverTypeWrapper<Omit<DeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DeliveryEdge']>, nodes: Array<ResolversTypes['Delivery']> }>;
  DeliveryEdge: ResolverTypeWrapper<Omit<DeliveryEdge, 'node'> & { node: ResolversTypes['Delivery'] }>;
  DeliveryFilter: DeliveryFilter;
  DeliveryPayload: ResolverTypeWrapper<Omit<DeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversTypes['Delivery']> }>;
  Direction: Direction;
  DisconnectSystemPayload: ResolverTypeWrapper<Omit<DisconnectSystemPayload, 'system'> & { system?: Maybe<ResolversTypes['System']> }>;
  DryRunCost: ResolverTypeWrapper<DryRunCostModel>;
  DryRunExample: ResolverTypeWrapper<DryRunExampleModel>;
  DryRunFailure: ResolverTypeWrapper<DryRunFailure>;
  DryRunMappingInput: DryRunMappingInput;
  DryRunMappingPayload: ResolverTypeWrapper<Omit<DryRunMappingPayload, 'result'> & { result?: Maybe<ResolversTypes['MappingDryRun']> }>;
  DryRunReason: ResolverTypeWrapper<DryRunReason>;
  DryRunRuleInput: DryRunRuleInput;
  DryRunRulePayload: ResolverTypeWrapper<Omit<DryRunRulePayload, 'dryRun'> & { dryRun?: Maybe<ResolversTypes['RuleDryRun']> }>;
  EntityField: ResolverTypeWrapper<EntityFieldModel>;
  EntityFieldType: EntityFieldType;
  EntityType: EntityType;
  FieldChange: ResolverTypeWrapper<FieldChange>;
  FieldKnowledge: FieldKnowledge;
  FieldPreview: ResolverTypeWrapper<FieldPreview>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HealthState: HealthState;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImportConfigurationPayload: ResolverTypeWrapper<ImportConfigurationPayload>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InwardPreview: ResolverTypeWrapper<InwardPreview>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LinkRecordsInput: LinkRecordsInput;
  Mapping: ResolverTypeWrapper<MappingModel>;
  MappingConnection: ResolverTypeWrapper<Omit<MappingConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MappingEdge']>, nodes: Array<ResolversTypes['Mapping']> }>;
  MappingDiff: ResolverTypeWrapper<MappingDiff>;
  MappingDirection: MappingDirection;
  MappingDryRun: ResolverTypeWrapper<Omit<MappingDryRun, 'costs' | 'examples'> & { costs: Array<ResolversTypes['DryRunCost']>, examples: Array<ResolversTypes['DryRunExample']> }>;
  MappingEdge: ResolverTypeWrapper<Omit<MappingEdge, 'node'> & { node: ResolversTypes['Mapping'] }>;
  MappingEffect: ResolverTypeWrapper<MappingEffect>;
  MappingOccasion: MappingOccasion;
  MappingPayload: ResolverTypeWrapper<Omit<MappingPayload, 'mapping' | 'run'> & { mapping?: Maybe<ResolversTypes['Mapping']>, run?: Maybe<ResolversTypes['SyncRun']> }>;
  MappingRow: ResolverTypeWrapper<MappingRow>;
  MappingRowChange: ResolverTypeWrapper<MappingRowChange>;
  MappingTemplate: ResolverTypeWrapper<MappingTemplateModel>;
  MappingTemplateChange: ResolverTypeWrapper<MappingTemplateChangeModel>;
  MappingTemplatePart: ResolverTypeWrapper<MappingTemplatePartModel>;
  MergeContactsInput: MergeContactsInput;
  MergePlanPayload: ResolverTypeWrapper<Omit<MergePlanPayload, 'summary'> & { summary: ResolversTypes['MergePlanSummary'] }>;
  MergePlanSummary: ResolverTypeWrapper<Omit<MergePlanSummary, 'systems'> & { systems: Array<ResolversTypes['MergePlanSystem']> }>;
  MergePlanSystem: ResolverTypeWrapper<MergePlanSystemModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MuteAlertRuleInput: MuteAlertRuleInput;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Note: ResolverTypeWrapper<EntityModel>;
  NoteConnection: ResolverTypeWrapper<Omit<NoteConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['NoteEdge']>, nodes: Array<ResolversTypes['Note']> }>;
  NoteEdge: ResolverTypeWrapper<Omit<NoteEdge, 'node'> & { node: ResolversTypes['Note'] }>;
  NoteFilter: NoteFilter;
  NotePayload: ResolverTypeWrapper<Omit<NotePayload, 'note' | 'receipts'> & { note?: Maybe<ResolversTypes['Note']>, receipts: Array<ResolversTypes['Receipt']> }>;
  OnFailure: OnFailure;
  OutwardPreview: ResolverTypeWrapper<OutwardPreview>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Policy: ResolverTypeWrapper<PolicyModel>;
  PolicyPayload: ResolverTypeWrapper<Omit<PolicyPayload, 'policy'> & { policy?: Maybe<ResolversTypes['Policy']> }>;
  PreviewMappingInput: PreviewMappingInput;
  PreviewMappingPayload: ResolverTypeWrapper<Omit<PreviewMappingPayload, 'records'> & { records: Array<ResolversTypes['RecordPreview']> }>;
  PreviewStep: ResolverTypeWrapper<PreviewStep>;
  Problem: ResolverTypeWrapper<Problem>;
  Proposal: ResolverTypeWrapper<ProposalModel>;
  ProposalConnection: ResolverTypeWrapper<Omit<ProposalConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProposalEdge']>, nodes: Array<ResolversTypes['Proposal']> }>;
  ProposalEdge: ResolverTypeWrapper<Omit<ProposalEdge, 'node'> & { node: ResolversTypes['Proposal'] }>;
  ProposalState: ProposalState;
  QuarantinedRecord: ResolverTypeWrapper<QuarantinedModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Receipt: ResolverTypeWrapper<DeliveryModel>;
  ReceiptStatus: ReceiptStatus;
  RecordField: ResolverTypeWrapper<RecordFieldModel>;
  RecordFieldType: RecordFieldType;
  RecordPreview: ResolverTypeWrapper<Omit<RecordPreview, 'entity'> & { entity?: Maybe<ResolversTypes['Synced']> }>;
  RecordRef: RecordRef;
  RecordState: RecordState;
  RejectMergesInput: RejectMergesInput;
  ReleaseRecordInput: ReleaseRecordInput;
  ReleaseRecordPayload: ResolverTypeWrapper<Omit<ReleaseRecordPayload, 'entity'> & { entity?: Maybe<ResolversTypes['Synced']> }>;
  ResolveConflictInput: ResolveConflictInput;
  Retention: ResolverTypeWrapper<Retention>;
  RetentionPayload: ResolverTypeWrapper<RetentionPayload>;
  RevertInput: RevertInput;
  RevertPayload: ResolverTypeWrapper<Omit<RevertPayload, 'entity' | 'receipts'> & { entity?: Maybe<ResolversTypes['Synced']>, receipts: Array<ResolversTypes['Receipt']> }>;
  RevokeApiKeyPayload: ResolverTypeWrapper<Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  RollbackMappingInput: RollbackMappingInput;
  RollbackRuleInput: RollbackRuleInput;
  Rule: ResolverTypeWrapper<RuleModel>;
  RuleDryRun: ResolverTypeWrapper<RuleDryRunModel>;
  RuleDryRunExample: ResolverTypeWrapper<RuleDryRunExampleModel>;
  RuleFiring: ResolverTypeWrapper<FiringModel>;
  RuleFiringConnection: ResolverTypeWrapper<Omit<RuleFiringConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RuleFiringEdge']>, nodes: Array<ResolversTypes['RuleFiring']> }>;
  RuleFiringEdge: ResolverTypeWrapper<Omit<RuleFiringEdge, 'node'> & { node: ResolversTypes['RuleFiring'] }>;
  RuleFiringState: RuleFiringState;
  RulePayload: ResolverTypeWrapper<Omit<RulePayload, 'rule'> & { rule?: Maybe<ResolversTypes['Rule']> }>;
  RuleVersion: ResolverTypeWrapper<RuleVersionModel>;
  SaveMappingInput: SaveMappingInput;
  SetAlertRuleInput: SetAlertRuleInput;
  SetPolicyInput: SetPolicyInput;
  SetRetentionInput: SetRetentionInput;
  SetVerboseInput: SetVerboseInput;
  SetVerbosePayload: ResolverTypeWrapper<Omit<SetVerbosePayload, 'system'> & { system?: Maybe<ResolversTypes['System']> }>;
  SettingInput: SettingInput;
  SpreadInput: SpreadInput;
  SpreadMode: SpreadMode;
  SpreadPayload: ResolverTypeWrapper<SpreadPayload>;
  StartSyncInput: StartSyncInput;
  StartSyncPayload: ResolverTypeWrapper<Omit<StartSyncPayload, 'summary'> & { summary: ResolversTypes['MergePlanSummary'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SyncContactInput: SyncContactInput;
  SyncEstimate: ResolverTypeWrapper<Omit<SyncEstimate, 'systems'> & { systems: Array<ResolversTypes['SystemEstimate']> }>;
  SyncEvent: ResolverTypeWrapper<EventModel>;
  SyncEventConnection: ResolverTypeWrapper<Omit<SyncEventConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SyncEventEdge']>, nodes: Array<ResolversTypes['SyncEvent']> }>;
  SyncEventEdge: ResolverTypeWrapper<Omit<SyncEventEdge, 'node'> & { node: ResolversTypes['SyncEvent'] }>;
  SyncEventFilter: SyncEventFilter;
  SyncEventKind: SyncEventKind;
  SyncNowInput: SyncNowInput;
  SyncRun: ResolverTypeWrapper<RunModel>;
  SyncRunConnection: ResolverTypeWrapper<Omit<SyncRunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SyncRunEdge']>, nodes: Array<ResolversTypes['SyncRun']> }>;
  SyncRunEdge: ResolverTypeWrapper<Omit<SyncRunEdge, 'node'> & { node: ResolversTypes['SyncRun'] }>;
  SyncRunFilter: SyncRunFilter;
  SyncRunPayload: ResolverTypeWrapper<Omit<SyncRunPayload, 'estimate' | 'runs'> & { estimate?: Maybe<ResolversTypes['SyncEstimate']>, runs: Array<ResolversTypes['SyncRun']> }>;
  SyncRunState: SyncRunState;
  Synced: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Synced']>;
  System: ResolverTypeWrapper<SystemModel>;
  SystemConnection: ResolverTypeWrapper<SystemConnectionModel>;
  SystemEstimate: ResolverTypeWrapper<Omit<SystemEstimate, 'system'> & { system: ResolversTypes['System'] }>;
  SystemHealth: ResolverTypeWrapper<SystemHealth>;
  SystemRecord: ResolverTypeWrapper<RecordModel>;
  Tag: ResolverTypeWrapper<EntityModel>;
  TagConnection: ResolverTypeWrapper<Omit<TagConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TagEdge']>, nodes: Array<ResolversTypes['Tag']> }>;
  TagContactInput: TagContactInput;
  TagEdge: ResolverTypeWrapper<Omit<TagEdge, 'node'> & { node: ResolversTypes['Tag'] }>;
  Task: ResolverTypeWrapper<EntityModel>;
  TaskConnection: ResolverTypeWrapper<Omit<TaskConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TaskEdge']>, nodes: Array<ResolversTypes['Task']> }>;
  TaskEdge: ResolverTypeWrapper<Omit<TaskEdge, 'node'> & { node: ResolversTypes['Task'] }>;
  TaskFilter: TaskFilter;
  TaskPayload: ResolverTypeWrapper<Omit<TaskPayload, 'receipts' | 'task'> & { receipts: Array<ResolversTypes['Receipt']>, task?: Maybe<ResolversTypes['Task']> }>;
  TestAlertTargetPayload: ResolverTypeWrapper<TestAlertTargetPayload>;
  TimelineConnection: ResolverTypeWrapper<Omit<TimelineConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TimelineEdge']>, nodes: Array<ResolversTypes['TimelineItem']> }>;
  TimelineEdge: ResolverTypeWrapper<Omit<TimelineEdge, 'node'> & { node: ResolversTypes['TimelineItem'] }>;
  TimelineItem: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['TimelineItem']>;
  TypeEstimate: ResolverTypeWrapper<TypeEstimate>;
  UpdateAlertTargetInput: UpdateAlertTargetInput;
  UpdateAppointmentInput: UpdateAppointmentInput;
  UpdateContactInput: UpdateContactInput;
  UpdateNoteInput: UpdateNoteInput;
  UpdateRuleInput: UpdateRuleInput;
  UpdateTaskInput: UpdateTaskInput;
  UpsertContactInput: UpsertContactInput;
  UpstreamCall: ResolverTypeWrapper<CallModel>;
  UpstreamCallConnection: ResolverTypeWrapper<Omit<UpstreamCallConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['UpstreamCallEdge']>, nodes: Array<ResolversTypes['UpstreamCall']> }>;
  UpstreamCallEdge: ResolverTypeWrapper<Omit<UpstreamCallEdge, 'node'> & { node: ResolversTypes['UpstreamCall'] }>;
  UserError: ResolverTypeWrapper<UserError>;
  Version: ResolverTypeWrapper<VersionModel>;
  VersionConnection: ResolverTypeWrapper<Omit<VersionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['VersionEdge']>, nodes: Array<ResolversTypes['Version']> }>;
  VersionEdge: ResolverTypeWrapper<Omit<VersionEdge, 'node'> & { node: ResolversTypes['Version'] }>;
  Viewer: ResolverTypeWrapper<Caller>;
  WaitFor: WaitFor;
  Workspace: ResolverTypeWrapper<WorkspaceModel>;
  federation__Scope: ResolverTypeWrapper<Scalars['federation__Scope']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivityHour: ActivityHour;
  Address: Address;
  AddressInput: AddressInput;
  Alert: AlertModel;
  AlertConnection: Omit<AlertConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AlertEdge']>, nodes: Array<ResolversParentTypes['Alert']> };
  AlertEdge: Omit<AlertEdge, 'node'> & { node: ResolversParentTypes['Alert'] };
  AlertRule: AlertRuleModel;
  AlertRulePayload: Omit<AlertRulePayload, 'alertRule'> & { alertRule?: Maybe<ResolversParentTypes['AlertRule']> };
  AlertTarget: AlertTargetModel;
  AlertTargetPayload: Omit<AlertTargetPayload, 'alertTarget'> & { alertTarget?: Maybe<ResolversParentTypes['AlertTarget']> };
  ApiKey: ApiKeyModel;
  ApplyTemplateInput: ApplyTemplateInput;
  ApplyTemplatePayload: Omit<ApplyTemplatePayload, 'changes'> & { changes: Array<ResolversParentTypes['MappingTemplateChange']> };
  Appointment: EntityModel;
  AppointmentConnection: Omit<AppointmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AppointmentEdge']>, nodes: Array<ResolversParentTypes['Appointment']> };
  AppointmentEdge: Omit<AppointmentEdge, 'node'> & { node: ResolversParentTypes['Appointment'] };
  AppointmentFilter: AppointmentFilter;
  AppointmentPayload: Omit<AppointmentPayload, 'appointment' | 'receipts'> & { appointment?: Maybe<ResolversParentTypes['Appointment']>, receipts: Array<ResolversParentTypes['Receipt']> };
  ApproveMergesInput: ApproveMergesInput;
  AuditEntry: AuditEntryModel;
  AuditEntryConnection: Omit<AuditEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AuditEntryEdge']>, nodes: Array<ResolversParentTypes['AuditEntry']> };
  AuditEntryEdge: Omit<AuditEntryEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  AuditFilter: AuditFilter;
  Boolean: Scalars['Boolean']['output'];
  Budget: Budget;
  Business: BusinessModel;
  Capability: Capability;
  CompleteTaskInput: CompleteTaskInput;
  Conflict: ConflictModel;
  ConflictConnection: Omit<ConflictConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ConflictEdge']>, nodes: Array<ResolversParentTypes['Conflict']> };
  ConflictEdge: Omit<ConflictEdge, 'node'> & { node: ResolversParentTypes['Conflict'] };
  ConflictPayload: Omit<ConflictPayload, 'conflict' | 'receipts'> & { conflict?: Maybe<ResolversParentTypes['Conflict']>, receipts: Array<ResolversParentTypes['Receipt']> };
  ConflictValue: ConflictValue;
  ConnectSystemInput: ConnectSystemInput;
  ConnectSystemPayload: Omit<ConnectSystemPayload, 'system'> & { system?: Maybe<ResolversParentTypes['System']> };
  ConnectionCheck: ConnectionCheck;
  ConnectionSetting: ConnectionSetting;
  Contact: EntityModel;
  ContactBy: ContactBy;
  ContactConnection: Omit<ContactConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ContactEdge']>, nodes: Array<ResolversParentTypes['Contact']> };
  ContactEdge: Omit<ContactEdge, 'node'> & { node: ResolversParentTypes['Contact'] };
  ContactFilter: ContactFilter;
  ContactOrder: ContactOrder;
  ContactPayload: Omit<ContactPayload, 'contact' | 'receipts'> & { contact?: Maybe<ResolversParentTypes['Contact']>, receipts: Array<ResolversParentTypes['Receipt']> };
  CreateAlertTargetInput: CreateAlertTargetInput;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  CreateAppointmentInput: CreateAppointmentInput;
  CreateContactInput: CreateContactInput;
  CreateNoteInput: CreateNoteInput;
  CreateRuleInput: CreateRuleInput;
  CreateTaskInput: CreateTaskInput;
  CreateWorkspaceInput: CreateWorkspaceInput;
  CreateWorkspacePayload: Omit<CreateWorkspacePayload, 'workspace'> & { workspace?: Maybe<ResolversParentTypes['Workspace']> };
  CustomField: CustomField;
  CustomFieldInput: CustomFieldInput;
  DateTime: Scalars['DateTime']['output'];
  DeleteAlertTargetPayload: DeleteAlertTargetPayload;
  DeleteInput: DeleteInput;
  DeleteRulePayload: DeleteRulePayload;
  Delivery: DeliveryModel;
  DeliveryConnection: Omit<DeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DeliveryEdge']>, nodes: Array<ResolversParentTypes['Delivery']> };
  DeliveryEdge: Omit<DeliveryEdge, 'node'> & { node: ResolversParentTypes['Delivery'] };
  DeliveryFilter: DeliveryFilter;
  DeliveryPayload: Omit<DeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['Delivery']> };
  DisconnectSystemPayload: Omit<DisconnectSystemPayload, 'system'> & { system?: Maybe<ResolversParentTypes['System']> };
  DryRunCost: DryRunCostModel;
  DryRunExample: DryRunExampleModel;
  DryRunFailure: DryRunFailure;
  DryRunMappingInput: DryRunMappingInput;
  DryRunMappingPayload: Omit<DryRunMappingPayload, 'result'> & { result?: Maybe<ResolversParentTypes['MappingDryRun']> };
  DryRunReason: DryRunReason;
  DryRunRuleInput: DryRunRuleInput;
  DryRunRulePayload: Omit<DryRunRulePayload, 'dryRun'> & { dryRun?: Maybe<ResolversParentTypes['RuleDryRun']> };
  EntityField: EntityFieldModel;
  FieldChange: FieldChange;
  FieldPreview: FieldPreview;
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  ImportConfigurationPayload: ImportConfigurationPayload;
  Int: Scalars['Int']['output'];
  InwardPreview: InwardPreview;
  JSON: Scalars['JSON']['output'];
  LinkRecordsInput: LinkRecordsInput;
  Mapping: MappingModel;
  MappingConnection: Omit<MappingConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MappingEdge']>, nodes: Array<ResolversParentTypes['Mapping']> };
  MappingDiff: MappingDiff;
  MappingDryRun: Omit<MappingDryRun, 'costs' | 'examples'> & { costs: Array<ResolversParentTypes['DryRunCost']>, examples: Array<ResolversParentTypes['DryRunExample']> };
  MappingEdge: Omit<MappingEdge, 'node'> & { node: ResolversParentTypes['Mapping'] };
  MappingEffect: MappingEffect;
  MappingPayload: Omit<MappingPayload, 'mapping' | 'run'> & { mapping?: Maybe<ResolversParentTypes['Mapping']>, run?: Maybe<ResolversParentTypes['SyncRun']> };
  MappingRow: MappingRow;
  MappingRowChange: MappingRowChange;
  MappingTemplate: MappingTemplateModel;
  MappingTemplateChange: MappingTemplateChangeModel;
  MappingTemplatePart: MappingTemplatePartModel;
  MergeContactsInput: MergeContactsInput;
  MergePlanPayload: Omit<MergePlanPayload, 'summary'> & { summary: ResolversParentTypes['MergePlanSummary'] };
  MergePlanSummary: Omit<MergePlanSummary, 'systems'> & { systems: Array<ResolversParentTypes['MergePlanSystem']> };
  MergePlanSystem: MergePlanSystemModel;
  Mutation: Record<PropertyKey, never>;
  MuteAlertRuleInput: MuteAlertRuleInput;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Note: EntityModel;
  NoteConnection: Omit<NoteConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['NoteEdge']>, nodes: Array<ResolversParentTypes['Note']> };
  NoteEdge: Omit<NoteEdge, 'node'> & { node: ResolversParentTypes['Note'] };
  NoteFilter: NoteFilter;
  NotePayload: Omit<NotePayload, 'note' | 'receipts'> & { note?: Maybe<ResolversParentTypes['Note']>, receipts: Array<ResolversParentTypes['Receipt']> };
  OutwardPreview: OutwardPreview;
  PageInfo: PageInfo;
  Policy: PolicyModel;
  PolicyPayload: Omit<PolicyPayload, 'policy'> & { policy?: Maybe<ResolversParentTypes['Policy']> };
  PreviewMappingInput: PreviewMappingInput;
  PreviewMappingPayload: Omit<PreviewMappingPayload, 'records'> & { records: Array<ResolversParentTypes['RecordPreview']> };
  PreviewStep: PreviewStep;
  Problem: Problem;
  Proposal: ProposalModel;
  ProposalConnection: Omit<ProposalConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProposalEdge']>, nodes: Array<ResolversParentTypes['Proposal']> };
  ProposalEdge: Omit<ProposalEdge, 'node'> & { node: ResolversParentTypes['Proposal'] };
  QuarantinedRecord: QuarantinedModel;
  Query: Record<PropertyKey, never>;
  Receipt: DeliveryModel;
  RecordField: RecordFieldModel;
  RecordPreview: Omit<RecordPreview, 'entity'> & { entity?: Maybe<ResolversParentTypes['Synced']> };
  RecordRef: RecordRef;
  RejectMergesInput: RejectMergesInput;
  ReleaseRecordInput: ReleaseRecordInput;
  ReleaseRecordPayload: Omit<ReleaseRecordPayload, 'entity'> & { entity?: Maybe<ResolversParentTypes['Synced']> };
  ResolveConflictInput: ResolveConflictInput;
  Retention: Retention;
  RetentionPayload: RetentionPayload;
  RevertInput: RevertInput;
  RevertPayload: Omit<RevertPayload, 'entity' | 'receipts'> & { entity?: Maybe<ResolversParentTypes['Synced']>, receipts: Array<ResolversParentTypes['Receipt']> };
  RevokeApiKeyPayload: Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  RollbackMappingInput: RollbackMappingInput;
  RollbackRuleInput: RollbackRuleInput;
  Rule: RuleModel;
  RuleDryRun: RuleDryRunModel;
  RuleDryRunExample: RuleDryRunExampleModel;
  RuleFiring: FiringModel;
  RuleFiringConnection: Omit<RuleFiringConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RuleFiringEdge']>, nodes: Array<ResolversParentTypes['RuleFiring']> };
  RuleFiringEdge: Omit<RuleFiringEdge, 'node'> & { node: ResolversParentTypes['RuleFiring'] };
  RulePayload: Omit<RulePayload, 'rule'> & { rule?: Maybe<ResolversParentTypes['Rule']> };
  RuleVersion: RuleVersionModel;
  SaveMappingInput: SaveMappingInput;
  SetAlertRuleInput: SetAlertRuleInput;
  SetPolicyInput: SetPolicyInput;
  SetRetentionInput: SetRetentionInput;
  SetVerboseInput: SetVerboseInput;
  SetVerbosePayload: Omit<SetVerbosePayload, 'system'> & { system?: Maybe<ResolversParentTypes['System']> };
  SettingInput: SettingInput;
  SpreadInput: SpreadInput;
  SpreadPayload: SpreadPayload;
  StartSyncInput: StartSyncInput;
  StartSyncPayload: Omit<StartSyncPayload, 'summary'> & { summary: ResolversParentTypes['MergePlanSummary'] };
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SyncContactInput: SyncContactInput;
  SyncEstimate: Omit<SyncEstimate, 'systems'> & { systems: Array<ResolversParentTypes['SystemEstimate']> };
  SyncEvent: EventModel;
  SyncEventConnection: Omit<SyncEventConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SyncEventEdge']>, nodes: Array<ResolversParentTypes['SyncEvent']> };
  SyncEventEdge: Omit<SyncEventEdge, 'node'> & { node: ResolversParentTypes['SyncEvent'] };
  SyncEventFilter: SyncEventFilter;
  SyncNowInput: SyncNowInput;
  SyncRun: RunModel;
  SyncRunConnection: Omit<SyncRunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SyncRunEdge']>, nodes: Array<ResolversParentTypes['SyncRun']> };
  SyncRunEdge: Omit<SyncRunEdge, 'node'> & { node: ResolversParentTypes['SyncRun'] };
  SyncRunFilter: SyncRunFilter;
  SyncRunPayload: Omit<SyncRunPayload, 'estimate' | 'runs'> & { estimate?: Maybe<ResolversParentTypes['SyncEstimate']>, runs: Array<ResolversParentTypes['SyncRun']> };
  Synced: ResolversInterfaceTypes<ResolversParentTypes>['Synced'];
  System: SystemModel;
  SystemConnection: SystemConnectionModel;
  SystemEstimate: Omit<SystemEstimate, 'system'> & { system: ResolversParentTypes['System'] };
  SystemHealth: SystemHealth;
  SystemRecord: RecordModel;
  Tag: EntityModel;
  TagConnection: Omit<TagConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TagEdge']>, nodes: Array<ResolversParentTypes['Tag']> };
  TagContactInput: TagContactInput;
  TagEdge: Omit<TagEdge, 'node'> & { node: ResolversParentTypes['Tag'] };
  Task: EntityModel;
  TaskConnection: Omit<TaskConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TaskEdge']>, nodes: Array<ResolversParentTypes['Task']> };
  TaskEdge: Omit<TaskEdge, 'node'> & { node: ResolversParentTypes['Task'] };
  TaskFilter: TaskFilter;
  TaskPayload: Omit<TaskPayload, 'receipts' | 'task'> & { receipts: Array<ResolversParentTypes['Receipt']>, task?: Maybe<ResolversParentTypes['Task']> };
  TestAlertTargetPayload: TestAlertTargetPayload;
  TimelineConnection: Omit<TimelineConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TimelineEdge']>, nodes: Array<ResolversParentTypes['TimelineItem']> };
  TimelineEdge: Omit<TimelineEdge, 'node'> & { node: ResolversParentTypes['TimelineItem'] };
  TimelineItem: ResolversInterfaceTypes<ResolversParentTypes>['TimelineItem'];
  TypeEstimate: TypeEstimate;
  UpdateAlertTargetInput: UpdateAlertTargetInput;
  UpdateAppointmentInput: UpdateAppointmentInput;
  UpdateContactInput: UpdateContactInput;
  UpdateNoteInput: UpdateNoteInput;
  UpdateRuleInput: UpdateRuleInput;
  UpdateTaskInput: UpdateTaskInput;
  UpsertContactInput: UpsertContactInput;
  UpstreamCall: CallModel;
  UpstreamCallConnection: Omit<UpstreamCallConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['UpstreamCallEdge']>, nodes: Array<ResolversParentTypes['UpstreamCall']> };
  UpstreamCallEdge: Omit<UpstreamCallEdge, 'node'> & { node: ResolversParentTypes['UpstreamCall'] };
  UserError: UserError;
  Version: VersionModel;
  VersionConnection: Omit<VersionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['VersionEdge']>, nodes: Array<ResolversParentTypes['Version']> };
  VersionEdge: Omit<VersionEdge, 'node'> & { node: ResolversParentTypes['Version'] };
  Viewer: Caller;
  Workspace: WorkspaceModel;
  federation__Scope: Scalars['federation__Scope']['output'];
};

export type KeyDirectiveArgs = {
  fields: Scalars['String']['input'];
  resolvable?: Maybe<Scalars['Boolean']['input']>;
};

export type KeyDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = KeyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  import?: Maybe<Array<Scalars['String']['input']>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: Array<Array<Scalars['federation__Scope']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActivityHourResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActivityHour'] = ResolversParentTypes['ActivityHour']> = {
  changes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  county?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AlertResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recoveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['System']>, ParentType, ContextType>;
  told?: Resolver<Array<ResolversTypes['AlertTarget']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AlertConnection'] = ResolversParentTypes['AlertConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AlertEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Alert']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AlertEdge'] = ResolversParentTypes['AlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Alert'], ParentType, ContextType>;
};

export type AlertRuleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AlertRule'] = ResolversParentTypes['AlertRule']> = {
  condition?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  edited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mutedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shipped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  targets?: Resolver<Array<ResolversTypes['AlertTarget']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertRulePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AlertRulePayload'] = ResolversParentTypes['AlertRulePayload']> = {
  alertRule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AlertTargetResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AlertTarget'] = ResolversParentTypes['AlertTarget']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oldSecretUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recipients?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  via?: Resolver<ResolversTypes['AlertVia'], ParentType, ContextType>;
  whyOff?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertTargetPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AlertTargetPayload'] = ResolversParentTypes['AlertTargetPayload']> = {
  alertTarget?: Resolver<Maybe<ResolversTypes['AlertTarget']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApplyTemplatePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ApplyTemplatePayload'] = ResolversParentTypes['ApplyTemplatePayload']> = {
  applied?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['MappingTemplateChange']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AppointmentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment']> = {
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['SystemRecord']>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AppointmentStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['VersionConnection'], ParentType, ContextType, Partial<AppointmentVersionsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AppointmentConnection'] = ResolversParentTypes['AppointmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AppointmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Appointment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppointmentEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AppointmentEdge'] = ResolversParentTypes['AppointmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Appointment'], ParentType, ContextType>;
};

export type AppointmentPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AppointmentPayload'] = ResolversParentTypes['AppointmentPayload']> = {
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  receipts?: Resolver<Array<ResolversTypes['Receipt']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  askedFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AuditOutcome'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type BudgetResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Budget'] = ResolversParentTypes['Budget']> = {
  dailyLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dailyRemaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BusinessResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Business'] = ResolversParentTypes['Business']> = {
  contacts?: Resolver<ResolversTypes['ContactConnection'], ParentType, ContextType, Partial<BusinessContactsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CapabilityResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Capability'] = ResolversParentTypes['Capability']> = {
  changes?: Resolver<ResolversTypes['ChangeFeed'], ParentType, ContextType>;
  create?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  delete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  read?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EntityType'], ParentType, ContextType>;
  update?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  writableFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConflictResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Conflict'] = ResolversParentTypes['Conflict']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  base?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  chosen?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['Synced'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['ConflictValue']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConflictConnection'] = ResolversParentTypes['ConflictConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConflictEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConflictEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConflictEdge'] = ResolversParentTypes['ConflictEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conflict'], ParentType, ContextType>;
};

export type ConflictPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConflictPayload'] = ResolversParentTypes['ConflictPayload']> = {
  conflict?: Resolver<Maybe<ResolversTypes['Conflict']>, ParentType, ContextType>;
  receipts?: Resolver<Array<ResolversTypes['Receipt']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConflictValueResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConflictValue'] = ResolversParentTypes['ConflictValue']> = {
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type ConnectSystemPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConnectSystemPayload'] = ResolversParentTypes['ConnectSystemPayload']> = {
  checks?: Resolver<Array<ResolversTypes['ConnectionCheck']>, ParentType, ContextType>;
  connected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['System']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConnectionCheckResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConnectionCheck'] = ResolversParentTypes['ConnectionCheck']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConnectionSettingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ConnectionSetting'] = ResolversParentTypes['ConnectionSetting']> = {
  example?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isSet?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContactResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, Partial<ContactAppointmentsArgs>>;
  business?: Resolver<Maybe<ResolversTypes['Business']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customFields?: Resolver<Array<ResolversTypes['CustomField']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<ResolversTypes['NoteConnection'], ParentType, ContextType, Partial<ContactNotesArgs>>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['SystemRecord']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['Tag']>, ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<ContactTasksArgs>>;
  timeline?: Resolver<ResolversTypes['TimelineConnection'], ParentType, ContextType, Partial<ContactTimelineArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['VersionConnection'], ParentType, ContextType, Partial<ContactVersionsArgs>>;
  website?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ContactConnection'] = ResolversParentTypes['ContactConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ContactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Contact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContactEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ContactEdge'] = ResolversParentTypes['ContactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
};

export type ContactPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ContactPayload'] = ResolversParentTypes['ContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  receipts?: Resolver<Array<ResolversTypes['Receipt']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateApiKeyPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateWorkspacePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateWorkspacePayload'] = ResolversParentTypes['CreateWorkspacePayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export type CustomFieldResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CustomField'] = ResolversParentTypes['CustomField']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteAlertTargetPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteAlertTargetPayload'] = ResolversParentTypes['DeleteAlertTargetPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteRulePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteRulePayload'] = ResolversParentTypes['DeleteRulePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  calls?: Resolver<Array<ResolversTypes['UpstreamCall']>, ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['Synced']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['Problem']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReceiptStatus'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Delivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
};

export type DeliveryPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeliveryPayload'] = ResolversParentTypes['DeliveryPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DisconnectSystemPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DisconnectSystemPayload'] = ResolversParentTypes['DisconnectSystemPayload']> = {
  system?: Resolver<Maybe<ResolversTypes['System']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DryRunCostResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DryRunCost'] = ResolversParentTypes['DryRunCost']> = {
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  writes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DryRunExampleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DryRunExample'] = ResolversParentTypes['DryRunExample']> = {
  entity?: Resolver<Maybe<ResolversTypes['Synced']>, ParentType, ContextType>;
  inward?: Resolver<Array<ResolversTypes['MappingDiff']>, ParentType, ContextType>;
  outward?: Resolver<Array<ResolversTypes['MappingDiff']>, ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DryRunFailureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DryRunFailure'] = ResolversParentTypes['DryRunFailure']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DryRunMappingPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DryRunMappingPayload'] = ResolversParentTypes['DryRunMappingPayload']> = {
  result?: Resolver<Maybe<ResolversTypes['MappingDryRun']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DryRunReasonResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DryRunReason'] = ResolversParentTypes['DryRunReason']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DryRunRulePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DryRunRulePayload'] = ResolversParentTypes['DryRunRulePayload']> = {
  dryRun?: Resolver<Maybe<ResolversTypes['RuleDryRun']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EntityFieldResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EntityField'] = ResolversParentTypes['EntityField']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  systems?: Resolver<Array<ResolversTypes['System']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EntityFieldType'], ParentType, ContextType>;
  values?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  writable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FieldChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FieldChange'] = ResolversParentTypes['FieldChange']> = {
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FieldPreviewResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FieldPreview'] = ResolversParentTypes['FieldPreview']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  in?: Resolver<Maybe<ResolversTypes['InwardPreview']>, ParentType, ContextType>;
  out?: Resolver<Maybe<ResolversTypes['OutwardPreview']>, ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportConfigurationPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportConfigurationPayload'] = ResolversParentTypes['ImportConfigurationPayload']> = {
  applied?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type InwardPreviewResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['InwardPreview'] = ResolversParentTypes['InwardPreview']> = {
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['PreviewStep']>, ParentType, ContextType>;
  today?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MappingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mapping'] = ResolversParentTypes['Mapping']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['MappingRow']>, ParentType, ContextType>;
  shipped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EntityType'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MappingConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingConnection'] = ResolversParentTypes['MappingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MappingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Mapping']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MappingDiffResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingDiff'] = ResolversParentTypes['MappingDiff']> = {
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MappingDryRunResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingDryRun'] = ResolversParentTypes['MappingDryRun']> = {
  costs?: Resolver<Array<ResolversTypes['DryRunCost']>, ParentType, ContextType>;
  examples?: Resolver<Array<ResolversTypes['DryRunExample']>, ParentType, ContextType>;
  failing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<Array<ResolversTypes['DryRunFailure']>, ParentType, ContextType>;
  inward?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outward?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['DryRunReason']>, ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MappingEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingEdge'] = ResolversParentTypes['MappingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Mapping'], ParentType, ContextType>;
};

export type MappingEffectResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingEffect'] = ResolversParentTypes['MappingEffect']> = {
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MappingPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingPayload'] = ResolversParentTypes['MappingPayload']> = {
  effect?: Resolver<Maybe<ResolversTypes['MappingEffect']>, ParentType, ContextType>;
  mapping?: Resolver<Maybe<ResolversTypes['Mapping']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MappingRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingRow'] = ResolversParentTypes['MappingRow']> = {
  direction?: Resolver<ResolversTypes['MappingDirection'], ParentType, ContextType>;
  does?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  record?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  transforms?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  when?: Resolver<ResolversTypes['MappingOccasion'], ParentType, ContextType>;
};

export type MappingRowChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingRowChange'] = ResolversParentTypes['MappingRowChange']> = {
  after?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type MappingTemplateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingTemplate'] = ResolversParentTypes['MappingTemplate']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['MappingTemplatePart']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unmet?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MappingTemplateChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingTemplateChange'] = ResolversParentTypes['MappingTemplateChange']> = {
  added?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  changed?: Resolver<Array<ResolversTypes['MappingRowChange']>, ParentType, ContextType>;
  leftOut?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EntityType'], ParentType, ContextType>;
};

export type MappingTemplatePartResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MappingTemplatePart'] = ResolversParentTypes['MappingTemplatePart']> = {
  rows?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EntityType'], ParentType, ContextType>;
};

export type MergePlanPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MergePlanPayload'] = ResolversParentTypes['MergePlanPayload']> = {
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['MergePlanSummary'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MergePlanSummaryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MergePlanSummary'] = ResolversParentTypes['MergePlanSummary']> = {
  approved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  contacts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proposed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  systems?: Resolver<Array<ResolversTypes['MergePlanSystem']>, ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MergePlanSystemResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MergePlanSystem'] = ResolversParentTypes['MergePlanSystem']> = {
  alone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  contacts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  linked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proposed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addTags?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationAddTagsArgs, 'input'>>;
  applyTemplate?: Resolver<ResolversTypes['ApplyTemplatePayload'], ParentType, ContextType, RequireFields<MutationApplyTemplateArgs, 'input'>>;
  approveMerges?: Resolver<ResolversTypes['MergePlanPayload'], ParentType, ContextType, RequireFields<MutationApproveMergesArgs, 'input'>>;
  cancelAppointment?: Resolver<ResolversTypes['AppointmentPayload'], ParentType, ContextType, RequireFields<MutationCancelAppointmentArgs, 'input'>>;
  completeTask?: Resolver<ResolversTypes['TaskPayload'], ParentType, ContextType, RequireFields<MutationCompleteTaskArgs, 'input'>>;
  connectSystem?: Resolver<ResolversTypes['ConnectSystemPayload'], ParentType, ContextType, RequireFields<MutationConnectSystemArgs, 'input'>>;
  createAlertTarget?: Resolver<ResolversTypes['AlertTargetPayload'], ParentType, ContextType, RequireFields<MutationCreateAlertTargetArgs, 'input'>>;
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyPayload'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createAppointment?: Resolver<ResolversTypes['AppointmentPayload'], ParentType, ContextType, RequireFields<MutationCreateAppointmentArgs, 'input'>>;
  createContact?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationCreateContactArgs, 'input'>>;
  createNote?: Resolver<ResolversTypes['NotePayload'], ParentType, ContextType, RequireFields<MutationCreateNoteArgs, 'input'>>;
  createRule?: Resolver<ResolversTypes['RulePayload'], ParentType, ContextType, RequireFields<MutationCreateRuleArgs, 'input'>>;
  createTask?: Resolver<ResolversTypes['TaskPayload'], ParentType, ContextType, RequireFields<MutationCreateTaskArgs, 'input'>>;
  createWorkspace?: Resolver<ResolversTypes['CreateWorkspacePayload'], ParentType, ContextType, RequireFields<MutationCreateWorkspaceArgs, 'input'>>;
  deleteAlertTarget?: Resolver<ResolversTypes['DeleteAlertTargetPayload'], ParentType, ContextType, RequireFields<MutationDeleteAlertTargetArgs, 'id'>>;
  deleteContact?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationDeleteContactArgs, 'input'>>;
  deleteNote?: Resolver<ResolversTypes['NotePayload'], ParentType, ContextType, RequireFields<MutationDeleteNoteArgs, 'input'>>;
  deleteRule?: Resolver<ResolversTypes['DeleteRulePayload'], ParentType, ContextType, RequireFields<MutationDeleteRuleArgs, 'id'>>;
  deleteTask?: Resolver<ResolversTypes['TaskPayload'], ParentType, ContextType, RequireFields<MutationDeleteTaskArgs, 'input'>>;
  discardDelivery?: Resolver<ResolversTypes['DeliveryPayload'], ParentType, ContextType, RequireFields<MutationDiscardDeliveryArgs, 'id'>>;
  disconnectSystem?: Resolver<ResolversTypes['DisconnectSystemPayload'], ParentType, ContextType, RequireFields<MutationDisconnectSystemArgs, 'system'>>;
  importConfiguration?: Resolver<ResolversTypes['ImportConfigurationPayload'], ParentType, ContextType, RequireFields<MutationImportConfigurationArgs, 'dryRun' | 'yaml'>>;
  linkRecords?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationLinkRecordsArgs, 'input'>>;
  mergeContacts?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationMergeContactsArgs, 'input'>>;
  muteAlertRule?: Resolver<ResolversTypes['AlertRulePayload'], ParentType, ContextType, RequireFields<MutationMuteAlertRuleArgs, 'input'>>;
  rejectMerges?: Resolver<ResolversTypes['MergePlanPayload'], ParentType, ContextType, RequireFields<MutationRejectMergesArgs, 'input'>>;
  releaseRecord?: Resolver<ResolversTypes['ReleaseRecordPayload'], ParentType, ContextType, RequireFields<MutationReleaseRecordArgs, 'input'>>;
  removeTags?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationRemoveTagsArgs, 'input'>>;
  resolveConflict?: Resolver<ResolversTypes['ConflictPayload'], ParentType, ContextType, RequireFields<MutationResolveConflictArgs, 'input'>>;
  retryDelivery?: Resolver<ResolversTypes['DeliveryPayload'], ParentType, ContextType, RequireFields<MutationRetryDeliveryArgs, 'id'>>;
  revertTo?: Resolver<ResolversTypes['RevertPayload'], ParentType, ContextType, RequireFields<MutationRevertToArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'id'>>;
  rollbackMapping?: Resolver<ResolversTypes['MappingPayload'], ParentType, ContextType, RequireFields<MutationRollbackMappingArgs, 'input'>>;
  rollbackRule?: Resolver<ResolversTypes['RulePayload'], ParentType, ContextType, RequireFields<MutationRollbackRuleArgs, 'input'>>;
  saveMapping?: Resolver<ResolversTypes['MappingPayload'], ParentType, ContextType, RequireFields<MutationSaveMappingArgs, 'input'>>;
  setAlertRule?: Resolver<ResolversTypes['AlertRulePayload'], ParentType, ContextType, RequireFields<MutationSetAlertRuleArgs, 'input'>>;
  setPolicy?: Resolver<ResolversTypes['PolicyPayload'], ParentType, ContextType, RequireFields<MutationSetPolicyArgs, 'input'>>;
  setRetention?: Resolver<ResolversTypes['RetentionPayload'], ParentType, ContextType, RequireFields<MutationSetRetentionArgs, 'input'>>;
  setVerbose?: Resolver<ResolversTypes['SetVerbosePayload'], ParentType, ContextType, RequireFields<MutationSetVerboseArgs, 'input'>>;
  spread?: Resolver<ResolversTypes['SpreadPayload'], ParentType, ContextType, RequireFields<MutationSpreadArgs, 'input'>>;
  startSync?: Resolver<ResolversTypes['StartSyncPayload'], ParentType, ContextType, RequireFields<MutationStartSyncArgs, 'input'>>;
  syncContact?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationSyncContactArgs, 'input'>>;
  syncNow?: Resolver<ResolversTypes['SyncRunPayload'], ParentType, ContextType, RequireFields<MutationSyncNowArgs, 'input'>>;
  testAlertTarget?: Resolver<ResolversTypes['TestAlertTargetPayload'], ParentType, ContextType, RequireFields<MutationTestAlertTargetArgs, 'id'>>;
  unlinkRecord?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationUnlinkRecordArgs, 'input'>>;
  updateAlertTarget?: Resolver<ResolversTypes['AlertTargetPayload'], ParentType, ContextType, RequireFields<MutationUpdateAlertTargetArgs, 'input'>>;
  updateAppointment?: Resolver<ResolversTypes['AppointmentPayload'], ParentType, ContextType, RequireFields<MutationUpdateAppointmentArgs, 'input'>>;
  updateContact?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationUpdateContactArgs, 'input'>>;
  updateNote?: Resolver<ResolversTypes['NotePayload'], ParentType, ContextType, RequireFields<MutationUpdateNoteArgs, 'input'>>;
  updateRule?: Resolver<ResolversTypes['RulePayload'], ParentType, ContextType, RequireFields<MutationUpdateRuleArgs, 'input'>>;
  updateTask?: Resolver<ResolversTypes['TaskPayload'], ParentType, ContextType, RequireFields<MutationUpdateTaskArgs, 'input'>>;
  upsertContact?: Resolver<ResolversTypes['ContactPayload'], ParentType, ContextType, RequireFields<MutationUpsertContactArgs, 'input'>>;
};

export type NodeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Alert' | 'AlertRule' | 'AlertTarget' | 'Appointment' | 'Conflict' | 'Contact' | 'Delivery' | 'Note' | 'Proposal' | 'Rule' | 'RuleFiring' | 'SyncEvent' | 'SyncRun' | 'Tag' | 'Task', ParentType, ContextType>;
};

export type NoteResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Note'] = ResolversParentTypes['Note']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['SystemRecord']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['VersionConnection'], ParentType, ContextType, Partial<NoteVersionsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoteConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NoteConnection'] = ResolversParentTypes['NoteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NoteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Note']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoteEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NoteEdge'] = ResolversParentTypes['NoteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Note'], ParentType, ContextType>;
};

export type NotePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NotePayload'] = ResolversParentTypes['NotePayload']> = {
  note?: Resolver<Maybe<ResolversTypes['Note']>, ParentType, ContextType>;
  receipts?: Resolver<Array<ResolversTypes['Receipt']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OutwardPreviewResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OutwardPreview'] = ResolversParentTypes['OutwardPreview']> = {
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['PreviewStep']>, ParentType, ContextType>;
  today?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PolicyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Policy'] = ResolversParentTypes['Policy']> = {
  deletes?: Resolver<ResolversTypes['DeleteMode'], ParentType, ContextType>;
  spread?: Resolver<ResolversTypes['SpreadMode'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EntityType'], ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type PolicyPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PolicyPayload'] = ResolversParentTypes['PolicyPayload']> = {
  policy?: Resolver<Maybe<ResolversTypes['Policy']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PreviewMappingPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PreviewMappingPayload'] = ResolversParentTypes['PreviewMappingPayload']> = {
  records?: Resolver<Array<ResolversTypes['RecordPreview']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PreviewStepResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PreviewStep'] = ResolversParentTypes['PreviewStep']> = {
  does?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type ProblemResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProposalResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Proposal'] = ResolversParentTypes['Proposal']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  into?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ProposalState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposalConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProposalConnection'] = ResolversParentTypes['ProposalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProposalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Proposal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProposalEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProposalEdge'] = ResolversParentTypes['ProposalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Proposal'], ParentType, ContextType>;
};

export type QuarantinedRecordResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['QuarantinedRecord'] = ResolversParentTypes['QuarantinedRecord']> = {
  entity?: Resolver<Maybe<ResolversTypes['Synced']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['SystemRecord'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EntityType'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  activity?: Resolver<Array<ResolversTypes['ActivityHour']>, ParentType, ContextType, RequireFields<QueryActivityArgs, 'hours'>>;
  alertRules?: Resolver<Array<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  alertTargets?: Resolver<Array<ResolversTypes['AlertTarget']>, ParentType, ContextType>;
  alerts?: Resolver<ResolversTypes['AlertConnection'], ParentType, ContextType, Partial<QueryAlertsArgs>>;
  apiKeys?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  appointments?: Resolver<ResolversTypes['AppointmentConnection'], ParentType, ContextType, Partial<QueryAppointmentsArgs>>;
  auditLog?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, Partial<QueryAuditLogArgs>>;
  business?: Resolver<Maybe<ResolversTypes['Business']>, ParentType, ContextType, RequireFields<QueryBusinessArgs, 'id'>>;
  configuration?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conflicts?: Resolver<ResolversTypes['ConflictConnection'], ParentType, ContextType, Partial<QueryConflictsArgs>>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType, RequireFields<QueryContactArgs, 'by'>>;
  contacts?: Resolver<ResolversTypes['ContactConnection'], ParentType, ContextType, Partial<QueryContactsArgs>>;
  deliveries?: Resolver<ResolversTypes['DeliveryConnection'], ParentType, ContextType, Partial<QueryDeliveriesArgs>>;
  dryRunMapping?: Resolver<ResolversTypes['DryRunMappingPayload'], ParentType, ContextType, RequireFields<QueryDryRunMappingArgs, 'input'>>;
  dryRunRule?: Resolver<ResolversTypes['DryRunRulePayload'], ParentType, ContextType, RequireFields<QueryDryRunRuleArgs, 'input'>>;
  entityFields?: Resolver<Array<ResolversTypes['EntityField']>, ParentType, ContextType, RequireFields<QueryEntityFieldsArgs, 'type'>>;
  mappingTemplates?: Resolver<Array<ResolversTypes['MappingTemplate']>, ParentType, ContextType>;
  mappingVersions?: Resolver<ResolversTypes['MappingConnection'], ParentType, ContextType, RequireFields<QueryMappingVersionsArgs, 'system' | 'type'>>;
  mappings?: Resolver<Array<ResolversTypes['Mapping']>, ParentType, ContextType, Partial<QueryMappingsArgs>>;
  mergePlan?: Resolver<ResolversTypes['ProposalConnection'], ParentType, ContextType, RequireFields<QueryMergePlanArgs, 'state'>>;
  mergePlanSummary?: Resolver<ResolversTypes['MergePlanSummary'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  notes?: Resolver<ResolversTypes['NoteConnection'], ParentType, ContextType, Partial<QueryNotesArgs>>;
  policies?: Resolver<Array<ResolversTypes['Policy']>, ParentType, ContextType>;
  previewMapping?: Resolver<ResolversTypes['PreviewMappingPayload'], ParentType, ContextType, RequireFields<QueryPreviewMappingArgs, 'input'>>;
  quarantinedRecords?: Resolver<Array<ResolversTypes['QuarantinedRecord']>, ParentType, ContextType>;
  recordFields?: Resolver<Array<ResolversTypes['RecordField']>, ParentType, ContextType, RequireFields<QueryRecordFieldsArgs, 'refresh' | 'system' | 'type'>>;
  retention?: Resolver<ResolversTypes['Retention'], ParentType, ContextType>;
  ruleFirings?: Resolver<ResolversTypes['RuleFiringConnection'], ParentType, ContextType, Partial<QueryRuleFiringsArgs>>;
  rules?: Resolver<Array<ResolversTypes['Rule']>, ParentType, ContextType>;
  syncEvents?: Resolver<ResolversTypes['SyncEventConnection'], ParentType, ContextType, Partial<QuerySyncEventsArgs>>;
  syncRuns?: Resolver<ResolversTypes['SyncRunConnection'], ParentType, ContextType, Partial<QuerySyncRunsArgs>>;
  systems?: Resolver<Array<ResolversTypes['System']>, ParentType, ContextType>;
  tags?: Resolver<ResolversTypes['TagConnection'], ParentType, ContextType, Partial<QueryTagsArgs>>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<QueryTasksArgs>>;
  upstreamCalls?: Resolver<ResolversTypes['UpstreamCallConnection'], ParentType, ContextType, RequireFields<QueryUpstreamCallsArgs, 'system'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  workspaces?: Resolver<Array<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export type ReceiptResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Receipt'] = ResolversParentTypes['Receipt']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['Problem']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReceiptStatus'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  unsupportedFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RecordFieldResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecordField'] = ResolversParentTypes['RecordField']> = {
  choices?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  creates?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  examples?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['FieldKnowledge'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RecordFieldType'], ParentType, ContextType>;
  updates?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  writable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RecordPreviewResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecordPreview'] = ResolversParentTypes['RecordPreview']> = {
  entity?: Resolver<Maybe<ResolversTypes['Synced']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['FieldPreview']>, ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ReleaseRecordPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReleaseRecordPayload'] = ResolversParentTypes['ReleaseRecordPayload']> = {
  entity?: Resolver<Maybe<ResolversTypes['Synced']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetentionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Retention'] = ResolversParentTypes['Retention']> = {
  calls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deliveries?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  events?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  inbox?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  versions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RetentionPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RetentionPayload'] = ResolversParentTypes['RetentionPayload']> = {
  retention?: Resolver<ResolversTypes['Retention'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevertPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RevertPayload'] = ResolversParentTypes['RevertPayload']> = {
  entity?: Resolver<Maybe<ResolversTypes['Synced']>, ParentType, ContextType>;
  receipts?: Resolver<Array<ResolversTypes['Receipt']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RuleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Rule'] = ResolversParentTypes['Rule']> = {
  actions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  edited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  firings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastFiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mostPerHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pausedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shipped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['RuleVersion']>, ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuleDryRunResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RuleDryRun'] = ResolversParentTypes['RuleDryRun']> = {
  busiestHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  examples?: Resolver<Array<ResolversTypes['RuleDryRunExample']>, ParentType, ContextType>;
  firings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withoutContact?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  wouldPause?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RuleDryRunExampleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RuleDryRunExample'] = ResolversParentTypes['RuleDryRunExample']> = {
  entity?: Resolver<Maybe<ResolversTypes['Synced']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['SyncEvent']>, ParentType, ContextType>;
  would?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuleFiringResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RuleFiring'] = ResolversParentTypes['RuleFiring']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['Synced']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['SyncEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RuleFiringState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuleFiringConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RuleFiringConnection'] = ResolversParentTypes['RuleFiringConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RuleFiringEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RuleFiring']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RuleFiringEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RuleFiringEdge'] = ResolversParentTypes['RuleFiringEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RuleFiring'], ParentType, ContextType>;
};

export type RulePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RulePayload'] = ResolversParentTypes['RulePayload']> = {
  rule?: Resolver<Maybe<ResolversTypes['Rule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RuleVersionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RuleVersion'] = ResolversParentTypes['RuleVersion']> = {
  actions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SetVerbosePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetVerbosePayload'] = ResolversParentTypes['SetVerbosePayload']> = {
  system?: Resolver<Maybe<ResolversTypes['System']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SpreadPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SpreadPayload'] = ResolversParentTypes['SpreadPayload']> = {
  queued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StartSyncPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StartSyncPayload'] = ResolversParentTypes['StartSyncPayload']> = {
  summary?: Resolver<ResolversTypes['MergePlanSummary'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  contactChanged?: SubscriptionResolver<ResolversTypes['Contact'], "contactChanged", ParentType, ContextType, RequireFields<SubscriptionContactChangedArgs, 'id'>>;
  syncEvents?: SubscriptionResolver<ResolversTypes['SyncEvent'], "syncEvents", ParentType, ContextType, Partial<SubscriptionSyncEventsArgs>>;
  systemChanged?: SubscriptionResolver<ResolversTypes['System'], "systemChanged", ParentType, ContextType>;
};

export type SyncEstimateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SyncEstimate'] = ResolversParentTypes['SyncEstimate']> = {
  calls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  systems?: Resolver<Array<ResolversTypes['SystemEstimate']>, ParentType, ContextType>;
};

export type SyncEventResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SyncEvent'] = ResolversParentTypes['SyncEvent']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['Synced']>, ParentType, ContextType>;
  entityId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SyncEventKind'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  runId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['System']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['EntityType']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncEventConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SyncEventConnection'] = ResolversParentTypes['SyncEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SyncEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SyncEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncEventEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SyncEventEdge'] = ResolversParentTypes['SyncEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SyncEvent'], ParentType, ContextType>;
};

export type SyncRunResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SyncRun'] = ResolversParentTypes['SyncRun']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  read?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  types?: Resolver<Array<ResolversTypes['EntityType']>, ParentType, ContextType>;
  upstreamCalls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  written?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncRunConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SyncRunConnection'] = ResolversParentTypes['SyncRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SyncRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncRunEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SyncRunEdge'] = ResolversParentTypes['SyncRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
};

export type SyncRunPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SyncRunPayload'] = ResolversParentTypes['SyncRunPayload']> = {
  estimate?: Resolver<Maybe<ResolversTypes['SyncEstimate']>, ParentType, ContextType>;
  runs?: Resolver<Array<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SyncedResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Synced'] = ResolversParentTypes['Synced']> = {
  __resolveType: TypeResolveFn<'Appointment' | 'Contact' | 'Note' | 'Tag' | 'Task', ParentType, ContextType>;
};

export type SystemResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['System'] = ResolversParentTypes['System']> = {
  capabilities?: Resolver<Array<ResolversTypes['Capability']>, ParentType, ContextType>;
  connection?: Resolver<ResolversTypes['SystemConnection'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['SystemHealth'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verboseUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SystemConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SystemConnection'] = ResolversParentTypes['SystemConnection']> = {
  checks?: Resolver<Array<ResolversTypes['ConnectionCheck']>, ParentType, ContextType>;
  connectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  connectedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  consentUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['ConnectionOrigin']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settings?: Resolver<Array<ResolversTypes['ConnectionSetting']>, ParentType, ContextType>;
  webhookUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SystemEstimateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SystemEstimate'] = ResolversParentTypes['SystemEstimate']> = {
  calls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  types?: Resolver<Array<ResolversTypes['TypeEstimate']>, ParentType, ContextType>;
};

export type SystemHealthResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SystemHealth'] = ResolversParentTypes['SystemHealth']> = {
  budget?: Resolver<Maybe<ResolversTypes['Budget']>, ParentType, ContextType>;
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  credentialExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failedDeliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastChangeAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastPollAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastWebhookAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  missedWebhooks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pendingDeliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['HealthState'], ParentType, ContextType>;
};

export type SystemRecordResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SystemRecord'] = ResolversParentTypes['SystemRecord']> = {
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  documentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fields?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  seenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RecordState'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TagResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Tag'] = ResolversParentTypes['Tag']> = {
  color?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  contacts?: Resolver<ResolversTypes['ContactConnection'], ParentType, ContextType, Partial<TagContactsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['SystemRecord']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['VersionConnection'], ParentType, ContextType, Partial<TagVersionsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TagConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TagConnection'] = ResolversParentTypes['TagConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TagEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Tag']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TagEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TagEdge'] = ResolversParentTypes['TagEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Tag'], ParentType, ContextType>;
};

export type TaskResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['Conflict']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['SystemRecord']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<ResolversTypes['VersionConnection'], ParentType, ContextType, Partial<TaskVersionsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Task']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type TaskPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaskPayload'] = ResolversParentTypes['TaskPayload']> = {
  receipts?: Resolver<Array<ResolversTypes['Receipt']>, ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TestAlertTargetPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TestAlertTargetPayload'] = ResolversParentTypes['TestAlertTargetPayload']> = {
  delivered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TimelineConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TimelineConnection'] = ResolversParentTypes['TimelineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TimelineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TimelineItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TimelineEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TimelineEdge'] = ResolversParentTypes['TimelineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimelineItem'], ParentType, ContextType>;
};

export type TimelineItemResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TimelineItem'] = ResolversParentTypes['TimelineItem']> = {
  __resolveType: TypeResolveFn<'Appointment' | 'Note' | 'SyncEvent' | 'Task', ParentType, ContextType>;
};

export type TypeEstimateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TypeEstimate'] = ResolversParentTypes['TypeEstimate']> = {
  calls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EntityType'], ParentType, ContextType>;
};

export type UpstreamCallResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UpstreamCall'] = ResolversParentTypes['UpstreamCall']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  milliseconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  system?: Resolver<ResolversTypes['System'], ParentType, ContextType>;
};

export type UpstreamCallConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UpstreamCallConnection'] = ResolversParentTypes['UpstreamCallConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UpstreamCallEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['UpstreamCall']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UpstreamCallEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UpstreamCallEdge'] = ResolversParentTypes['UpstreamCallEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UpstreamCall'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type VersionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Version'] = ResolversParentTypes['Version']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fields?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VersionConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['VersionConnection'] = ResolversParentTypes['VersionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Version']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VersionEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['VersionEdge'] = ResolversParentTypes['VersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Version'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  workspace?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WorkspaceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface Federation__ScopeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__Scope'], any> {
  name: 'federation__Scope';
}

export type Resolvers<ContextType = GraphContext> = {
  ActivityHour?: ActivityHourResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Alert?: AlertResolvers<ContextType>;
  AlertConnection?: AlertConnectionResolvers<ContextType>;
  AlertEdge?: AlertEdgeResolvers<ContextType>;
  AlertRule?: AlertRuleResolvers<ContextType>;
  AlertRulePayload?: AlertRulePayloadResolvers<ContextType>;
  AlertTarget?: AlertTargetResolvers<ContextType>;
  AlertTargetPayload?: AlertTargetPayloadResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApplyTemplatePayload?: ApplyTemplatePayloadResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  AppointmentConnection?: AppointmentConnectionResolvers<ContextType>;
  AppointmentEdge?: AppointmentEdgeResolvers<ContextType>;
  AppointmentPayload?: AppointmentPayloadResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  Budget?: BudgetResolvers<ContextType>;
  Business?: BusinessResolvers<ContextType>;
  Capability?: CapabilityResolvers<ContextType>;
  Conflict?: ConflictResolvers<ContextType>;
  ConflictConnection?: ConflictConnectionResolvers<ContextType>;
  ConflictEdge?: ConflictEdgeResolvers<ContextType>;
  ConflictPayload?: ConflictPayloadResolvers<ContextType>;
  ConflictValue?: ConflictValueResolvers<ContextType>;
  ConnectSystemPayload?: ConnectSystemPayloadResolvers<ContextType>;
  ConnectionCheck?: ConnectionCheckResolvers<ContextType>;
  ConnectionSetting?: ConnectionSettingResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  ContactConnection?: ContactConnectionResolvers<ContextType>;
  ContactEdge?: ContactEdgeResolvers<ContextType>;
  ContactPayload?: ContactPayloadResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateWorkspacePayload?: CreateWorkspacePayloadResolvers<ContextType>;
  CustomField?: CustomFieldResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteAlertTargetPayload?: DeleteAlertTargetPayloadResolvers<ContextType>;
  DeleteRulePayload?: DeleteRulePayloadResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  DeliveryPayload?: DeliveryPayloadResolvers<ContextType>;
  DisconnectSystemPayload?: DisconnectSystemPayloadResolvers<ContextType>;
  DryRunCost?: DryRunCostResolvers<ContextType>;
  DryRunExample?: DryRunExampleResolvers<ContextType>;
  DryRunFailure?: DryRunFailureResolvers<ContextType>;
  DryRunMappingPayload?: DryRunMappingPayloadResolvers<ContextType>;
  DryRunReason?: DryRunReasonResolvers<ContextType>;
  DryRunRulePayload?: DryRunRulePayloadResolvers<ContextType>;
  EntityField?: EntityFieldResolvers<ContextType>;
  FieldChange?: FieldChangeResolvers<ContextType>;
  FieldPreview?: FieldPreviewResolvers<ContextType>;
  ImportConfigurationPayload?: ImportConfigurationPayloadResolvers<ContextType>;
  InwardPreview?: InwardPreviewResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Mapping?: MappingResolvers<ContextType>;
  MappingConnection?: MappingConnectionResolvers<ContextType>;
  MappingDiff?: MappingDiffResolvers<ContextType>;
  MappingDryRun?: MappingDryRunResolvers<ContextType>;
  MappingEdge?: MappingEdgeResolvers<ContextType>;
  MappingEffect?: MappingEffectResolvers<ContextType>;
  MappingPayload?: MappingPayloadResolvers<ContextType>;
  MappingRow?: MappingRowResolvers<ContextType>;
  MappingRowChange?: MappingRowChangeResolvers<ContextType>;
  MappingTemplate?: MappingTemplateResolvers<ContextType>;
  MappingTemplateChange?: MappingTemplateChangeResolvers<ContextType>;
  MappingTemplatePart?: MappingTemplatePartResolvers<ContextType>;
  MergePlanPayload?: MergePlanPayloadResolvers<ContextType>;
  MergePlanSummary?: MergePlanSummaryResolvers<ContextType>;
  MergePlanSystem?: MergePlanSystemResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Note?: NoteResolvers<ContextType>;
  NoteConnection?: NoteConnectionResolvers<ContextType>;
  NoteEdge?: NoteEdgeResolvers<ContextType>;
  NotePayload?: NotePayloadResolvers<ContextType>;
  OutwardPreview?: OutwardPreviewResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Policy?: PolicyResolvers<ContextType>;
  PolicyPayload?: PolicyPayloadResolvers<ContextType>;
  PreviewMappingPayload?: PreviewMappingPayloadResolvers<ContextType>;
  PreviewStep?: PreviewStepResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
  Proposal?: ProposalResolvers<ContextType>;
  ProposalConnection?: ProposalConnectionResolvers<ContextType>;
  ProposalEdge?: ProposalEdgeResolvers<ContextType>;
  QuarantinedRecord?: QuarantinedRecordResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Receipt?: ReceiptResolvers<ContextType>;
  RecordField?: RecordFieldResolvers<ContextType>;
  RecordPreview?: RecordPreviewResolvers<ContextType>;
  ReleaseRecordPayload?: ReleaseRecordPayloadResolvers<ContextType>;
  Retention?: RetentionResolvers<ContextType>;
  RetentionPayload?: RetentionPayloadResolvers<ContextType>;
  RevertPayload?: RevertPayloadResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  Rule?: RuleResolvers<ContextType>;
  RuleDryRun?: RuleDryRunResolvers<ContextType>;
  RuleDryRunExample?: RuleDryRunExampleResolvers<ContextType>;
  RuleFiring?: RuleFiringResolvers<ContextType>;
  RuleFiringConnection?: RuleFiringConnectionResolvers<ContextType>;
  RuleFiringEdge?: RuleFiringEdgeResolvers<ContextType>;
  RulePayload?: RulePayloadResolvers<ContextType>;
  RuleVersion?: RuleVersionResolvers<ContextType>;
  SetVerbosePayload?: SetVerbosePayloadResolvers<ContextType>;
  SpreadPayload?: SpreadPayloadResolvers<ContextType>;
  StartSyncPayload?: StartSyncPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SyncEstimate?: SyncEstimateResolvers<ContextType>;
  SyncEvent?: SyncEventResolvers<ContextType>;
  SyncEventConnection?: SyncEventConnectionResolvers<ContextType>;
  SyncEventEdge?: SyncEventEdgeResolvers<ContextType>;
  SyncRun?: SyncRunResolvers<ContextType>;
  SyncRunConnection?: SyncRunConnectionResolvers<ContextType>;
  SyncRunEdge?: SyncRunEdgeResolvers<ContextType>;
  SyncRunPayload?: SyncRunPayloadResolvers<ContextType>;
  Synced?: SyncedResolvers<ContextType>;
  System?: SystemResolvers<ContextType>;
  SystemConnection?: SystemConnectionResolvers<ContextType>;
  SystemEstimate?: SystemEstimateResolvers<ContextType>;
  SystemHealth?: SystemHealthResolvers<ContextType>;
  SystemRecord?: SystemRecordResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  TagConnection?: TagConnectionResolvers<ContextType>;
  TagEdge?: TagEdgeResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  TaskPayload?: TaskPayloadResolvers<ContextType>;
  TestAlertTargetPayload?: TestAlertTargetPayloadResolvers<ContextType>;
  TimelineConnection?: TimelineConnectionResolvers<ContextType>;
  TimelineEdge?: TimelineEdgeResolvers<ContextType>;
  TimelineItem?: TimelineItemResolvers<ContextType>;
  TypeEstimate?: TypeEstimateResolvers<ContextType>;
  UpstreamCall?: UpstreamCallResolvers<ContextType>;
  UpstreamCallConnection?: UpstreamCallConnectionResolvers<ContextType>;
  UpstreamCallEdge?: UpstreamCallEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Version?: VersionResolvers<ContextType>;
  VersionConnection?: VersionConnectionResolvers<ContextType>;
  VersionEdge?: VersionEdgeResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
  federation__Scope?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  key?: KeyDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
};
