import type { Row } from '../../simulator.ts';
import { seededId } from './ids.ts';
import type { World } from './world.ts';

/** The agency that the location belongs to. */
export const COMPANY_ID = seededId('company', 1);

/** The agency's locations, as its list of installations shows them: the one with everything in it and two that are names only. */
export function locationsOf({ location }: World): readonly (Row & { readonly _id: string; readonly name: string })[] {
  const { name, address, city, postalCode, country } = location;
  return [
    { _id: location.id, name: String(name), address: [address, city, postalCode, country].join(', ') },
    { _id: seededId('location', 2), name: 'Harbour Heating North', address: '12 Dock Road, Liverpool, L3 4AF, GB' },
    { _id: seededId('location', 3), name: 'Harbour Boats', address: '1 Pier Lane, Cardiff, CF10 4PH, GB' },
  ];
}
