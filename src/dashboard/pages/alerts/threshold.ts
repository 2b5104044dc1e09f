/** The number in a condition: its name there, what it counts for people, and its value. */
export interface Limit {
  readonly part: string;
  readonly label: string;
  readonly value: number;
}

const LABELS: Readonly<Record<string, string>> = {
  systemDown: 'After how many minutes',
  credentialExpiring: 'How many days before',
  failedDeliveries: 'From how many on',
  openConflict: 'After how many hours',
  missedWebhooks: 'More than how many',
  lowBudget: 'Below what percentage',
};

/** What has no moment at which it ends is over when it has not come again for so long. */
const OVER_AFTER = 'Over after how many quiet hours';

/** The number that a condition is about; null where it is about none. */
export function limitOf(condition: unknown): Limit | null {
  const { on, ...parts } = condition as Readonly<Record<string, unknown>>;
  const found = Object.entries(parts).find((part): part is [string, number] => typeof part[1] === 'number');
  return found ? { part: found[0], label: LABELS[String(on)] ?? OVER_AFTER, value: found[1] } : null;
}

/** The condition with another number. */
export function withLimit(condition: unknown, { part }: Limit, value: number): object {
  return { ...(condition as object), [part]: value };
}
