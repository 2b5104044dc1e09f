import { models } from '../model/index.ts';
import type { FieldType, Kind } from '../model/kind.ts';
import type { SyncContext } from './context.ts';

/** A field of an entity, as mappings and forms name it. */
export interface EntityField {
  readonly field: string;
  readonly label: string;
  readonly type: FieldType;
  readonly values: readonly string[] | null;
  readonly required: boolean;
  readonly writable: boolean;
  /** The systems whose records have such a custom field; empty for the model's own. */
  readonly systems: readonly string[];
}

const CUSTOM = 'custom.';

/** The fields of the kind's model, then the custom fields that connected systems are known to have. */
export async function entityFields(context: SyncContext, kind: Kind): Promise<readonly EntityField[]> {
  const own = Object.entries(models[kind].fields).map(([field, rule]) => ({
    field,
    label: inWords(field),
    type: rule.type,
    values: rule.values ?? null,
    required: rule.required ?? false,
    writable: !rule.readOnly,
    systems: [],
  }));
  return models[kind].open ? [...own, ...(await customFields(context, kind))] : own;
}

async function customFields(context: SyncContext, kind: Kind): Promise<readonly EntityField[]> {
  const connections = [...context.connections.values()];
  const lists = await Promise.all(connections.map((connection) => context.discovery.fields(connection, kind)));
  const found = new Map<string, EntityField>();
  for (const [i, { id, mapping }] of connections.entries()) {
    const labels = new Map((lists[i] ?? []).map(({ field, label }) => [field, label]));
    const mapped = mapping(kind).flatMap(({ entity }) => (isCustom(entity) ? [entity] : []));
    for (const field of new Set([...[...labels.keys()].filter(isCustom), ...mapped])) {
      const { systems = [], ...known } = found.get(field) ?? {};
      const label = labels.get(field) ?? inWords(field.slice(CUSTOM.length));
      const rule = { type: 'json' as const, values: null, required: false, writable: true };
      found.set(field, { field, label, ...rule, ...known, systems: [...systems, id] });
    }
  }
  return [...found.values()].sort((a, b) => (a.field < b.field ? -1 : 1));
}

function isCustom(field: string): boolean {
  return field.startsWith(CUSTOM) && !field.endsWith('.*');
}

/** 'address.line1' as 'Address line1', 'firstName' as 'First name'. */
function inWords(field: string): string {
  const words = field
    .replaceAll(/[._-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
