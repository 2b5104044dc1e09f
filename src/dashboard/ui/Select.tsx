import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';

/** One that can be chosen. */
export interface SelectOption {
  readonly id: string;
  readonly label: string;
  /** A word more about it, shown in the list only. */
  readonly detail?: string | undefined;
}

interface SelectProps {
  readonly label: string;
  readonly options: readonly SelectOption[];
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
          {({ label: text, detail }) => (
            <ListBoxItem className="option" textValue={text}>
              <Text slot="label">{text}</Text>
              {detail !== undefined && (
                <Text slot="description" className="option-detail">
                  {detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
