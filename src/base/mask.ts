/** A JSON value that was masked. */
export type Masked = string | number | boolean | null | readonly Masked[] | { readonly [key: string]: Masked };

/** What of a call may hold a secret or personal data; `query` and `body` as they were before they were encoded. */
export interface Maskable {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly request: unknown;
  readonly response: unknown;
  readonly error: string | null;
}

/** The same, fit to be kept and shown. */
export interface MaskedCall {
  readonly path: string;
  readonly request: Masked;
  readonly response: Masked;
  readonly error: string | null;
}

const HIDDEN = '[hidden]';
const MOST_LEAVES = 400;
const MOST_CHARACTERS = 6_000;
const MOST_ITEMS = 5;
const DEEPEST = 8;
const LONGEST_TEXT = 300;
const LONGEST_READ = 2_000;
const SHORTEST_SECRET = 4;
const MOST_FORBIDDEN = 500;

/** The last word of a key whose value says what a thing is, or how a call went. What no key vouches for is hidden. */
const TELLING = new Set(
  `id ids uuid type status state code count total page pages limit size offset method operator operation field sort order
  direction version event events action kind created updated deleted modified at date time timestamp`.split(/\s+/),
);
/** Keys of sentences. */
const SENTENCE = new Set(['message', 'messages', 'error', 'errors', 'detail', 'details', 'reason']);
/** Ids of people outside of the systems. */
const PERSONAL = /vat|tax|national|passport|licen[cs]e|social|insurance|account|iban|birth/i;
/** Keys whose values are people's: each of their words is, wherever else it stands. */
const NAMING = /name|mail|phone|mobile|street|address|city|town|company/i;
const WORDLIKE = /^[\w.:+-]{1,80}$/;

/** What looks like a number and is none of a person's: a date, a UUID, an id of ours, an id of a database. */
const KEPT = [
  /(?<![+\d]|\d[\s()./-]{1,3})(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\s()./-]{0,3}\d)/,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/,
  /\b[a-z]{3}_[0-9a-f]{32}\b/,
  /\b(?=\d*[a-f])[0-9a-f]{24}\b/,
];
/** A sign, seven digits or more, and what stands between them. */
const NUMBER = /\+?\d(?:(?:[\s()./+-]|%[0-9A-Fa-f]{2}){0,3}\d){6,}/;
const KEPT_OR_NUMBER = new RegExp(`(${KEPT.map(({ source }) => source).join('|')})|${NUMBER.source}`, 'g');

/**
 * Masks a call: values stay only where their key says that they are no secret and nobody's (ids, states, counts, times), and of
 * sentences what is no e-mail address, no phone number, none of the secrets and nothing that was hidden elsewhere in the call.
 */
export function maskCall(call: Maskable, secrets: readonly string[]): MaskedCall {
  const found: Found = { values: new Set(), names: new Set() };
  for (const part of [call.query, call.request, call.response]) collect(part, '', found, 0);
  const always = withForms(secrets);
  const names = [...always, ...longestFirst(found.names)];
  const all = [...names, ...longestFirst(found.values)];
  const clean: Clean = {
    key: (text) => maskText(text, always),
    word: (text) => maskText(text, names),
    sentence: (text) => maskText(text, all),
  };
  return {
    path: pathOf(call, clean),
    request: structure(call.request, clean),
    response: structure(call.response, clean),
    error: call.error === null ? null : clean.sentence(call.error),
  };
}

