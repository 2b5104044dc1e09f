import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import type { RuleFormQuery, RuleRowFragment } from '../../../client/generated/graphql.ts';
import { explain } from '../../app/problem.ts';
import type { PageProps } from '../../app/router/routes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { Firings } from '../rules/Firings.tsx';
import { DeleteRule } from './DeleteRule.tsx';
import { draftOf, NEW } from './draft.ts';
import { Editor } from './Editor.tsx';
import { Past } from './Past.tsx';
import { RuleForm } from './rule.ts';
import { TermsContext, termsOf } from './terms.ts';
import '../rules/rules.css';
import './rule.css';

/** One rule, or a new one: written in sentences, tried out, with what it was and what it did. */
export function Page({ parameters: { id = '' } }: PageProps) {
  const isNew = id === 'new';
  const [{ data, error }, ask] = useQuery({ query: RuleForm });
  return (
    <PageFrame
      title={isNew ? 'New rule' : 'Rule'}
      lead="When something happens, and a condition holds, this is done."
      actions={<Link href="/rules">All rules</Link>}
    >
      {error && <ErrorState {...explain(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {data ? <Loaded id={id} data={data} isNew={isNew} /> : !error && <Loading what="Reading the rule" />}
    </PageFrame>
  );
}

interface LoadedProps {
  readonly id: string;
  readonly data: RuleFormQuery;
  readonly isNew: boolean;
}

function Loaded({ id, data, isNew }: LoadedProps) {
  const terms = useMemo(() => termsOf(data), [data]);
  const rule = data.rules.find((one) => one.id === id);
  if (isNew)
    return (
      <TermsContext value={terms}>
        <Editor start={NEW} existing={null} />
      </TermsContext>
    );
  if (!rule)
    return (
      <EmptyState title="There is no such rule" action={<Link href="/rules">All rules</Link>}>
        It may have been deleted meanwhile.
      </EmptyState>
    );
  return (
    <TermsContext value={terms}>
      <Existing rule={rule} />
    </TermsContext>
  );
}

/** The rule as it was when it was opened: what others do to it meanwhile does not change it under the hand. */
function Existing({ rule }: { readonly rule: RuleRowFragment }) {
  const [opened, setOpened] = useState(rule);
  const { id, name, shipped, version } = opened;
  const before = draftOf(opened);
  return (
    <>
      <Editor key={version} start={before} existing={{ id, before }} />
      <Firings title="What it did" ruleId={id} />
      <Past id={id} onRestored={setOpened} />
      {!shipped && (
        <div className="row">
          <DeleteRule id={id} name={name} />
        </div>
      )}
    </>
  );
}
