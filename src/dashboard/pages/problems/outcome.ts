import { counted } from '../../words/count.ts';
import type { Retried } from './retry-all.ts';

/** What became of one write, as the graph tells it. */
export interface Told {
  readonly status: string;
  readonly error?: { readonly message: string } | null;
}

/** What came of trying a write once more; the tone is how it is meant. */
export function retriedInWords(
  { status, error }: Told,
  system: string,
): { readonly text: string; readonly tone: 'good' | 'warn' } {
  if (status === 'APPLIED') return { text: `${system} took it.`, tone: 'good' };
  if (status === 'QUEUED') return { text: `${system} is not ready yet; it is tried again by itself.`, tone: 'warn' };
  return { text: `${system} did not take it${error ? `: ${error.message}` : ''}`, tone: 'warn' };
}

/** What came of trying all that are alike. */
export function allRetriedInWords({ tried, through }: Retried, system: string): string {
  if (through === tried) return `${system} took ${tried === 1 ? 'it' : `all ${counted(tried, 'write')}`}.`;
  return `${system} took ${through} of ${counted(tried, 'write')}. The others stay in this list or are tried again by themselves.`;
}

interface Receipt extends Told {
  readonly system: { readonly name: string };
}

/** What was decided, and which systems did not take it yet. */
export function resolvedInWords(receipts: readonly Receipt[]): {
  readonly text: string;
  readonly tone: 'good' | 'warn';
} {
  const late = receipts.filter(({ status }) => status === 'QUEUED' || status === 'FAILED');
  if (late.length === 0) return { text: 'Decided. Every system has the same now.', tone: 'good' };
  const words = late.map((receipt) => retriedInWords(receipt, receipt.system.name).text);
  return { text: `Decided. ${words.join(' ')}`, tone: 'warn' };
}
