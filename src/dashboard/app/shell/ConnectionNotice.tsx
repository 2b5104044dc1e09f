import { useEffect, useState, useSyncExternalStore } from 'react';
import { after } from '../clock.ts';
import { useSession } from '../session/context.ts';

/** What comes back within that is no matter for anybody. */
const GRACE_MS = 800;

/** Says while the live connection is lost, and goes when it is back. */
export function ConnectionNotice() {
  const { state } = useSession().socket;
  const isLost = useSyncExternalStore(state.subscribe, state.get) === 'lost';
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (isLost) return after(GRACE_MS, () => setShown(true));
    setShown(false);
    return undefined;
  }, [isLost]);
  return (
    <div role="status" className="connection">
      {isShown && (
        <p className="notice notice-warn">
          Connection lost, trying again. Nothing is lost: what happens meanwhile is shown when it is back.
        </p>
      )}
    </div>
  );
}
