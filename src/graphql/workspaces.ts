import type { KeptWorkspace } from '../store/access-store.ts';
import { type InputError, invalid } from './errors.ts';

/** The workspaces of an installation, for its operator. */
export interface Workspaces {
  /** The operator's own first. */
  all(): Promise<readonly KeptWorkspace[]>;
  /** Makes one and puts it to work; rejects with DUPLICATE where there is one of that id. */
  create(id: string, name: string): Promise<KeptWorkspace>;
}

/** It stands in addresses. */
const ID = /^[a-z][a-z0-9-]{1,39}$/;
const LONGEST_NAME = 100;

/** Everything that is wrong with what a new workspace is to be called. */
export function wrongInWorkspace({ id, name }: Pick<KeptWorkspace, 'id' | 'name'>): InputError[] {
  const length = name.trim().length;
  return [
    ...(ID.test(id)
      ? []
      : [invalid(['id'], 'must be 2 to 40 small letters, digits and dashes, and begin with a letter')]),
    ...(length === 0 || length > LONGEST_NAME ? [invalid(['name'], `must have 1 to ${LONGEST_NAME} characters`)] : []),
  ];
}
