import { Select } from '../../ui/Select.tsx';
import type { Filters } from './use-filters.ts';

interface FilterSelectProps {
  readonly label: string;
  readonly name: string;
  readonly filters: Filters;
  /** What stands there where it does not restrict. */
  readonly any: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** A filter with a few values. */
export function FilterSelect({ label, name, filters, any, options }: FilterSelectProps) {
  return (
    <Select
      label={label}
      value={filters.get(name)}
      onChange={(id) => filters.set(name, id)}
      options={[{ id: '', label: any }, ...options]}
    />
  );
}
