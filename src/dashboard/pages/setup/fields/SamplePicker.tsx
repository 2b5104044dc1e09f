import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Select } from '../../../ui/Select.tsx';
import { nameOf } from '../trial/outcome.ts';
import type { Preview } from './use-preview.ts';

interface SamplePickerProps {
  readonly preview: Preview;
  readonly shown: string | null;
  readonly onShow: (recordId: string) => void;
  readonly system: string;
}

/** Which real record the rows are shown with. */
export function SamplePicker({
  preview: { records, problem, faults, another },
  shown,
  onShow,
  system,
}: SamplePickerProps) {
  if (problem) return <ErrorState {...problem} onRetry={another} />;
  if (records === null) return <Loading what="Looking for records to show it with" />;
  if (records.length === 0)
    return faults.byRow.size + faults.others.length > 0 ? (
      <p className="quiet">Values of real records are shown again once every row is right.</p>
    ) : (
      <p className="quiet">Nothing of this kind was read from {system} yet; once it is, its values are shown here.</p>
    );
  const options = records.map(({ recordId, entity }) => ({
    id: recordId,
    label: nameOf(entity) ?? `Record ${recordId}`,
  }));
  return (
    <div className="approve">
      <Select label="Shown with the values of" options={options} value={shown} onChange={onShow} />
      <Button onPress={another}>Others</Button>
    </div>
  );
}
