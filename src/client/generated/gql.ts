/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query SyncContacts($first: Int, $search: String, $filter: ContactFilter) {\n    contacts(first: $first, search: $search, filter: $filter) {\n      totalCount\n      nodes {\n        id\n        name\n        email\n        phone\n        records { id state stale system { id } }\n        conflicts { field open chosen values { origin value } }\n        tasks { nodes { id title } }\n        notes { nodes { id body } }\n      }\n    }\n  }\n": typeof types.SyncContactsDocument,
    "\n  query SyncContact($by: ContactBy!) {\n    contact(by: $by) {\n      id\n      firstName\n      lastName\n      email\n      phone\n      companyName\n      website\n      version\n      address { line1 city postcode country }\n      tags { name }\n      customFields { key value }\n      conflicts { field open chosen base values { origin value } }\n      records { id stale state system { id } }\n      tasks { nodes { id title completed records { id system { id } } } }\n      notes { nodes { id body } }\n      appointments { nodes { id title status } }\n    }\n  }\n": typeof types.SyncContactDocument,
    "\n  query SyncNames($first: Int) {\n    contacts(first: $first) { totalCount nodes { id name email records { stale system { id } } } }\n  }\n": typeof types.SyncNamesDocument,
    "\n  query SyncAgenda($first: Int) {\n    contacts(first: $first) {\n      nodes { id name tasks { nodes { title records { stale } } } notes { nodes { body } } }\n    }\n  }\n": typeof types.SyncAgendaDocument,
    "\n  query SyncTasks($filter: TaskFilter) {\n    tasks(first: 100, filter: $filter) {\n      totalCount\n      nodes { id title body dueAt completed assignee contact { id email } records { id system { id } } }\n    }\n  }\n": typeof types.SyncTasksDocument,
    "\n  mutation SyncCreateContact($input: CreateContactInput!) {\n    createContact(input: $input) {\n      contact { id email phone version tags { name } }\n      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SyncCreateContactDocument,
    "\n  mutation SyncUpdateContact($input: UpdateContactInput!) {\n    updateContact(input: $input) {\n      contact { id firstName lastName email phone website version address { line1 city } tags { name } }\n      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SyncUpdateContactDocument,
    "\n  mutation SyncUpsertContact($input: UpsertContactInput!) {\n    upsertContact(input: $input) {\n      contact { id firstName email tags { name } }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": typeof types.SyncUpsertContactDocument,
    "\n  mutation SyncDeleteContact($input: DeleteInput!) {\n    deleteContact(input: $input) {\n      contact { id }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": typeof types.SyncDeleteContactDocument,
    "\n  mutation SyncAddTags($input: TagContactInput!) {\n    addTags(input: $input) { contact { tags { name } } receipts { status unsupportedFields system { id } } userErrors { code } }\n  }\n": typeof types.SyncAddTagsDocument,
    "\n  mutation SyncRemoveTags($input: TagContactInput!) {\n    removeTags(input: $input) { contact { tags { name } } receipts { status system { id } } userErrors { code } }\n  }\n": typeof types.SyncRemoveTagsDocument,
    "\n  mutation SyncCreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task { id title completed contact { id } }\n      receipts { status recordId attempts nextAttemptAt system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SyncCreateTaskDocument,
    "\n  mutation SyncUpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) { task { id title body completed } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": typeof types.SyncUpdateTaskDocument,
    "\n  mutation SyncCompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { id completed } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": typeof types.SyncCompleteTaskDocument,
    "\n  mutation SyncDeleteTask($input: DeleteInput!) {\n    deleteTask(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": typeof types.SyncDeleteTaskDocument,
    "\n  mutation SyncCreateNote($input: CreateNoteInput!) {\n    createNote(input: $input) {\n      note { id body }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": typeof types.SyncCreateNoteDocument,
    "\n  mutation SyncUpdateNote($input: UpdateNoteInput!) {\n    updateNote(input: $input) { note { id body } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": typeof types.SyncUpdateNoteDocument,
    "\n  mutation SyncDeleteNote($input: DeleteInput!) {\n    deleteNote(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": typeof types.SyncDeleteNoteDocument,
    "\n  mutation SyncCreateAppointment($input: CreateAppointmentInput!) {\n    createAppointment(input: $input) {\n      appointment { id title startsAt endsAt status }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": typeof types.SyncCreateAppointmentDocument,
    "\n  mutation SyncUpdateAppointment($input: UpdateAppointmentInput!) {\n    updateAppointment(input: $input) {\n      appointment { id title startsAt }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": typeof types.SyncUpdateAppointmentDocument,
    "\n  mutation SyncCancelAppointment($input: DeleteInput!) {\n    cancelAppointment(input: $input) {\n      appointment { id status }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": typeof types.SyncCancelAppointmentDocument,
    "\n  mutation SyncSyncNow($input: SyncNowInput!) {\n    syncNow(input: $input) {\n      runs { id trigger read changed upstreamCalls progress error finishedAt types system { id } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SyncSyncNowDocument,
    "\n  mutation SyncSyncContact($id: ID!) {\n    syncContact(input: { id: $id }) {\n      contact { id phone }\n      receipts { status system { id } }\n      userErrors { code message }\n    }\n  }\n": typeof types.SyncSyncContactDocument,
    "\n  mutation SyncRetryDelivery($id: ID!) {\n    retryDelivery(id: $id) { delivery { id status attempts error { code message } } userErrors { code message } }\n  }\n": typeof types.SyncRetryDeliveryDocument,
    "\n  mutation SyncDiscardDelivery($id: ID!) {\n    discardDelivery(id: $id) { delivery { id status } userErrors { code message } }\n  }\n": typeof types.SyncDiscardDeliveryDocument,
    "\n  query SyncDeliveries($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes { id operation status attempts nextAttemptAt entity { id } system { id } error { code message } }\n    }\n  }\n": typeof types.SyncDeliveriesDocument,
    "\n  query SyncRuns {\n    syncRuns(first: 50) { nodes { id trigger read changed progress error startedAt finishedAt upstreamCalls system { id } } }\n  }\n": typeof types.SyncRunsDocument,
    "\n  query SyncConflicts($open: Boolean) {\n    conflicts(first: 50, open: $open) {\n      totalCount\n      nodes { id field open chosen base entity { id } values { origin value changedAt } }\n    }\n  }\n": typeof types.SyncConflictsDocument,
    "\n  query SyncSystems {\n    systems { id health { state error pendingDeliveries failedDeliveries } }\n  }\n": typeof types.SyncSystemsDocument,
    "\n  subscription SyncEvents($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) {\n      id kind type entityId origin correlationId message system { id } changes { field before after }\n    }\n  }\n": typeof types.SyncEventsDocument,
    "\n  query SyncEventLog($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { totalCount nodes { id kind type entityId origin message } }\n  }\n": typeof types.SyncEventLogDocument,
    "\n  subscription SyncContactChanged($id: ID!) {\n    contactChanged(id: $id) { id phone tasks { nodes { title } } }\n  }\n": typeof types.SyncContactChangedDocument,
    "\n  subscription SyncSystemChanged {\n    systemChanged { id health { state } }\n  }\n": typeof types.SyncSystemChangedDocument,
    "\n  query PlanProposals($first: Int, $after: String, $state: ProposalState, $minScore: Float) {\n    mergePlan(first: $first, after: $after, state: $state, minScore: $minScore) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id score reasons state decidedAt\n        contact { id name records { system { id } } }\n        into { id name records { system { id } } }\n      }\n    }\n  }\n": typeof types.PlanProposalsDocument,
    "\n  query PlanSummary {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id } }\n    }\n  }\n": typeof types.PlanSummaryDocument,
    "\n  mutation PlanApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided settled summary { proposed approved rejected contacts } userErrors { path code message }\n    }\n  }\n": typeof types.PlanApproveDocument,
    "\n  mutation PlanReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) { decided settled summary { proposed rejected } userErrors { path code message } }\n  }\n": typeof types.PlanRejectDocument,
    "\n  mutation PlanStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n": typeof types.PlanStartDocument,
};
const documents: Documents = {
    "\n  query SyncContacts($first: Int, $search: String, $filter: ContactFilter) {\n    contacts(first: $first, search: $search, filter: $filter) {\n      totalCount\n      nodes {\n        id\n        name\n        email\n        phone\n        records { id state stale system { id } }\n        conflicts { field open chosen values { origin value } }\n        tasks { nodes { id title } }\n        notes { nodes { id body } }\n      }\n    }\n  }\n": types.SyncContactsDocument,
    "\n  query SyncContact($by: ContactBy!) {\n    contact(by: $by) {\n      id\n      firstName\n      lastName\n      email\n      phone\n      companyName\n      website\n      version\n      address { line1 city postcode country }\n      tags { name }\n      customFields { key value }\n      conflicts { field open chosen base values { origin value } }\n      records { id stale state system { id } }\n      tasks { nodes { id title completed records { id system { id } } } }\n      notes { nodes { id body } }\n      appointments { nodes { id title status } }\n    }\n  }\n": types.SyncContactDocument,
    "\n  query SyncNames($first: Int) {\n    contacts(first: $first) { totalCount nodes { id name email records { stale system { id } } } }\n  }\n": types.SyncNamesDocument,
    "\n  query SyncAgenda($first: Int) {\n    contacts(first: $first) {\n      nodes { id name tasks { nodes { title records { stale } } } notes { nodes { body } } }\n    }\n  }\n": types.SyncAgendaDocument,
    "\n  query SyncTasks($filter: TaskFilter) {\n    tasks(first: 100, filter: $filter) {\n      totalCount\n      nodes { id title body dueAt completed assignee contact { id email } records { id system { id } } }\n    }\n  }\n": types.SyncTasksDocument,
    "\n  mutation SyncCreateContact($input: CreateContactInput!) {\n    createContact(input: $input) {\n      contact { id email phone version tags { name } }\n      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }\n      userErrors { path code message }\n    }\n  }\n": types.SyncCreateContactDocument,
    "\n  mutation SyncUpdateContact($input: UpdateContactInput!) {\n    updateContact(input: $input) {\n      contact { id firstName lastName email phone website version address { line1 city } tags { name } }\n      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }\n      userErrors { path code message }\n    }\n  }\n": types.SyncUpdateContactDocument,
    "\n  mutation SyncUpsertContact($input: UpsertContactInput!) {\n    upsertContact(input: $input) {\n      contact { id firstName email tags { name } }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": types.SyncUpsertContactDocument,
    "\n  mutation SyncDeleteContact($input: DeleteInput!) {\n    deleteContact(input: $input) {\n      contact { id }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": types.SyncDeleteContactDocument,
    "\n  mutation SyncAddTags($input: TagContactInput!) {\n    addTags(input: $input) { contact { tags { name } } receipts { status unsupportedFields system { id } } userErrors { code } }\n  }\n": types.SyncAddTagsDocument,
    "\n  mutation SyncRemoveTags($input: TagContactInput!) {\n    removeTags(input: $input) { contact { tags { name } } receipts { status system { id } } userErrors { code } }\n  }\n": types.SyncRemoveTagsDocument,
    "\n  mutation SyncCreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task { id title completed contact { id } }\n      receipts { status recordId attempts nextAttemptAt system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": types.SyncCreateTaskDocument,
    "\n  mutation SyncUpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) { task { id title body completed } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": types.SyncUpdateTaskDocument,
    "\n  mutation SyncCompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { id completed } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": types.SyncCompleteTaskDocument,
    "\n  mutation SyncDeleteTask($input: DeleteInput!) {\n    deleteTask(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": types.SyncDeleteTaskDocument,
    "\n  mutation SyncCreateNote($input: CreateNoteInput!) {\n    createNote(input: $input) {\n      note { id body }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": types.SyncCreateNoteDocument,
    "\n  mutation SyncUpdateNote($input: UpdateNoteInput!) {\n    updateNote(input: $input) { note { id body } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": types.SyncUpdateNoteDocument,
    "\n  mutation SyncDeleteNote($input: DeleteInput!) {\n    deleteNote(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }\n  }\n": types.SyncDeleteNoteDocument,
    "\n  mutation SyncCreateAppointment($input: CreateAppointmentInput!) {\n    createAppointment(input: $input) {\n      appointment { id title startsAt endsAt status }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": types.SyncCreateAppointmentDocument,
    "\n  mutation SyncUpdateAppointment($input: UpdateAppointmentInput!) {\n    updateAppointment(input: $input) {\n      appointment { id title startsAt }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": types.SyncUpdateAppointmentDocument,
    "\n  mutation SyncCancelAppointment($input: DeleteInput!) {\n    cancelAppointment(input: $input) {\n      appointment { id status }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n": types.SyncCancelAppointmentDocument,
    "\n  mutation SyncSyncNow($input: SyncNowInput!) {\n    syncNow(input: $input) {\n      runs { id trigger read changed upstreamCalls progress error finishedAt types system { id } }\n      userErrors { path code message }\n    }\n  }\n": types.SyncSyncNowDocument,
    "\n  mutation SyncSyncContact($id: ID!) {\n    syncContact(input: { id: $id }) {\n      contact { id phone }\n      receipts { status system { id } }\n      userErrors { code message }\n    }\n  }\n": types.SyncSyncContactDocument,
    "\n  mutation SyncRetryDelivery($id: ID!) {\n    retryDelivery(id: $id) { delivery { id status attempts error { code message } } userErrors { code message } }\n  }\n": types.SyncRetryDeliveryDocument,
    "\n  mutation SyncDiscardDelivery($id: ID!) {\n    discardDelivery(id: $id) { delivery { id status } userErrors { code message } }\n  }\n": types.SyncDiscardDeliveryDocument,
    "\n  query SyncDeliveries($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes { id operation status attempts nextAttemptAt entity { id } system { id } error { code message } }\n    }\n  }\n": types.SyncDeliveriesDocument,
    "\n  query SyncRuns {\n    syncRuns(first: 50) { nodes { id trigger read changed progress error startedAt finishedAt upstreamCalls system { id } } }\n  }\n": types.SyncRunsDocument,
    "\n  query SyncConflicts($open: Boolean) {\n    conflicts(first: 50, open: $open) {\n      totalCount\n      nodes { id field open chosen base entity { id } values { origin value changedAt } }\n    }\n  }\n": types.SyncConflictsDocument,
    "\n  query SyncSystems {\n    systems { id health { state error pendingDeliveries failedDeliveries } }\n  }\n": types.SyncSystemsDocument,
    "\n  subscription SyncEvents($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) {\n      id kind type entityId origin correlationId message system { id } changes { field before after }\n    }\n  }\n": types.SyncEventsDocument,
    "\n  query SyncEventLog($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { totalCount nodes { id kind type entityId origin message } }\n  }\n": types.SyncEventLogDocument,
    "\n  subscription SyncContactChanged($id: ID!) {\n    contactChanged(id: $id) { id phone tasks { nodes { title } } }\n  }\n": types.SyncContactChangedDocument,
    "\n  subscription SyncSystemChanged {\n    systemChanged { id health { state } }\n  }\n": types.SyncSystemChangedDocument,
    "\n  query PlanProposals($first: Int, $after: String, $state: ProposalState, $minScore: Float) {\n    mergePlan(first: $first, after: $after, state: $state, minScore: $minScore) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id score reasons state decidedAt\n        contact { id name records { system { id } } }\n        into { id name records { system { id } } }\n      }\n    }\n  }\n": types.PlanProposalsDocument,
    "\n  query PlanSummary {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id } }\n    }\n  }\n": types.PlanSummaryDocument,
    "\n  mutation PlanApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided settled summary { proposed approved rejected contacts } userErrors { path code message }\n    }\n  }\n": types.PlanApproveDocument,
    "\n  mutation PlanReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) { decided settled summary { proposed rejected } userErrors { path code message } }\n  }\n": types.PlanRejectDocument,
    "\n  mutation PlanStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n": types.PlanStartDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncContacts($first: Int, $search: String, $filter: ContactFilter) {\n    contacts(first: $first, search: $search, filter: $filter) {\n      totalCount\n      nodes {\n        id\n        name\n        email\n        phone\n        records { id state stale system { id } }\n        conflicts { field open chosen values { origin value } }\n        tasks { nodes { id title } }\n        notes { nodes { id body } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SyncContacts($first: Int, $search: String, $filter: ContactFilter) {\n    contacts(first: $first, search: $search, filter: $filter) {\n      totalCount\n      nodes {\n        id\n        name\n        email\n        phone\n        records { id state stale system { id } }\n        conflicts { field open chosen values { origin value } }\n        tasks { nodes { id title } }\n        notes { nodes { id body } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncContact($by: ContactBy!) {\n    contact(by: $by) {\n      id\n      firstName\n      lastName\n      email\n      phone\n      companyName\n      website\n      version\n      address { line1 city postcode country }\n      tags { name }\n      customFields { key value }\n      conflicts { field open chosen base values { origin value } }\n      records { id stale state system { id } }\n      tasks { nodes { id title completed records { id system { id } } } }\n      notes { nodes { id body } }\n      appointments { nodes { id title status } }\n    }\n  }\n"): (typeof documents)["\n  query SyncContact($by: ContactBy!) {\n    contact(by: $by) {\n      id\n      firstName\n      lastName\n      email\n      phone\n      companyName\n      website\n      version\n      address { line1 city postcode country }\n      tags { name }\n      customFields { key value }\n      conflicts { field open chosen base values { origin value } }\n      records { id stale state system { id } }\n      tasks { nodes { id title completed records { id system { id } } } }\n      notes { nodes { id body } }\n      appointments { nodes { id title status } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncNames($first: Int) {\n    contacts(first: $first) { totalCount nodes { id name email records { stale system { id } } } }\n  }\n"): (typeof documents)["\n  query SyncNames($first: Int) {\n    contacts(first: $first) { totalCount nodes { id name email records { stale system { id } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncAgenda($first: Int) {\n    contacts(first: $first) {\n      nodes { id name tasks { nodes { title records { stale } } } notes { nodes { body } } }\n    }\n  }\n"): (typeof documents)["\n  query SyncAgenda($first: Int) {\n    contacts(first: $first) {\n      nodes { id name tasks { nodes { title records { stale } } } notes { nodes { body } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncTasks($filter: TaskFilter) {\n    tasks(first: 100, filter: $filter) {\n      totalCount\n      nodes { id title body dueAt completed assignee contact { id email } records { id system { id } } }\n    }\n  }\n"): (typeof documents)["\n  query SyncTasks($filter: TaskFilter) {\n    tasks(first: 100, filter: $filter) {\n      totalCount\n      nodes { id title body dueAt completed assignee contact { id email } records { id system { id } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncCreateContact($input: CreateContactInput!) {\n    createContact(input: $input) {\n      contact { id email phone version tags { name } }\n      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncCreateContact($input: CreateContactInput!) {\n    createContact(input: $input) {\n      contact { id email phone version tags { name } }\n      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncUpdateContact($input: UpdateContactInput!) {\n    updateContact(input: $input) {\n      contact { id firstName lastName email phone website version address { line1 city } tags { name } }\n      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncUpdateContact($input: UpdateContactInput!) {\n    updateContact(input: $input) {\n      contact { id firstName lastName email phone website version address { line1 city } tags { name } }\n      receipts { status recordId attempts nextAttemptAt unsupportedFields system { id } error { code message retryable } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncUpsertContact($input: UpsertContactInput!) {\n    upsertContact(input: $input) {\n      contact { id firstName email tags { name } }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncUpsertContact($input: UpsertContactInput!) {\n    upsertContact(input: $input) {\n      contact { id firstName email tags { name } }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncDeleteContact($input: DeleteInput!) {\n    deleteContact(input: $input) {\n      contact { id }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncDeleteContact($input: DeleteInput!) {\n    deleteContact(input: $input) {\n      contact { id }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncAddTags($input: TagContactInput!) {\n    addTags(input: $input) { contact { tags { name } } receipts { status unsupportedFields system { id } } userErrors { code } }\n  }\n"): (typeof documents)["\n  mutation SyncAddTags($input: TagContactInput!) {\n    addTags(input: $input) { contact { tags { name } } receipts { status unsupportedFields system { id } } userErrors { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncRemoveTags($input: TagContactInput!) {\n    removeTags(input: $input) { contact { tags { name } } receipts { status system { id } } userErrors { code } }\n  }\n"): (typeof documents)["\n  mutation SyncRemoveTags($input: TagContactInput!) {\n    removeTags(input: $input) { contact { tags { name } } receipts { status system { id } } userErrors { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncCreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task { id title completed contact { id } }\n      receipts { status recordId attempts nextAttemptAt system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncCreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task { id title completed contact { id } }\n      receipts { status recordId attempts nextAttemptAt system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncUpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) { task { id title body completed } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"): (typeof documents)["\n  mutation SyncUpdateTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) { task { id title body completed } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncCompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { id completed } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"): (typeof documents)["\n  mutation SyncCompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { id completed } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncDeleteTask($input: DeleteInput!) {\n    deleteTask(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"): (typeof documents)["\n  mutation SyncDeleteTask($input: DeleteInput!) {\n    deleteTask(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncCreateNote($input: CreateNoteInput!) {\n    createNote(input: $input) {\n      note { id body }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncCreateNote($input: CreateNoteInput!) {\n    createNote(input: $input) {\n      note { id body }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncUpdateNote($input: UpdateNoteInput!) {\n    updateNote(input: $input) { note { id body } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"): (typeof documents)["\n  mutation SyncUpdateNote($input: UpdateNoteInput!) {\n    updateNote(input: $input) { note { id body } receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncDeleteNote($input: DeleteInput!) {\n    deleteNote(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"): (typeof documents)["\n  mutation SyncDeleteNote($input: DeleteInput!) {\n    deleteNote(input: $input) { receipts { status system { id } error { code message } } userErrors { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncCreateAppointment($input: CreateAppointmentInput!) {\n    createAppointment(input: $input) {\n      appointment { id title startsAt endsAt status }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncCreateAppointment($input: CreateAppointmentInput!) {\n    createAppointment(input: $input) {\n      appointment { id title startsAt endsAt status }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncUpdateAppointment($input: UpdateAppointmentInput!) {\n    updateAppointment(input: $input) {\n      appointment { id title startsAt }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncUpdateAppointment($input: UpdateAppointmentInput!) {\n    updateAppointment(input: $input) {\n      appointment { id title startsAt }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncCancelAppointment($input: DeleteInput!) {\n    cancelAppointment(input: $input) {\n      appointment { id status }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncCancelAppointment($input: DeleteInput!) {\n    cancelAppointment(input: $input) {\n      appointment { id status }\n      receipts { status system { id } error { code message } }\n      userErrors { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncSyncNow($input: SyncNowInput!) {\n    syncNow(input: $input) {\n      runs { id trigger read changed upstreamCalls progress error finishedAt types system { id } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncSyncNow($input: SyncNowInput!) {\n    syncNow(input: $input) {\n      runs { id trigger read changed upstreamCalls progress error finishedAt types system { id } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncSyncContact($id: ID!) {\n    syncContact(input: { id: $id }) {\n      contact { id phone }\n      receipts { status system { id } }\n      userErrors { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncSyncContact($id: ID!) {\n    syncContact(input: { id: $id }) {\n      contact { id phone }\n      receipts { status system { id } }\n      userErrors { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncRetryDelivery($id: ID!) {\n    retryDelivery(id: $id) { delivery { id status attempts error { code message } } userErrors { code message } }\n  }\n"): (typeof documents)["\n  mutation SyncRetryDelivery($id: ID!) {\n    retryDelivery(id: $id) { delivery { id status attempts error { code message } } userErrors { code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncDiscardDelivery($id: ID!) {\n    discardDelivery(id: $id) { delivery { id status } userErrors { code message } }\n  }\n"): (typeof documents)["\n  mutation SyncDiscardDelivery($id: ID!) {\n    discardDelivery(id: $id) { delivery { id status } userErrors { code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncDeliveries($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes { id operation status attempts nextAttemptAt entity { id } system { id } error { code message } }\n    }\n  }\n"): (typeof documents)["\n  query SyncDeliveries($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes { id operation status attempts nextAttemptAt entity { id } system { id } error { code message } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncRuns {\n    syncRuns(first: 50) { nodes { id trigger read changed progress error startedAt finishedAt upstreamCalls system { id } } }\n  }\n"): (typeof documents)["\n  query SyncRuns {\n    syncRuns(first: 50) { nodes { id trigger read changed progress error startedAt finishedAt upstreamCalls system { id } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncConflicts($open: Boolean) {\n    conflicts(first: 50, open: $open) {\n      totalCount\n      nodes { id field open chosen base entity { id } values { origin value changedAt } }\n    }\n  }\n"): (typeof documents)["\n  query SyncConflicts($open: Boolean) {\n    conflicts(first: 50, open: $open) {\n      totalCount\n      nodes { id field open chosen base entity { id } values { origin value changedAt } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncSystems {\n    systems { id health { state error pendingDeliveries failedDeliveries } }\n  }\n"): (typeof documents)["\n  query SyncSystems {\n    systems { id health { state error pendingDeliveries failedDeliveries } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SyncEvents($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) {\n      id kind type entityId origin correlationId message system { id } changes { field before after }\n    }\n  }\n"): (typeof documents)["\n  subscription SyncEvents($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) {\n      id kind type entityId origin correlationId message system { id } changes { field before after }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncEventLog($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { totalCount nodes { id kind type entityId origin message } }\n  }\n"): (typeof documents)["\n  query SyncEventLog($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { totalCount nodes { id kind type entityId origin message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SyncContactChanged($id: ID!) {\n    contactChanged(id: $id) { id phone tasks { nodes { title } } }\n  }\n"): (typeof documents)["\n  subscription SyncContactChanged($id: ID!) {\n    contactChanged(id: $id) { id phone tasks { nodes { title } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SyncSystemChanged {\n    systemChanged { id health { state } }\n  }\n"): (typeof documents)["\n  subscription SyncSystemChanged {\n    systemChanged { id health { state } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanProposals($first: Int, $after: String, $state: ProposalState, $minScore: Float) {\n    mergePlan(first: $first, after: $after, state: $state, minScore: $minScore) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id score reasons state decidedAt\n        contact { id name records { system { id } } }\n        into { id name records { system { id } } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PlanProposals($first: Int, $after: String, $state: ProposalState, $minScore: Float) {\n    mergePlan(first: $first, after: $after, state: $state, minScore: $minScore) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id score reasons state decidedAt\n        contact { id name records { system { id } } }\n        into { id name records { system { id } } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanSummary {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id } }\n    }\n  }\n"): (typeof documents)["\n  query PlanSummary {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlanApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided settled summary { proposed approved rejected contacts } userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation PlanApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided settled summary { proposed approved rejected contacts } userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlanReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) { decided settled summary { proposed rejected } userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation PlanReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) { decided settled summary { proposed rejected } userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlanStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation PlanStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;