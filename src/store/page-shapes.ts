/** Where a page starts: behind (or before) this position of the ordering. */
export interface Position {
  readonly value: string | number | null;
  readonly id: string;
}

/** One page in either direction; `forward` false takes the last `limit` before `from`, still in list order. */
export interface PageRequest {
  readonly limit: number;
  readonly forward: boolean;
  readonly from: Position | null;
}

/** `positions[i]` is where `items[i]` stands; `more` says whether the list goes on in the direction asked. */
export interface PageResult<T> {
  readonly items: readonly T[];
  readonly positions: readonly Position[];
  readonly total: number;
  readonly more: boolean;
}
