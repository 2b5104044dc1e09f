import type { Fields, Value } from '../model/kind.ts';
import { looksLike } from '../model/resemblance.ts';

/** The written values in whatever form the system now shows them: what both sides agree on from now on. */
export function agreedForm(written: Fields, shown: Fields): Fields {
  return Object.fromEntries(
    Object.entries(written).map(([field, value]) => [field, agreedValue(value, shown[field] ?? null)]),
  );
}

/**
 * The same of a record that stood there before we knew: a value that looks like none of those we may have sent is somebody's edit,
 * and agreed on is what we sent first. `sent` has the latest value first.
 */
export function standingForm(written: Fields, shown: Fields, sent: (field: string) => readonly Value[]): Fields {
  return Object.fromEntries(
    Object.entries(agreedForm(written, shown)).map(([field, value]) => {
      const own = [written[field] ?? null, ...sent(field)];
      const isOurs = Array.isArray(value) || own.some((given) => looksLike(given, value));
      return [field, isOurs ? value : (own.at(-1) ?? null)];
    }),
  );
}

/** What a system puts of its own into a record it just made (a stand-in surname, a country) is nobody's edit; names it adds are. */
export function defaults(shown: Fields): Fields {
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => !Array.isArray(value)));
}

/** What a record that we made is agreed to say, as it is seen before its making was answered. */
export function ownBase(entity: Fields, shown: Fields, sent: (field: string) => readonly Value[]): Fields {
  const written = Object.entries(entity).filter(([field]) => field in shown);
  return { ...defaults(shown), ...standingForm(Object.fromEntries(written), shown, sent) };
}

/** Of names, only ours: what else stands among them was added there. */
function agreedValue(written: Value, shown: Value): Value {
  if (!Array.isArray(written) || !Array.isArray(shown)) return shown;
  const ours = new Set(written.map((name) => String(name).toLowerCase()));
  return shown.filter((name) => ours.has(String(name).toLowerCase()));
}
