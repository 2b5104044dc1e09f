import type { z } from 'zod';
import { path } from '../../base/path.ts';
import type { Fields } from '../../model/kind.ts';
import type { Page, RecordRef, SourceRecord } from '../source.ts';
import type { FormObject } from './form.ts';
import { needsCustomer, problem } from './problem.ts';

/**
 * Office notes or office tasks of a customer, where Commusoft granted such an endpoint. No public document describes
 * one: path, names and form follow the documented notes of users (/users/{id}/usernotes).
 */
export interface PartnerShape<T extends { readonly id: string } = { readonly id: string }> {
  /** The template from the settings, with {customerId}. */
  readonly template: string;
  /** What a person calls it: 'office task'. */
  readonly noun: string;
  /** The plain names of its list and of one, the list's first. */
  readonly names: readonly string[];
  /** The name around its form. */
  readonly envelope: string;
  readonly row: z.ZodType<T>;
  readonly fields: readonly string[];
  /** The field without which it is nothing. */
  readonly required: string;
  toRecord(row: T, customerId: string): SourceRecord;
  toForm(fields: Fields): FormObject;
}

/** Reads of one partner endpoint. */
export interface PartnerReads {
  list(customerId: string): Promise<SourceRecord[]>;
  one(ref: RecordRef): Promise<SourceRecord | null>;
  /** Customer by customer in the order of their ids, behind the customer that `cursor` names. */
  scan(cursor: string | null): AsyncIterable<Page>;
}

/** The ids that these endpoints give out; all others are derived from jobs and the diary. */
export const OWN_ID = /^\d+$/;

/** The path of a customer's list. */
export function listPath(template: string, customerId: string): string {
  const inPath = path`${customerId}`;
  return template.replace('{customerId}', () => inPath);
}

/** The path of one; throws UNSUPPORTED for what is derived from jobs and the diary, INVALID where the customer is missing. */
export function onePath(shape: Pick<PartnerShape, 'noun' | 'template'>, ref: RecordRef): string {
  if (!OWN_ID.test(ref.id)) throw readOnly(shape.noun, ref.id);
  if (ref.contactId === undefined) throw needsCustomer(shape.noun);
  return listPath(shape.template, ref.contactId) + path`/${ref.id}`;
}

function readOnly(noun: string, id: string): Error {
  path`/${id}`;
  const message = `Commusoft's jobs and diary can only be read: ${id} is part of them and not an ${noun}`;
  return problem('UNSUPPORTED', message, { recordId: id });
}
