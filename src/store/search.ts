import type { Fields, FieldType, KindModel } from '../model/kind.ts';
import { text } from '../model/kind.ts';
import { toE164 } from '../model/tidy.ts';

const LONGEST_TEXT = 500;
const LONGEST_PART = 160;
const LONGEST_WORD = 60;
const MOST_WORDS = 10;
const SEARCHABLE = new Set<FieldType>(['text', 'email', 'phone']);
const PHONE = /^\+?\d[\d\s().-]{6,24}$/;

/** The words an entity is found by, lower case, separated by spaces: label, then text fields; at most 500 characters. */
export function searchText(model: KindModel, fields: Fields): string {
  const parts = Object.entries(model.fields)
    .filter(([, rule]) => SEARCHABLE.has(rule.type) && !rule.values)
    .map(([field]) => text(fields, field));
  const words = new Set<string>();
  for (const part of [model.label(fields), ...parts]) {
    for (const word of wordsOf(part?.slice(0, LONGEST_PART) ?? '')) {
      words.add(word);
      for (const piece of word.split(/[@._+-]+/)) if (piece) words.add(piece);
    }
  }
  return cutAtWord([...words].join(' '));
}

/** The words that a caller's search asks for; a whole phone number in any notation is one word. */
export function searchWords(search: string): readonly string[] {
  const asked = search.trim().slice(0, LONGEST_TEXT);
  const phone = PHONE.test(asked) ? toE164(asked) : null;
  return [...new Set(wordsOf(phone ?? asked))].slice(0, MOST_WORDS);
}

/** Letters, digits and @._+- inside. Both databases take these words as they are, and so agree on what a word is. */
function wordsOf(phrase: string): string[] {
  return fold(phrase)
    .split(/[^\p{L}\p{N}\p{M}@._+-]+/u)
    .map((word) => word.replace(/^[@._+-]+/, '').slice(0, LONGEST_WORD))
    .map((word) => word.replace(/[@._+-]+$/, ''))
    .filter(Boolean);
}

/** José is found by jose, O'Neil by oneil. */
function fold(phrase: string): string {
  return phrase
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC');
}

function cutAtWord(words: string): string {
  if (words.length <= LONGEST_TEXT) return words;
  return words.slice(0, words.lastIndexOf(' ', LONGEST_TEXT));
}
