import type { MappingTemplate } from '../model/mapping-template.ts';
import { contactTemplates } from './contact.ts';
import { documentTemplates } from './document.ts';
import { workTemplates } from './work.ts';

/** The templates that ship: data about systems, so this folder alone may name them. */
export const templates: readonly MappingTemplate[] = [...contactTemplates, ...documentTemplates, ...workTemplates];
