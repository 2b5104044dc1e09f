import { useRef } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { askable, useTerms } from './terms.ts';
import { COMMON_WORDS } from './words.ts';

interface TemplateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What the rule is about: its fields can be put into the text. */
  readonly kinds: readonly string[];
  readonly error?: string | null;
  readonly rows?: number;
}

/** A text that may hold words in double braces, which are filled in each time; a menu puts them where the cursor is. */
export function TemplateField({ label, value, onChange, kinds, error = null, rows }: TemplateFieldProps) {
  const terms = useTerms();
  const place = useRef<HTMLDivElement>(null);
  const insert = (word: string) => {
    const input = place.current?.querySelector<HTMLInputElement>('input, textarea');
    const [start, end] = [input?.selectionStart ?? value.length, input?.selectionEnd ?? value.length];
    onChange(`${value.slice(0, start)}{{${word}}}${value.slice(end)}`);
  };
  return (
    <div className="template" ref={place}>
      <TextField label={label} value={value} onChange={onChange} error={error} {...(rows !== undefined && { rows })} />
      <MenuTrigger>
        <Button tone="quiet" aria-label={`Insert… into the ${label.toLowerCase()}`}>
          Insert…
        </Button>
        <Popover className="popover">
          <Menu
            className="options"
            items={[...COMMON_WORDS, ...askable(terms, kinds)]}
            onAction={(key) => insert(String(key))}
          >
            {(word) => <MenuItem className="option">{word.label}</MenuItem>}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
