import { appointment } from './appointment.ts';
import { contact } from './contact.ts';
import type { Kind, KindModel } from './kind.ts';
import { note } from './note.ts';
import { tag } from './tag.ts';
import { task } from './task.ts';

/** The model of every kind. */
export const models: Readonly<Record<Kind, KindModel>> = { contact, task, note, appointment, tag };
