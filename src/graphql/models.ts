import type { Alert } from '../model/alert.ts';
import type { MappingTemplate, TemplatePart } from '../model/mapping-template.ts';
import type { Policy } from '../model/policy.ts';
import type { RecordField } from '../model/record-field.ts';
import type { ApiKey, AuditEntry, KeptConnection, KeptWorkspace } from '../store/access-store.ts';
import type { KeptAlertRule, KeptTarget } from '../store/alert-shapes.ts';
import type { UpstreamCall } from '../store/log-shapes.ts';
import type { Firing, KeptRule, RuleVersion } from '../store/rule-shapes.ts';
import type {
  Conflict,
  Delivery,
  Entity,
  LinkedRecord,
  LoggedEvent,
  Proposal,
  Run,
  SystemShare,
  Version,
} from '../store/shapes.ts';
import type { TemplateChange } from '../sync/apply-template.ts';
import type { System } from '../sync/connection.ts';
import type { ConnectionOrigin } from '../sync/connector.ts';
import type { EntityField } from '../sync/entity-field.ts';
import type { DryRunExample } from '../sync/mapping-dry-run.ts';
import type { KnownMapping } from '../sync/mappings.ts';
import type { DryRun } from '../sync/rule-dry-run.ts';
import type { WriteCost } from '../sync/write-cost.ts';

// What the resolvers of each type are given; the generated types name these.

/** An entity of any kind. */
export type EntityModel = Entity;
/** A system, connected or not. */
export type SystemModel = System;
/** How a system is connected; `kept` where that was done through the graph. */
export interface SystemConnectionModel {
  readonly system: string;
  readonly origin: ConnectionOrigin;
  readonly kept: KeptConnection | null;
}
/** A workspace. */
export type WorkspaceModel = KeptWorkspace;
/** A linked record with its snapshot. */
export type RecordModel = LinkedRecord;
/** A record that is set aside since then. */
export type QuarantinedModel = LinkedRecord & { readonly quarantinedAt: number };
/** An event of the log. */
export type EventModel = LoggedEvent;
/** A conflict, open or settled. */
export type ConflictModel = Conflict;
/** An entity at one moment. */
export type VersionModel = Version;
/** A delivery; also what a receipt is made of. */
export type DeliveryModel = Delivery;
/** A mapping, in force or of before. */
export type MappingModel = KnownMapping;
/** A field of records. */
export type RecordFieldModel = RecordField;
/** A field of entities. */
export type EntityFieldModel = EntityField;
/** What writes cost in one system. */
export type DryRunCostModel = WriteCost;
/** A record that a mapping would change something about. */
export type DryRunExampleModel = DryRunExample;
/** One try of one call to a system, masked. */
export type CallModel = UpstreamCall;
/** An entry of the audit log. */
export type AuditEntryModel = AuditEntry;
/** A template that ships. */
export type MappingTemplateModel = MappingTemplate;
/** What a template sets in one mapping. */
export type MappingTemplatePartModel = TemplatePart;
/** What a template changes about one mapping. */
export type MappingTemplateChangeModel = TemplateChange;
/** A run. */
export type RunModel = Run;
/** A rule, with where it comes from. */
export type RuleModel = KeptRule;
/** What a rule did about one cause. */
export type FiringModel = Firing;
/** A rule as it was under one number. */
export type RuleVersionModel = RuleVersion;
/** What a rule would have done. */
export type RuleDryRunModel = DryRun & { readonly summary: string };
/** One thing it would have fired on. */
export type RuleDryRunExampleModel = DryRun['examples'][number];

/** How one kind is kept in step with one system. */
export type PolicyModel = Policy;

/** Something that is or was wrong. */
export type AlertModel = Alert;
/** An alert rule, with where it comes from. */
export type AlertRuleModel = KeptAlertRule;
/** A target; its secrets have no field in the graph. */
export type AlertTargetModel = KeptTarget;

/** An API key; its hash has no field in the graph. */
export type ApiKeyModel = ApiKey;

/** A proposal to take two contacts for one. */
export type ProposalModel = Proposal;

/** The contacts that one system holds. */
export interface MergePlanSystemModel extends SystemShare {
  readonly alone: number;
}

/** A company in one system; `id` is the company's id there. */
export interface BusinessModel {
  readonly system: string;
  readonly id: string;
}
