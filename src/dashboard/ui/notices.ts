import { after } from '../app/clock.ts';
import { createStore } from '../app/store.ts';
import type { Tone } from './Badge.tsx';

/** Something said beside the page, for a while. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
}

/** What is said just now; `Notices` shows it. */
export const notices = createStore<readonly Notice[]>([]);

const SHOWN_MS = 8_000;
let last = 0;

/** Says what came of something, on the screen and to screen readers, wherever the caller is; what is bad stays until it is closed. */
export function say(text: string, tone: Tone = 'good'): void {
  last += 1;
  const id = last;
  notices.set([...notices.get(), { id, text, tone }]);
  if (tone !== 'bad') after(SHOWN_MS, () => unsay(id));
}

/** Takes it back. */
export function unsay(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id));
}
