import { Link } from 'react-aria-components';
import { matchPath } from '../router/match.ts';
import { routes } from '../router/routes.ts';

const entries = routes.flatMap(({ path, nav }) => (nav ? [{ path, ...nav }] : [])).sort((a, b) => a.order - b.order);

/** `/contacts/7` belongs to `/contacts`; everything belongs to `/`, which therefore must fit exactly. */
function isWithin(path: string, entry: string): boolean {
  return matchPath(entry, path) !== null || (entry !== '/' && path.startsWith(`${entry}/`));
}

interface NavigationProps {
  readonly path: string;
  readonly onFollow: () => void;
}

/** The ways to all pages that have a place of their own. */
export function Navigation({ path, onFollow }: NavigationProps) {
  return (
    <nav aria-label="Pages">
      <ul className="nav">
        {entries.map((entry) => (
          <li key={entry.path}>
            <Link
              href={entry.path}
              className="nav-link"
              onPress={onFollow}
              {...(isWithin(path, entry.path) && { 'aria-current': 'page' as const })}
            >
              {entry.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
