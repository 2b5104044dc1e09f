import { type ReactNode, useEffect, useState } from 'react';
import { Provider } from 'urql';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SessionContext } from './context.ts';
import { credential } from './credential.ts';
import { SignIn } from './SignIn.tsx';
import { findOut, type Standing, UNKNOWN } from './standing.ts';

/** Shows what is below it to whoever the gateway lets in; to others where to sign in. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  // An object, so that the same key entered again is asked about again.
  const [shown, setShown] = useState(() => ({ secret: credential.get() }));
  const [standing, setStanding] = useState<Standing>(UNKNOWN);

  useEffect(() => findOut(shown.secret, setStanding), [shown]);

  const show = (secret: string | null) => {
    credential.set(secret);
    setShown({ secret });
  };

  switch (standing.is) {
    case 'out':
      return <SignIn why={standing.why} onSignIn={show} />;
    case 'unknown':
      return (
        <main className="alone">
          {standing.problem ? (
            <ErrorState {...standing.problem} isTryingAgain />
          ) : (
            <Loading what="Finding out who you are" />
          )}
        </main>
      );
    case 'in': {
      const { clients, viewer } = standing;
      const session = {
        ...clients,
        viewer,
        may: (scope: string) => viewer.scopes.includes(scope),
        signOut: shown.secret === null ? null : () => show(null),
      };
      return (
        <Provider value={clients.graph}>
          <SessionContext value={session}>{children}</SessionContext>
        </Provider>
      );
    }
  }
}
