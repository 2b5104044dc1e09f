import { createStore } from '../store.ts';

const SCHEMES = ['system', 'light', 'dark'] as const;
/** Light, dark, or as the device has it. */
export type Scheme = (typeof SCHEMES)[number];

const PLACE = 'tributary.scheme';
const remembered = localStorage.getItem(PLACE);

/** The one chosen on this device. */
export const scheme = createStore<Scheme>(SCHEMES.find((name) => name === remembered) ?? 'system');

const show = () => {
  document.documentElement.dataset.scheme = scheme.get();
};
show();
scheme.subscribe(() => {
  localStorage.setItem(PLACE, scheme.get());
  show();
});
