/** What a text is kept in besides its plain form, the best first. */
export const ENCODINGS = ['br', 'gzip'] as const;
/** One of them, by its name in `content-encoding`. */
export type Encoding = (typeof ENCODINGS)[number];

/** The best of the encodings at hand that `Accept-Encoding` takes as gladly as any other; null: as it is. */
export function chosenEncoding(header: string | undefined, atHand: readonly Encoding[]): Encoding | null {
  if (header === undefined) return null;
  const liking = likings(header);
  const likingOf = (name: string) => liking.get(name) ?? liking.get('*') ?? 0;
  // What nobody speaks of is taken as it is, but rather not.
  const plain = liking.get('identity') ?? 0;
  const [best] = ENCODINGS.filter((name) => atHand.includes(name) && likingOf(name) > 0).sort(
    (a, b) => likingOf(b) - likingOf(a),
  );
  return best !== undefined && likingOf(best) >= plain ? best : null;
}

/** How gladly each is taken, 0 (not at all) to 1. */
function likings(header: string): ReadonlyMap<string, number> {
  return new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      const quality = parameters.find((word) => word.startsWith('q='))?.slice(2);
      return [name, quality === undefined ? 1 : Number(quality) || 0];
    }),
  );
}
