import type { DashboardViewerQuery } from '../../../client/generated/graphql.ts';
import { pause } from '../clock.ts';
import { codeOf, type Explained, explain } from '../problem.ts';
import { type Clients, createClients } from './clients.ts';
import { authorizationOf, credential } from './credential.ts';
import { DashboardViewer } from './viewer.ts';

/** How far it is known who stands there. `why` is what the gateway said to the key they showed; null where they showed none. */
export type Standing =
  | { readonly is: 'unknown'; readonly problem: Explained | null }
  | { readonly is: 'in'; readonly viewer: DashboardViewerQuery['viewer']; readonly clients: Clients }
  | { readonly is: 'out'; readonly why: string | null };

/** Before anybody was asked. */
export const UNKNOWN: Standing = { is: 'unknown', problem: null };

const AGAIN_MS = 3_000;
const ALLOWS_NOTHING = 'The key is known, but it allows nothing that is shown here';

/** Asks the gateway who that is, until it answers, and tells of a later end too; answers what ends all of it. */
export function findOut(secret: string | null, tell: (standing: Standing) => void): () => void {
  let isOver = false;
  const leave = (why: string) => {
    if (isOver) return;
    credential.set(null);
    tell({ is: 'out', why: secret === null ? null : why });
  };
  const clients = createClients(secret === null ? null : authorizationOf(secret), leave);

  async function ask(): Promise<void> {
    tell(UNKNOWN);
    while (!isOver) {
      const { data, error } = await clients.graph.query(DashboardViewer, {}).toPromise();
      if (isOver) return;
      if (data) return tell({ is: 'in', viewer: data.viewer, clients });
      const codes = error?.graphQLErrors.map(codeOf) ?? [];
      if (codes.includes('FORBIDDEN')) return leave(ALLOWS_NOTHING);
      // The clients have told of it already.
      if (codes.includes('UNAUTHORIZED')) return;
      if (error) tell({ is: 'unknown', problem: explain(error) });
      await pause(AGAIN_MS);
    }
  }

  void ask();
  return () => {
    isOver = true;
    void clients.socket.client.dispose();
  };
}
