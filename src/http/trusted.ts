import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { Problem } from '../base/errors.ts';

/** Documents known by the SHA-256 of their text, so that a caller may send the hash alone. */
export interface TrustedDocuments {
  readonly count: number;
  find(hash: string): string | null;
  /** The text to be executed, or why there is none; both as a caller sent them. */
  resolve(query: unknown, extensions: unknown): string | GraphQLError;
}

const Manifest = z.record(z.string(), z.string());
const Persisted = z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) });

/** No file, no trusted documents: every text is executed. */
export const noTrustedDocuments: TrustedDocuments = createTrusted(new Map(), false);

/**
 * Reads a JSON file of texts by hash, or a folder of `.graphql` files with one document each. With `only` no other text is
 * executed. Rejects with a Problem for the operator.
 */
export async function loadTrustedDocuments(path: string, only: boolean): Promise<TrustedDocuments> {
  const texts = await readTexts(path).catch((cause) => {
    throw wrong(
      `names nothing that can be read as a JSON object of texts by hash, or as a folder of .graphql files`,
      cause,
    );
  });
  const documents = new Map(texts.map(({ text }) => [hashOf(text), text]));
  const misnamed = texts.find(({ hash, text }) => hash !== null && hash !== hashOf(text));
  if (misnamed) throw wrong(`has a text under ${misnamed.hash}, which is not its SHA-256`);
  if (documents.size === 0) throw wrong('names a place without any document');
  return createTrusted(documents, only);
}

function createTrusted(documents: ReadonlyMap<string, string>, only: boolean): TrustedDocuments {
  return {
    count: documents.size,
    find: (hash) => documents.get(hash) ?? null,
    resolve(query, extensions) {
      const given = typeof query === 'string' && query !== '' ? query : null;
      const hash = Persisted.safeParse(extensions).data?.persistedQuery.sha256Hash ?? null;
      if (given !== null && hash !== null && hash !== hashOf(given))
        return refusal('The hash is not the SHA-256 of the query', 'BAD_REQUEST');
      const text = hash === null ? null : (documents.get(hash) ?? null);
      if (given === null && text === null) return refusal('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND');
      if (only && given !== null && !documents.has(hashOf(given)))
        return refusal('Only documents that the operator knows are executed', 'NOT_TRUSTED');
      return given ?? text ?? '';
    },
  };
}

async function readTexts(path: string): Promise<{ hash: string | null; text: string }[]> {
  if (!(await stat(path)).isDirectory()) {
    const manifest = Manifest.parse(JSON.parse(await readFile(path, 'utf8')));
    return Object.entries(manifest).map(([hash, text]) => ({ hash: hash.replace(/^sha256:/, ''), text }));
  }
  const files = (await readdir(path)).filter((file) => /\.(graphql|gql)$/.test(file)).sort();
  return Promise.all(files.map(async (file) => ({ hash: null, text: await readFile(join(path, file), 'utf8') })));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function refusal(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

function wrong(what: string, cause?: unknown): Problem {
  return new Problem(
    'INVALID',
    `TRUSTED_DOCUMENTS ${what}; example: TRUSTED_DOCUMENTS=./persisted-documents.json`,
    'never',
    {
      cause,
    },
  );
}
