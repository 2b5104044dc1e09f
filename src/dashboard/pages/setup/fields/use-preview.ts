import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import type { EntityType, SetupPreviewQuery } from '../../../../client/generated/graphql.ts';
import { type Explained, explain } from '../../../app/problem.ts';
import type { Row } from '../../../words/mapping.ts';
import { type RowFaults, rowFaults } from './faults.ts';
import { SetupPreview } from './mapping.ts';
import { useSettled } from './use-settled.ts';

/** A record as rows would make it. */
export type Previewed = SetupPreviewQuery['previewMapping']['records'][number];

/** What rows would make of some real records, as they are typed. */
export interface Preview {
  /** Null until the gateway answered; empty where it knows no record. */
  readonly records: readonly Previewed[] | null;
  readonly faults: RowFaults;
  readonly problem: Explained | null;
  /** Takes other records. */
  another(): void;
}

const SETTLE_MS = 400;
const RECORDS = 5;

/** Asks what rows make of records chosen by chance, and of the same ones whenever the rows change. */
export function usePreview(system: string, type: EntityType, rows: readonly Row[]): Preview {
  const settled = useSettled(rows, SETTLE_MS);
  const [recordIds, setRecordIds] = useState<readonly string[] | null>(null);
  const input = useMemo(
    () => ({ system, type, rows: settled, ...(recordIds ? { recordIds: [...recordIds] } : { random: RECORDS }) }),
    [system, type, settled, recordIds],
  );
  const [{ data, error }, ask] = useQuery({ query: SetupPreview, variables: { input }, requestPolicy: 'network-only' });
  const answer = data?.previewMapping;
  const found = answer?.records;
  useEffect(() => {
    if (recordIds === null && found && found.length > 0) setRecordIds(found.map(({ recordId }) => recordId));
  }, [found, recordIds]);
  return {
    records: found ?? null,
    faults: rowFaults(answer?.userErrors ?? []),
    problem: error ? explain(error) : null,
    another: () => (recordIds === null ? ask({ requestPolicy: 'network-only' }) : setRecordIds(null)),
  };
}
