import { Problem } from '../base/errors.ts';
import { WORKSPACE } from '../config.ts';
import type { Gateway } from '../graphql/context.ts';
import type { Workspaces } from '../graphql/workspaces.ts';
import type { KeptWorkspace } from '../store/access-store.ts';
import type { Platform } from './platform.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const MAIN: KeptWorkspace = { id: WORKSPACE, name: 'Default', createdAt: 0 };

/** The workspaces of one gateway, each opened once and kept open. */
export interface Directory {
  /** The workspace that the environment describes. */
  readonly main: Gateway;
  /** The gateway of that workspace, also of one that another process made; null where there is none. */
  find(id: string): Promise<Gateway | null>;
  /** Those that are open. */
  open(): readonly Gateway[];
  /** Puts all of them to work; resolves when the main one is, the others follow. */
  start(): Promise<void>;
  /** Lets nothing begin any more that nobody asks for. */
  stop(): void;
  endStreams(): void;
  /** Resolves when nothing is under way that nobody asks for. */
  ended(): Promise<void>;
  /** Breaks off what waits for a system. */
  breakOff(): void;
  /** To be called last. */
  close(): Promise<void>;
}

/** Opens the main workspace; the others are opened when they are started or first asked for. */
export async function openDirectory(platform: Platform): Promise<Directory> {
  const { clock, log, stopping } = platform;
  const kept = platform.database.workspaces;
  const opened = new Map<string, Workspace>();
  const opening = new Map<string, Promise<Workspace>>();
  let started = false;
  let following: Promise<void> = Promise.resolve();

  async function openOne(workspace: KeptWorkspace): Promise<Workspace> {
    const one = await openWorkspace(platform, workspace, workspace === MAIN ? workspaces : null);
    opened.set(workspace.id, one);
    if (stopping.aborted) one.stop();
    else if (started) one.start();
    return one;
  }

  function openOnce(workspace: KeptWorkspace): Promise<Workspace> {
    const known = opening.get(workspace.id) ?? openOne(workspace);
    opening.set(workspace.id, known);
    // What failed may go well the next time.
    known.catch(() => opening.delete(workspace.id));
    return known;
  }

  const workspaces: Workspaces = {
    all: async () => [MAIN, ...(await kept.all())],
    async create(id, name) {
      const workspace: KeptWorkspace = { id, name, createdAt: clock.now() };
      if (id === WORKSPACE || !(await kept.add(workspace)))
        throw new Problem('DUPLICATE', `There is a workspace "${id}" already; choose another id`, 'never', {
          path: ['input', 'id'],
        });
      await openOnce(workspace);
      return workspace;
    },
  };

  function each(act: (workspace: Workspace) => void): void {
    for (const workspace of opened.values()) act(workspace);
  }

  async function openOthers(): Promise<void> {
    for (const workspace of await kept.all()) {
      if (stopping.aborted) return;
      await openOnce(workspace).catch((error) =>
        log.error({ workspace: workspace.id, err: error }, 'a workspace could not be opened'),
      );
    }
  }

  const main = await openOnce(MAIN);
  return {
    main: main.gateway,
    async find(id) {
      const known = opening.get(id);
      if (known) return (await known).gateway;
      const workspace = await kept.get(id);
      return workspace && (await openOnce(workspace)).gateway;
    },
    open: () => [...opened.values()].map(({ gateway }) => gateway),
    async start() {
      started = true;
      each((workspace) => workspace.start());
      following = openOthers();
    },
    stop: () => each((workspace) => workspace.stop()),
    endStreams: () => each((workspace) => workspace.endStreams()),
    breakOff: () => each((workspace) => workspace.breakOff()),
    async ended() {
      await following;
      await Promise.allSettled(opening.values());
      await Promise.all([...opened.values()].map((workspace) => workspace.ended()));
    },
    async close() {
      await Promise.all([...opened.values()].map((workspace) => workspace.close()));
    },
  };
}
