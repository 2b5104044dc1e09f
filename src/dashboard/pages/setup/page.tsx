import { useAddress } from '../../app/router/history.ts';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { ConnectStep } from './connect/ConnectStep.tsx';
import { FieldsStep } from './fields/FieldsStep.tsx';
import { MergeStep } from './merge/MergeStep.tsx';
import { StepNav } from './StepNav.tsx';
import { addressOf, stepAfter, stepOf } from './steps.ts';
import { TemplatesStep } from './templates/TemplatesStep.tsx';
import './setup.css';

const CONTENTS = { connect: ConnectStep, templates: TemplatesStep, fields: FieldsStep, merge: MergeStep };

/** From an empty gateway to a running sync, step by step. */
export function Page() {
  const step = stepOf(useAddress().query);
  const next = stepAfter(step);
  const Content = CONTENTS[step.id];
  return (
    <PageFrame title="Set-up" lead={step.lead}>
      <StepNav current={step} />
      <ErrorBoundary key={step.id}>
        <Content />
      </ErrorBoundary>
      {next && (
        <p>
          <Link look="button" href={addressOf(next.id)}>
            Next: {next.label}
          </Link>
        </p>
      )}
    </PageFrame>
  );
}
