import { useState } from 'react';
import type { SetupApplyTemplateMutation } from '../../../../client/generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { rowInWords, rowOf, TYPES } from '../../../words/mapping.ts';
import { Trial } from '../trial/Trial.tsx';

/** What a template changes about one type in one system. */
export type Change = SetupApplyTemplateMutation['applyTemplate']['changes'][number];

/** The rows that come, change and go, and a trial of the whole. */
export function TemplateChange({ change }: { readonly change: Change }) {
  const { system, type, added, changed, removed, rows, leftOut } = change;
  const [isTried, setTried] = useState(false);
  const [come, go, whole] = [added, removed, rows].map(rowsIn);
  return (
    <section className="change" aria-label={`${TYPES[type]} of ${system.name}`}>
      <h3>
        {TYPES[type]} of {system.name}
      </h3>
      <ul className="change-rows">
        {come?.map((row) => (
          <li key={rowInWords(row)}>
            <strong>New:</strong> {rowInWords(row)}
          </li>
        ))}
        {changed.map(({ before, after }) => (
          <li key={JSON.stringify(before)}>
            <strong>Changed:</strong> {rowInWords(rowOf(after))}{' '}
            <span className="quiet">(today {rowInWords(rowOf(before))})</span>
          </li>
        ))}
        {go?.map((row) => (
          <li key={rowInWords(row)}>
            <strong>Gone:</strong> {rowInWords(row)}
          </li>
        ))}
        {leftOut.map((what) => (
          <li key={what}>
            <strong>Left out:</strong> {what}
          </li>
        ))}
        {come?.length === 0 && changed.length === 0 && go?.length === 0 && <li>Nothing changes.</li>}
      </ul>
      {isTried && whole ? (
        <Trial system={system} type={type} rows={whole} />
      ) : (
        <div className="actions">
          <Button
            onPress={() => setTried(true)}
            aria-label={`Try it on all records: ${TYPES[type].toLowerCase()} of ${system.name}`}
          >
            Try it on all records
          </Button>
        </div>
      )}
    </section>
  );
}

function rowsIn(given: unknown) {
  return Array.isArray(given) ? given.map(rowOf) : [];
}
