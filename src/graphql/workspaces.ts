import type { KeptWorkspace } from '../store/access-store.ts';

/** The workspaces of an installation, for its operator. */
export interface Workspaces {
  /** The operator's own first. */
  all(): Promise<readonly KeptWorkspace[]>;
  /** Makes one and puts it to work; rejects with DUPLICATE where there is one of that id. */
  create(id: string, name: string): Promise<KeptWorkspace>;
}

const ID = /^[a-z][a-z0-9-]{1,39}$/;

/** What is wrong with the id of a new workspace, in words that follow it; null where nothing is. It stands in addresses. */
export function refusedWorkspaceId(id: string): string | null {
  return ID.test(id) ? null : 'must be 2 to 40 small letters, digits and dashes, and begin with a letter';
}
