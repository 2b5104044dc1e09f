import type { EventRowFragment, SyncEventKind } from '../../client/generated/graphql.ts';
import type { Tone } from '../ui/Badge.tsx';
import { entityInWords } from './entity.ts';
import { fieldsInWords } from './field.ts';
import { HEALTH, isHealthState } from './health.ts';

/** What systems are called, by their ids. */
export type SystemNames = ReadonlyMap<string, string>;

/** What a sentence is made of. */
interface Facts {
  /** What it is about. */
  readonly thing: string;
  /** Where it came from; null where it was somebody through the gateway. */
  readonly from: string | null;
  /** The system written to or spoken of. */
  readonly system: string;
  readonly fields: string;
  readonly message: string;
}

const SENTENCES: Readonly<Record<SyncEventKind, (facts: Facts) => string>> = {
  CREATED: ({ thing, from }) => `${thing} is new${from ? ` in ${from}` : ''}`,
  UPDATED: ({ thing, from, fields, message }) =>
    fields === ''
      ? `${thing} changed${from ? ` in ${from}` : ''}${because(message)}`
      : `${thing}: ${fields} changed${by(from)}`,
  DELETED: ({ thing, from }) => `${thing} was deleted${by(from)}`,
  LINKED: ({ thing, system }) => `${thing} is known in ${system} now`,
  UNLINKED: ({ thing, system }) => `A record of ${system} no longer belongs to ${thing}`,
  MERGED: ({ thing }) => `${thing}: two contacts became one`,
  WRITE_APPLIED: ({ thing, system }) => `${thing} was written to ${system}`,
  WRITE_RETRYING: ({ thing, system, message }) =>
    `${thing} could not be written to ${system} yet and is tried again${because(message)}`,
  WRITE_FAILED: ({ thing, system, message }) => `${system} refused ${thing}${because(message)}`,
  CONFLICT: ({ thing, fields }) =>
    `${thing}: the systems disagree about the ${fields || 'same field'}, and somebody has to decide`,
  CONFLICT_RESOLVED: ({ thing, fields }) => `${thing}: it was decided what the ${fields || 'disputed field'} is`,
  ECHO_SUPPRESSED: ({ thing, system }) => `${system} shows what was written to it about ${thing}`,
  RUN_STARTED: ({ system }) => `${system} is being read`,
  // Also where it broke off: then the message says why.
  RUN_FINISHED: ({ system, message }) => `Reading ${system} ended${because(message)}`,
  SYSTEM_CHANGED: ({ system, message }) => `${system}: ${healthMessage(message)}`,
  RULE_FIRED: ({ message }) => `A rule acted${because(message)}`,
  MAPPING_CHANGED: ({ system, message }) => `The fields of ${system} are mapped differently${because(message)}`,
  QUARANTINED: ({ thing, system }) => `${thing} changes too often in ${system} and was set aside`,
  ALERT: ({ message }) => `Alert${because(message)}`,
  ALERT_RECOVERED: ({ message }) => `Over${because(message)}`,
};

const TONES: Partial<Record<SyncEventKind, Tone>> = {
  WRITE_FAILED: 'bad',
  ALERT: 'bad',
  QUARANTINED: 'bad',
  CONFLICT: 'warn',
  WRITE_RETRYING: 'warn',
  CONFLICT_RESOLVED: 'good',
  ALERT_RECOVERED: 'good',
};

/** An event in one plain sentence. */
export function eventInWords(event: EventRowFragment, names: SystemNames): string {
  const sentence = SENTENCES[event.kind]({
    thing: entityInWords(event),
    from: event.origin === 'gateway' ? null : (names.get(event.origin) ?? event.origin),
    system: event.system?.name ?? names.get(event.origin) ?? 'a system',
    fields: fieldsInWords(event.changes.map(({ field }) => field)),
    message: event.message ?? '',
  });
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`.replace(/\.\.$/, '.');
}

/** How it is meant. */
export function eventTone({ kind }: Pick<EventRowFragment, 'kind'>): Tone {
  return TONES[kind] ?? 'plain';
}

function by(from: string | null): string {
  return from === null ? ' through the gateway' : ` in ${from}`;
}

function because(message: string): string {
  return message === '' ? '' : `: ${message}`;
}

/** `DOWN: no answer` begins with a state; other messages are sentences already. */
function healthMessage(message: string): string {
  const [state = '', ...rest] = message.split(': ');
  return isHealthState(state) ? `${HEALTH[state].words.toLowerCase()}${because(rest.join(': '))}` : message;
}
