import type { EventRowFragment, ReceiptRowFragment, SyncEventKind } from '../../../client/generated/graphql.ts';
import { type ReceiptInWords, receiptInWords } from '../../words/receipt.ts';

/** What one system says to a write, as far as it is known. */
export interface ReceiptLine extends ReceiptInWords {
  readonly system: string;
  readonly name: string;
  readonly isWaiting: boolean;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

type Statuses = Partial<Record<SyncEventKind, 'APPLIED' | 'QUEUED' | 'FAILED'>>;
const SAYS: Statuses = { WRITE_APPLIED: 'APPLIED', WRITE_RETRYING: 'QUEUED', WRITE_FAILED: 'FAILED' };

/** Everything that came of the first event behind `since` that `isCause` knows; newest first, as the events are. None where it has not come yet. */
export function eventsOf(
  events: readonly EventRowFragment[],
  since: string | null,
  isCause: (event: EventRowFragment) => boolean,
): readonly EventRowFragment[] {
  if (since === null) return [];
  const cause = events.findLast((event) => event.id > since && event.origin === 'gateway' && isCause(event));
  return cause ? events.filter(({ correlationId }) => correlationId === cause.correlationId) : [];
}

/** One line for each system: before the answer what events tell, after it the receipts, and what events told of those that had to wait. */
export function receiptLines(
  holders: readonly Named[],
  answered: readonly ReceiptRowFragment[] | null,
  events: readonly EventRowFragment[],
): readonly ReceiptLine[] {
  if (answered === null) {
    // A system that holds two records of it is written to in both, and answers once.
    const systems = new Map(holders.map((system) => [system.id, system]));
    return [...systems.values()].map((system) => lineOf(system, told(system, events)));
  }
  return answered.map((receipt) => {
    const later = receipt.status === 'QUEUED' ? told(receipt.system, events) : null;
    return lineOf(receipt.system, later ?? receipt);
  });
}

function lineOf({ id, name }: Named, receipt: ReceiptRowFragment | null): ReceiptLine {
  if (!receipt) return { system: id, name, isWaiting: true, words: 'Writing…', tone: 'plain' };
  return { system: id, name, isWaiting: receipt.status === 'QUEUED', ...receiptInWords(receipt) };
}

/** What the newest event about a write to that system says. */
function told(system: Named, events: readonly EventRowFragment[]): ReceiptRowFragment | null {
  const event = events.find((one) => one.system?.id === system.id && SAYS[one.kind]);
  const status = event && SAYS[event.kind];
  if (!status) return null;
  const error = status === 'APPLIED' || !event.message ? null : { message: event.message };
  return { system: { ...system }, status, unsupportedFields: [], error };
}
