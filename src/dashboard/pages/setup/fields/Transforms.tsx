import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TRANSFORMS, type Transform } from '../../../words/transform.ts';
import { TransformOptions } from './TransformOptions.tsx';

interface TransformsProps {
  readonly transforms: readonly Transform[];
  readonly onChange: (transforms: readonly Transform[]) => void;
}

const CHOICES = TRANSFORMS.map(({ do: id, label }) => ({ id, label }));

/** What is done with a value on its way, step by step. */
export function Transforms({ transforms, onChange }: TransformsProps) {
  const add = (id: string) => {
    const chosen = TRANSFORMS.find((one) => one.do === id);
    if (chosen) onChange([...transforms, chosen.start]);
  };
  return (
    <div className="transforms">
      {transforms.map((transform, i) => {
        const known = TRANSFORMS.find((one) => one.do === transform.do);
        const label = known?.label ?? transform.do;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the order is what each of them is
          <fieldset key={`${i}:${transform.do}`} className="transform">
            <legend>{label}</legend>
            <TransformOptions
              options={known?.options ?? []}
              transform={transform}
              onChange={(next) => onChange(transforms.map((one, at) => (at === i ? next : one)))}
            />
            <Button
              tone="quiet"
              aria-label={`Leave out: ${label}`}
              onPress={() => onChange(transforms.filter((_, at) => at !== i))}
            >
              Leave out
            </Button>
          </fieldset>
        );
      })}
      <Select
        label={transforms.length === 0 ? 'Change the value on the way' : 'And then'}
        placeholder="nothing more"
        options={CHOICES}
        value={null}
        onChange={add}
      />
    </div>
  );
}
