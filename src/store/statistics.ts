/** Keeps the database's knowledge of its own contents fresh enough to plan by. */
export interface Statistics {
  /** To be told after each transaction. */
  committed(): void;
  /** Resolves when no refreshing is under way. */
  settled(): Promise<void>;
}

const FIRST_REFRESH = 16;

/**
 * Refreshes after 16, 32, 64... transactions. A first backfill fills empty tables within seconds; planned by what was
 * known of the empty ones, lookups walk whole indexes. SQLite never looks by itself, PostgreSQL only after a minute.
 */
export function createStatistics(refresh: () => Promise<unknown>): Statistics {
  let commits = 0;
  let running: Promise<unknown> = Promise.resolve();
  // Old statistics make slow plans, not wrong answers: a failed refresh is as good as one not yet due.
  const tolerated = () => undefined;
  return {
    committed() {
      commits += 1;
      if (commits >= FIRST_REFRESH && Number.isInteger(Math.log2(commits))) running = refresh().catch(tolerated);
    },
    settled: () => running.then(tolerated),
  };
}
