import type { GraphQLSchema } from 'graphql';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { found, type TypeDoc, typeDoc } from './docs.ts';
import type { Schema } from './schema.ts';

/** What can be asked, to read and to search. */
export function Docs({ schema, problem }: Schema) {
  return (
    <Card title="What can be asked">
      {problem !== null && <p className="notice notice-warn">{problem}</p>}
      {schema === null && problem === null && <Loading what="Reading what can be asked" />}
      {schema && <Reader schema={schema} />}
    </Card>
  );
}

const ROOTS = ['Query', 'Mutation', 'Subscription'];
const MOST_HITS = 30;

function Reader({ schema }: { readonly schema: GraphQLSchema }) {
  const [text, setText] = useState('');
  const [trail, setTrail] = useState<readonly string[]>(['Query']);
  const hits = found(schema, text);
  const doc = typeDoc(schema, trail.at(-1) ?? 'Query');
  const open = (name: string) => {
    setText('');
    setTrail(ROOTS.includes(name) ? [name] : [...trail, name]);
  };
  return (
    <div className="docs">
      <TextField
        label="Search"
        type="search"
        value={text}
        onChange={setText}
        description="A type, field or mutation."
      />
      <p className="sr-only" role="status">
        {text.trim() !== '' && `${hits.length} types found`}
      </p>
      {text.trim() !== '' ? (
        <TypeNames names={hits.slice(0, MOST_HITS)} onOpen={open} />
      ) : (
        <>
          <TypeNames names={[...ROOTS, ...trail.slice(1)]} onOpen={(name) => setTrail(backTo(trail, name))} />
          {doc && <Type doc={doc} onOpen={open} />}
        </>
      )}
    </div>
  );
}

function backTo(trail: readonly string[], name: string): readonly string[] {
  return ROOTS.includes(name) ? [name] : trail.slice(0, trail.indexOf(name) + 1);
}

interface NamesProps {
  readonly names: readonly string[];
  readonly onOpen: (name: string) => void;
}

function TypeNames({ names, onOpen }: NamesProps) {
  if (names.length === 0) return <p>Nothing of that name. Try a shorter word.</p>;
  return (
    <ul className="type-names">
      {names.map((name) => (
        <li key={name}>
          <Button tone="quiet" onPress={() => onOpen(name)}>
            <code>{name}</code>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Type({ doc, onOpen }: { readonly doc: TypeDoc; readonly onOpen: (name: string) => void }) {
  return (
    <>
      <h3>{doc.name}</h3>
      {doc.description !== '' && <p className="type-words">{doc.description}</p>}
      <ul className="entries">
        {doc.entries.map(({ name, signature, description, leadsTo }) => (
          <li key={name} className="entry">
            <code className="entry-code">
              <strong>{name}</strong>
              {signature}
            </code>
            {leadsTo !== null && (
              <Button tone="quiet" onPress={() => onOpen(leadsTo)} aria-label={`${leadsTo}, of ${name}`}>
                {leadsTo}
              </Button>
            )}
            {description !== '' && <p className="quiet">{description}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
