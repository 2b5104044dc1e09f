import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly description?: string | undefined;
  /** What is wrong with it, in words; null: nothing. */
  readonly error?: string | null;
  readonly placeholder?: string;
  /** More than one line. */
  readonly rows?: number;
}

/** A text to enter, with its label, a word of help and what is wrong with it. */
export function TextField({ label, description, error = null, placeholder = '', rows, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} className="field" isInvalid={error !== null}>
      <Label className="field-label">{label}</Label>
      {rows === undefined ? (
        <Input className="input" placeholder={placeholder} />
      ) : (
        <TextArea className="input" placeholder={placeholder} rows={rows} />
      )}
      {description !== undefined && (
        <Text slot="description" className="field-help">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
