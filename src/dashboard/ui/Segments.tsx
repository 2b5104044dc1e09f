import { Label, Radio, RadioGroup } from 'react-aria-components';

interface SegmentsProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One of two or three, all in sight. */
export function Segments<Id extends string>({ label, options, value, onChange }: SegmentsProps<Id>) {
  const choose = (chosen: string) => {
    const option = options.find(({ id }) => id === chosen);
    if (option) onChange(option.id);
  };
  return (
    <RadioGroup className="segments" value={value} onChange={choose} orientation="horizontal">
      <Label className="sr-only">{label}</Label>
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className="segment">
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
