import {
  Select as AriaSelect,
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';

interface MultiSelectProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly values: readonly string[];
  readonly onChange: (ids: string[]) => void;
  /** Stands there while nothing is chosen: what that means. */
  readonly placeholder?: string;
  /** What is wrong with it, in words; null: nothing. */
  readonly error?: string | null;
}

/** Several of a few; what is chosen stands in the order of the list. */
export function MultiSelect({
  label,
  options,
  values,
  onChange,
  placeholder = 'Choose',
  error = null,
}: MultiSelectProps) {
  const strange = values.filter((value) => !options.some(({ id }) => id === value));
  const all = [...options, ...strange.map((id) => ({ id, label: id }))];
  const chosen = all.filter(({ id }) => values.includes(id)).map((option) => option.label);
  const choose = (keys: readonly unknown[]) => onChange(all.map(({ id }) => id).filter((id) => keys.includes(id)));
  return (
    <AriaSelect
      className="field"
      selectionMode="multiple"
      value={[...values]}
      onChange={choose}
      isInvalid={error !== null}
    >
      <Label className="field-label">{label}</Label>
      <Button className="input select">
        <SelectValue>{() => (chosen.length === 0 ? placeholder : listed.format(chosen))}</SelectValue>
        <span aria-hidden="true" className="select-arrow" />
      </Button>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox className="options" items={all}>
          {(option) => (
            <ListBoxItem className="option option-many" textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

const listed = new Intl.ListFormat('en-GB', { type: 'disjunction' });
