import { EmptyState } from '../ui/EmptyState.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

/** Stands at an address without a page. */
export function NoPage() {
  return (
    <Page title="There is no such page">
      <EmptyState title="Nothing is here" action={<Link href="/">To the overview</Link>}>
        The address may be mistyped, or what was here is gone.
      </EmptyState>
    </Page>
  );
}
