import type { Insertable, Selectable } from 'kysely';
import type { Kind } from '../model/kind.ts';
import { decode } from './rows.ts';
import type { Delivery, DeliveryStatus } from './shapes.ts';
import type { DeliveryTable } from './tables.ts';

/** The row of a delivery, not leased. */
export function toDeliveryRow(workspace: string, delivery: Delivery): Insertable<DeliveryTable> {
  return {
    workspace,
    id: delivery.id,
    entity_id: delivery.entityId,
    kind: delivery.kind,
    system: delivery.system,
    operation: delivery.operation,
    fields: JSON.stringify(delivery.fields),
    status: delivery.status,
    attempts: delivery.attempts,
    next_attempt_at: delivery.nextAttemptAt,
    leased_until: null,
    error: delivery.error === null ? null : JSON.stringify(delivery.error),
    unsupported_fields: JSON.stringify(delivery.unsupportedFields),
    record_id: delivery.recordId,
    correlation_id: delivery.correlationId,
    created_at: delivery.createdAt,
  };
}

/** The delivery of a row. */
export function toDelivery(row: Selectable<DeliveryTable>): Delivery {
  return {
    id: row.id,
    entityId: row.entity_id,
    kind: row.kind as Kind,
    system: row.system,
    operation: row.operation as Delivery['operation'],
    fields: decode(row.fields),
    status: row.status as DeliveryStatus,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    error: row.error === null ? null : decode(row.error),
    unsupportedFields: decode(row.unsupported_fields),
    recordId: row.record_id,
    correlationId: row.correlation_id,
    createdAt: row.created_at,
  };
}
