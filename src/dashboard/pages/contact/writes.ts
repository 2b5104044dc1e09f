import { graphql } from '../../app/graphql.ts';

/** What became of a write in one system. */
export const ReceiptRow = graphql(`
  fragment ReceiptRow on Receipt {
    system { id name }
    status
    unsupportedFields
    error { message }
  }
`);

/** Changes fields. */
export const UpdateContact = graphql(`
  mutation UpdateContact($input: UpdateContactInput!) {
    written: updateContact(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }
  }
`);

/** Adds tags. */
export const TagContact = graphql(`
  mutation TagContact($input: TagContactInput!) {
    written: addTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }
  }
`);

/** Takes tags away. */
export const UntagContact = graphql(`
  mutation UntagContact($input: TagContactInput!) {
    written: removeTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }
  }
`);

/** Writes a note. */
export const WriteNote = graphql(`
  mutation WriteNote($input: CreateNoteInput!) {
    written: createNote(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }
  }
`);

/** Makes a task. */
export const MakeTask = graphql(`
  mutation MakeTask($input: CreateTaskInput!) {
    written: createTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }
  }
`);

/** Completes a task, or opens it again. */
export const FinishTask = graphql(`
  mutation FinishTask($input: CompleteTaskInput!) {
    written: completeTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }
  }
`);

/** Books an appointment. */
export const BookAppointment = graphql(`
  mutation BookAppointment($input: CreateAppointmentInput!) {
    written: createAppointment(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }
  }
`);

/** Makes it again what it was. */
export const RestoreContact = graphql(`
  mutation RestoreContact($input: RevertInput!) {
    written: revertTo(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }
  }
`);