/** Takes links, e-mail addresses, phone numbers and these words out of a text, and cuts it. */
export function maskText(text: string, forbidden: readonly string[]): string {
  let shown = text.slice(0, LONGEST_READ);
  for (const word of forbidden) if (shown.includes(word)) shown = shown.replaceAll(word, HIDDEN);
  shown = shown
    .replace(/\bhttps?:\/\/[^\s"'<>]+/g, '[link]')
    .replace(/[^\s"<>()]*(?:@|%40)[^\s"'<>(),;]*/g, '[e-mail]')
    .replace(KEPT_OR_NUMBER, (_, kept: string | undefined) => kept ?? '[number]');
  return shown.length > LONGEST_TEXT ? `${shown.slice(0, LONGEST_TEXT)}...` : shown;
}

/** Secrets as they may stand in a text, also in an address or in JSON. */
function withForms(secrets: readonly string[]): string[] {
  const forms = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [
      secret,
      // An environment variable may hold half a character.
      encodeURIComponent(Buffer.from(secret).toString()),
      JSON.stringify(secret).slice(1, -1),
    ]);
  return longestFirst(new Set(forms));
}

function longestFirst(words: ReadonlySet<string>): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/** What is hidden: whole values, and the words of those that name people and places. */
interface Found {
  readonly values: Set<string>;
  readonly names: Set<string>;
}

/** Gathers what is hidden, so that nothing else repeats it. */
function collect(value: unknown, key: string, found: Found, depth: number): void {
  if (found.values.size + found.names.size >= MOST_FORBIDDEN || depth > DEEPEST) return;
  if (typeof value === 'string') {
    if (kindOf(key) !== 'hidden' || value.length > LONGEST_TEXT) return;
    const isName = NAMING.test(key);
    const words = isName ? value.split(/[^\p{L}\p{N}]+/u) : [];
    for (const word of [value.trim(), ...words]) if (word.length >= 3) (isName ? found.names : found.values).add(word);
  } else if (Array.isArray(value)) {
    for (const item of value.slice(0, MOST_FORBIDDEN)) collect(item, key, found, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) collect(part, name, found, depth + 1);
  }
}

function kindOf(key: string): 'telling' | 'sentence' | 'hidden' {
  if (PERSONAL.test(key)) return 'hidden';
  const last = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .at(-1);
  if (last === undefined) return 'hidden';
  return TELLING.has(last) ? 'telling' : SENTENCE.has(last) ? 'sentence' : 'hidden';
}

/** How the parts of a call are cleaned: names of fields; words such as ids, and ways; sentences. */
interface Clean {
  readonly key: (text: string) => string;
  readonly word: (text: string) => string;
  readonly sentence: (text: string) => string;
}

function pathOf({ path, query }: Maskable, clean: Clean): string {
  const [way = '', asked] = path.split('?');
  const segments = way.split('/').map((segment) => clean.word(decoded(segment)));
  const given = [...new URLSearchParams(asked ?? '').entries(), ...Object.entries(query)];
  const pairs = given
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${clean.key(name)}=${String(leaf(value, name, clean))}`);
  return segments.join('/') + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return HIDDEN;
  }
}

/** The shape of a body with what may be seen of it; cut where it is large. */
function structure(body: unknown, clean: Clean): Masked {
  let leaves = MOST_LEAVES;
  let characters = MOST_CHARACTERS;
  const spend = (text: string) => {
    characters -= text.length;
    return text;
  };
  function masked(value: unknown, key: string, depth: number): Masked {
    if (leaves <= 0 || characters <= 0 || depth > DEEPEST) return '[cut]';
    if (Array.isArray(value)) {
      const shown = value.slice(0, MOST_ITEMS).map((item) => masked(item, key, depth + 1));
      return value.length > MOST_ITEMS ? [...shown, `[${value.length - MOST_ITEMS} more]`] : shown;
    }
    if (typeof value === 'object' && value !== null) {
      const entries: [string, Masked][] = [];
      for (const [name, part] of Object.entries(value)) {
        if (leaves <= 0 || characters <= 0) break;
        entries.push([spend(clean.key(name)), masked(part, name, depth + 1)]);
      }
      return Object.fromEntries(entries);
    }
    leaves -= 1;
    const shown = leaf(value, key, clean);
    spend(String(shown));
    return shown;
  }
  if (typeof body === 'string') return body === '' ? null : `[text of ${body.length} characters]`;
  return masked(body, '', 0);
}

/** One value: as it is, of a sentence what may be told, or hidden. */
function leaf(value: unknown, key: string, clean: Clean): Masked {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || value === '') return value;
  const kind = kindOf(key);
  if (kind === 'hidden') return HIDDEN;
  if (typeof value === 'number') {
    const shown = clean.word(String(value));
    return shown === String(value) ? value : shown;
  }
  if (typeof value !== 'string') return HIDDEN;
  if (kind === 'sentence') return clean.sentence(value);
  return WORDLIKE.test(value) ? clean.word(value) : HIDDEN;
}
