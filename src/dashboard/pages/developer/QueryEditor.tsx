import type { EditorView } from '@codemirror/view';
import type { GraphQLSchema } from 'graphql';
import { useEffect, useRef } from 'react';
import { completeBy, createEditor, replaceText } from './editor.ts';

interface QueryEditorProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** What it completes and checks by; null while it is not known. */
  readonly schema: GraphQLSchema | null;
}

/** Where a query is written: coloured, completed and checked by the schema. */
export function QueryEditor({ text, onChange, onRun, schema }: QueryEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ text, onChange, onRun });
  latest.current = { text, onChange, onRun };
  useEffect(() => {
    if (!host.current) return undefined;
    const made = createEditor(host.current, {
      label: 'Query',
      text: latest.current.text,
      onChange: (written) => latest.current.onChange(written),
      onRun: () => latest.current.onRun(),
    });
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    if (view.current) replaceText(view.current, text);
  }, [text]);
  useEffect(() => {
    if (view.current && schema) completeBy(view.current, schema);
  }, [schema]);
  return <div ref={host} className="query-editor" />;
}
