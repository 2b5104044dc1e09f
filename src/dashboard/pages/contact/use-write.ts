import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useRef, useState } from 'react';
import type { EventRowFragment, ReceiptRowFragment } from '../../../client/generated/graphql.ts';
import { type Explained, explain } from '../../app/problem.ts';
import { useSession } from '../../app/session/context.ts';

/** What every write answers. */
export interface Answer {
  readonly written: {
    readonly receipts: readonly ReceiptRowFragment[];
    readonly userErrors: readonly { readonly path?: readonly string[] | null | undefined; readonly message: string }[];
  };
}

/** What is to be written, and how it is spoken of. */
export interface Wish<Input> {
  /** E.g. "The phone". */
  readonly what: string;
  readonly document: TypedDocumentNode<Answer, { input: Input }>;
  readonly input: Input;
  /** Tells the event by which the log speaks of it. */
  readonly isCause: (event: EventRowFragment) => boolean;
}

/** A write that is under way or done. */
export interface Write {
  readonly what: string;
  /** The newest event before it. */
  readonly since: string | null;
  readonly isCause: (event: EventRowFragment) => boolean;
  /** Null while it is under way. */
  readonly receipts: readonly ReceiptRowFragment[] | null;
}

/** Why nothing was written; empty where it was. */
export interface Refusal {
  readonly errors: Answer['written']['userErrors'];
  /** No answer, or one that is no answer to this. */
  readonly problem: Explained | null;
}

/** Carries a wish out. */
export type WriteThrough = <Input extends object>(wish: Wish<Input>) => Promise<Refusal>;

/** Writes through to the systems, and remembers the last write for its receipts to be shown. */
export function useWrite(newest: string | null): {
  readonly last: Write | null;
  readonly write: WriteThrough;
  readonly forget: () => void;
} {
  const { graph } = useSession();
  const [last, setLast] = useState<Write | null>(null);
  const unanswered = useRef({ wish: '', key: '' });

  const write: WriteThrough = async ({ what, document, input, isCause }) => {
    const wish = JSON.stringify([what, input]);
    // Asked again because no answer came, it must not happen twice.
    if (unanswered.current.wish !== wish) unanswered.current = { wish, key: newKey() };
    const begun: Write = { what, since: newest, isCause, receipts: null };
    setLast(begun);
    const keyed = { ...input, waitFor: 'FIRST_ATTEMPT', idempotencyKey: unanswered.current.key };
    const { data, error } = await graph.mutation(document, { input: keyed }).toPromise();
    if (!data) {
      setLast(null);
      return { errors: [], problem: explain(error ?? { graphQLErrors: [] }) };
    }
    unanswered.current = { wish: '', key: '' };
    const { receipts, userErrors } = data.written;
    setLast(userErrors.length > 0 ? null : { ...begun, receipts });
    return { errors: userErrors, problem: null };
  };
  return { last, write, forget: () => setLast(null) };
}

/** `crypto.randomUUID` is there on safe addresses only, and a gateway in one's own network has none. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}
