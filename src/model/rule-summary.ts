import { inWords } from './condition.ts';
import type { Action, Happening, Rule, Trigger } from './rule.ts';

const SECOND = 1_000;

/** What an action does, for people. */
export function actionInWords(action: Action): string {
  switch (action.do) {
    case 'createTask':
      return `create the task "${action.title}"${action.unlessOpen ? ' unless it is open already' : ''}`;
    case 'createNote':
      return `write the note "${action.title ?? shortened(action.body)}"`;
    case 'addTags':
      return `add the ${tagsInWords(action.tags)}`;
    case 'removeTags':
      return `remove the ${tagsInWords(action.tags)}`;
    case 'raiseAlert':
      return `raise the alert "${shortened(action.message)}"`;
    case 'callWebhook':
      return `call the webhook ${action.target}${action.message ? ` with "${shortened(action.message)}"` : ''}`;
    case 'pullContact':
      return 'read the contact again in the other systems and write what differs';
    case 'syncKinds':
      return `read the ${action.kinds.map((kind) => `${kind}s`).join(' and ')} of ${action.systems?.join(' and ') ?? 'every system'}`;
  }
}

/** Tags with the word before them. */
export function tagsInWords(tags: readonly string[]): string {
  return `tag${tags.length > 1 ? 's' : ''} ${tags.join(', ')}`;
}

/** The whole rule in one sentence made of its parts: what is in force, whatever its name says. */
export function summary({ trigger, when, actions }: Pick<Rule, 'trigger' | 'when' | 'actions'>): string {
  const condition = when ? `, if ${inWords(when)}` : '';
  return `${occasion(trigger)}${condition}: ${actions.map(actionInWords).join('; ')}.`;
}

type Answering = Extract<Trigger, { on: unknown }>;

function occasion(trigger: Trigger): string {
  if ('every' in trigger) return `Every ${duration(trigger.every)}${trigger.kind ? `, for each ${trigger.kind}` : ''}`;
  const changes = trigger.on.filter((one) => PLAIN[one] !== undefined).flatMap((one) => PLAIN[one] ?? []);
  const others = trigger.on.flatMap((one) => special(one, trigger) ?? []);
  return `When ${[...(changes.length > 0 ? [plainly(trigger, changes)] : []), ...others].join(', or ')}${whose(trigger)}`;
}

const PLAIN: Readonly<Partial<Record<Happening, string>>> = {
  created: 'created',
  changed: 'changed',
  deleted: 'deleted',
};

/** 'phone, email of a contact is changed' speaks of fields; where other things count too, the fields are said of the change alone. */
function plainly({ kinds, fields }: Answering, changes: readonly string[]): string {
  const what = `a ${kinds.join(' or ')}`;
  if (!fields || !changes.includes('changed')) return `${what} is ${changes.join(' or ')}`;
  const change = `${fields.join(', ')} of ${what} is changed`;
  const others = changes.filter((one) => one !== 'changed');
  return others.length > 0 ? `${what} is ${others.join(' or ')}, or ${change}` : change;
}

function special(happening: Happening, { kinds, fields, tags, systems }: Answering): string | null {
  const what = `a ${kinds.join(' or ')}`;
  const tag = tags ? `the tag ${tags.join(' or ')}` : 'a tag';
  switch (happening) {
    case 'tagAdded':
      return `${what} gets ${tag}`;
    case 'tagRemoved':
      return `${what} loses ${tag}`;
    case 'conflictOpened':
      return `systems disagree about ${fields ? `${fields.join(', ')} of ` : ''}${what}`;
    case 'deliveryFailed':
      return `${what} cannot be written to ${systems?.join(' or ') ?? 'a system'}`;
    case 'recordQuarantined':
      return `${what} of ${systems?.join(' or ') ?? 'a system'} is set aside because it changes too often`;
    default:
      return null;
  }
}

function whose({ origins }: Answering): string {
  if (origins === 'systems') return ' in a system';
  return origins ? ` in ${origins.join(' or ')}` : '';
}

/** A time as people say it, in the largest unit that it is a whole number of. */
export function duration(ms: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const;
  const [unit, size] = units.find(([, whole]) => ms >= whole && ms % whole === 0) ?? (['second', SECOND] as const);
  const count = Math.round(ms / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
