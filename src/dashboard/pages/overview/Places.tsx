import { usePlaces } from '../../app/places.ts';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';

/** In the sandbox: the ways to the simulated systems. */
export function Places() {
  const places = usePlaces();
  if (places.length === 0) return null;
  return (
    <Card title="Try it out">
      <p>The systems here are simulated. Open one, change a record there, and watch it arrive above.</p>
      <ul className="places">
        {places.map(({ name, url }) => (
          <li key={url}>
            <Link href={url} isExternal>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
