import type { Mapping } from '../model/mapping.ts';
import type { MappingTemplate } from '../model/mapping-template.ts';

const HIGHLEVEL: Mapping = [
  { entity: 'firstName', record: 'firstName', transforms: [{ do: 'trim' }] },
  { entity: 'lastName', record: 'lastName', transforms: [{ do: 'trim' }] },
  { entity: 'email', record: 'email' },
  { entity: 'phone', record: 'phone' },
  { entity: 'address.line1', record: 'address1' },
  { entity: 'address.city', record: 'city' },
  { entity: 'address.county', record: 'state' },
  { entity: 'address.postcode', record: 'postalCode', transforms: [{ do: 'case', to: 'upper' }] },
  { entity: 'address.country', record: 'country' },
  { entity: 'custom.*', record: 'custom.*' },
];

const COMMUSOFT: Mapping = [
  { entity: 'firstName', record: 'name', transforms: [{ do: 'trim' }] },
  { entity: 'lastName', record: 'surname', transforms: [{ do: 'trim' }] },
  { entity: 'email', record: 'emailaddress' },
  { entity: 'phone', record: ['mobile', 'telephonenumber'] },
  { entity: 'address.line1', record: 'addressline1' },
  { entity: 'address.line2', record: 'addressline2' },
  { entity: 'address.city', record: 'town' },
  { entity: 'address.county', record: 'county' },
  { entity: 'address.postcode', record: 'postcode', transforms: [{ do: 'case', to: 'upper' }] },
  { entity: 'address.country', record: 'countrycode', direction: 'in' },
];

const ROSSUM: Mapping = [
  { entity: 'firstName', record: 'first_name', transforms: [{ do: 'trim' }] },
  { entity: 'lastName', record: 'last_name', transforms: [{ do: 'trim' }] },
  { entity: 'email', record: 'email' },
  { entity: 'phone', record: 'phone' },
  { entity: 'companyName', record: 'company_name' },
  { entity: 'website', record: 'website' },
  { entity: 'address.line1', record: 'address.line1' },
  { entity: 'address.line2', record: 'address.line2' },
  { entity: 'address.city', record: 'address.city' },
  { entity: 'address.county', record: 'address.county' },
  { entity: 'address.postcode', record: 'address.postcode', transforms: [{ do: 'case', to: 'upper' }] },
  { entity: 'address.country', record: 'address.country' },
  { entity: 'custom.*', record: 'custom.*' },
];

/** Contacts kept in step between two systems. */
export const contactTemplates: readonly MappingTemplate[] = [
  {
    id: 'ghl-commusoft-contact',
    name: 'HighLevel and Commusoft contacts',
    summary:
      'First and last name, e-mail, phone and address both ways, names without stray spaces and postcodes in capitals. Commusoft has no custom fields in its API: those of HighLevel stay in the graph and are not written there.',
    parts: [
      { system: 'ghl', kind: 'contact', rows: HIGHLEVEL },
      { system: 'commusoft', kind: 'contact', rows: COMMUSOFT },
    ],
  },
  {
    id: 'ghl-rossum-contact',
    name: 'HighLevel and Rossum contacts',
    summary:
      'Name, e-mail, phone, company, website, address and all custom fields both ways, with rows of the contacts collection. HighLevel takes a company name only when a contact is created.',
    parts: [
      {
        system: 'ghl',
        kind: 'contact',
        rows: [
          ...HIGHLEVEL,
          { entity: 'companyName', record: 'companyName' },
          { entity: 'website', record: 'website' },
        ],
      },
      { system: 'rossum', kind: 'contact', rows: ROSSUM },
    ],
  },
];
