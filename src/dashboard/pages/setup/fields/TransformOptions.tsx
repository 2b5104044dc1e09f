import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { linesOf, type Transform, type TransformOption, tableOf } from '../../../words/transform.ts';

interface TransformOptionsProps {
  readonly options: readonly TransformOption[];
  readonly transform: Transform;
  readonly onChange: (transform: Transform) => void;
}

/** The options of one transform to enter. */
export function TransformOptions({ options, transform, onChange }: TransformOptionsProps) {
  const set = ({ name, isOptional }: TransformOption, value: unknown) => {
    const { [name]: _before, ...others } = transform;
    const isLeftOut = isOptional && (value === '' || value === false || Number.isNaN(value));
    onChange({ ...others, do: transform.do, ...(!isLeftOut && { [name]: value }) });
  };
  return options.map((option) => (
    <OptionField
      key={option.name}
      option={option}
      value={transform[option.name]}
      onChange={(value) => set(option, value)}
    />
  ));
}

interface OptionFieldProps {
  readonly option: TransformOption;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function OptionField({ option: { label, help, as, choices = [] }, value, onChange }: OptionFieldProps) {
  const text = value === undefined || value === null ? '' : String(value);
  switch (as) {
    case 'choice':
      return <Select label={label} options={choices} value={text || null} onChange={onChange} />;
    case 'yes':
      return <Checkbox label={label} isSelected={value === true} onChange={onChange} />;
    case 'lines':
      // What is typed stays as it is typed, whatever it is understood as meanwhile.
      return (
        <TextField
          label={label}
          description={help}
          rows={4}
          defaultValue={linesOf(value)}
          onChange={(lines) => onChange(tableOf(lines))}
        />
      );
    case 'number':
      return (
        <TextField
          label={label}
          description={help}
          value={text}
          onChange={(typed) => onChange(Number.parseInt(typed, 10))}
        />
      );
    case 'text':
      return <TextField label={label} description={help} value={text} onChange={onChange} />;
  }
}
