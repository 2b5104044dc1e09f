import { useEffect, useRef, useState } from 'react';
import { SearchField as AriaSearchField, Button, Input, Label } from 'react-aria-components';
import { after } from '../app/clock.ts';

/** Between two letters of somebody who types. */
const SETTLE_MS = 200;

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  /** Told when the typing rests; at once when it is emptied or Enter is pressed. */
  readonly onSearch: (text: string) => void;
}

/** Searches as one types. */
export function SearchField({ label, placeholder = '', value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const latest = useRef(onSearch);
  latest.current = onSearch;
  const tell = (search: string) => {
    told.current = search;
    latest.current(search);
  };

  // Changed from elsewhere, e.g. by going back.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tell` uses nothing that grows old
  useEffect(() => (text === told.current ? undefined : after(SETTLE_MS, () => tell(text))), [text]);

  return (
    <AriaSearchField className="field" value={text} onChange={setText} onSubmit={tell} onClear={() => tell('')}>
      <Label className="field-label">{label}</Label>
      <span className="search">
        <Input className="input" placeholder={placeholder} />
        {text !== '' && (
          <Button className="button button-quiet">
            <span aria-hidden="true">✕</span>
          </Button>
        )}
      </span>
    </AriaSearchField>
  );
}
