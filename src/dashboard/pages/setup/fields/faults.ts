/** What is wrong with rows: by the row's place, and what belongs to none. */
export interface RowFaults {
  readonly byRow: ReadonlyMap<number, readonly string[]>;
  readonly others: readonly string[];
}

interface Complaint {
  readonly path?: readonly string[] | null | undefined;
  readonly code: string;
  readonly message: string;
}

/** Sorts what the gateway says by rows: a path such as input.rows.3.transforms leads to one. What asks for a confirmation is no fault. */
export function rowFaults(complaints: readonly Complaint[]): RowFaults {
  const byRow = new Map<number, readonly string[]>();
  const others: string[] = [];
  for (const { path, code, message } of complaints) {
    if (code === 'CONFIRM_NEEDED') continue;
    const at = path?.indexOf('rows') ?? -1;
    const row = at < 0 ? Number.NaN : Number(path?.[at + 1] ?? Number.NaN);
    if (Number.isNaN(row)) others.push(message);
    else byRow.set(row, [...(byRow.get(row) ?? []), message]);
  }
  return { byRow, others };
}
