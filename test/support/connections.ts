import type { ConnectionStore, KeptConnection } from '../../src/store/access-store.ts';

interface Row extends KeptConnection {
  readonly leasedUntil: number | null;
}

/** The connections of a workspace in memory, for tests of what is done with them. */
export function createMemoryConnections(): ConnectionStore {
  const rows = new Map<string, Row>();

  const shown = ({ leasedUntil, ...kept }: Row): KeptConnection => structuredClone(kept);
  /** Changes the row where it is of that version. */
  const change = (system: string, version: number, patch: Partial<Row>): boolean => {
    const row = rows.get(system);
    if (row?.tokensVersion !== version) return false;
    rows.set(system, { ...row, ...structuredClone(patch) });
    return true;
  };

  return {
    all: async () => [...rows.values()].map(shown),
    async get(system) {
      const row = rows.get(system);
      return row ? shown(row) : null;
    },
    async put(connection) {
      const tokensVersion = (rows.get(connection.system)?.tokensVersion ?? 0) + 1;
      rows.set(connection.system, { ...structuredClone(connection), tokensVersion, refused: null, leasedUntil: null });
    },
    async remove(system) {
      rows.delete(system);
    },
    async leaseTokens({ system, version, now, leaseMs }) {
      const leasedUntil = rows.get(system)?.leasedUntil ?? null;
      return (leasedUntil === null || leasedUntil <= now) && change(system, version, { leasedUntil: now + leaseMs });
    },
    renewTokens: async ({ system, version, tokens }) =>
      change(system, version, { tokens, tokensVersion: version + 1, leasedUntil: null }),
    async releaseTokens(system, version) {
      change(system, version, { leasedUntil: null });
    },
    async refuse(system, refused) {
      const row = rows.get(system);
      if (!row) return;
      rows.set(system, { ...row, refused, tokens: null, tokensVersion: row.tokensVersion + 1, leasedUntil: null });
    },
  };
}
