import type { Row } from '../../simulator.ts';
import { annotationView } from './annotation-view.ts';
import type { Emit } from './emit.ts';
import { SERVICE_USER, stamp, urlOf, type World } from './world.ts';

/** How annotations change. Only a change of status is told to hooks. */
export interface Annotations {
  /** Changes fields and stamps modified_at, as every call on an annotation does. */
  touch(annotation: Row, patch: Row): Row;
  /** Moves an annotation to another status, with that status's own stamps. */
  move(annotation: Row, status: string, patch?: Row): Row;
  /** Tells hooks that an annotation is no longer in its previous status. */
  tellStatus(annotation: Row, previous: unknown): void;
}

/** The time and the person that a status leaves behind, where it does. */
const STAMPS: Readonly<Record<string, readonly string[]>> = {
  reviewing: ['assigned_at'],
  confirmed: ['confirmed_at', 'confirmed_by'],
  exported: ['exported_at', 'exported_by'],
  failed_export: ['export_failed_at'],
  rejected: ['rejected_at', 'rejected_by'],
  deleted: ['deleted_at', 'deleted_by'],
  purged: ['purged_at', 'purged_by'],
};

/** The stamps of every status, none of them set. */
export const NO_STAMPS: Row = Object.fromEntries(
  Object.values(STAMPS)
    .flat()
    .map((field) => [field, null]),
);

/** The annotations of an organisation and their rules. */
export function createAnnotations(world: World, emit: Emit): Annotations {
  const now = () => stamp(world.clock.now());
  const user = () => urlOf(world, 'users', SERVICE_USER);

  function touch(annotation: Row, patch: Row): Row {
    const modified = { modified_at: now(), modifier: user(), modified_by: user() };
    return world.annotations.change(String(annotation.id), { ...modified, ...patch }) ?? annotation;
  }

  function tellStatus(annotation: Row, previous: unknown): void {
    emit('annotation_status.changed', { ...annotationView(annotation), previous_status: previous });
  }

  function move(annotation: Row, status: string, patch: Row = {}): Row {
    const fields = STAMPS[status] ?? [];
    const stamps = Object.fromEntries(fields.map((field) => [field, field.endsWith('_at') ? now() : user()]));
    const moved = touch(annotation, { ...stamps, ...patch, status });
    tellStatus(moved, annotation.status);
    return moved;
  }

  return { touch, move, tellStatus };
}
