import type { GraphQLSchema } from 'graphql';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Answers } from './Answers.tsx';
import { EXAMPLES, type Example } from './examples.ts';
import { QueryEditor } from './QueryEditor.tsx';
import { operationsIn, requestOf } from './request.ts';
import { useRunner } from './use-runner.ts';

/** What is written on the page. */
export interface Written {
  readonly query: string;
  readonly variables: string;
}

interface ExplorerProps {
  readonly written: Written;
  readonly onChange: (written: Written) => void;
  readonly schema: GraphQLSchema | null;
}

/** A query to write and run with the caller's own credential, and its answer. */
export function Explorer({ written, onChange, schema }: ExplorerProps) {
  const { query, variables } = written;
  const runner = useRunner();
  const [wanted, setWanted] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isLive, setLive] = useState(false);
  const names = operationsIn(query).flatMap(({ name }) => name ?? []);
  const start = () => {
    const read = requestOf(query, variables, wanted);
    setWrong('wrong' in read ? read.wrong : null);
    if ('wrong' in read) return;
    setLive(read.request.isSubscription);
    void runner.start(read.request);
  };
  return (
    <Card title="Ask the gateway" aside={<Examples onChoose={onChange} />}>
      <div className="explorer">
        <div className="explorer-ask">
          <QueryEditor
            text={query}
            onChange={(text) => onChange({ ...written, query: text })}
            onRun={start}
            schema={schema}
          />
          <TextField
            label="Variables"
            description="As JSON."
            rows={3}
            value={variables}
            onChange={(text) => onChange({ ...written, variables: text })}
            error={wrong}
          />
          {names.length > 1 && (
            <Select
              label="Which one to run"
              options={names.map((name) => ({ id: name, label: name }))}
              value={wanted ?? names[0] ?? null}
              onChange={setWanted}
            />
          )}
          <div className="explorer-buttons">
            {runner.isRunning ? (
              <Button onPress={runner.stop}>Stop</Button>
            ) : (
              <Button tone="primary" onPress={start} isDisabled={query.trim() === ''}>
                Run
              </Button>
            )}
            <span className="quiet">or Ctrl+Enter in the query</span>
          </div>
        </div>
        <Answers {...runner} isLive={isLive} />
      </div>
    </Card>
  );
}

function Examples({ onChoose }: { readonly onChoose: (written: Written) => void }) {
  const choose = ({ query, variables = '' }: Example) => onChoose({ query, variables });
  return (
    <fieldset className="examples">
      <legend className="sr-only">Examples</legend>
      {EXAMPLES.map((example) => (
        <Button key={example.title} onPress={() => choose(example)}>
          {example.title}
        </Button>
      ))}
    </fieldset>
  );
}
