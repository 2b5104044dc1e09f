import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { systemClock } from '../../src/base/clock.ts';
import { loadSimulators } from '../../src/sources/generated/registry.ts';
import type { Person, Simulator } from '../../src/sources/simulator.ts';
import { type AnsweredCall, watchCalls } from './calls.ts';
import { followEvents } from './events.ts';
import { type BenchGateway, startBenchGateway } from './gateway.ts';

/** What a measurement is made on. `systems` absent: all; `profileDir`: where the gateway leaves its CPU profile. */
export interface BenchWorldOptions {
  readonly people: readonly Person[];
  readonly limited: boolean;
  readonly systems?: readonly string[];
  readonly profileDir: string | null;
  /** Hears of every call that a simulator answered. */
  readonly answered?: (call: AnsweredCall) => void;
}

/** Simulators in this process and a gateway over them in another. */
export interface BenchWorld {
  readonly simulators: ReadonlyMap<string, Simulator>;
  readonly gateway: BenchGateway;
  /** Resolves when the first pass over every system has ended. */
  synced(): Promise<void>;
  ask<T, V extends Record<string, unknown>>(document: TypedDocumentNode<T, V>, variables: V): Promise<T>;
  close(): Promise<void>;
}

/** Starts a world that polls once, at its start, and then waits for webhooks. */
export async function startBenchWorld(options: BenchWorldOptions): Promise<BenchWorld> {
  const { people, limited, systems, profileDir, answered } = options;
  const simulators = new Map<string, Simulator>();
  for (const { id, start } of await loadSimulators()) {
    if (systems && !systems.includes(id)) continue;
    const simulator = await start({ port: 0, people, clock: systemClock, limited });
    if (answered) watchCalls(id, simulator, answered);
    simulators.set(id, simulator);
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'tributary-bench-'));
  const settings = Object.assign({}, ...[...simulators.values()].map((simulator) => simulator.settings));
  const env = {
    ...settings,
    PORT: '0',
    DATA_DIR: dataDir,
    SYNC_EVERY: '24h',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: 'off',
    AUTH: 'off',
  };
  const gateway = await startBenchGateway({ env, limited, profileDir });
  for (const [id, simulator] of simulators) simulator.webhooks.url = `${gateway.url}/webhooks/${id}`;

  return {
    simulators,
    gateway,
    synced: () => synced(gateway.url, [...simulators.keys()]),
    async ask(document, variables) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: print(document), variables }),
      });
      const { data, errors } = (await response.json()) as { data: never; errors?: unknown };
      if (errors) throw new Error(`The gateway answered with errors: ${JSON.stringify(errors)}`);
      return data;
    },
    async close() {
      await gateway.close();
      await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function synced(url: string, systems: readonly string[]): Promise<void> {
  const missing = new Set(systems);
  return new Promise((resolve) => {
    const events = followEvents(url, { kinds: ['RUN_FINISHED'] }, ({ system }) => {
      missing.delete(system?.id ?? '');
      if (missing.size > 0) return;
      events.end();
      resolve();
    });
  });
}
