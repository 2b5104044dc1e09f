import '../styles/facts.css';
import type { ReactNode } from 'react';

interface FactsProps {
  /** Name and value; those without a value are left out. */
  readonly facts: readonly (readonly [string, ReactNode])[];
}

/** What is known of one thing, line by line. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="fact-list">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
