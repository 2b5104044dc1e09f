import { defineSource, type Source, type Tools } from '../source.ts';
import { createAppointments } from './appointment.ts';
import { createAppointmentWriter } from './appointment-writer.ts';
import { createClient } from './client.ts';
import { createContacts } from './contact.ts';
import { createContactWriter } from './contact-writer.ts';
import { createCustomers } from './customers.ts';
import { createDiary } from './diary.ts';
import { createJobs } from './jobs.ts';
import { mapping } from './mapping.ts';
import { createNotes } from './note.ts';
import { officeNotes } from './office-note.ts';
import { officeTasks } from './office-task.ts';
import { createPartner } from './partner.ts';
import { createReference } from './reference.ts';
import { rules } from './rules.ts';
import { type Settings, SYSTEM, settings } from './settings.ts';
import { createTags } from './tag.ts';
import { createTasks } from './task.ts';
import { createWebhooks, instructions } from './webhooks.ts';

/** Commusoft: customers, jobs and the diary; office notes and tasks where a partner endpoint is configured. */
export const definition = defineSource({
  id: SYSTEM,
  name: 'Commusoft',
  settings,
  // Nothing is published; working code stays below four a second. In a longer window the reserve for callers costs less.
  limits: { calls: 10, perMs: 2500, concurrency: 2 },
  mapping,
  rules,
  baseUrl: (set) => set.COMMUSOFT_BASE_URL,
  connect,
});

function connect(set: Settings, tools: Tools): Source {
  const client = createClient(set, tools);
  const reference = createReference(client, tools);
  const customers = createCustomers(client, tools);
  const jobs = createJobs(client, customers, tools);
  const diary = createDiary(client, tools);
  const { COMMUSOFT_NOTES_PATH: notesPath, COMMUSOFT_TASKS_PATH: tasksPath } = set;
  const notes = notesPath ? createPartner(officeNotes(notesPath), client, customers, tools) : null;
  const tasks = tasksPath ? createPartner(officeTasks(tasksPath), client, customers, tools) : null;
  const contactWriter = createContactWriter(client, customers, reference, set.COMMUSOFT_CUSTOMER_TYPE_ID);
  const secrets = (set.COMMUSOFT_WEBHOOK_SECRET ?? '').split(',').flatMap((secret) => secret.trim() || []);

  return {
    collections: {
      contact: createContacts(customers, reference, contactWriter),
      task: createTasks(jobs, tasks),
      note: createNotes(jobs, diary, notes),
      appointment: createAppointments(diary, jobs, createAppointmentWriter(client, diary, jobs, reference)),
      tag: createTags(reference),
    },
    ...(secrets.length > 0 ? { webhooks: createWebhooks(secrets) } : {}),
    registration: { instructions },
    async probe() {
      await client.ask({ method: 'GET', path: '/customertypes' });
    },
  };
}
