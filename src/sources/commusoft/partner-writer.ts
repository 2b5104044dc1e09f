import { type Fields, text } from '../../model/kind.ts';
import type { NewRecord, RecordRef, SourceRecord, Writer } from '../source.ts';
import type { Client } from './client.ts';
import { createdId } from './envelope.ts';
import { bracketed } from './form.ts';
import { listPath, onePath, type PartnerReads, type PartnerShape } from './partner-shape.ts';
import { needsCustomer, problem, readBack } from './problem.ts';
import { NAME } from './settings.ts';

type Form = Pick<PartnerShape, 'template' | 'noun' | 'envelope' | 'fields' | 'required' | 'toForm'>;

/** Writes of one partner endpoint. */
export function createPartnerWriter(shape: Form, client: Client, reads: PartnerReads): Required<Writer> {
  const { noun, fields: names } = shape;

  function form(fields: Fields): URLSearchParams {
    if (text(fields, shape.required)) return bracketed(shape.envelope, shape.toForm(fields));
    throw problem('INVALID', `An ${noun} in ${NAME} needs a ${shape.required}`, { path: [shape.required] });
  }

  async function held(ref: RecordRef): Promise<SourceRecord> {
    const record = await reads.one(ref);
    if (record) return record;
    throw problem('NOT_FOUND', `The ${noun} ${ref.id} does not exist in ${NAME}`, { recordId: ref.id });
  }

  /** The endpoint keeps no key of ours: the newest with the very same content is taken for the one we made. */
  async function find({ contactId, fields }: NewRecord): Promise<SourceRecord | null> {
    if (contactId === undefined) throw needsCustomer(noun);
    const wanted = content(shape, fields);
    const same = (await reads.list(contactId)).filter((record) => content(shape, record.fields) === wanted);
    return same.sort((a, b) => Number(b.id) - Number(a.id))[0] ?? null;
  }

  return {
    creates: names,
    updates: names,
    callsPerUpdate: 3,
    find,
    async create(record) {
      const { contactId } = record;
      if (contactId === undefined) throw needsCustomer(noun);
      const request = { method: 'POST', path: listPath(shape.template, contactId), form: form(record.fields) } as const;
      const id = createdId(await client.ask(request), ['id']);
      return readBack(noun, id === null ? find(record) : reads.one({ id, contactId }));
    },
    async update(ref, patch) {
      const path = onePath(shape, ref);
      const before = await held(ref);
      // Whether what is left out is kept, nobody knows: all of it is sent.
      await client.ask({ method: 'PUT', path, form: form({ ...before.fields, ...patch }) });
      return held(ref);
    },
    async remove(ref) {
      await client.ask({ method: 'DELETE', path: onePath(shape, ref) }, [404, 410]);
    },
  };
}

/** What the endpoint would be told of such fields; two records with the same content cannot be told apart. */
function content(shape: Form, fields: Fields): string {
  return bracketed(shape.envelope, shape.toForm(fields)).toString();
}
