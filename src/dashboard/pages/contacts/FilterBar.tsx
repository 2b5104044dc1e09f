import { useState } from 'react';
import { useTagSuggestions } from '../../app/tags.ts';
import { Button } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Suggest } from '../../ui/Suggest.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { type Filters, isRestricted } from './filters.ts';

/** What no system is called. */
const ANY = '*';
const NONE: Filters = { search: '', system: null, missingIn: null, tag: null, hasConflict: false };

interface FilterBarProps {
  readonly filters: Filters;
  readonly systems: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filters: Filters) => void;
}

/** Says which contacts are wanted. */
export function FilterBar({ filters, systems, onChange }: FilterBarProps) {
  const named = systems.map(({ id, name }) => ({ id, label: name }));
  const chosen = (key: string) => (key === ANY ? null : key);
  return (
    <search className="filter-bar">
      <SearchField
        label="Search"
        placeholder="Name, e-mail, phone, town"
        value={filters.search}
        onSearch={(search) => onChange({ ...filters, search })}
      />
      <Select
        label="Held by"
        options={[{ id: ANY, label: 'Any system' }, ...named]}
        value={filters.system ?? ANY}
        onChange={(key) => onChange({ ...filters, system: chosen(key) })}
      />
      <Select
        label="Missing in"
        options={[{ id: ANY, label: 'No matter' }, ...named]}
        value={filters.missingIn ?? ANY}
        onChange={(key) => onChange({ ...filters, missingIn: chosen(key) })}
      />
      <TagFilter key={filters.tag} tag={filters.tag} onChange={(tag) => onChange({ ...filters, tag })} />
      <div className="filter-switches">
        <Toggle
          label="Systems disagree"
          isOn={filters.hasConflict}
          onChange={(hasConflict) => onChange({ ...filters, hasConflict })}
        />
        {isRestricted(filters) && (
          <Button tone="quiet" onPress={() => onChange(NONE)}>
            Show all
          </Button>
        )}
      </div>
    </search>
  );
}

interface TagFilterProps {
  readonly tag: string | null;
  readonly onChange: (tag: string | null) => void;
}

function TagFilter({ tag, onChange }: TagFilterProps) {
  const [text, setText] = useState(tag ?? '');
  const options = useTagSuggestions(text === tag ? '' : text);
  const type = (typed: string) => {
    setText(typed);
    if (typed === '' && tag !== null) onChange(null);
  };
  return <Suggest label="Tag" placeholder="Any tag" options={options} text={text} onText={type} onChoose={onChange} />;
}
