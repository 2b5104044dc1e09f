import { useSyncExternalStore } from 'react';
import { Segments } from '../../ui/Segments.tsx';
import { type Scheme, scheme } from './scheme.ts';

const OPTIONS: readonly { id: Scheme; label: string }[] = [
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'system', label: 'Auto' },
];

/** Chooses light or dark, on this device. */
export function SchemeSwitch() {
  const chosen = useSyncExternalStore(scheme.subscribe, scheme.get);
  return <Segments label="Colours" options={OPTIONS} value={chosen} onChange={scheme.set} />;
}
