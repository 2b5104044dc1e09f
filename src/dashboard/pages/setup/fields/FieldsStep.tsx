import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { EntityType, SetupMappingsQuery } from '../../../../client/generated/graphql.ts';
import { explain } from '../../../app/problem.ts';
import { navigate, useAddress } from '../../../app/router/history.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Select } from '../../../ui/Select.tsx';
import { rowOf, TYPES } from '../../../words/mapping.ts';
import { addressOf } from '../steps.ts';
import { Editor } from './Editor.tsx';
import { SetupMapping, SetupMappings } from './mapping.ts';
import { sidesOf } from './options.ts';

type Known = SetupMappingsQuery['mappings'][number];
const NETWORK = { requestPolicy: 'network-only' } as const;

/** Which fields go together, system by system and type by type. */
export function FieldsStep() {
  const { query } = useAddress();
  const [{ data, error }, ask] = useQuery({ query: SetupMappings, ...NETWORK });
  if (error && !data) return <ErrorState {...explain(error)} onRetry={() => ask(NETWORK)} />;
  if (!data) return <Loading what="Reading which fields go together" />;
  const mappings = data.mappings.filter(({ system }) => system.health.state !== 'NOT_CONNECTED');
  const system = mappings.find(({ system: one }) => one.id === query.get('system'))?.system ?? mappings[0]?.system;
  if (!system)
    return (
      <EmptyState
        title="No system is connected"
        action={
          <Link look="button" href={addressOf('connect')}>
            Connect your systems
          </Link>
        }
      >
        The fields of a system are known once it is connected.
      </EmptyState>
    );
  const types = mappings.filter(({ system: one }) => one.id === system.id).map(({ type }) => type);
  const type = types.find((one) => one === query.get('type')) ?? types[0] ?? 'CONTACT';
  const go = (to: { system: string; type: string }) => navigate(addressOf('fields', to), { replace: true });
  return (
    <>
      <div className="approve">
        <Select
          label="System"
          options={systemsOf(mappings)}
          value={String(system.id)}
          onChange={(id) => go({ system: id, type })}
        />
        <Select
          label="What"
          options={types.map((id) => ({ id, label: TYPES[id] }))}
          value={type}
          onChange={(id) => go({ system: String(system.id), type: id })}
        />
      </div>
      <OneMapping key={`${system.id}:${type}`} system={{ id: String(system.id), name: system.name }} type={type} />
    </>
  );
}

interface OneMappingProps {
  readonly system: { readonly id: string; readonly name: string };
  readonly type: EntityType;
}

function OneMapping({ system, type }: OneMappingProps) {
  const [{ data, error }, ask] = useQuery({ query: SetupMapping, variables: { system: system.id, type }, ...NETWORK });
  const sides = useMemo(() => sidesOf(data?.entityFields ?? [], data?.recordFields ?? []), [data]);
  const [mapping] = data?.mappings ?? [];
  const rows = useMemo(() => mapping?.rows.map(rowOf) ?? [], [mapping]);
  if (error && !data) return <ErrorState {...explain(error)} onRetry={() => ask(NETWORK)} />;
  if (!data || !mapping) return <Loading what={`Asking ${system.name} which fields it has`} />;
  return (
    <Editor
      key={mapping.version}
      system={system}
      type={type}
      version={mapping.version}
      rows={rows}
      sides={sides}
      onSaved={() => ask(NETWORK)}
    />
  );
}

function systemsOf(mappings: readonly Known[]) {
  const names = new Map(mappings.map(({ system }) => [String(system.id), system.name]));
  return [...names].map(([id, label]) => ({ id, label }));
}
