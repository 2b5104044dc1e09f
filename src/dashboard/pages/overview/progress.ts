import { counted } from '../../words/count.ts';

/** A run as far as it has come. */
export interface UnderWay {
  readonly startedAt: string;
  readonly read: number;
  readonly progress: number | null;
}

/** What is done sooner is not worth a bar. */
const SHORT_MS = 3_000;

/** Has it gone on for so long that people want to know how far it is? `now` in ms since 1970. */
export function isLong({ startedAt }: UnderWay, now: number): boolean {
  return now - Date.parse(startedAt) >= SHORT_MS;
}

/** Of several runs over one system, which wait for each other, the one that began first; given and answered newest first. */
export function firstOfEach<Run extends { readonly system: { readonly id: string } }>(runs: readonly Run[]): Run[] {
  return [...new Map(runs.map((run) => [run.system.id, run])).values()];
}

/** Records, rate and time left, in words. */
export function progressInWords({ startedAt, read, progress }: UnderWay, now: number): string {
  const elapsed = Math.max(now - Date.parse(startedAt), 1);
  const rate = Math.round((read / elapsed) * 60_000);
  const parts = [counted(read, 'record')];
  if (read > 0) parts.push(`${counted(rate, 'record')} a minute`);
  if (progress !== null && progress > 0 && progress < 1) parts.push(timeLeft((elapsed * (1 - progress)) / progress));
  return parts.join(', ');
}

/** So much is left, as people say it. */
export function timeLeft(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (ms < 50_000) return 'less than a minute left';
  if (minutes < 90) return `about ${counted(Math.max(minutes, 1), 'minute')} left`;
  return `about ${counted(Math.round(minutes / 60), 'hour')} left`;
}
