import { Suspense } from 'react';
import { RouterProvider } from 'react-aria-components';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Loading } from '../ui/Loading.tsx';
import { NoPage } from './NoPage.tsx';
import { navigate, useAddress } from './router/history.ts';
import { routeAt } from './router/routes.ts';
import { SessionGate } from './session/SessionGate.tsx';
import { Shell } from './shell/Shell.tsx';

/** The dashboard. */
export function App() {
  return (
    <RouterProvider navigate={(href) => navigate(href)}>
      <ErrorBoundary>
        <SessionGate>
          <CurrentPage />
        </SessionGate>
      </ErrorBoundary>
    </RouterProvider>
  );
}

function CurrentPage() {
  const { path } = useAddress();
  const found = routeAt(path);
  return (
    <Shell path={path}>
      <ErrorBoundary key={path}>
        <Suspense fallback={<Loading what="Opening the page" />}>
          {found ? <found.route.Page parameters={found.parameters} /> : <NoPage />}
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}
