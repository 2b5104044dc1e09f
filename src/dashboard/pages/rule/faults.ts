import { createContext, useContext } from 'react';
import { hasValue, isGroup, partsOfGroup, unwrapped } from './condition.ts';
import type { Action, Condition, Draft, Trigger } from './shape.ts';

/** What is wrong with a part of a rule: its place, such as `actions.0.title`, and words. */
export interface Fault {
  readonly place: string;
  readonly words: string;
}

/** The faults of the rule on the page. */
export const FaultsContext = createContext<readonly Fault[]>([]);

/** What is wrong with the part at that place or below it; null: nothing. */
export function useFault(place: string): string | null {
  const faults = useContext(FaultsContext);
  const found = faults.filter((fault) => fault.place === place || fault.place.startsWith(`${place}.`));
  return found.length === 0 ? null : found.map(({ words }) => words).join(' ');
}

/** A refusal of the graph, as a fault: its message begins with the place again, which the page shows by where it stands. */
export function faultOf({
  path,
  message,
}: {
  readonly path?: readonly string[] | null;
  readonly message: string;
}): Fault {
  const place = (path ?? []).slice(1).join('.');
  const words = message.startsWith(`${place} `) ? message.slice(place.length + 1) : message;
  return { place, words: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`.replace(/\.\.$/, '.') };
}

/** Parts that are still empty: what the page can say itself, in better words than the graph. */
export function gapsOf({ name, trigger, when, actions }: Draft): Fault[] {
  return [
    ...gap(name === '', 'name', 'Give it a name.'),
    ...triggerGaps(trigger),
    ...partsOfGroup(when).flatMap((part, i) => conditionGaps(part, placeOfPart('when', when, i))),
    ...gap(actions.length === 0, 'actions', 'Say what is to be done.'),
    ...actions.flatMap((action, i) => actionGaps(action, `actions.${i}`)),
  ];
}

/** The place of a condition in a group. */
export function placeOfPart(place: string, group: Condition, index: number): string {
  return `${place}.${'all' in group ? 'all' : 'any'}.${index}`;
}

function gap(isThere: boolean, place: string, words: string): Fault[] {
  return isThere ? [{ place, words }] : [];
}

function triggerGaps(trigger: Trigger): Fault[] {
  if ('every' in trigger)
    return [...time(trigger.every, 'trigger.every'), ...time(trigger.again ?? 0, 'trigger.again')];
  return [
    ...gap(trigger.kinds.length === 0, 'trigger.kinds', 'Choose what it is about.'),
    ...gap(trigger.on.length === 0, 'trigger.on', 'Choose what has to happen.'),
  ];
}

function conditionGaps(condition: Condition, at: string): Fault[] {
  const { isNot, inner } = unwrapped(condition);
  const place = isNot ? `${at}.not` : at;
  if (isGroup(inner)) {
    const parts = partsOfGroup(inner);
    const below = parts.flatMap((part, i) => conditionGaps(part, placeOfPart(place, inner, i)));
    return [...gap(parts.length === 0, place, 'Add a condition, or remove this group.'), ...below];
  }
  if ('tag' in inner) return gap(inner.tag.trim() === '', `${place}.tag`, 'Write the tag.');
  if ('heldBy' in inner) return [];
  return gap(hasValue(inner.is) && inner.value === '', `${place}.value`, 'Write what to compare with.');
}

function actionGaps(action: Action, place: string): Fault[] {
  switch (action.do) {
    case 'createTask':
      return [...text(action.title, `${place}.title`), ...time(action.dueInMs, `${place}.dueInMs`)];
    case 'createNote':
      return text(action.body, `${place}.body`);
    case 'addTags':
    case 'removeTags':
      return gap(action.tags.length === 0, `${place}.tags`, 'Write at least one tag.');
    case 'raiseAlert':
      return text(action.message, `${place}.message`);
    case 'callWebhook':
      return gap(action.target === '', `${place}.target`, 'Choose where the message goes.');
    case 'syncKinds':
      return gap(action.kinds.length === 0, `${place}.kinds`, 'Choose what to read.');
    case 'pullContact':
      return [];
  }
}

const text = (value: string, place: string) => gap(value.trim() === '', place, 'Write something here.');
const time = (ms: number, place: string) => gap(!Number.isFinite(ms), place, 'Write a number.');
