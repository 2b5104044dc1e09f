import { graphql } from '../../src/client/generated/index.ts';

/** The contacts with what belongs to them and the systems they are known from. */
export const CONTACTS = graphql(`
  query SyncContacts($first: Int, $search: String, $filter: ContactFilter) {
    contacts(first: $first, search: $search, filter: $filter) {
      totalCount
      nodes {
        id
        name
        email
        phone
        records { id state stale system { id } }
        conflicts { id field open chosen values { origin value } }
        tasks { nodes { id title } }
        notes { nodes { id body } }
      }
    }
  }
`);

/** One contact by its id, whole. */
export const CONTACT = graphql(`
  query SyncContact($by: ContactBy!) {
    contact(by: $by) {
      id
      firstName
      lastName
      email
      phone
      companyName
      website
      version
      address { line1 city postcode country }
      tags { name }
      customFields { key value }
      conflicts { field open chosen base values { origin value } }
      records { id stale state system { id } }
      tasks { nodes { id title completed records { id system { id } } } }
      notes { nodes { id body } }
      appointments { nodes { id title status } }
    }
  }
`);

/** A plain list that asks the systems for contacts only. */
export const NAMES = graphql(`
  query SyncNames($first: Int) {
    contacts(first: $first) { totalCount nodes { id name email records { stale system { id } } } }
  }
`);

/** The same with what belongs to each. */
export const AGENDA = graphql(`
  query SyncAgenda($first: Int) {
    contacts(first: $first) {
      nodes { id name tasks { nodes { title records { stale } } } notes { nodes { body } } }
    }
  }
`);

/** One task. */
export const TASKS = graphql(`
  query SyncTasks($filter: TaskFilter) {
    tasks(first: 100, filter: $filter) {
      totalCount
      nodes { id title body dueAt completed assignee contact { id email } records { id system { id } } }
    }
  }
`);

export const CREATE_CONTACT = graphql(`
  mutation SyncCreateContact($input: CreateContactInput!) {
    createContact(input: $input) {
      contact { id email phone version tags { name } }
      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }
      userErrors { path code message }
    }
  }
`);

export const UPDATE_CONTACT = graphql(`
  mutation SyncUpdateContact($input: UpdateContactInput!) {
    updateContact(input: $input) {
      contact { id firstName lastName email phone website version address { line1 city } tags { name } }
      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }
      userErrors { path code message }
    }
  }
`);

export const UPSERT_CONTACT = graphql(`
  mutation SyncUpsertContact($input: UpsertContactInput!) {
    upsertContact(input: $input) {
      contact { id firstName email tags { name } }
      receipts { status system { id } error { code message } }
      userErrors { code message }
    }
  }
`);

export const DELETE_CONTACT = graphql(`
  mutation SyncDeleteContact($input: DeleteInput!) {
    deleteContact(input: $input) {
      contact { id }
      receipts { status recordId system { id } error { code message } }
      userErrors { code message }
    }
  }
`);

export const ADD_TAGS = graphql(`
  mutation SyncAddTags($input: TagContactInput!) {
    addTags(input: $input) { contact { tags { name } } receipts { status unsupportedFields system { id } } userErrors { code } }
  }
`);

export const REMOVE_TAGS = graphql(`
  mutation SyncRemoveTags($input: TagContactInput!) {
    removeTags(input: $input) { contact { tags { name } } receipts { status system { id } } userErrors { code } }
  }
`);

export const CREATE_TASK = graphql(`
  mutation SyncCreateTask($input: CreateTaskInput!) {
    createTask(input: $input) {
      task { id title completed contact { id } }
      receipts { status recordId attempts nextAttemptAt system { id } error { code message } }
      userErrors { path code message }
    }
  }
`);

export const UPDATE_TASK = graphql(`
  mutation SyncUpdateTask($input: UpdateTaskInput!) {
    updateTask(input: $input) { task { id title body completed } receipts { status system { id } error { code message } } userErrors { code } }
  }
`);

export const COMPLETE_TASK = graphql(`
  mutation SyncCompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) { task { id completed } receipts { status system { id } error { code message } } userErrors { code } }
  }
`);

export const DELETE_TASK = graphql(`
  mutation SyncDeleteTask($input: DeleteInput!) {
    deleteTask(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }
  }
`);

export const CREATE_NOTE = graphql(`
  mutation SyncCreateNote($input: CreateNoteInput!) {
    createNote(input: $input) {
      note { id body }
      receipts { status recordId system { id } error { code message } }
      userErrors { code message }
    }
  }
`);

export const UPDATE_NOTE = graphql(`
  mutation SyncUpdateNote($input: UpdateNoteInput!) {
    updateNote(input: $input) { note { id body } receipts { status system { id } error { code message } } userErrors { code } }
  }
`);

export const DELETE_NOTE = graphql(`
  mutation SyncDeleteNote($input: DeleteInput!) {
    deleteNote(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }
  }
`);

