import type { ReactNode } from 'react';
import type { SystemNames } from '../../words/event.ts';
import { FilterSelect } from './FilterSelect.tsx';
import { SearchField } from './SearchField.tsx';
import { type Filters, TIMES } from './use-filters.ts';

interface FilterBarProps {
  readonly filters: Filters;
  /** Absent: no filter by system. */
  readonly names?: SystemNames;
  /** What the text that is looked for may be, and its name in the address. */
  readonly search: { readonly label: string; readonly name: string };
  /** The filters that this log alone has. */
  readonly children: ReactNode;
}

/** What a log is narrowed down by. */
export function FilterBar({ filters, names, search, children }: FilterBarProps) {
  const [anyTime, ...times] = TIMES;
  return (
    <search className="filters">
      <SearchField {...search} filters={filters} />
      {names && (
        <FilterSelect
          label="System"
          name="system"
          filters={filters}
          any="All systems"
          options={[...names].map(([id, label]) => ({ id, label }))}
        />
      )}
      {children}
      <FilterSelect label="When" name="time" filters={filters} any={anyTime?.label ?? ''} options={times} />
    </search>
  );
}
