/** A field's value and when it was set. */
interface Mine {
  value: string;
  at: number;
}

/** One system as the model sees it: what its record says, what of that was last agreed, and when it says it was changed. */
interface Theirs {
  row: Record<string, string>;
  base: Record<string, string>;
  changedAt: number;
  /** False: it does not say, so it changed when it was looked at. */
  readonly stamps: boolean;
}

/** The rules by which one contact is merged, said once more and as short as they can be. Everything happens one after the other. */
export interface MergeModel {
  readonly entity: Record<string, Mine>;
  readonly systems: Record<string, Theirs>;
  /** Fields that two sides changed at the very same time: a person must decide, and any side may stand. */
  readonly disputed: Set<string>;
  /** Somebody changes a field in a system; nobody has noticed yet. */
  edit(system: string, field: string, value: string, now: number): void;
  /** A caller changes a field: written to every system at once. */
  call(field: string, value: string, now: number): void;
  /** The gateway reads the record in that system. */
  look(system: string, now: number): void;
}

/** A contact that all these systems hold alike, made at `now`; `places` are the fields of each, and whether it stamps changes. */
export function createMergeModel(
  places: Readonly<Record<string, { readonly fields: readonly string[]; readonly stamps: boolean }>>,
  initial: Readonly<Record<string, string>>,
  now: number,
): MergeModel {
  const entity = Object.fromEntries(Object.entries(initial).map(([field, value]) => [field, { value, at: now }]));
  const systems: Record<string, Theirs> = {};
  for (const [id, { fields, stamps }] of Object.entries(places)) {
    const row = Object.fromEntries(fields.map((field) => [field, initial[field] ?? '']));
    systems[id] = { row, base: { ...row }, changedAt: now, stamps };
  }
  const disputed = new Set<string>();

  function look(id: string, at: number): void {
    const theirs = systems[id] as Theirs;
    const changed: string[] = [];
    for (const [field, value] of Object.entries(theirs.row)) {
      const mine = entity[field] as Mine;
      const stamp = theirs.stamps ? theirs.changedAt : at;
      if (value !== theirs.base[field] && value !== mine.value) {
        const isNews = mine.value === theirs.base[field];
        if (!isNews && stamp === mine.at) disputed.add(field);
        if (isNews || stamp > mine.at) Object.assign(mine, { value, at: stamp });
        changed.push(field);
      }
      theirs.base[field] = value;
    }
    for (const field of changed) for (const other of Object.keys(systems)) tell(other, field, at);
  }

  /** What another made of it is written only over what has been looked at. */
  function tell(id: string, field: string, at: number): void {
    const theirs = systems[id] as Theirs;
    if (theirs.base[field] === undefined || theirs.base[field] === entity[field]?.value) return;
    look(id, at);
    write(id, field, at);
  }

  function write(id: string, field: string, at: number): void {
    const theirs = systems[id] as Theirs;
    const value = entity[field]?.value;
    if (value === undefined || theirs.base[field] === undefined || theirs.base[field] === value) return;
    theirs.row[field] = theirs.base[field] = value;
    theirs.changedAt = at;
    // The answer to the write shows the whole record.
    look(id, at);
  }

  return {
    entity,
    systems,
    disputed,
    look,
    edit(id, field, value, at) {
      const theirs = systems[id] as Theirs;
      theirs.row[field] = value;
      theirs.changedAt = at;
    },
    call(field, value, at) {
      if (entity[field]?.value === value) return;
      entity[field] = { value, at };
      for (const id of Object.keys(systems)) write(id, field, at);
    },
  };
}
