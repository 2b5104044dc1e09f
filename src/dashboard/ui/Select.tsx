import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';

interface SelectProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a few. */
export function Select({ label, options, value, onChange, placeholder = 'Choose', isDisabled = false }: SelectProps) {
  const choose = (key: Key | null) => {
    if (key !== null) onChange(String(key));
  };
  return (
    <AriaSelect className="field" value={value} onChange={choose} placeholder={placeholder} isDisabled={isDisabled}>
      <Label className="field-label">{label}</Label>
      <Button className="input select">
        <SelectValue />
        <span aria-hidden="true" className="select-arrow" />
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={options}>
          {(option) => <ListBoxItem className="option">{option.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
