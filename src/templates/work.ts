import type { MappingTemplate } from '../model/mapping-template.ts';

/** Work, notes and tags. */
export const workTemplates: readonly MappingTemplate[] = [
  {
    id: 'commusoft-job-task',
    name: 'Commusoft jobs as tasks',
    summary:
      'A job is a task with its description, due when its visit begins and done when the job is. Jobs can only be read; office tasks are written as well where COMMUSOFT_TASKS_PATH names an endpoint.',
    parts: [
      {
        system: 'commusoft',
        kind: 'task',
        rows: [
          { entity: 'title', record: 'description', transforms: [{ do: 'trim' }] },
          { entity: 'body', record: 'details' },
          { entity: 'dueAt', record: 'duedate' },
          { entity: 'completed', record: 'completed' },
          { entity: 'assignee', record: 'user' },
        ],
      },
    ],
  },
  {
    id: 'commusoft-ghl-note',
    name: 'Commusoft notes as HighLevel notes',
    summary:
      'The texts of jobs and of the diary, and office notes, go to HighLevel with their title. Commusoft takes notes back only where COMMUSOFT_NOTES_PATH names an endpoint; job and diary texts can only be read.',
    parts: [
      {
        system: 'commusoft',
        kind: 'note',
        rows: [
          { entity: 'title', record: 'title', transforms: [{ do: 'trim' }] },
          { entity: 'body', record: 'note' },
        ],
      },
      {
        system: 'ghl',
        kind: 'note',
        rows: [
          { entity: 'title', record: 'title', transforms: [{ do: 'trim' }] },
          { entity: 'body', record: 'body' },
        ],
      },
    ],
  },
  {
    id: 'labels-types-tags',
    name: 'Labels and customer types as tags',
    summary:
      'Rossum labels and the tags of HighLevel are one list of tags, and the customer types and sources of Commusoft are tags of its customers, which can only be read there. A label marks documents, not contacts: the tags of a Rossum contact are names in its row.',
    parts: [
      {
        system: 'rossum',
        kind: 'tag',
        rows: [
          { entity: 'name', record: 'name', transforms: [{ do: 'trim' }] },
          { entity: 'color', record: 'color' },
        ],
      },
      { system: 'ghl', kind: 'tag', rows: [{ entity: 'name', record: 'name', transforms: [{ do: 'trim' }] }] },
      { system: 'commusoft', kind: 'tag', rows: [{ entity: 'name', record: 'name', direction: 'in' }] },
      { system: 'rossum', kind: 'contact', rows: [{ entity: 'tags', record: 'tags' }] },
      { system: 'ghl', kind: 'contact', rows: [{ entity: 'tags', record: 'tags' }] },
      { system: 'commusoft', kind: 'contact', rows: [{ entity: 'tags', record: 'tags', direction: 'in' }] },
    ],
  },
];
