import { Link } from 'react-aria-components';
import { addressOf, STEPS, type Step } from './steps.ts';

/** The steps, and at which one somebody is; every step can be gone to at any time. */
export function StepNav({ current }: { readonly current: Step }) {
  return (
    <nav aria-label="Steps of the set-up">
      <ol className="steps">
        {STEPS.map(({ id, label }, i) => (
          <li key={id}>
            <Link className="step" href={addressOf(id)} {...(id === current.id && { 'aria-current': 'step' as const })}>
              <span className="step-number" aria-hidden="true">
                {i + 1}
              </span>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
