import type { Fields, Value } from '../model/kind.ts';

/** The written values in whatever form the system now shows them: what both sides agree on from now on. */
export function agreedForm(written: Fields, shown: Fields): Fields {
  return Object.fromEntries(
    Object.entries(written).map(([field, value]) => [field, agreedValue(value, shown[field] ?? null)]),
  );
}

/** What a system puts of its own into a record it just made (a stand-in surname, a country) is nobody's edit; names it adds are. */
export function defaults(shown: Fields): Fields {
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => !Array.isArray(value)));
}

/** What a record that we made is agreed to say, as it is seen before its making was answered. */
export function ownBase(entity: Fields, shown: Fields): Fields {
  const written = Object.entries(entity).filter(([field]) => field in shown);
  return { ...defaults(shown), ...agreedForm(Object.fromEntries(written), shown) };
}

/** Of names, only ours: what else stands among them was added there. */
function agreedValue(written: Value, shown: Value): Value {
  if (!Array.isArray(written) || !Array.isArray(shown)) return shown;
  const ours = new Set(written.map((name) => String(name).toLowerCase()));
  return shown.filter((name) => ours.has(String(name).toLowerCase()));
}