export const CREATE_APPOINTMENT = graphql(`
  mutation SyncCreateAppointment($input: CreateAppointmentInput!) {
    createAppointment(input: $input) {
      appointment { id title startsAt endsAt status }
      receipts { status recordId system { id } error { code message } }
      userErrors { code message }
    }
  }
`);

export const UPDATE_APPOINTMENT = graphql(`
  mutation SyncUpdateAppointment($input: UpdateAppointmentInput!) {
    updateAppointment(input: $input) {
      appointment { id title startsAt }
      receipts { status system { id } error { code message } }
      userErrors { code message }
    }
  }
`);

export const CANCEL_APPOINTMENT = graphql(`
  mutation SyncCancelAppointment($input: DeleteInput!) {
    cancelAppointment(input: $input) {
      appointment { id status }
      receipts { status system { id } error { code message } }
      userErrors { code message }
    }
  }
`);

export const SYNC_NOW = graphql(`
  mutation SyncSyncNow($input: SyncNowInput!) {
    syncNow(input: $input) {
      runs { id trigger read changed upstreamCalls progress error finishedAt types system { id } }
      userErrors { path code message }
    }
  }
`);

export const ESTIMATE = graphql(`
  mutation SyncEstimate($input: SyncNowInput!) {
    syncNow(input: $input) {
      runs { id }
      estimate {
        calls
        seconds
        systems { system { id } calls seconds types { type calls seconds reason } }
      }
      userErrors { path code message }
    }
  }
`);

export const SYNC_CONTACT = graphql(`
  mutation SyncSyncContact($id: ID!) {
    syncContact(input: { id: $id }) {
      contact { id phone }
      receipts { status system { id } }
      userErrors { code message }
    }
  }
`);

export const RETRY_DELIVERY = graphql(`
  mutation SyncRetryDelivery($id: ID!) {
    retryDelivery(id: $id) { delivery { id status attempts error { code message } } userErrors { code message } }
  }
`);

export const DISCARD_DELIVERY = graphql(`
  mutation SyncDiscardDelivery($id: ID!) {
    discardDelivery(id: $id) { delivery { id status } userErrors { code message } }
  }
`);

export const DELIVERIES = graphql(`
  query SyncDeliveries($filter: DeliveryFilter) {
    deliveries(first: 100, filter: $filter) {
      totalCount
      nodes { id operation status attempts nextAttemptAt entity { id } system { id } error { code message } }
    }
  }
`);

export const RUNS = graphql(`
  query SyncRuns {
    syncRuns(first: 50) { nodes { id trigger types read changed progress error startedAt finishedAt upstreamCalls system { id } } }
  }
`);

export const CONFLICTS = graphql(`
  query SyncConflicts($open: Boolean) {
    conflicts(first: 50, open: $open) {
      totalCount
      nodes { id field open chosen base entity { id } values { origin value changedAt } }
    }
  }
`);

export const SYSTEMS = graphql(`
  query SyncSystems {
    systems { id health { state error pendingDeliveries failedDeliveries missedWebhooks } }
  }
`);

export const EVENTS = graphql(`
  subscription SyncEvents($after: ID, $filter: SyncEventFilter) {
    syncEvents(after: $after, filter: $filter) {
      id kind type entityId origin correlationId message system { id } changes { field before after }
    }
  }
`);

export const EVENT_LOG = graphql(`
  query SyncEventLog($first: Int, $filter: SyncEventFilter) {
    syncEvents(first: $first, filter: $filter) { totalCount nodes { id kind type entityId origin message } }
  }
`);

export const CONTACT_CHANGED = graphql(`
  subscription SyncContactChanged($id: ID!) {
    contactChanged(id: $id) { id phone tasks { nodes { title } } }
  }
`);

export const SYSTEM_CHANGED = graphql(`
  subscription SyncSystemChanged {
    systemChanged { id health { state } }
  }
`);

export const POLICIES = graphql(`
  query SyncPolicies {
    policies { type spread when deletes system { id } }
  }
`);

export const SET_POLICY = graphql(`
  mutation SyncSetPolicy($input: SetPolicyInput!) {
    setPolicy(input: $input) { policy { type spread when deletes system { id } } userErrors { path code message } }
  }
`);

export const SPREAD = graphql(`
  mutation SyncSpread($input: SpreadInput!) {
    spread(input: $input) { queued userErrors { path code message } }
  }
`);

export const RELEASE_RECORD = graphql(`
  mutation SyncReleaseRecord($input: ReleaseRecordInput!) {
    releaseRecord(input: $input) { entity { id version } userErrors { path code message } }
  }
`);

export const APPOINTMENTS = graphql(`
  query SyncAppointments($first: Int) {
    appointments(first: $first) { nodes { id title startsAt records { system { id } } } }
  }
`);
