import type { ProposedContactFragment } from '../../../../client/generated/graphql.ts';

/** One line of two contacts beside each other. */
export interface Compared {
  readonly what: string;
  readonly left: string | null;
  readonly right: string | null;
  /** Whether both say the same, each something else, or only one of them anything. */
  readonly are: 'same' | 'different' | 'onesided';
}

type Shown = Pick<ProposedContactFragment, 'name' | 'email' | 'phone' | 'companyName' | 'address'>;

const LINES: readonly { readonly what: string; readonly of: (contact: Shown) => string | null | undefined }[] = [
  { what: 'Name', of: ({ name }) => name },
  { what: 'E-mail', of: ({ email }) => email },
  { what: 'Phone', of: ({ phone }) => phone },
  { what: 'Company', of: ({ companyName }) => companyName },
  {
    what: 'Address',
    of: ({ address }) => [address?.line1, address?.city, address?.postcode].filter(Boolean).join(', '),
  },
];

/** Two contacts line by line; what neither of them says is left out. */
export function compared(left: Shown, right: Shown): readonly Compared[] {
  return LINES.map(({ what, of }) => {
    const [a, b] = [of(left) || null, of(right) || null];
    const are = a === null || b === null ? 'onesided' : plain(a) === plain(b) ? 'same' : 'different';
    return { what, left: a, right: b, are } as const;
  }).filter((line) => line.left !== null || line.right !== null);
}

/** Nobody minds capitals and spaces. */
function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}
