import { useState } from 'react';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { Docs } from './Docs.tsx';
import { Explorer, type Written } from './Explorer.tsx';
import { EXAMPLES } from './examples.ts';
import { Snippets } from './Snippets.tsx';
import { useSchema } from './schema.ts';
import './developer.css';

/** For whoever writes programs against this gateway: a query to try, what can be asked, and how programs ask it. */
export function Page() {
  const known = useSchema();
  const [written, setWritten] = useState<Written>({ query: EXAMPLES[0]?.query ?? '', variables: '' });
  return (
    <PageFrame
      title="Developer"
      lead="Ask the gateway as programs do. It runs with your own rights: what you change here is changed in your systems."
    >
      <Explorer written={written} onChange={setWritten} schema={known.schema} />
      <Snippets {...written} />
      <Docs {...known} />
    </PageFrame>
  );
}
