import { useState } from 'react';
import type { EventRowFragment } from '../../../client/generated/graphql.ts';
import { useTagSuggestions } from '../../app/tags.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Suggest } from '../../ui/Suggest.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { instantOf } from './moments.ts';
import { useRefusal } from './use-refusal.ts';
import type { WriteThrough } from './use-write.ts';
import { BookAppointment, MakeTask, TagContact, WriteNote } from './writes.ts';

/** What each of the dialogs needs. */
export interface AddProps {
  readonly contactId: string;
  readonly write: WriteThrough;
  readonly onClose: () => void;
}

const creates = (type: EventRowFragment['type']) => (event: EventRowFragment) =>
  event.kind === 'CREATED' && event.type === type;
const given = (text: string) => (text.trim() === '' ? null : text.trim());

/** Writes a note. */
export function AddNote({ contactId, write, onClose }: AddProps) {
  const [body, setBody] = useState('');
  const refusal = useRefusal(['body']);
  const submit = async () =>
    refusal.take(
      await write({ what: 'The note', document: WriteNote, input: { contactId, body }, isCause: creates('NOTE') }),
    );
  return (
    <FormDialog title="Add a note" action="Add note" error={refusal.whole} onClose={onClose} onSubmit={submit}>
      <TextField label="Note" rows={5} value={body} onChange={setBody} error={refusal.errorAt('body')} autoFocus />
    </FormDialog>
  );
}

/** Makes a task. */
export function AddTask({ contactId, write, onClose }: AddProps) {
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [due, setDue] = useState('');
  const refusal = useRefusal(['title', 'body', 'dueAt']);
  const submit = async () =>
    refusal.take(
      await write({
        what: 'The task',
        document: MakeTask,
        input: { contactId, title, body: given(body), dueAt: instantOf(due) },
        isCause: creates('TASK'),
      }),
    );
  return (
    <FormDialog title="Add a task" action="Add task" error={refusal.whole} onClose={onClose} onSubmit={submit}>
      <TextField label="Title" value={title} onChange={setTitle} error={refusal.errorAt('title')} autoFocus />
      <TextField
        label="Due, if there is a date"
        type="datetime-local"
        value={due}
        onChange={setDue}
        error={refusal.errorAt('dueAt')}
      />
      <TextField label="More about it" rows={3} value={body} onChange={setBody} error={refusal.errorAt('body')} />
    </FormDialog>
  );
}

/** Books an appointment. */
export function AddAppointment({ contactId, write, onClose }: AddProps) {
  const [title, setTitle] = useState('');
  const [starts, setStarts] = useState('');
  const [ends, setEnds] = useState('');
  const [location, setLocation] = useState('');
  const [notes, setNotes] = useState('');
  const [isTimeMissing, setTimeMissing] = useState(false);
  const refusal = useRefusal(['title', 'startsAt', 'endsAt', 'location', 'notes']);
  const submit = async () => {
    const startsAt = instantOf(starts);
    setTimeMissing(startsAt === null);
    if (startsAt === null) return false;
    const details = { endsAt: instantOf(ends), location: given(location), notes: given(notes) };
    return refusal.take(
      await write({
        what: 'The appointment',
        document: BookAppointment,
        input: { contactId, title, startsAt, ...details },
        isCause: creates('APPOINTMENT'),
      }),
    );
  };
  return (
    <FormDialog
      title="Add an appointment"
      action="Add appointment"
      error={refusal.whole}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label="Title" value={title} onChange={setTitle} error={refusal.errorAt('title')} autoFocus />
      <div className="form-pair">
        <TextField
          label="Starts"
          type="datetime-local"
          value={starts}
          onChange={setStarts}
          error={isTimeMissing ? 'Say on which day it starts, and when.' : refusal.errorAt('startsAt')}
        />
        <TextField
          label="Ends"
          type="datetime-local"
          description="Left empty: an hour later."
          value={ends}
          onChange={setEnds}
          error={refusal.errorAt('endsAt')}
        />
      </div>
      <TextField label="Where" value={location} onChange={setLocation} error={refusal.errorAt('location')} />
      <TextField label="Notes" rows={3} value={notes} onChange={setNotes} error={refusal.errorAt('notes')} />
    </FormDialog>
  );
}

/** Adds a tag: one there is, or a new one. */
export function AddTag({ contactId, write, onClose }: AddProps) {
  const [tag, setTag] = useState('');
  const [isMissing, setMissing] = useState(false);
  const options = useTagSuggestions(tag);
  const refusal = useRefusal([]);
  const submit = async () => {
    const name = tag.trim();
    setMissing(name === '');
    if (name === '') return false;
    return refusal.take(
      await write({
        what: `The tag ${name}`,
        document: TagContact,
        input: { contactId, tags: [name] },
        isCause: ({ entityId, changes }) => entityId === contactId && changes.some(({ field }) => field === 'tags'),
      }),
    );
  };
  return (
    <FormDialog title="Add a tag" action="Add tag" error={refusal.whole} onClose={onClose} onSubmit={submit}>
      <Suggest
        label="Tag"
        options={options}
        text={tag}
        onText={setTag}
        error={isMissing ? 'Say which tag.' : null}
        autoFocus
      />
    </FormDialog>
  );
}
