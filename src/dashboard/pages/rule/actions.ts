import type { Action } from './shape.ts';

const DAY_MS = 86_400_000;

/** An action of that sort with nothing in it yet. */
export function blankAction(what: string): Action {
  switch (what) {
    case 'createNote':
      return { do: what, body: '' };
    case 'addTags':
    case 'removeTags':
      return { do: what, tags: [] };
    case 'raiseAlert':
      return { do: what, message: '' };
    case 'callWebhook':
      return { do: what, target: '' };
    case 'pullContact':
      return { do: what };
    case 'syncKinds':
      return { do: what, kinds: [] };
    default:
      return { do: 'createTask', title: '', dueInMs: DAY_MS, unlessOpen: true };
  }
}
