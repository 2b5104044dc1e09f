/** What stands in a path's place of `:name`. */
export type Parameters = Readonly<Record<string, string>>;

/** The parameters where the path fits the pattern (`/contacts/:id`); null where it does not. */
export function matchPath(pattern: string, path: string): Parameters | null {
  const [wanted, given] = [pattern, path].map((text) => text.replace(/\/+$/, '').split('/'));
  if (!wanted || !given || wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? '';
    if (!part.startsWith(':')) {
      if (part !== value) return null;
    } else if (value === '') return null;
    else found[part.slice(1)] = decoded(value);
  }
  return found;
}

/** A path may hold a percent sign that encodes nothing; then it stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
