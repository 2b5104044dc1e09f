import { Problem } from '../base/errors.ts';
import type { Kind } from '../model/kind.ts';
import type { Mapping } from '../model/mapping.ts';
import {
  diffRows,
  fitted,
  type MappingTemplate,
  type RowsDiff,
  type TemplateNeed,
  type TemplatePart,
  withRows,
} from '../model/mapping-template.ts';
import type { System } from './connection.ts';
import type { SyncContext } from './context.ts';
import { faultsOf, type MappingWish, saveMappings } from './save-mapping.ts';

/** What a template changes about the mapping of one kind in one system. */
export interface TemplateChange extends RowsDiff {
  readonly system: string;
  readonly kind: Kind;
  /** The whole mapping as it would be, and the version it was made from. */
  readonly rows: Mapping;
  readonly basedOn: number;
  /** What the account has no place for, in words. */
  readonly leftOut: readonly string[];
}

/** What keeps a template from being of use now, in words; empty where nothing does. */
export async function unmetNeeds(context: SyncContext, template: MappingTemplate): Promise<readonly string[]> {
  const absent = template.parts.flatMap(({ system }) => (context.connections.has(system) ? [] : [system]));
  const offline = [...new Set(absent)].map((id) => `${nameOf(context, id)} is not connected`);
  const unmet = await Promise.all((template.needs ?? []).map((need) => isUnmet(context, need)));
  return [...offline, ...unmet.flatMap((otherwise) => otherwise ?? [])];
}

/** How the mappings would change; rejects with UNSUPPORTED where the template is of no use, and with INVALID where rows would not fit. */
export async function planTemplate(
  context: SyncContext,
  template: MappingTemplate,
): Promise<readonly TemplateChange[]> {
  await context.mappings.renew(context.store);
  const unmet = await unmetNeeds(context, template);
  if (unmet.length > 0) throw new Problem('UNSUPPORTED', unmet.join('; '), 'never', { path: ['input', 'id'] });
  const changes = await Promise.all(template.parts.map((part) => planPart(context, part)));
  for (const { system, kind, rows } of changes) {
    const [fault] = await faultsOf(context, systemOf(context, system), kind, rows, changes);
    if (!fault) continue;
    const row = fault.row === null ? '' : ` ${rows[fault.row]?.entity}:`;
    const text = `${nameOf(context, system)}, ${kind}:${row} ${fault.message}`;
    throw new Problem('INVALID', text, 'never', { path: ['input', 'id'] });
  }
  return changes;
}

/** Puts the changes in force, all or none; rejects with CONFLICT where a mapping was changed since they were planned. */
export async function applyTemplate(
  context: SyncContext,
  template: MappingTemplate,
  changes: readonly TemplateChange[],
  { actor, correlationId }: Pick<MappingWish, 'actor' | 'correlationId'>,
): Promise<void> {
  const why = `Template ${template.name}`;
  const outcomes = await saveMappings(
    context,
    changes.map(({ system, kind, rows, basedOn }) => ({
      ...{ system, kind, rows, basedOn, why },
      ...{ confirm: true, writeNow: false, actor, correlationId },
    })),
  );
  const refused = outcomes.find(({ became }) => became === 'refused' || became === 'unconfirmed');
  if (refused)
    throw new Problem('CONFLICT', 'The mappings do not take the template any more; look at it and try again');
}

async function planPart(context: SyncContext, { system: id, kind, rows }: TemplatePart): Promise<TemplateChange> {
  const system = systemOf(context, id);
  const fields = await context.discovery.fields(system, kind);
  if (!fields.some(({ known }) => known === 'described')) {
    const text = `${system.name} does not tell which fields its ${kind}s have just now; try again later`;
    throw new Problem('UNAVAILABLE', text, 'later', { system: id, path: ['input', 'id'] });
  }
  const fit = fitted(rows, fields);
  const before = context.mappings.known(id, kind);
  const after = withRows(before.rows, fit.rows);
  return {
    ...{ system: id, kind, rows: after, basedOn: before.version, leftOut: fit.leftOut },
    ...diffRows(before.rows, after),
  };
}

async function isUnmet(context: SyncContext, need: TemplateNeed): Promise<string | null> {
  if (!context.connections.has(need.system)) return null;
  const fields = await context.discovery.fields(systemOf(context, need.system), need.kind);
  const field = fields.find((one) => one.field === need.field);
  const isMet = field && (need.choice === undefined || field.choices?.includes(need.choice));
  return isMet ? null : need.otherwise;
}

function systemOf(context: SyncContext, id: string): System {
  const system = context.systems.find((one) => one.id === id);
  if (system) return system;
  throw new Problem('UNSUPPORTED', `There is no system ${id}`, 'never', { path: ['input', 'id'] });
}

function nameOf(context: SyncContext, id: string): string {
  return context.systems.find((one) => one.id === id)?.name ?? id;
}
