import type { ReceiptRowFragment } from '../../client/generated/graphql.ts';
import type { Tone } from '../ui/Badge.tsx';
import { fieldsInWords } from './field.ts';

/** What became of a change in one system, for people. */
export interface ReceiptInWords {
  readonly words: string;
  readonly tone: Tone;
}

/** Puts a receipt in words. */
export function receiptInWords({ status, error, unsupportedFields }: ReceiptRowFragment): ReceiptInWords {
  const fields = fieldsInWords(unsupportedFields);
  const why = error?.message ? `: ${error.message}` : '';
  switch (status) {
    case 'APPLIED':
      return { words: fields === '' ? 'Written' : `Written, but it has no place for the ${fields}`, tone: 'good' };
    case 'QUEUED':
      return { words: `Not yet, it is tried again by itself${why}`, tone: 'warn' };
    case 'FAILED':
      return { words: `Refused${why}`, tone: 'bad' };
    case 'UNSUPPORTED':
      return { words: fields === '' ? 'Cannot take this' : `Has no place for the ${fields}`, tone: 'plain' };
    case 'UNDONE':
      return { words: `Taken back${why}`, tone: 'warn' };
    case 'SKIPPED':
      return { words: 'Nothing to do there', tone: 'plain' };
  }
}
