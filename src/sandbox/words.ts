// The words a believable heating and plumbing business is made of.

/** First names. */
export const FIRST_NAMES = [
  'Amelia',
  'Oliver',
  'Isla',
  'George',
  'Ava',
  'Noah',
  'Mia',
  'Arthur',
  'Ivy',
  'Harry',
  'Freya',
  'Leo',
  'Lily',
  'Theo',
  'Grace',
  'Jack',
  'Sophie',
  'Oscar',
  'Emily',
  'Henry',
  'Poppy',
  'Charlie',
  'Ella',
  'Freddie',
  'Priya',
  'Mohammed',
  'Aisha',
  'Tomasz',
  'Chloe',
  'Callum',
  'Niamh',
  'Rhys',
  'Megan',
  'Ewan',
  'Zara',
  'Dylan',
] as const;

/** Surnames. */
export const LAST_NAMES = [
  'Smith',
  'Jones',
  'Taylor',
  'Brown',
  'Williams',
  'Wilson',
  'Johnson',
  'Davies',
  'Patel',
  'Robinson',
  'Wright',
  'Thompson',
  'Evans',
  'Walker',
  'White',
  'Roberts',
  'Green',
  'Hall',
  'Wood',
  'Harris',
  'Clarke',
  'Khan',
  'Jackson',
  'Turner',
  'Hughes',
  'Edwards',
  'Hill',
  'Moore',
  'Baker',
  'Murphy',
  'Campbell',
  'Fraser',
  'Begum',
  'Nowak',
  'Bennett',
  'Price',
] as const;

/** What comes behind a surname in the name of a company. */
export const COMPANIES = [
  'Lettings',
  'Property Management',
  'Dental Practice',
  'Bakery',
  'Estates',
  'Care Homes',
  'Builders',
  'Joinery',
  'Guest House',
  'Primary School',
] as const;

/** Domains that are reserved for examples. */
export const EMAIL_HOSTS = [
  'example.com',
  'example.org',
  'example.net',
  'mail.example.com',
  'post.example.org',
] as const;

/** Streets. */
export const STREETS = [
  'High Street',
  'Station Road',
  'Church Lane',
  'Victoria Road',
  'Mill Lane',
  'Park Avenue',
  'The Green',
  'Queens Drive',
  'Albert Terrace',
  'Orchard Close',
  'Kingsway',
  'Rectory Road',
] as const;

/** Towns around the business, with their counties and postcode areas. */
export const TOWNS = [
  { city: 'Bristol', county: 'Bristol', area: 'BS' },
  { city: 'Bath', county: 'Somerset', area: 'BA' },
  { city: 'Reading', county: 'Berkshire', area: 'RG' },
  { city: 'Oxford', county: 'Oxfordshire', area: 'OX' },
  { city: 'Swindon', county: 'Wiltshire', area: 'SN' },
  { city: 'Gloucester', county: 'Gloucestershire', area: 'GL' },
  { city: 'Cardiff', county: 'South Glamorgan', area: 'CF' },
] as const;

/** What the staff tag contacts with. */
export const TAGS = [
  'boiler plan',
  'landlord',
  'vip',
  'new lead',
  'annual service',
  'slow payer',
  'newsletter',
  'referral',
] as const;

/** Tasks of the office, with their details. */
export const TRADES = [
  { task: 'Send boiler quote', detail: 'Combi, three bedrooms, wants a ten-year warranty' },
  { task: 'Book annual service', detail: 'Service is due; landlord certificate needed too' },
  { task: 'Chase invoice', detail: 'Second reminder, 30 days overdue' },
  { task: 'Call back about leak', detail: 'Slow leak under the kitchen sink, tenant is at home after 4 pm' },
  { task: 'Order radiator valves', detail: 'Four thermostatic valves, 15 mm' },
  { task: 'Survey for heat pump', detail: 'Measure the plant room, photograph the fuse board' },
] as const;

/** What gets written down about a customer. */
export const NOTES = [
  'Gate code is on the card; please lock it again.',
  'Prefers a text before the engineer sets off.',
  'Boiler is in the loft, ladder needed.',
  'Has a dog, friendly but loud.',
  'Asked for the quote to be split in labour and parts.',
  'Parking permit is with the concierge.',
  'Hard water area: recommend a scale reducer.',
] as const;

/** What an engineer comes for. */
export const VISITS = [
  'Boiler service',
  'Leak repair',
  'Heat pump survey',
  'Radiator fitting',
  'Gas safety check',
  'Bathroom quote visit',
] as const;
