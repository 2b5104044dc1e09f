import { Button } from '../../ui/Button.tsx';
import { useSession } from '../session/context.ts';

/** Who is here, in which workspace, and the way out. */
export function Caller() {
  const { viewer, signOut } = useSession();
  return (
    <div className="caller">
      <p>
        <span className="caller-name">{viewer.id === null ? 'Open to everybody' : viewer.name}</span>
        <span className="quiet">Workspace {viewer.workspace}</span>
      </p>
      {signOut && (
        <Button tone="quiet" onPress={signOut}>
          Sign out
        </Button>
      )}
    </div>
  );
}
