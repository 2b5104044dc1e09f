const HOUR_MS = 3_600_000;

/** For how long an alert rule can be kept quiet. */
export const MUTES = [
  { id: '1', label: 'for an hour' },
  { id: '8', label: 'for 8 hours' },
  { id: '24', label: 'for a day' },
  { id: '168', label: 'for a week' },
] as const;

/** The moment so many hours from now, as the graph takes it. */
export function mutedUntil(hours: string, now: number): string {
  return new Date(now + Number(hours) * HOUR_MS).toISOString();
}

/** True until the mute is over. */
export function isMuted(until: string | null | undefined, now: number): boolean {
  return until != null && Date.parse(until) > now;
}
