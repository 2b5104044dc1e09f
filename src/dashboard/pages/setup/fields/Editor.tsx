import { useMemo, useReducer, useState } from 'react';
import type { EntityType } from '../../../../client/generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { say } from '../../../ui/notices.ts';
import { type Row, TYPES } from '../../../words/mapping.ts';
import { Trial } from '../trial/Trial.tsx';
import { ConfirmChange } from './ConfirmChange.tsx';
import { edited, isChanged, isUnfinished, linesOf } from './draft.ts';
import type { Sides } from './options.ts';
import { RowItem } from './RowItem.tsx';
import { SamplePicker } from './SamplePicker.tsx';
import { usePreview } from './use-preview.ts';
import { type How, type Outcome, useSaving } from './use-saving.ts';
import { Versions } from './Versions.tsx';

interface EditorProps {
  readonly system: { readonly id: string; readonly name: string };
  readonly type: EntityType;
  readonly version: number;
  readonly rows: readonly Row[];
  readonly sides: Sides;
  readonly onSaved: () => void;
}

/** One mapping as two columns: fields here and fields there, with what they make of a real record. */
export function Editor({ system, type, version, rows, sides, onSaved }: EditorProps) {
  const place = { system: system.id, type };
  const [lines, edit] = useReducer(edited, rows, linesOf);
  const finished = useMemo(() => lines.filter(({ row }) => !isUnfinished(row)), [lines]);
  const wanted = useMemo(() => finished.map(({ row }) => row), [finished]);
  const preview = usePreview(system.id, type, wanted);
  const [shown, setShown] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [tried, setTried] = useState<readonly Row[] | null>(null);
  const saving = useSaving(place);
  const record = preview.records?.find(({ recordId }) => recordId === shown) ?? preview.records?.[0];
  const faults = outcome?.became === 'refused' ? outcome.faults : preview.faults;
  const isDirty = isChanged(lines, rows);

  const change = (next: Parameters<typeof edit>[0]) => {
    setOutcome(null);
    setTried(null);
    edit(next);
  };
  const save = async (how: How) => {
    const done = await saving.put({ rows: wanted, basedOn: version }, how);
    setOutcome(done);
    if (done.became !== 'saved') return;
    say(`The fields of ${system.name} are matched as you said.`);
    onSaved();
  };

  return (
    <Card title={`${TYPES[type]} of ${system.name}`}>
      <SamplePicker preview={preview} shown={record?.recordId ?? null} onShow={setShown} system={system.name} />
      <div className="row-heads" aria-hidden="true">
        <span>Here</span>
        <span />
        <span>{system.name}</span>
      </div>
      {lines.length === 0 && <EmptyState title="No field is matched">Add the first row below.</EmptyState>}
      <ul className="rows" aria-label="Rows">
        {lines.map((line) => {
          const at = finished.indexOf(line);
          return (
            <RowItem
              key={line.key}
              row={line.row}
              sides={sides}
              system={system.name}
              faults={faults.byRow.get(at) ?? []}
              fields={record?.fields.filter(({ row }) => row === at) ?? []}
              onChange={(row) => change({ do: 'change', key: line.key, row })}
              onRemove={() => change({ do: 'remove', key: line.key })}
            />
          );
        })}
      </ul>
      <div role="status" className="outcome">
        {faults.others.map((message) => (
          <p key={message} className="notice notice-bad">
            {message}.
          </p>
        ))}
      </div>
      <div className="actions">
        <Button onPress={() => change({ do: 'add' })}>Add a row</Button>
        <Button isDisabled={wanted.length === 0} onPress={() => setTried(wanted)}>
          Try it on all records
        </Button>
        <Button
          tone="primary"
          isDisabled={!isDirty}
          isPending={saving.isPending}
          onPress={() => save({ confirm: false, writeNow: false })}
        >
          Save
        </Button>
        {!isDirty && <span className="quiet">Nothing is changed.</span>}
        {finished.length < lines.length && (
          <span className="quiet">Rows without a field on both sides are left out.</span>
        )}
      </div>
      {tried && <Trial system={system} type={type} rows={tried} />}
      <Disclosure title="Earlier versions">
        <Versions place={place} systemName={system.name} current={version} onChanged={onSaved} />
      </Disclosure>
      <ConfirmChange
        system={system.name}
        effect={outcome?.became === 'unconfirmed' ? outcome.effect : null}
        isPending={saving.isPending}
        onConfirm={(writeNow) => save({ confirm: true, writeNow })}
        onClose={() => setOutcome(null)}
      />
    </Card>
  );
}
