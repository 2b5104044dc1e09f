import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { graphql } from 'cm6-graphql';
import type { GraphQLSchema } from 'graphql';

/** What an editor of queries is made with. */
export interface EditorOptions {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Hears Ctrl+Enter, or Cmd+Enter. */
  readonly onRun: () => void;
}

const language = new Compartment();

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.number, tags.bool], color: 'var(--good)' },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: 'var(--warn)' },
  { tag: tags.comment, color: 'var(--text-quiet)' },
]);

const look = EditorView.theme({
  '&': {
    minHeight: '18rem',
    maxHeight: '32rem',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--round-small)',
    background: 'var(--surface)',
    color: 'var(--text)',
    fontSize: '0.92rem',
  },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, monospace', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderColor: 'var(--text)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { background: 'var(--surface-2) !important' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--round-small)',
    background: 'var(--surface)',
    color: 'var(--text)',
    boxShadow: 'var(--shadow-high)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-matchingBracket': { background: 'var(--surface-2) !important' },
});

/**
 * An editor of queries within that element. It stands in a shadow root, where its styles are a sheet of the document's own: the page's
 * policy allows no style elements. Tab leaves it, so that nobody is caught in it.
 */
export function createEditor(host: HTMLElement, { label, text, onChange, onRun }: EditorOptions): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const state = EditorState.create({
    doc: text,
    extensions: [
      keymap.of([
        {
          key: 'Mod-Enter',
          run() {
            onRun();
            return true;
          },
        },
        ...[...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap],
      ]),
      ...[history(), drawSelection(), bracketMatching(), closeBrackets(), autocompletion()],
      ...[syntaxHighlighting(colours), look, language.of(graphql())],
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) onChange(state.doc.toString());
      }),
    ],
  });
  return new EditorView({ state, root, parent: root });
}

/** Puts another text in its place; it can be undone. */
export function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}

/** Completes and checks what is written by that schema from then on. */
export function completeBy(view: EditorView, schema: GraphQLSchema): void {
  view.dispatch({ effects: language.reconfigure(graphql(schema)) });
}
