import type { ReactNode } from 'react';
import { useTitle } from './use-title.ts';

interface PageProps {
  /** Its heading, and the title of the tab. */
  readonly title: string;
  /** One line about what is to be seen or done here. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A whole page. */
export function Page({ title, lead, actions, children }: PageProps) {
  useTitle(title);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="quiet">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}
