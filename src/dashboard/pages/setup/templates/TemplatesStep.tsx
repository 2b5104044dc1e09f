import { useQuery } from 'urql';
import { explain } from '../../../app/problem.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { addressOf } from '../steps.ts';
import { TemplateCard } from './TemplateCard.tsx';
import { SetupTemplates } from './templates.ts';

const NETWORK = { requestPolicy: 'network-only' } as const;

/** Field mappings that come ready-made: those that can be used first. */
export function TemplatesStep() {
  const [{ data, error }, ask] = useQuery({ query: SetupTemplates, ...NETWORK });
  if (error && !data) return <ErrorState {...explain(error)} onRetry={() => ask(NETWORK)} />;
  if (!data) return <Loading what="Looking which templates fit your systems" />;
  const all = data.mappingTemplates;
  const usable = all.filter(({ unmet }) => unmet.length === 0);
  return (
    <>
      <p>
        Every system comes with its fields matched, so this step may be skipped. A template matches those of two systems
        with each other; nothing changes before you have seen what.
      </p>
      {usable.length === 0 && (
        <EmptyState
          title="No template fits yet"
          action={
            <Link look="button" href={addressOf('connect')}>
              Connect your systems
            </Link>
          }
        >
          Each needs two connected systems; below it says which.
        </EmptyState>
      )}
      <div className="templates">
        {[...usable, ...all.filter(({ unmet }) => unmet.length > 0)].map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </div>
    </>
  );
}
