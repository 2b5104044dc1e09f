import { useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { notices, unsay } from './notices.ts';

/** Where what was said with `say` appears: one live region for the whole dashboard, always there. */
export function Notices() {
  const shown = useSyncExternalStore(notices.subscribe, notices.get);
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map(({ id, text, tone }) => (
        <div key={id} className={`notice notice-${tone}`}>
          <span>{text}</span>
          <Button tone="quiet" aria-label={`Close: ${text}`} onPress={() => unsay(id)}>
            <span aria-hidden="true">✕</span>
          </Button>
        </div>
      ))}
    </div>
  );
}
