import type { Row, Table } from '../../simulator.ts';
import { type Annotations, NO_STAMPS } from './annotation.ts';
import { annotationView } from './annotation-view.ts';
import { contentTree, extractionOf } from './content.ts';
import type { Emit } from './emit.ts';
import { follow, idOf, SERVICE_USER, stamp, urlOf, type World } from './world.ts';

/** The confidence of values that a person types into a new annotation here. */
const TYPED_CONFIDENCE = 0.93;

/** The annotations as a person meets them: a document that arrives, a form that is edited, a document thrown away. */
export function annotationTable(world: World, annotations: Annotations, emit: Emit): Table {
  return {
    ...world.annotations,
    add(row) {
      const added = world.annotations.add(arrived(world, row));
      const content = `${String(added.url)}/content`;
      const annotation = world.annotations.change(String(added.id), { content }) ?? added;
      world.documents.change(idOf(annotation.document), { annotations: [annotation.url] });
      emit(
        'annotation_content.initialize',
        { ...annotationView(annotation), previous_status: 'importing', content: contentTree(annotation) },
        { updated_datapoints: [] },
      );
      annotations.tellStatus(annotation, 'importing');
      return annotation;
    },
    change(id, patch) {
      const before = world.annotations.get(id);
      return before && edit(annotations, before, patch);
    },
    /** Deleting on the vendor's screen is one more status; the annotation stays. */
    remove(id) {
      const annotation = world.annotations.get(id);
      if (annotation) annotations.move(annotation, 'deleted');
      return annotation !== null;
    },
  };
}

/** A person who edits a form opens and leaves it, which hooks see as a change from reviewing. */
function edit(annotations: Annotations, before: Row, patch: Row): Row {
  const was = extractionOf(before);
  const values = { ...was.values, ...extractionOf(patch).values };
  const seen = Object.keys(values).filter((id) => values[id] !== was.values[id]);
  const { status = before.status, modified_at: _, modifier: __, modified_by: ___, ...rest } = patch;
  const fields = { ...rest, values, validated: [...new Set([...was.validated, ...seen])] };
  if (status !== before.status) return annotations.move(before, String(status), unstamped(fields));
  const after = annotations.touch(before, fields);
  annotations.tellStatus(after, 'reviewing');
  return after;
}

/** A form that was sent back whole repeats the empty stamps, which must not undo those of its new status. */
function unstamped(fields: Row): Row {
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => !(field in NO_STAMPS && value === null)));
}

/** A new annotation with its document; what `row` says comes first. `file_name` names the document. */
function arrived(world: World, row: Row): Row {
  const { file_name: fileName, ...given } = row;
  const at = given.created_at ?? stamp(world.clock.now());
  const queue = follow(world, 'queues', given.queue) ?? world.queues.list()[0] ?? {};
  const confidences = Object.fromEntries(Object.keys(extractionOf(row).values).map((id) => [id, TYPED_CONFIDENCE]));
  return {
    status: 'to_review',
    queue: queue.url,
    schema: queue.schema,
    document: given.document ?? addDocument(world, String(fileName ?? 'document.pdf'), at).url,
    pages: [],
    relations: [],
    creator: urlOf(world, 'users', SERVICE_USER),
    created_at: at,
    arrived_at: at,
    modified_at: null,
    modifier: null,
    modified_by: null,
    ...NO_STAMPS,
    messages: null,
    metadata: {},
    automated: false,
    automation_blocker: null,
    email: null,
    email_thread: null,
    related_emails: [],
    suggested_edit: null,
    time_spent: 0,
    organization: urlOf(world, 'organizations', 1),
    assignees: [],
    labels: [],
    restricted_access: false,
    training_enabled: true,
    einvoice: false,
    values: {},
    confidences,
    validated: [],
    ...given,
  };
}

function addDocument(world: World, fileName: string, at: unknown): Row {
  const added = world.documents.add({
    original_file_name: fileName,
    mime_type: 'application/pdf',
    creator: urlOf(world, 'users', SERVICE_USER),
    created_at: at,
    arrived_at: at,
    annotations: [],
    metadata: {},
  });
  return world.documents.change(String(added.id), { content: `${String(added.url)}/content` }) ?? added;
}
