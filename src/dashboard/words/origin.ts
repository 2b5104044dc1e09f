import type { SystemNames } from './event.ts';

/** Where a value or an event came from: the system's name, or that it was somebody here. */
export function originInWords(origin: string, names: SystemNames): string {
  return origin === 'gateway' ? 'Tributary' : (names.get(origin) ?? origin);
}
