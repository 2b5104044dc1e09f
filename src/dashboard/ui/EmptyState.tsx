import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What to do so that there is something, or why nothing needs to be done. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Stands where a list has nothing in it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      <p>{children}</p>
      {action}
    </div>
  );
}
