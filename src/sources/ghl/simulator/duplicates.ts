import type { Row } from '../../simulator.ts';
import { badRequest, type Refusal } from './refusal.ts';
import { fullName, normalPhone } from './tidy-row.ts';
import type { World } from './world.ts';

/** The contact that stands in the way of another with that e-mail or phone, and which of the two it shares. */
export interface Duplicate {
  readonly row: Row;
  readonly field: 'email' | 'phone';
}

/** Looks by e-mail first, then by phone; `except` is the contact that may have them. */
export function findDuplicate(
  world: World,
  email: string | null | undefined,
  phone: string | null | undefined,
  except?: string,
): Duplicate | null {
  const rows = world.shelves.contacts.rows();
  const wantedEmail = email?.toLowerCase();
  const wantedPhone = phone ? normalPhone(phone) : undefined;
  let byPhone: Duplicate | null = null;
  for (const row of rows) {
    if (row.id === except) continue;
    if (wantedEmail && String(row.email).toLowerCase() === wantedEmail) return { row, field: 'email' };
    if (wantedPhone && !byPhone && row.phone === wantedPhone) byPhone = { row, field: 'phone' };
  }
  return byPhone;
}

/** How a duplicate is answered in a location that does not allow any. */
export function duplicateRefusal({ row, field }: Duplicate): Refusal {
  const meta = { contactId: row.id, contactName: fullName(row), matchingField: field };
  return badRequest('This location does not allow duplicated contacts.', { meta });
}
