import { ComboBox, FieldError, Input, type Key, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';

interface SuggestProps {
  readonly label: string;
  /** What fits the text, as the caller found it. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly text: string;
  readonly onText: (text: string) => void;
  /** One of the options was taken. */
  readonly onChoose?: (label: string) => void;
  readonly placeholder?: string;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
}

/** A text to enter, with what there is already to choose from. */
export function Suggest({ label, options, text, onText, onChoose, error = null, ...props }: SuggestProps) {
  const { placeholder = '', autoFocus = false } = props;
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key);
    if (!option) return;
    onText(option.label);
    onChoose?.(option.label);
  };
  return (
    <ComboBox
      className="field"
      items={options}
      inputValue={text}
      onInputChange={onText}
      onSelectionChange={choose}
      selectedKey={null}
      defaultFilter={() => true}
      menuTrigger="focus"
      isInvalid={error !== null}
      autoFocus={autoFocus}
      allowsCustomValue
    >
      <Label className="field-label">{label}</Label>
      <Input className="input" placeholder={placeholder} />
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox<{ id: string; label: string }> className="options">
          {(option) => (
            <ListBoxItem className="option" textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
