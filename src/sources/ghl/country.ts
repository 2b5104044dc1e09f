/** Names that are in use but not in the standard's list; the parts of the United Kingdom have no code of their own. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  usa: 'US',
  'united states of america': 'US',
};

const codes = codesByName();

/** The ISO 3166 code HighLevel keeps countries by; a name nobody knows is answered as it came. */
export function countryCode(country: string): string {
  const name = country.trim();
  return codes.get(name.toLowerCase()) ?? (/^[a-z]{2}$/i.test(name) ? name.toUpperCase() : name);
}

function codesByName(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  const named = all.flatMap((code): [string, string][] => {
    const name = english.of(code);
    // Codes of countries that are no more share a name with their successor: only the successor counts.
    const current = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
    return name && current ? [[name.toLowerCase(), code]] : [];
  });
  return new Map([...named, ...Object.entries(OTHER_NAMES)]);
}
