import type { ReactNode } from 'react';

/** How something is meant: never by colour alone, so the words must say it too. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad';

interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A word or two about the thing beside it. */
export function Badge({ tone = 'plain', children }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
