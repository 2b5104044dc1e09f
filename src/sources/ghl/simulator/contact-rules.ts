import type { Row, TableRules } from '../../simulator.ts';
import { differences, dropNulls, normalTags, text, texts, tidyContact } from './tidy-row.ts';
import type { Telling, World } from './world.ts';

const OWN_EVENT = new Set(['tags', 'dnd', 'dndSettings', 'dateUpdated']);

/** Contacts: stamps, the tag catalogue, the search index, and what becomes of the children of a deleted one. */
export function contactRules(world: World, telling: Telling): TableRules {
  const known = (row: Row | null, id: unknown) =>
    world.index.put(String(id), row, telling.quiet ? 0 : world.switches.lagMs);

  function settle(row: Row, before?: Row): void {
    tidyContact(row, before);
    const { tags } = world.shelves;
    const names = new Set([...tags.rows()].map((tag) => tag.name));
    for (const name of texts(row, 'tags')) if (!names.has(name)) tags.table.add({ name });
    known(row, row.id);
  }
  return {
    newId: world.ids.next,
    added(row) {
      const { dateAdded, dateUpdated } = row;
      row.locationId = world.location.id;
      row.dateAdded = (telling.quiet && dateAdded) || world.stamp();
      row.dateUpdated = (telling.quiet && dateUpdated) || row.dateAdded;
      row.type ??= 'lead';
      row.dnd ??= false;
      row.country ??= world.location.country;
      settle(row);
      telling.tell('ContactCreate', row);
    },
    changed(row, before) {
      row.dateAdded = before.dateAdded;
      row.dateUpdated = world.stamp();
      settle(row, before);
      const changed = differences(row, before);
      if (changed.includes('tags')) telling.tell('ContactTagUpdate', row);
      if (changed.includes('dnd') || changed.includes('dndSettings')) telling.tell('ContactDndUpdate', row);
      if (changed.some((field) => !OWN_EVENT.has(field))) telling.tell('ContactUpdate', row);
    },
    removed(row) {
      known(null, row.id);
      telling.tell('ContactDelete', row);
      telling.quietly(() => {
        const { tasks, notes, appointments } = world.shelves;
        for (const children of [tasks, notes, appointments])
          for (const child of children.of(String(row.id))) children.table.remove(String(child.id));
      });
    },
  };
}

/** The tag catalogue: names in lower case, no stamps and no events; a renamed or deleted tag changes the contacts that have it. */
export function tagRules(world: World): TableRules {
  const settle = (row: Row) => {
    row.name = normalTags([text(row, 'name') ?? ''])[0] ?? '';
    row.locationId = world.location.id;
  };
  function replace(name: unknown, by: readonly string[]): void {
    const { contacts } = world.shelves;
    for (const contact of [...contacts.rows()]) {
      const tags = texts(contact, 'tags');
      if (!tags.includes(String(name))) continue;
      contacts.table.change(String(contact.id), { tags: tags.flatMap((tag) => (tag === name ? by : tag)) });
    }
  }
  return {
    newId: world.ids.next,
    added: settle,
    changed(row, before) {
      settle(row);
      if (row.name !== before.name) replace(before.name, [String(row.name)]);
    },
    removed: (row) => replace(row.name, []),
  };
}

/** Businesses: stamps, and no events; the contacts of a deleted one have none. */
export function businessRules(world: World): TableRules {
  return {
    newId: world.ids.nextHex,
    added(row) {
      row.locationId = world.location.id;
      row.createdAt ??= world.stamp();
      row.updatedAt ??= row.createdAt;
      dropNulls(row);
    },
    changed(row, before) {
      row.createdAt = before.createdAt;
      row.updatedAt = world.stamp();
      dropNulls(row);
    },
    removed(row) {
      const { contacts } = world.shelves;
      for (const contact of [...contacts.rows()])
        if (contact.businessId === row.id) contacts.table.change(String(contact.id), { businessId: null });
    },
  };
}
