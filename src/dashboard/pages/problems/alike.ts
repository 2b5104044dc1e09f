import type { FailedDeliveryFragment } from '../../../client/generated/graphql.ts';

/** Refused writes to one system that failed in the same way. */
export interface Alike {
  readonly likeness: string;
  readonly first: FailedDeliveryFragment;
  readonly deliveries: readonly FailedDeliveryFragment[];
}

/** What differs from record to record: quotations, e-mail addresses, and words with digits in them, such as ids and numbers. */
const PARTICULARS = /"[^"]*"|“[^”]*”|'[^']*'|[\w.+-]+@[\w-]+\.[\w.-]+|\S*\d\S*/g;

/** The same for writes that failed in the same way in the same system. */
export function likenessOf({ system, error }: Pick<FailedDeliveryFragment, 'system' | 'error'>): string {
  return [system.id, error?.code ?? '', (error?.message ?? '').replace(PARTICULARS, '*')].join('|');
}

/** Puts together what failed in the same way, in the order in which it came. */
export function groupedByLikeness(deliveries: readonly FailedDeliveryFragment[]): readonly Alike[] {
  const groups = new Map<string, FailedDeliveryFragment[]>();
  for (const delivery of deliveries) {
    const likeness = likenessOf(delivery);
    groups.set(likeness, [...(groups.get(likeness) ?? []), delivery]);
  }
  return [...groups].flatMap(([likeness, [first, ...rest]]) =>
    first ? [{ likeness, first, deliveries: [first, ...rest] }] : [],
  );
}
