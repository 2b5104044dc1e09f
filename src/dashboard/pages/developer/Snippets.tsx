import { Card } from '../../ui/Card.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Code } from './Code.tsx';
import { PLACEHOLDER, snippetsOf } from './snippets.ts';

interface SnippetsProps {
  readonly query: string;
  readonly variables: string;
}

/** The query on the page, as programs send it. */
export function Snippets({ query, variables }: SnippetsProps) {
  const tabs = snippetsOf(location.origin, query, variables).map(({ id, label, code }) => ({
    id,
    label,
    content: (
      <div className="snippet">
        <Code label={`For ${label}`} text={code} />
        <CopyButton what={`the snippet for ${label}`} text={code} />
      </div>
    ),
  }));
  return (
    <Card title="From a program">
      <p className="quiet">
        The query above, ready to run. Put your own key in the place of {PLACEHOLDER}; yours is not shown here.
      </p>
      <Tabs label="Languages" tabs={tabs} />
    </Card>
  );
}
