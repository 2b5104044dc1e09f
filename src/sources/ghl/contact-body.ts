import type { Logger } from '../../base/logger.ts';
import type { Fields, Value } from '../../model/kind.ts';
import { countryCode } from './country.ts';
import { customKeys, type Definitions, writeCustom } from './custom-field.ts';

const TEXTS = ['firstName', 'lastName', 'email', 'phone', 'website', 'address1', 'city', 'state'];

/** These may not be null; an empty text clears them. */
const NEVER_NULL = ['postalCode', 'country'];

/** Fields an update takes; a field an operation does not declare is answered with 422 for the whole write. */
export const UPDATES = [...TEXTS, ...NEVER_NULL, 'tags', 'custom.*'];

/** Fields a create takes: the company can be named at first, never changed. */
export const CREATES = [...UPDATES, 'companyName'];

/** Fields that stand in a body under their own name; tags go other ways, custom fields under their ids. */
const PLAIN = new Set([...TEXTS, ...NEVER_NULL, 'companyName']);

/** The body that writes these fields (no tags); custom fields the location does not define have no place in it. */
export async function bodyOf(fields: Fields, definitions: Definitions, log: Logger): Promise<Record<string, unknown>> {
  const plain = Object.entries(fields).filter(([field]) => PLAIN.has(field));
  const body = Object.fromEntries(plain.map(([field, value]) => [field, sent(field, value)]));
  const keys = customKeys(fields);
  const customFields = writeCustom(fields, await definitions.covering(keys));
  const homeless = keys.length - customFields.length;
  if (homeless > 0) log.warn({ count: homeless }, 'custom fields without a definition were not written');
  return customFields.length === 0 ? body : { ...body, customFields };
}

/** What is to be created, without what is empty: HighLevel refuses some empty values. */
export function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
}

/** The fields a patch clears: answers to writes leave out what is empty. */
export function clearedBy(patch: Fields): Fields {
  return Object.fromEntries(Object.entries(patch).filter(([field, value]) => value === null && field !== 'tags'));
}

function sent(field: string, value: Value): Value {
  if (value === null) return NEVER_NULL.includes(field) ? '' : null;
  return field === 'country' && typeof value === 'string' ? countryCode(value) : value;
}
