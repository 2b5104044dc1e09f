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
    "\n  fragment EventRow on SyncEvent {\n    id\n    at\n    kind\n    type\n    origin\n    actor\n    message\n    entityId\n    runId\n    correlationId\n    system { id name }\n    changes { field before after }\n    entity {\n      __typename\n      id\n      ... on Contact { name }\n      ... on Task { title contact { id name } }\n      ... on Note { body contact { id name } }\n      ... on Appointment { subject: title contact { id name } }\n      ... on Tag { label: name }\n    }\n  }\n": typeof types.EventRowFragmentDoc,
    "\n  query LatestEvent {\n    syncEvents(first: 1) { nodes { id } }\n  }\n": typeof types.LatestEventDocument,
    "\n  query EventPage($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { nodes { ...EventRow } }\n  }\n": typeof types.EventPageDocument,
    "\n  subscription EventStream($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) { ...EventRow }\n  }\n": typeof types.EventStreamDocument,
    "\n  query DashboardViewer {\n    viewer { id name workspace scopes }\n  }\n": typeof types.DashboardViewerDocument,
    "\n  query TagSuggestions($search: String) {\n    tags(first: 50, search: $search) { nodes { id name } }\n  }\n": typeof types.TagSuggestionsDocument,
    "\n  fragment Thing on Synced {\n    __typename\n    id\n    ... on Contact { name }\n    ... on Task { title contact { id name } }\n    ... on Note { body contact { id name } }\n    ... on Appointment { subject: title contact { id name } }\n    ... on Tag { label: name }\n  }\n": typeof types.ThingFragmentDoc,
    "\n  fragment AlertRow on Alert {\n    id\n    open\n    message\n    since\n    raisedAt\n    recoveredAt\n    system { id name }\n    rule { id name }\n    told { id name }\n  }\n": typeof types.AlertRowFragmentDoc,
    "\n  query AlertFeed($past: Int!) {\n    open: alerts(open: true, first: 100) { totalCount nodes { ...AlertRow } }\n    past: alerts(open: false, first: $past) { nodes { ...AlertRow } }\n  }\n": typeof types.AlertFeedDocument,
    "\n  fragment TargetRow on AlertTarget {\n    id\n    name\n    via\n    url\n    recipients\n    enabled\n    whyOff\n    oldSecretUntil\n    pending\n    failed\n  }\n": typeof types.TargetRowFragmentDoc,
    "\n  query Targets {\n    alertTargets { ...TargetRow }\n  }\n": typeof types.TargetsDocument,
    "\n  query WatchList {\n    alertRules {\n      id\n      name\n      enabled\n      shipped\n      summary\n      condition\n      mutedUntil\n      targets { id name }\n    }\n    alertTargets { id name enabled }\n  }\n": typeof types.WatchListDocument,
    "\n  mutation ChangeAlertRule($input: SetAlertRuleInput!) {\n    setAlertRule(input: $input) {\n      alertRule { id enabled summary condition targets { id name } }\n      userErrors { path message }\n    }\n  }\n": typeof types.ChangeAlertRuleDocument,
    "\n  mutation MuteRule($input: MuteAlertRuleInput!) {\n    muteAlertRule(input: $input) {\n      alertRule { id mutedUntil }\n      userErrors { path message }\n    }\n  }\n": typeof types.MuteRuleDocument,
    "\n  mutation AddTarget($input: CreateAlertTargetInput!) {\n    createAlertTarget(input: $input) {\n      alertTarget { ...TargetRow }\n      secret\n      userErrors { path message }\n    }\n  }\n": typeof types.AddTargetDocument,
    "\n  mutation ChangeTarget($input: UpdateAlertTargetInput!) {\n    updateAlertTarget(input: $input) {\n      alertTarget { ...TargetRow }\n      secret\n      userErrors { path message }\n    }\n  }\n": typeof types.ChangeTargetDocument,
    "\n  mutation RemoveTarget($id: ID!) {\n    deleteAlertTarget(id: $id) {\n      deletedId\n      userErrors { path message }\n    }\n  }\n": typeof types.RemoveTargetDocument,
    "\n  mutation TestTarget($id: ID!) {\n    testAlertTarget(id: $id) {\n      delivered\n      result\n      userErrors { path message }\n    }\n  }\n": typeof types.TestTargetDocument,
    "\n  query ContactPage($id: ID!) {\n    contact(by: { id: $id }) {\n      id\n      name\n      firstName\n      lastName\n      email\n      phone\n      companyName\n      website\n      address { line1 line2 city county postcode country }\n      business { id name }\n      customFields { key label value }\n      tags { id name }\n      records { system { id name } id url fields seenAt changedAt stale state }\n      conflicts { id field open }\n      version\n      createdAt\n      updatedAt\n    }\n    systems { id name }\n  }\n": typeof types.ContactPageDocument,
    "\n  query ContactHistory($id: ID!, $after: String) {\n    contact(by: { id: $id }) {\n      id\n      versions(first: 100, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          id: version at origin actor why fields changes { field before after }\n        }\n      }\n    }\n  }\n": typeof types.ContactHistoryDocument,
    "\n  query ContactTimeline($id: ID!, $after: String) {\n    contact(by: { id: $id }) {\n      id\n      timeline(first: 30, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          __typename\n          id\n          at\n          ... on Task { task: title text: body dueAt completed assignee }\n          ... on Note { heading: title note: body author }\n          ... on Appointment { meeting: title startsAt endsAt location remarks: notes assignee status }\n          ... on SyncEvent { ...EventRow }\n        }\n      }\n    }\n  }\n": typeof types.ContactTimelineDocument,
    "\n  fragment ReceiptRow on Receipt {\n    system { id name }\n    status\n    unsupportedFields\n    error { message }\n  }\n": typeof types.ReceiptRowFragmentDoc,
    "\n  mutation UpdateContact($input: UpdateContactInput!) {\n    written: updateContact(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": typeof types.UpdateContactDocument,
    "\n  mutation TagContact($input: TagContactInput!) {\n    written: addTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": typeof types.TagContactDocument,
    "\n  mutation UntagContact($input: TagContactInput!) {\n    written: removeTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": typeof types.UntagContactDocument,
    "\n  mutation WriteNote($input: CreateNoteInput!) {\n    written: createNote(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": typeof types.WriteNoteDocument,
    "\n  mutation MakeTask($input: CreateTaskInput!) {\n    written: createTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": typeof types.MakeTaskDocument,
    "\n  mutation FinishTask($input: CompleteTaskInput!) {\n    written: completeTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": typeof types.FinishTaskDocument,
    "\n  mutation BookAppointment($input: CreateAppointmentInput!) {\n    written: createAppointment(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": typeof types.BookAppointmentDocument,
    "\n  mutation RestoreContact($input: RevertInput!) {\n    written: revertTo(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": typeof types.RestoreContactDocument,
    "\n  query ContactList($after: String, $search: String, $filter: ContactFilter) {\n    contacts(first: 100, after: $after, search: $search, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        name\n        email\n        phone\n        companyName\n        address { city postcode }\n        tags { id name }\n        records { system { id name } id state }\n        conflicts { id open }\n      }\n    }\n  }\n": typeof types.ContactListDocument,
    "\n  query ContactSystems {\n    systems { id name health { state } }\n  }\n": typeof types.ContactSystemsDocument,
    "\n  query LogSystems {\n    systems { id name }\n  }\n": typeof types.LogSystemsDocument,
    "\n  query EventLog($first: Int!, $after: String, $filter: SyncEventFilter) {\n    syncEvents(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...EventRow }\n    }\n  }\n": typeof types.EventLogDocument,
    "\n  query RunLog($first: Int!, $after: String, $filter: SyncRunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        trigger\n        types\n        startedAt\n        finishedAt\n        read\n        changed\n        written\n        failed\n        upstreamCalls\n        progress\n        error\n        system { id name }\n      }\n    }\n  }\n": typeof types.RunLogDocument,
    "\n  query DeliveryLog($first: Int!, $after: String, $filter: DeliveryFilter) {\n    deliveries(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        operation\n        fields\n        status\n        attempts\n        nextAttemptAt\n        createdAt\n        correlationId\n        system { id name }\n        error { code message retryable }\n        entity { ...Thing }\n      }\n    }\n  }\n": typeof types.DeliveryLogDocument,
    "\n  query AuditLogPage($first: Int!, $after: String, $filter: AuditFilter) {\n    auditLog(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }\n    }\n  }\n": typeof types.AuditLogPageDocument,
    "\n  query Overview {\n    systems {\n      id\n      name\n      health {\n        state\n        error\n        lastChangeAt\n        lastPollAt\n        lastWebhookAt\n        credentialExpiresAt\n        budget { limit remaining dailyLimit dailyRemaining }\n        pendingDeliveries\n        failedDeliveries\n        missedWebhooks\n      }\n    }\n  }\n": typeof types.OverviewDocument,
    "\n  query Needs {\n    systems {\n      id\n      name\n      health { state failedDeliveries credentialExpiresAt }\n    }\n    conflicts(first: 1, open: true) { totalCount }\n    quarantinedRecords { since }\n  }\n": typeof types.NeedsDocument,
    "\n  query LastDay {\n    activity(hours: 24) { from changes failures }\n  }\n": typeof types.LastDayDocument,
    "\n  query RunsUnderWay {\n    syncRuns(first: 20, filter: { states: [RUNNING] }) {\n      nodes { id startedAt read progress system { id name } }\n    }\n  }\n": typeof types.RunsUnderWayDocument,
    "\n  fragment FailedDelivery on Delivery {\n    id\n    operation\n    fields\n    attempts\n    createdAt\n    system { id name }\n    error { code message }\n    entity { ...Thing }\n  }\n": typeof types.FailedDeliveryFragmentDoc,
    "\n  query Problems {\n    systems { id name health { state error } }\n    conflicts(first: 50, open: true) {\n      totalCount\n      nodes {\n        id\n        field\n        base\n        at\n        values { origin value changedAt }\n        entity { ...Thing }\n      }\n    }\n    deliveries(first: 100, filter: { statuses: [FAILED] }) {\n      totalCount\n      nodes { ...FailedDelivery }\n    }\n    quarantinedRecords {\n      type\n      since\n      record { id url system { id name } }\n      entity { ...Thing }\n    }\n  }\n": typeof types.ProblemsDocument,
    "\n  mutation ResolveProblem($input: ResolveConflictInput!) {\n    resolveConflict(input: $input) {\n      conflict { id chosen }\n      receipts { status system { id name } error { message } }\n      userErrors { message }\n    }\n  }\n": typeof types.ResolveProblemDocument,
    "\n  mutation RetryProblem($id: ID!) {\n    retryDelivery(id: $id) {\n      delivery { id status error { message } }\n      userErrors { message }\n    }\n  }\n": typeof types.RetryProblemDocument,
    "\n  mutation DiscardProblem($id: ID!) {\n    discardDelivery(id: $id) {\n      delivery { id status }\n      userErrors { message }\n    }\n  }\n": typeof types.DiscardProblemDocument,
    "\n  mutation ReleaseProblem($input: ReleaseRecordInput!) {\n    releaseRecord(input: $input) {\n      entity { id }\n      userErrors { message }\n    }\n  }\n": typeof types.ReleaseProblemDocument,
    "\n  query FailedPage($system: ID!, $after: String) {\n    deliveries(first: 100, after: $after, filter: { system: $system, statuses: [FAILED] }) {\n      pageInfo { hasNextPage endCursor }\n      nodes { ...FailedDelivery }\n    }\n  }\n": typeof types.FailedPageDocument,
    "\n  query Candidates($ids: [ID!]!) {\n    nodes(ids: $ids) { id ... on Contact { name email phone } }\n  }\n": typeof types.CandidatesDocument,
    "\n  query RuleForm {\n    rules { ...RuleRow }\n    systems { id name }\n    alertTargets { id name via }\n    contact: entityFields(type: CONTACT) { ...RuleField }\n    task: entityFields(type: TASK) { ...RuleField }\n    note: entityFields(type: NOTE) { ...RuleField }\n    appointment: entityFields(type: APPOINTMENT) { ...RuleField }\n    tag: entityFields(type: TAG) { ...RuleField }\n  }\n  fragment RuleField on EntityField { field label type }\n": typeof types.RuleFormDocument,
    "\n  query TryRule($input: DryRunRuleInput!) {\n    dryRunRule(input: $input) {\n      dryRun {\n        summary\n        events\n        since\n        firings\n        entities\n        withoutContact\n        busiestHour\n        wouldPause\n        examples {\n          would\n          event { id at }\n          entity {\n            __typename\n            id\n            ... on Contact { name }\n            ... on Task { title contact { id name } }\n            ... on Note { body contact { id name } }\n            ... on Appointment { subject: title contact { id name } }\n            ... on Tag { label: name }\n          }\n        }\n      }\n      userErrors { path message }\n    }\n  }\n": typeof types.TryRuleDocument,
    "\n  mutation AddRule($input: CreateRuleInput!) {\n    createRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n": typeof types.AddRuleDocument,
    "\n  mutation RemoveRule($id: ID!) {\n    deleteRule(id: $id) {\n      deletedId\n      userErrors { path message }\n    }\n  }\n": typeof types.RemoveRuleDocument,
    "\n  query RulePast {\n    rules {\n      id\n      version\n      versions { version at why name summary }\n    }\n  }\n": typeof types.RulePastDocument,
    "\n  mutation RestoreRule($input: RollbackRuleInput!) {\n    rollbackRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n": typeof types.RestoreRuleDocument,
    "\n  fragment RuleRow on Rule {\n    id\n    name\n    enabled\n    pausedAt\n    mostPerHour\n    shipped\n    edited\n    version\n    summary\n    trigger\n    when\n    actions\n    lastFiredAt\n    firings\n  }\n": typeof types.RuleRowFragmentDoc,
    "\n  query Rules {\n    rules { ...RuleRow }\n  }\n": typeof types.RulesDocument,
    "\n  query FiringFeed($first: Int!, $ruleId: ID) {\n    ruleFirings(first: $first, ruleId: $ruleId) {\n      totalCount\n      nodes {\n        id\n        at\n        state\n        result\n        error\n        rule { id name }\n        entity {\n          __typename\n          id\n          ... on Contact { name }\n          ... on Task { title contact { id name } }\n          ... on Note { body contact { id name } }\n          ... on Appointment { subject: title contact { id name } }\n          ... on Tag { label: name }\n        }\n      }\n    }\n  }\n": typeof types.FiringFeedDocument,
    "\n  mutation ChangeRule($input: UpdateRuleInput!) {\n    updateRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n": typeof types.ChangeRuleDocument,
    "\n  query SetupConnections {\n    systems {\n      id\n      name\n      health { state error }\n      connection {\n        origin\n        connectedAt\n        refused\n        webhookUrl\n        consentUrl\n        settings { name required secret example isSet value }\n      }\n    }\n  }\n": typeof types.SetupConnectionsDocument,
    "\n  query SetupChecks {\n    systems { id connection { checks { what ok message code } } }\n  }\n": typeof types.SetupChecksDocument,
    "\n  mutation SetupConnect($input: ConnectSystemInput!) {\n    connectSystem(input: $input) {\n      connected\n      system { id health { state error } connection { origin } }\n      checks { what ok message code }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SetupConnectDocument,
    "\n  mutation SetupDisconnect($system: ID!) {\n    disconnectSystem(system: $system) {\n      system { id health { state } connection { origin } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SetupDisconnectDocument,
    "\n  query SetupMappings {\n    mappings { version type system { id name health { state } } }\n  }\n": typeof types.SetupMappingsDocument,
    "\n  query SetupMapping($system: ID!, $type: EntityType!) {\n    mappings(system: $system, type: $type) {\n      version\n      rows { entity record direction transforms owner when }\n    }\n    entityFields(type: $type) { field label type required writable values }\n    recordFields(system: $system, type: $type) { field label type required writable examples note }\n  }\n": typeof types.SetupMappingDocument,
    "\n  query SetupPreview($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      records {\n        recordId\n        entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }\n        fields {\n          row\n          field\n          in { record value today error }\n          out { value record today error }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SetupPreviewDocument,
    "\n  mutation SetupSaveMapping($input: SaveMappingInput!) {\n    saveMapping(input: $input) {\n      mapping { version }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SetupSaveMappingDocument,
    "\n  mutation SetupRollback($input: RollbackMappingInput!) {\n    rollbackMapping(input: $input) {\n      mapping { version }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SetupRollbackDocument,
    "\n  query SetupVersions($system: ID!, $type: EntityType!) {\n    mappingVersions(system: $system, type: $type, first: 20) { nodes { version at actor why } }\n  }\n": typeof types.SetupVersionsDocument,
    "\n  query SetupPlan {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id name } }\n    }\n    syncRuns(first: 10, filter: { states: [RUNNING] }) {\n      nodes { id read progress trigger system { id name } }\n    }\n  }\n": typeof types.SetupPlanDocument,
    "\n  fragment ProposedContact on Contact {\n    id\n    name\n    email\n    phone\n    companyName\n    address { line1 city postcode }\n    records { id url system { id name } }\n  }\n": typeof types.ProposedContactFragmentDoc,
    "\n  query SetupProposals($first: Int) {\n    mergePlan(first: $first) {\n      totalCount\n      nodes {\n        id\n        score\n        reasons\n        contact { ...ProposedContact }\n        into { ...ProposedContact }\n      }\n    }\n  }\n": typeof types.SetupProposalsDocument,
    "\n  query SetupProposalCount($minScore: Float) {\n    mergePlan(first: 1, minScore: $minScore) { totalCount }\n  }\n": typeof types.SetupProposalCountDocument,
    "\n  mutation SetupApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided\n      settled\n      summary { proposed approved contacts }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SetupApproveDocument,
    "\n  mutation SetupReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) {\n      decided\n      settled\n      summary { proposed rejected }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SetupRejectDocument,
    "\n  mutation SetupStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n": typeof types.SetupStartDocument,
    "\n  query SetupTemplates {\n    mappingTemplates { id name summary unmet parts { system { id name } type } }\n  }\n": typeof types.SetupTemplatesDocument,
    "\n  mutation SetupApplyTemplate($input: ApplyTemplateInput!) {\n    applyTemplate(input: $input) {\n      applied\n      changes {\n        system { id name }\n        type\n        added\n        changed { before after }\n        removed\n        rows\n        leftOut\n      }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SetupApplyTemplateDocument,
    "\n  query SetupDryRun($input: DryRunMappingInput!) {\n    dryRunMapping(input: $input) {\n      result {\n        records\n        inward\n        outward\n        failing\n        reasons { reason count }\n        costs { system { id name } writes calls seconds }\n        examples {\n          recordId\n          entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }\n          inward { field before after }\n          outward { field before after }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SetupDryRunDocument,
    "\n  query ContactByName($name: String) {\n    contacts(first: 1, search: $name) { nodes { id } }\n  }\n": typeof types.ContactByNameDocument,
    "\n  query DayContacts {\n    contacts(first: 5) { nodes { id } }\n  }\n": typeof types.DayContactsDocument,
    "\n  mutation DayRename($input: UpdateContactInput!) {\n    updateContact(input: $input) { userErrors { message } }\n  }\n": typeof types.DayRenameDocument,
    "\n  query LogCounts($filter: SyncEventFilter) {\n    syncEvents(first: 1, filter: $filter) { totalCount }\n  }\n": typeof types.LogCountsDocument,
    "\n  query FeedLog($filter: SyncEventFilter) {\n    syncEvents(first: 40, filter: $filter) { nodes { id } }\n  }\n": typeof types.FeedLogDocument,
    "\n  query ProblemsOfEverybody {\n    contacts(first: 50) { nodes { id firstName name } }\n    conflicts(first: 50, open: true) { nodes { id field } }\n    deliveries(first: 50, filter: { statuses: [FAILED] }) { nodes { id } }\n  }\n": typeof types.ProblemsOfEverybodyDocument,
    "\n  mutation ProblemsRename($input: UpdateContactInput!) {\n    updateContact(input: $input) { receipts { status system { id } } userErrors { message } }\n  }\n": typeof types.ProblemsRenameDocument,
    "\n  query Activity($hours: Int) {\n    activity(hours: $hours) { from changes failures }\n  }\n": typeof types.ActivityDocument,
    "\n  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {\n    auditLog(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }\n    }\n  }\n": typeof types.AuditLogDocument,
    "\n  query AuditAuthors($filter: SyncEventFilter) {\n    syncEvents(first: 100, filter: $filter) { nodes { id kind entityId origin actor correlationId } }\n  }\n": typeof types.AuditAuthorsDocument,
    "\n  query AuditMappingAuthors($system: ID!, $type: EntityType!) {\n    mappings(system: $system, type: $type) { version actor rows { entity } }\n  }\n": typeof types.AuditMappingAuthorsDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      workspace\n      scopes\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query ApiKeys {\n    apiKeys {\n      id\n      name\n      scopes\n      createdAt\n      createdBy\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n": typeof types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      apiKey {\n        id\n        name\n        scopes\n        createdBy\n        expiresAt\n      }\n      secret\n      userErrors {\n        path\n        code\n        message\n      }\n    }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        path\n        code\n      }\n    }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n    mutation MineToKnow {\n      createContact(input: { firstName: \"Ann\" }) {\n        contact {\n          versions {\n            nodes {\n              actor\n            }\n          }\n        }\n      }\n    }\n  ": typeof types.MineToKnowDocument,
    "\n  query AlertRuleList {\n    alertRules { id name enabled shipped edited condition summary mutedUntil targets { id } }\n  }\n": typeof types.AlertRuleListDocument,
    "\n  query AlertList($first: Int, $after: String, $open: Boolean, $ruleId: ID) {\n    alerts(first: $first, after: $after, open: $open, ruleId: $ruleId) {\n      totalCount\n      nodes { id open message since raisedAt recoveredAt system { id } rule { id } told { id } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.AlertListDocument,
    "\n  query AlertTargetList {\n    alertTargets { id name via url recipients enabled whyOff oldSecretUntil pending failed createdAt }\n  }\n": typeof types.AlertTargetListDocument,
    "\n  mutation AlertRuleSet($input: SetAlertRuleInput!) {\n    setAlertRule(input: $input) {\n      alertRule { id name enabled shipped edited condition targets { id } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.AlertRuleSetDocument,
    "\n  mutation AlertRuleMute($input: MuteAlertRuleInput!) {\n    muteAlertRule(input: $input) { alertRule { id mutedUntil } userErrors { path code message } }\n  }\n": typeof types.AlertRuleMuteDocument,
    "\n  mutation AlertTargetCreate($input: CreateAlertTargetInput!) {\n    createAlertTarget(input: $input) {\n      alertTarget { id name via url recipients enabled }\n      secret\n      userErrors { path code message }\n    }\n  }\n": typeof types.AlertTargetCreateDocument,
    "\n  mutation AlertTargetUpdate($input: UpdateAlertTargetInput!) {\n    updateAlertTarget(input: $input) {\n      alertTarget { id name url enabled whyOff oldSecretUntil }\n      secret\n      userErrors { path code message }\n    }\n  }\n": typeof types.AlertTargetUpdateDocument,
    "\n  mutation AlertTargetDelete($id: ID!) {\n    deleteAlertTarget(id: $id) { deletedId userErrors { path code message } }\n  }\n": typeof types.AlertTargetDeleteDocument,
    "\n  mutation AlertTargetTest($id: ID!) {\n    testAlertTarget(id: $id) { delivered result userErrors { path code message } }\n  }\n": typeof types.AlertTargetTestDocument,
    "\n  query AlertNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }\n": typeof types.AlertNodesDocument,
    "\n  query ChaosGraph($after: String) {\n    contacts(first: 40, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id firstName lastName email phone website\n        address { line1 city postcode }\n        tags { name }\n        tasks(first: 100) { nodes { id title body dueAt completed } }\n        notes(first: 100) { nodes { id title body } }\n      }\n    }\n  }\n": typeof types.ChaosGraphDocument,
    "\n  mutation ConnectSystem($input: ConnectSystemInput!) {\n    connectSystem(input: $input) {\n      connected\n      system { id health { state } }\n      checks { what ok message code }\n      userErrors { path code message }\n    }\n  }\n": typeof types.ConnectSystemDocument,
    "\n  mutation DisconnectSystem($system: ID!) {\n    disconnectSystem(system: $system) {\n      system { id health { state } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.DisconnectSystemDocument,
    "\n  query Connections {\n    systems {\n      id\n      health { state }\n      capabilities { type }\n      connection {\n        origin\n        connectedAt\n        refused\n        webhookUrl\n        consentUrl\n        settings { name required secret example isSet value }\n        checks { what ok message code }\n      }\n    }\n  }\n": typeof types.ConnectionsDocument,
    "\n  query DecisionPerson($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Contact {\n        id\n        firstName\n        lastName\n        email\n        phone\n        companyName\n        website\n        version\n        address { line1 line2 city county postcode country }\n        customFields { key value }\n        tags { name }\n        records { id state system { id } }\n        tasks(first: 100) { nodes { id title contact { id } records { id system { id } } } }\n        notes(first: 100) { nodes { id body contact { id } records { id system { id } } } }\n        conflicts { id field open chosen values { origin value } }\n      }\n    }\n  }\n": typeof types.DecisionPersonDocument,
    "\n  query DecisionVersions($id: ID!, $first: Int, $after: String) {\n    node(id: $id) {\n      __typename\n      ... on Synced {\n        version\n        versions(first: $first, after: $after) {\n          totalCount\n          pageInfo { hasNextPage endCursor }\n          nodes { version at origin actor why correlationId fields changes { field before after } }\n        }\n      }\n    }\n  }\n": typeof types.DecisionVersionsDocument,
    "\n  mutation DecisionMerge($input: MergeContactsInput!) {\n    mergeContacts(input: $input) {\n      contact { id firstName lastName email phone tags { name } records { id system { id } } }\n      receipts { status recordId unsupportedFields system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.DecisionMergeDocument,
    "\n  mutation DecisionLink($input: LinkRecordsInput!) {\n    linkRecords(input: $input) {\n      contact { id firstName lastName email phone records { id system { id } } }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.DecisionLinkDocument,
    "\n  mutation DecisionUnlink($input: LinkRecordsInput!) {\n    unlinkRecord(input: $input) {\n      contact { id records { id system { id } } }\n      receipts { status system { id } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.DecisionUnlinkDocument,
    "\n  mutation DecisionResolve($input: ResolveConflictInput!) {\n    resolveConflict(input: $input) {\n      conflict { id field open chosen entity { id } }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.DecisionResolveDocument,
    "\n  mutation DecisionRevert($input: RevertInput!) {\n    revertTo(input: $input) {\n      entity { id version ... on Contact { firstName email phone } ... on Task { title completed } }\n      receipts { status recordId unsupportedFields system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.DecisionRevertDocument,
    "\n  query SyncContacts($first: Int, $search: String, $filter: ContactFilter) {\n    contacts(first: $first, search: $search, filter: $filter) {\n      totalCount\n      nodes {\n        id\n        name\n        email\n        phone\n        records { id state stale system { id } }\n        conflicts { id field open chosen values { origin value } }\n        tasks { nodes { id title } }\n        notes { nodes { id body } }\n      }\n    }\n  }\n": typeof types.SyncContactsDocument,
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
    "\n  mutation SyncEstimate($input: SyncNowInput!) {\n    syncNow(input: $input) {\n      runs { id }\n      estimate {\n        calls\n        seconds\n        systems { system { id } calls seconds types { type calls seconds reason } }\n      }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SyncEstimateDocument,
    "\n  mutation SyncSyncContact($id: ID!) {\n    syncContact(input: { id: $id }) {\n      contact { id phone }\n      receipts { status system { id } }\n      userErrors { code message }\n    }\n  }\n": typeof types.SyncSyncContactDocument,
    "\n  mutation SyncRetryDelivery($id: ID!) {\n    retryDelivery(id: $id) { delivery { id status attempts error { code message } } userErrors { code message } }\n  }\n": typeof types.SyncRetryDeliveryDocument,
    "\n  mutation SyncDiscardDelivery($id: ID!) {\n    discardDelivery(id: $id) { delivery { id status } userErrors { code message } }\n  }\n": typeof types.SyncDiscardDeliveryDocument,
    "\n  query SyncDeliveries($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes { id operation status attempts nextAttemptAt entity { id } system { id } error { code message } }\n    }\n  }\n": typeof types.SyncDeliveriesDocument,
    "\n  query SyncRuns {\n    syncRuns(first: 50) { nodes { id trigger types read changed progress error startedAt finishedAt upstreamCalls system { id } } }\n  }\n": typeof types.SyncRunsDocument,
    "\n  query SyncConflicts($open: Boolean) {\n    conflicts(first: 50, open: $open) {\n      totalCount\n      nodes { id field open chosen base entity { id } values { origin value changedAt } }\n    }\n  }\n": typeof types.SyncConflictsDocument,
    "\n  query SyncSystems {\n    systems { id health { state error pendingDeliveries failedDeliveries missedWebhooks } }\n  }\n": typeof types.SyncSystemsDocument,
    "\n  subscription SyncEvents($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) {\n      id kind type entityId origin correlationId message system { id } changes { field before after }\n    }\n  }\n": typeof types.SyncEventsDocument,
    "\n  query SyncEventLog($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { totalCount nodes { id kind type entityId origin message } }\n  }\n": typeof types.SyncEventLogDocument,
    "\n  subscription SyncContactChanged($id: ID!) {\n    contactChanged(id: $id) { id phone tasks { nodes { title } } }\n  }\n": typeof types.SyncContactChangedDocument,
    "\n  subscription SyncSystemChanged {\n    systemChanged { id health { state } }\n  }\n": typeof types.SyncSystemChangedDocument,
    "\n  query SyncPolicies {\n    policies { type spread when deletes system { id } }\n  }\n": typeof types.SyncPoliciesDocument,
    "\n  mutation SyncSetPolicy($input: SetPolicyInput!) {\n    setPolicy(input: $input) { policy { type spread when deletes system { id } } userErrors { path code message } }\n  }\n": typeof types.SyncSetPolicyDocument,
    "\n  mutation SyncSpread($input: SpreadInput!) {\n    spread(input: $input) { queued userErrors { path code message } }\n  }\n": typeof types.SyncSpreadDocument,
    "\n  mutation SyncReleaseRecord($input: ReleaseRecordInput!) {\n    releaseRecord(input: $input) { entity { id version } userErrors { path code message } }\n  }\n": typeof types.SyncReleaseRecordDocument,
    "\n  query SyncAppointments($first: Int) {\n    appointments(first: $first) { nodes { id title startsAt records { system { id } } } }\n  }\n": typeof types.SyncAppointmentsDocument,
    "\n  query RecordFields($system: ID!, $type: EntityType!, $refresh: Boolean) {\n    recordFields(system: $system, type: $type, refresh: $refresh) {\n      field\n      label\n      type\n      choices\n      required\n      writable\n      creates\n      updates\n      known\n      examples\n      note\n    }\n  }\n": typeof types.RecordFieldsDocument,
    "\n  query EntityFields($type: EntityType!) {\n    entityFields(type: $type) {\n      field\n      label\n      type\n      values\n      required\n      writable\n      systems {\n        id\n      }\n    }\n  }\n": typeof types.EntityFieldsDocument,
    "\n  mutation LogSetVerbose($input: SetVerboseInput!) {\n    setVerbose(input: $input) { system { id verboseUntil } userErrors { path code message } }\n  }\n": typeof types.LogSetVerboseDocument,
    "\n  query LogVerbose {\n    systems { id verboseUntil }\n  }\n": typeof types.LogVerboseDocument,
    "\n  query LogDeliveryCalls($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes {\n        id operation status system { id }\n        calls { id correlationId at milliseconds method path status error request response system { id } }\n      }\n    }\n  }\n": typeof types.LogDeliveryCallsDocument,
    "\n  query LogUpstreamCalls($system: ID!, $first: Int, $after: String) {\n    upstreamCalls(system: $system, first: $first, after: $after) {\n      totalCount\n      nodes { id correlationId method path status request response }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.LogUpstreamCallsDocument,
    "\n  query LogRuns($filter: SyncRunFilter) {\n    syncRuns(first: 100, filter: $filter) { totalCount nodes { id types trigger system { id } } }\n  }\n": typeof types.LogRunsDocument,
    "\n  query LogRetention {\n    retention { events versions deliveries runs firings inbox calls }\n  }\n": typeof types.LogRetentionDocument,
    "\n  mutation LogSetRetention($input: SetRetentionInput!) {\n    setRetention(input: $input) {\n      retention { events versions deliveries runs firings inbox calls }\n      userErrors { path code message }\n    }\n  }\n": typeof types.LogSetRetentionDocument,
    "\n  query LogConfiguration {\n    configuration\n  }\n": typeof types.LogConfigurationDocument,
    "\n  mutation LogImport($yaml: String!, $dryRun: Boolean) {\n    importConfiguration(yaml: $yaml, dryRun: $dryRun) { changes applied userErrors { path code message } }\n  }\n": typeof types.LogImportDocument,
    "\n  mutation SaveMapping($input: SaveMappingInput!) {\n    saveMapping(input: $input) {\n      mapping { version why rows { entity record direction when owner does } }\n      effect { records total }\n      run { id trigger types system { id } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.SaveMappingDocument,
    "\n  mutation RollbackMapping($input: RollbackMappingInput!) {\n    rollbackMapping(input: $input) {\n      mapping { version why rows { entity record } }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n": typeof types.RollbackMappingDocument,
    "\n  query Mappings($system: ID, $type: EntityType) {\n    mappings(system: $system, type: $type) { version shipped at type system { id } rows { entity record direction when owner transforms } }\n  }\n": typeof types.MappingsDocument,
    "\n  query MappingVersions($system: ID!, $type: EntityType!, $first: Int) {\n    mappingVersions(system: $system, type: $type, first: $first) { totalCount nodes { version why at rows { entity } } }\n  }\n": typeof types.MappingVersionsDocument,
    "\n  query PlanProposals($first: Int, $after: String, $state: ProposalState, $minScore: Float) {\n    mergePlan(first: $first, after: $after, state: $state, minScore: $minScore) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id score reasons state decidedAt\n        contact { id name records { system { id } } }\n        into { id name records { system { id } } }\n      }\n    }\n  }\n": typeof types.PlanProposalsDocument,
    "\n  query PlanSummary {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id } }\n    }\n  }\n": typeof types.PlanSummaryDocument,
    "\n  mutation PlanApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided settled summary { proposed approved rejected contacts } userErrors { path code message }\n    }\n  }\n": typeof types.PlanApproveDocument,
    "\n  mutation PlanReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) { decided settled summary { proposed rejected } userErrors { path code message } }\n  }\n": typeof types.PlanRejectDocument,
    "\n  mutation PlanStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n": typeof types.PlanStartDocument,
    "\n  query PreviewMapping($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      records {\n        recordId\n        entity { id }\n        fields {\n          row\n          field\n          in { record steps { does value } value today error }\n          out { value steps { does value } record today error }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n": typeof types.PreviewMappingDocument,
    "\n  query DryRunMapping($input: DryRunMappingInput!) {\n    dryRunMapping(input: $input) {\n      result {\n        records\n        inward\n        outward\n        failing\n        reasons { reason count }\n        failures { recordId reason message }\n        costs { system { id } writes calls seconds }\n        examples {\n          recordId\n          entity { id }\n          inward { field before after }\n          outward { field before after }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n": typeof types.DryRunMappingDocument,
    "\n  query RuleList {\n    rules { id name enabled pausedAt mostPerHour shipped edited version summary trigger when actions lastFiredAt firings }\n  }\n": typeof types.RuleListDocument,
    "\n  query RuleFirings($first: Int, $after: String, $ruleId: ID) {\n    ruleFirings(first: $first, after: $after, ruleId: $ruleId) {\n      totalCount\n      nodes { id state result error attempts at rule { id } event { id kind } entity { id } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.RuleFiringsDocument,
    "\n  mutation RuleUpdate($input: UpdateRuleInput!) {\n    updateRule(input: $input) { rule { id enabled edited version when actions pausedAt } userErrors { path code message } }\n  }\n": typeof types.RuleUpdateDocument,
    "\n  mutation RuleCreate($input: CreateRuleInput!) {\n    createRule(input: $input) {\n      rule { id name enabled shipped version mostPerHour summary trigger when actions }\n      userErrors { path code message }\n    }\n  }\n": typeof types.RuleCreateDocument,
    "\n  mutation RuleDelete($id: ID!) {\n    deleteRule(id: $id) { deletedId userErrors { path code message } }\n  }\n": typeof types.RuleDeleteDocument,
    "\n  mutation RuleRollback($input: RollbackRuleInput!) {\n    rollbackRule(input: $input) {\n      rule { id name enabled version trigger when actions versions { version why name summary at } }\n      userErrors { path code message }\n    }\n  }\n": typeof types.RuleRollbackDocument,
    "\n  query RuleDryRun($input: DryRunRuleInput!) {\n    dryRunRule(input: $input) {\n      dryRun {\n        summary events since firings entities withoutContact busiestHour wouldPause\n        examples { would event { id kind } entity { id } }\n      }\n      userErrors { path code message }\n    }\n  }\n": typeof types.RuleDryRunDocument,
    "\n  query RuleNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }\n": typeof types.RuleNodesDocument,
    "\n  query MappingTemplates {\n    mappingTemplates { id name summary unmet parts { system { id } type rows } }\n  }\n": typeof types.MappingTemplatesDocument,
    "\n  mutation ApplyTemplate($input: ApplyTemplateInput!) {\n    applyTemplate(input: $input) {\n      applied\n      changes { system { id } type added changed { before after } removed rows leftOut }\n      userErrors { path code message }\n    }\n  }\n": typeof types.ApplyTemplateDocument,
};
const documents: Documents = {
    "\n  fragment EventRow on SyncEvent {\n    id\n    at\n    kind\n    type\n    origin\n    actor\n    message\n    entityId\n    runId\n    correlationId\n    system { id name }\n    changes { field before after }\n    entity {\n      __typename\n      id\n      ... on Contact { name }\n      ... on Task { title contact { id name } }\n      ... on Note { body contact { id name } }\n      ... on Appointment { subject: title contact { id name } }\n      ... on Tag { label: name }\n    }\n  }\n": types.EventRowFragmentDoc,
    "\n  query LatestEvent {\n    syncEvents(first: 1) { nodes { id } }\n  }\n": types.LatestEventDocument,
    "\n  query EventPage($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { nodes { ...EventRow } }\n  }\n": types.EventPageDocument,
    "\n  subscription EventStream($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) { ...EventRow }\n  }\n": types.EventStreamDocument,
    "\n  query DashboardViewer {\n    viewer { id name workspace scopes }\n  }\n": types.DashboardViewerDocument,
    "\n  query TagSuggestions($search: String) {\n    tags(first: 50, search: $search) { nodes { id name } }\n  }\n": types.TagSuggestionsDocument,
    "\n  fragment Thing on Synced {\n    __typename\n    id\n    ... on Contact { name }\n    ... on Task { title contact { id name } }\n    ... on Note { body contact { id name } }\n    ... on Appointment { subject: title contact { id name } }\n    ... on Tag { label: name }\n  }\n": types.ThingFragmentDoc,
    "\n  fragment AlertRow on Alert {\n    id\n    open\n    message\n    since\n    raisedAt\n    recoveredAt\n    system { id name }\n    rule { id name }\n    told { id name }\n  }\n": types.AlertRowFragmentDoc,
    "\n  query AlertFeed($past: Int!) {\n    open: alerts(open: true, first: 100) { totalCount nodes { ...AlertRow } }\n    past: alerts(open: false, first: $past) { nodes { ...AlertRow } }\n  }\n": types.AlertFeedDocument,
    "\n  fragment TargetRow on AlertTarget {\n    id\n    name\n    via\n    url\n    recipients\n    enabled\n    whyOff\n    oldSecretUntil\n    pending\n    failed\n  }\n": types.TargetRowFragmentDoc,
    "\n  query Targets {\n    alertTargets { ...TargetRow }\n  }\n": types.TargetsDocument,
    "\n  query WatchList {\n    alertRules {\n      id\n      name\n      enabled\n      shipped\n      summary\n      condition\n      mutedUntil\n      targets { id name }\n    }\n    alertTargets { id name enabled }\n  }\n": types.WatchListDocument,
    "\n  mutation ChangeAlertRule($input: SetAlertRuleInput!) {\n    setAlertRule(input: $input) {\n      alertRule { id enabled summary condition targets { id name } }\n      userErrors { path message }\n    }\n  }\n": types.ChangeAlertRuleDocument,
    "\n  mutation MuteRule($input: MuteAlertRuleInput!) {\n    muteAlertRule(input: $input) {\n      alertRule { id mutedUntil }\n      userErrors { path message }\n    }\n  }\n": types.MuteRuleDocument,
    "\n  mutation AddTarget($input: CreateAlertTargetInput!) {\n    createAlertTarget(input: $input) {\n      alertTarget { ...TargetRow }\n      secret\n      userErrors { path message }\n    }\n  }\n": types.AddTargetDocument,
    "\n  mutation ChangeTarget($input: UpdateAlertTargetInput!) {\n    updateAlertTarget(input: $input) {\n      alertTarget { ...TargetRow }\n      secret\n      userErrors { path message }\n    }\n  }\n": types.ChangeTargetDocument,
    "\n  mutation RemoveTarget($id: ID!) {\n    deleteAlertTarget(id: $id) {\n      deletedId\n      userErrors { path message }\n    }\n  }\n": types.RemoveTargetDocument,
    "\n  mutation TestTarget($id: ID!) {\n    testAlertTarget(id: $id) {\n      delivered\n      result\n      userErrors { path message }\n    }\n  }\n": types.TestTargetDocument,
    "\n  query ContactPage($id: ID!) {\n    contact(by: { id: $id }) {\n      id\n      name\n      firstName\n      lastName\n      email\n      phone\n      companyName\n      website\n      address { line1 line2 city county postcode country }\n      business { id name }\n      customFields { key label value }\n      tags { id name }\n      records { system { id name } id url fields seenAt changedAt stale state }\n      conflicts { id field open }\n      version\n      createdAt\n      updatedAt\n    }\n    systems { id name }\n  }\n": types.ContactPageDocument,
    "\n  query ContactHistory($id: ID!, $after: String) {\n    contact(by: { id: $id }) {\n      id\n      versions(first: 100, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          id: version at origin actor why fields changes { field before after }\n        }\n      }\n    }\n  }\n": types.ContactHistoryDocument,
    "\n  query ContactTimeline($id: ID!, $after: String) {\n    contact(by: { id: $id }) {\n      id\n      timeline(first: 30, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          __typename\n          id\n          at\n          ... on Task { task: title text: body dueAt completed assignee }\n          ... on Note { heading: title note: body author }\n          ... on Appointment { meeting: title startsAt endsAt location remarks: notes assignee status }\n          ... on SyncEvent { ...EventRow }\n        }\n      }\n    }\n  }\n": types.ContactTimelineDocument,
    "\n  fragment ReceiptRow on Receipt {\n    system { id name }\n    status\n    unsupportedFields\n    error { message }\n  }\n": types.ReceiptRowFragmentDoc,
    "\n  mutation UpdateContact($input: UpdateContactInput!) {\n    written: updateContact(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": types.UpdateContactDocument,
    "\n  mutation TagContact($input: TagContactInput!) {\n    written: addTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": types.TagContactDocument,
    "\n  mutation UntagContact($input: TagContactInput!) {\n    written: removeTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": types.UntagContactDocument,
    "\n  mutation WriteNote($input: CreateNoteInput!) {\n    written: createNote(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": types.WriteNoteDocument,
    "\n  mutation MakeTask($input: CreateTaskInput!) {\n    written: createTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": types.MakeTaskDocument,
    "\n  mutation FinishTask($input: CompleteTaskInput!) {\n    written: completeTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": types.FinishTaskDocument,
    "\n  mutation BookAppointment($input: CreateAppointmentInput!) {\n    written: createAppointment(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": types.BookAppointmentDocument,
    "\n  mutation RestoreContact($input: RevertInput!) {\n    written: revertTo(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n": types.RestoreContactDocument,
    "\n  query ContactList($after: String, $search: String, $filter: ContactFilter) {\n    contacts(first: 100, after: $after, search: $search, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        name\n        email\n        phone\n        companyName\n        address { city postcode }\n        tags { id name }\n        records { system { id name } id state }\n        conflicts { id open }\n      }\n    }\n  }\n": types.ContactListDocument,
    "\n  query ContactSystems {\n    systems { id name health { state } }\n  }\n": types.ContactSystemsDocument,
    "\n  query LogSystems {\n    systems { id name }\n  }\n": types.LogSystemsDocument,
    "\n  query EventLog($first: Int!, $after: String, $filter: SyncEventFilter) {\n    syncEvents(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...EventRow }\n    }\n  }\n": types.EventLogDocument,
    "\n  query RunLog($first: Int!, $after: String, $filter: SyncRunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        trigger\n        types\n        startedAt\n        finishedAt\n        read\n        changed\n        written\n        failed\n        upstreamCalls\n        progress\n        error\n        system { id name }\n      }\n    }\n  }\n": types.RunLogDocument,
    "\n  query DeliveryLog($first: Int!, $after: String, $filter: DeliveryFilter) {\n    deliveries(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        operation\n        fields\n        status\n        attempts\n        nextAttemptAt\n        createdAt\n        correlationId\n        system { id name }\n        error { code message retryable }\n        entity { ...Thing }\n      }\n    }\n  }\n": types.DeliveryLogDocument,
    "\n  query AuditLogPage($first: Int!, $after: String, $filter: AuditFilter) {\n    auditLog(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }\n    }\n  }\n": types.AuditLogPageDocument,
    "\n  query Overview {\n    systems {\n      id\n      name\n      health {\n        state\n        error\n        lastChangeAt\n        lastPollAt\n        lastWebhookAt\n        credentialExpiresAt\n        budget { limit remaining dailyLimit dailyRemaining }\n        pendingDeliveries\n        failedDeliveries\n        missedWebhooks\n      }\n    }\n  }\n": types.OverviewDocument,
    "\n  query Needs {\n    systems {\n      id\n      name\n      health { state failedDeliveries credentialExpiresAt }\n    }\n    conflicts(first: 1, open: true) { totalCount }\n    quarantinedRecords { since }\n  }\n": types.NeedsDocument,
    "\n  query LastDay {\n    activity(hours: 24) { from changes failures }\n  }\n": types.LastDayDocument,
    "\n  query RunsUnderWay {\n    syncRuns(first: 20, filter: { states: [RUNNING] }) {\n      nodes { id startedAt read progress system { id name } }\n    }\n  }\n": types.RunsUnderWayDocument,
    "\n  fragment FailedDelivery on Delivery {\n    id\n    operation\n    fields\n    attempts\n    createdAt\n    system { id name }\n    error { code message }\n    entity { ...Thing }\n  }\n": types.FailedDeliveryFragmentDoc,
    "\n  query Problems {\n    systems { id name health { state error } }\n    conflicts(first: 50, open: true) {\n      totalCount\n      nodes {\n        id\n        field\n        base\n        at\n        values { origin value changedAt }\n        entity { ...Thing }\n      }\n    }\n    deliveries(first: 100, filter: { statuses: [FAILED] }) {\n      totalCount\n      nodes { ...FailedDelivery }\n    }\n    quarantinedRecords {\n      type\n      since\n      record { id url system { id name } }\n      entity { ...Thing }\n    }\n  }\n": types.ProblemsDocument,
    "\n  mutation ResolveProblem($input: ResolveConflictInput!) {\n    resolveConflict(input: $input) {\n      conflict { id chosen }\n      receipts { status system { id name } error { message } }\n      userErrors { message }\n    }\n  }\n": types.ResolveProblemDocument,
    "\n  mutation RetryProblem($id: ID!) {\n    retryDelivery(id: $id) {\n      delivery { id status error { message } }\n      userErrors { message }\n    }\n  }\n": types.RetryProblemDocument,
    "\n  mutation DiscardProblem($id: ID!) {\n    discardDelivery(id: $id) {\n      delivery { id status }\n      userErrors { message }\n    }\n  }\n": types.DiscardProblemDocument,
    "\n  mutation ReleaseProblem($input: ReleaseRecordInput!) {\n    releaseRecord(input: $input) {\n      entity { id }\n      userErrors { message }\n    }\n  }\n": types.ReleaseProblemDocument,
    "\n  query FailedPage($system: ID!, $after: String) {\n    deliveries(first: 100, after: $after, filter: { system: $system, statuses: [FAILED] }) {\n      pageInfo { hasNextPage endCursor }\n      nodes { ...FailedDelivery }\n    }\n  }\n": types.FailedPageDocument,
    "\n  query Candidates($ids: [ID!]!) {\n    nodes(ids: $ids) { id ... on Contact { name email phone } }\n  }\n": types.CandidatesDocument,
    "\n  query RuleForm {\n    rules { ...RuleRow }\n    systems { id name }\n    alertTargets { id name via }\n    contact: entityFields(type: CONTACT) { ...RuleField }\n    task: entityFields(type: TASK) { ...RuleField }\n    note: entityFields(type: NOTE) { ...RuleField }\n    appointment: entityFields(type: APPOINTMENT) { ...RuleField }\n    tag: entityFields(type: TAG) { ...RuleField }\n  }\n  fragment RuleField on EntityField { field label type }\n": types.RuleFormDocument,
    "\n  query TryRule($input: DryRunRuleInput!) {\n    dryRunRule(input: $input) {\n      dryRun {\n        summary\n        events\n        since\n        firings\n        entities\n        withoutContact\n        busiestHour\n        wouldPause\n        examples {\n          would\n          event { id at }\n          entity {\n            __typename\n            id\n            ... on Contact { name }\n            ... on Task { title contact { id name } }\n            ... on Note { body contact { id name } }\n            ... on Appointment { subject: title contact { id name } }\n            ... on Tag { label: name }\n          }\n        }\n      }\n      userErrors { path message }\n    }\n  }\n": types.TryRuleDocument,
    "\n  mutation AddRule($input: CreateRuleInput!) {\n    createRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n": types.AddRuleDocument,
    "\n  mutation RemoveRule($id: ID!) {\n    deleteRule(id: $id) {\n      deletedId\n      userErrors { path message }\n    }\n  }\n": types.RemoveRuleDocument,
    "\n  query RulePast {\n    rules {\n      id\n      version\n      versions { version at why name summary }\n    }\n  }\n": types.RulePastDocument,
    "\n  mutation RestoreRule($input: RollbackRuleInput!) {\n    rollbackRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n": types.RestoreRuleDocument,
    "\n  fragment RuleRow on Rule {\n    id\n    name\n    enabled\n    pausedAt\n    mostPerHour\n    shipped\n    edited\n    version\n    summary\n    trigger\n    when\n    actions\n    lastFiredAt\n    firings\n  }\n": types.RuleRowFragmentDoc,
    "\n  query Rules {\n    rules { ...RuleRow }\n  }\n": types.RulesDocument,
    "\n  query FiringFeed($first: Int!, $ruleId: ID) {\n    ruleFirings(first: $first, ruleId: $ruleId) {\n      totalCount\n      nodes {\n        id\n        at\n        state\n        result\n        error\n        rule { id name }\n        entity {\n          __typename\n          id\n          ... on Contact { name }\n          ... on Task { title contact { id name } }\n          ... on Note { body contact { id name } }\n          ... on Appointment { subject: title contact { id name } }\n          ... on Tag { label: name }\n        }\n      }\n    }\n  }\n": types.FiringFeedDocument,
    "\n  mutation ChangeRule($input: UpdateRuleInput!) {\n    updateRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n": types.ChangeRuleDocument,
    "\n  query SetupConnections {\n    systems {\n      id\n      name\n      health { state error }\n      connection {\n        origin\n        connectedAt\n        refused\n        webhookUrl\n        consentUrl\n        settings { name required secret example isSet value }\n      }\n    }\n  }\n": types.SetupConnectionsDocument,
    "\n  query SetupChecks {\n    systems { id connection { checks { what ok message code } } }\n  }\n": types.SetupChecksDocument,
    "\n  mutation SetupConnect($input: ConnectSystemInput!) {\n    connectSystem(input: $input) {\n      connected\n      system { id health { state error } connection { origin } }\n      checks { what ok message code }\n      userErrors { path code message }\n    }\n  }\n": types.SetupConnectDocument,
    "\n  mutation SetupDisconnect($system: ID!) {\n    disconnectSystem(system: $system) {\n      system { id health { state } connection { origin } }\n      userErrors { path code message }\n    }\n  }\n": types.SetupDisconnectDocument,
    "\n  query SetupMappings {\n    mappings { version type system { id name health { state } } }\n  }\n": types.SetupMappingsDocument,
    "\n  query SetupMapping($system: ID!, $type: EntityType!) {\n    mappings(system: $system, type: $type) {\n      version\n      rows { entity record direction transforms owner when }\n    }\n    entityFields(type: $type) { field label type required writable values }\n    recordFields(system: $system, type: $type) { field label type required writable examples note }\n  }\n": types.SetupMappingDocument,
    "\n  query SetupPreview($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      records {\n        recordId\n        entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }\n        fields {\n          row\n          field\n          in { record value today error }\n          out { value record today error }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n": types.SetupPreviewDocument,
    "\n  mutation SetupSaveMapping($input: SaveMappingInput!) {\n    saveMapping(input: $input) {\n      mapping { version }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n": types.SetupSaveMappingDocument,
    "\n  mutation SetupRollback($input: RollbackMappingInput!) {\n    rollbackMapping(input: $input) {\n      mapping { version }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n": types.SetupRollbackDocument,
    "\n  query SetupVersions($system: ID!, $type: EntityType!) {\n    mappingVersions(system: $system, type: $type, first: 20) { nodes { version at actor why } }\n  }\n": types.SetupVersionsDocument,
    "\n  query SetupPlan {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id name } }\n    }\n    syncRuns(first: 10, filter: { states: [RUNNING] }) {\n      nodes { id read progress trigger system { id name } }\n    }\n  }\n": types.SetupPlanDocument,
    "\n  fragment ProposedContact on Contact {\n    id\n    name\n    email\n    phone\n    companyName\n    address { line1 city postcode }\n    records { id url system { id name } }\n  }\n": types.ProposedContactFragmentDoc,
    "\n  query SetupProposals($first: Int) {\n    mergePlan(first: $first) {\n      totalCount\n      nodes {\n        id\n        score\n        reasons\n        contact { ...ProposedContact }\n        into { ...ProposedContact }\n      }\n    }\n  }\n": types.SetupProposalsDocument,
    "\n  query SetupProposalCount($minScore: Float) {\n    mergePlan(first: 1, minScore: $minScore) { totalCount }\n  }\n": types.SetupProposalCountDocument,
    "\n  mutation SetupApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided\n      settled\n      summary { proposed approved contacts }\n      userErrors { path code message }\n    }\n  }\n": types.SetupApproveDocument,
    "\n  mutation SetupReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) {\n      decided\n      settled\n      summary { proposed rejected }\n      userErrors { path code message }\n    }\n  }\n": types.SetupRejectDocument,
    "\n  mutation SetupStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n": types.SetupStartDocument,
    "\n  query SetupTemplates {\n    mappingTemplates { id name summary unmet parts { system { id name } type } }\n  }\n": types.SetupTemplatesDocument,
    "\n  mutation SetupApplyTemplate($input: ApplyTemplateInput!) {\n    applyTemplate(input: $input) {\n      applied\n      changes {\n        system { id name }\n        type\n        added\n        changed { before after }\n        removed\n        rows\n        leftOut\n      }\n      userErrors { path code message }\n    }\n  }\n": types.SetupApplyTemplateDocument,
    "\n  query SetupDryRun($input: DryRunMappingInput!) {\n    dryRunMapping(input: $input) {\n      result {\n        records\n        inward\n        outward\n        failing\n        reasons { reason count }\n        costs { system { id name } writes calls seconds }\n        examples {\n          recordId\n          entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }\n          inward { field before after }\n          outward { field before after }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n": types.SetupDryRunDocument,
    "\n  query ContactByName($name: String) {\n    contacts(first: 1, search: $name) { nodes { id } }\n  }\n": types.ContactByNameDocument,
    "\n  query DayContacts {\n    contacts(first: 5) { nodes { id } }\n  }\n": types.DayContactsDocument,
    "\n  mutation DayRename($input: UpdateContactInput!) {\n    updateContact(input: $input) { userErrors { message } }\n  }\n": types.DayRenameDocument,
    "\n  query LogCounts($filter: SyncEventFilter) {\n    syncEvents(first: 1, filter: $filter) { totalCount }\n  }\n": types.LogCountsDocument,
    "\n  query FeedLog($filter: SyncEventFilter) {\n    syncEvents(first: 40, filter: $filter) { nodes { id } }\n  }\n": types.FeedLogDocument,
    "\n  query ProblemsOfEverybody {\n    contacts(first: 50) { nodes { id firstName name } }\n    conflicts(first: 50, open: true) { nodes { id field } }\n    deliveries(first: 50, filter: { statuses: [FAILED] }) { nodes { id } }\n  }\n": types.ProblemsOfEverybodyDocument,
    "\n  mutation ProblemsRename($input: UpdateContactInput!) {\n    updateContact(input: $input) { receipts { status system { id } } userErrors { message } }\n  }\n": types.ProblemsRenameDocument,
    "\n  query Activity($hours: Int) {\n    activity(hours: $hours) { from changes failures }\n  }\n": types.ActivityDocument,
    "\n  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {\n    auditLog(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }\n    }\n  }\n": types.AuditLogDocument,
    "\n  query AuditAuthors($filter: SyncEventFilter) {\n    syncEvents(first: 100, filter: $filter) { nodes { id kind entityId origin actor correlationId } }\n  }\n": types.AuditAuthorsDocument,
    "\n  query AuditMappingAuthors($system: ID!, $type: EntityType!) {\n    mappings(system: $system, type: $type) { version actor rows { entity } }\n  }\n": types.AuditMappingAuthorsDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      workspace\n      scopes\n    }\n  }\n": types.ViewerDocument,
    "\n  query ApiKeys {\n    apiKeys {\n      id\n      name\n      scopes\n      createdAt\n      createdBy\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n": types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      apiKey {\n        id\n        name\n        scopes\n        createdBy\n        expiresAt\n      }\n      secret\n      userErrors {\n        path\n        code\n        message\n      }\n    }\n  }\n": types.CreateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        path\n        code\n      }\n    }\n  }\n": types.RevokeApiKeyDocument,
    "\n    mutation MineToKnow {\n      createContact(input: { firstName: \"Ann\" }) {\n        contact {\n          versions {\n            nodes {\n              actor\n            }\n          }\n        }\n      }\n    }\n  ": types.MineToKnowDocument,
    "\n  query AlertRuleList {\n    alertRules { id name enabled shipped edited condition summary mutedUntil targets { id } }\n  }\n": types.AlertRuleListDocument,
    "\n  query AlertList($first: Int, $after: String, $open: Boolean, $ruleId: ID) {\n    alerts(first: $first, after: $after, open: $open, ruleId: $ruleId) {\n      totalCount\n      nodes { id open message since raisedAt recoveredAt system { id } rule { id } told { id } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.AlertListDocument,
    "\n  query AlertTargetList {\n    alertTargets { id name via url recipients enabled whyOff oldSecretUntil pending failed createdAt }\n  }\n": types.AlertTargetListDocument,
    "\n  mutation AlertRuleSet($input: SetAlertRuleInput!) {\n    setAlertRule(input: $input) {\n      alertRule { id name enabled shipped edited condition targets { id } }\n      userErrors { path code message }\n    }\n  }\n": types.AlertRuleSetDocument,
    "\n  mutation AlertRuleMute($input: MuteAlertRuleInput!) {\n    muteAlertRule(input: $input) { alertRule { id mutedUntil } userErrors { path code message } }\n  }\n": types.AlertRuleMuteDocument,
    "\n  mutation AlertTargetCreate($input: CreateAlertTargetInput!) {\n    createAlertTarget(input: $input) {\n      alertTarget { id name via url recipients enabled }\n      secret\n      userErrors { path code message }\n    }\n  }\n": types.AlertTargetCreateDocument,
    "\n  mutation AlertTargetUpdate($input: UpdateAlertTargetInput!) {\n    updateAlertTarget(input: $input) {\n      alertTarget { id name url enabled whyOff oldSecretUntil }\n      secret\n      userErrors { path code message }\n    }\n  }\n": types.AlertTargetUpdateDocument,
    "\n  mutation AlertTargetDelete($id: ID!) {\n    deleteAlertTarget(id: $id) { deletedId userErrors { path code message } }\n  }\n": types.AlertTargetDeleteDocument,
    "\n  mutation AlertTargetTest($id: ID!) {\n    testAlertTarget(id: $id) { delivered result userErrors { path code message } }\n  }\n": types.AlertTargetTestDocument,
    "\n  query AlertNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }\n": types.AlertNodesDocument,
    "\n  query ChaosGraph($after: String) {\n    contacts(first: 40, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id firstName lastName email phone website\n        address { line1 city postcode }\n        tags { name }\n        tasks(first: 100) { nodes { id title body dueAt completed } }\n        notes(first: 100) { nodes { id title body } }\n      }\n    }\n  }\n": types.ChaosGraphDocument,
    "\n  mutation ConnectSystem($input: ConnectSystemInput!) {\n    connectSystem(input: $input) {\n      connected\n      system { id health { state } }\n      checks { what ok message code }\n      userErrors { path code message }\n    }\n  }\n": types.ConnectSystemDocument,
    "\n  mutation DisconnectSystem($system: ID!) {\n    disconnectSystem(system: $system) {\n      system { id health { state } }\n      userErrors { path code message }\n    }\n  }\n": types.DisconnectSystemDocument,
    "\n  query Connections {\n    systems {\n      id\n      health { state }\n      capabilities { type }\n      connection {\n        origin\n        connectedAt\n        refused\n        webhookUrl\n        consentUrl\n        settings { name required secret example isSet value }\n        checks { what ok message code }\n      }\n    }\n  }\n": types.ConnectionsDocument,
    "\n  query DecisionPerson($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Contact {\n        id\n        firstName\n        lastName\n        email\n        phone\n        companyName\n        website\n        version\n        address { line1 line2 city county postcode country }\n        customFields { key value }\n        tags { name }\n        records { id state system { id } }\n        tasks(first: 100) { nodes { id title contact { id } records { id system { id } } } }\n        notes(first: 100) { nodes { id body contact { id } records { id system { id } } } }\n        conflicts { id field open chosen values { origin value } }\n      }\n    }\n  }\n": types.DecisionPersonDocument,
    "\n  query DecisionVersions($id: ID!, $first: Int, $after: String) {\n    node(id: $id) {\n      __typename\n      ... on Synced {\n        version\n        versions(first: $first, after: $after) {\n          totalCount\n          pageInfo { hasNextPage endCursor }\n          nodes { version at origin actor why correlationId fields changes { field before after } }\n        }\n      }\n    }\n  }\n": types.DecisionVersionsDocument,
    "\n  mutation DecisionMerge($input: MergeContactsInput!) {\n    mergeContacts(input: $input) {\n      contact { id firstName lastName email phone tags { name } records { id system { id } } }\n      receipts { status recordId unsupportedFields system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": types.DecisionMergeDocument,
    "\n  mutation DecisionLink($input: LinkRecordsInput!) {\n    linkRecords(input: $input) {\n      contact { id firstName lastName email phone records { id system { id } } }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": types.DecisionLinkDocument,
    "\n  mutation DecisionUnlink($input: LinkRecordsInput!) {\n    unlinkRecord(input: $input) {\n      contact { id records { id system { id } } }\n      receipts { status system { id } }\n      userErrors { path code message }\n    }\n  }\n": types.DecisionUnlinkDocument,
    "\n  mutation DecisionResolve($input: ResolveConflictInput!) {\n    resolveConflict(input: $input) {\n      conflict { id field open chosen entity { id } }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": types.DecisionResolveDocument,
    "\n  mutation DecisionRevert($input: RevertInput!) {\n    revertTo(input: $input) {\n      entity { id version ... on Contact { firstName email phone } ... on Task { title completed } }\n      receipts { status recordId unsupportedFields system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n": types.DecisionRevertDocument,
    "\n  query SyncContacts($first: Int, $search: String, $filter: ContactFilter) {\n    contacts(first: $first, search: $search, filter: $filter) {\n      totalCount\n      nodes {\n        id\n        name\n        email\n        phone\n        records { id state stale system { id } }\n        conflicts { id field open chosen values { origin value } }\n        tasks { nodes { id title } }\n        notes { nodes { id body } }\n      }\n    }\n  }\n": types.SyncContactsDocument,
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
    "\n  mutation SyncEstimate($input: SyncNowInput!) {\n    syncNow(input: $input) {\n      runs { id }\n      estimate {\n        calls\n        seconds\n        systems { system { id } calls seconds types { type calls seconds reason } }\n      }\n      userErrors { path code message }\n    }\n  }\n": types.SyncEstimateDocument,
    "\n  mutation SyncSyncContact($id: ID!) {\n    syncContact(input: { id: $id }) {\n      contact { id phone }\n      receipts { status system { id } }\n      userErrors { code message }\n    }\n  }\n": types.SyncSyncContactDocument,
    "\n  mutation SyncRetryDelivery($id: ID!) {\n    retryDelivery(id: $id) { delivery { id status attempts error { code message } } userErrors { code message } }\n  }\n": types.SyncRetryDeliveryDocument,
    "\n  mutation SyncDiscardDelivery($id: ID!) {\n    discardDelivery(id: $id) { delivery { id status } userErrors { code message } }\n  }\n": types.SyncDiscardDeliveryDocument,
    "\n  query SyncDeliveries($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes { id operation status attempts nextAttemptAt entity { id } system { id } error { code message } }\n    }\n  }\n": types.SyncDeliveriesDocument,
    "\n  query SyncRuns {\n    syncRuns(first: 50) { nodes { id trigger types read changed progress error startedAt finishedAt upstreamCalls system { id } } }\n  }\n": types.SyncRunsDocument,
    "\n  query SyncConflicts($open: Boolean) {\n    conflicts(first: 50, open: $open) {\n      totalCount\n      nodes { id field open chosen base entity { id } values { origin value changedAt } }\n    }\n  }\n": types.SyncConflictsDocument,
    "\n  query SyncSystems {\n    systems { id health { state error pendingDeliveries failedDeliveries missedWebhooks } }\n  }\n": types.SyncSystemsDocument,
    "\n  subscription SyncEvents($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) {\n      id kind type entityId origin correlationId message system { id } changes { field before after }\n    }\n  }\n": types.SyncEventsDocument,
    "\n  query SyncEventLog($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { totalCount nodes { id kind type entityId origin message } }\n  }\n": types.SyncEventLogDocument,
    "\n  subscription SyncContactChanged($id: ID!) {\n    contactChanged(id: $id) { id phone tasks { nodes { title } } }\n  }\n": types.SyncContactChangedDocument,
    "\n  subscription SyncSystemChanged {\n    systemChanged { id health { state } }\n  }\n": types.SyncSystemChangedDocument,
    "\n  query SyncPolicies {\n    policies { type spread when deletes system { id } }\n  }\n": types.SyncPoliciesDocument,
    "\n  mutation SyncSetPolicy($input: SetPolicyInput!) {\n    setPolicy(input: $input) { policy { type spread when deletes system { id } } userErrors { path code message } }\n  }\n": types.SyncSetPolicyDocument,
    "\n  mutation SyncSpread($input: SpreadInput!) {\n    spread(input: $input) { queued userErrors { path code message } }\n  }\n": types.SyncSpreadDocument,
    "\n  mutation SyncReleaseRecord($input: ReleaseRecordInput!) {\n    releaseRecord(input: $input) { entity { id version } userErrors { path code message } }\n  }\n": types.SyncReleaseRecordDocument,
    "\n  query SyncAppointments($first: Int) {\n    appointments(first: $first) { nodes { id title startsAt records { system { id } } } }\n  }\n": types.SyncAppointmentsDocument,
    "\n  query RecordFields($system: ID!, $type: EntityType!, $refresh: Boolean) {\n    recordFields(system: $system, type: $type, refresh: $refresh) {\n      field\n      label\n      type\n      choices\n      required\n      writable\n      creates\n      updates\n      known\n      examples\n      note\n    }\n  }\n": types.RecordFieldsDocument,
    "\n  query EntityFields($type: EntityType!) {\n    entityFields(type: $type) {\n      field\n      label\n      type\n      values\n      required\n      writable\n      systems {\n        id\n      }\n    }\n  }\n": types.EntityFieldsDocument,
    "\n  mutation LogSetVerbose($input: SetVerboseInput!) {\n    setVerbose(input: $input) { system { id verboseUntil } userErrors { path code message } }\n  }\n": types.LogSetVerboseDocument,
    "\n  query LogVerbose {\n    systems { id verboseUntil }\n  }\n": types.LogVerboseDocument,
    "\n  query LogDeliveryCalls($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes {\n        id operation status system { id }\n        calls { id correlationId at milliseconds method path status error request response system { id } }\n      }\n    }\n  }\n": types.LogDeliveryCallsDocument,
    "\n  query LogUpstreamCalls($system: ID!, $first: Int, $after: String) {\n    upstreamCalls(system: $system, first: $first, after: $after) {\n      totalCount\n      nodes { id correlationId method path status request response }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.LogUpstreamCallsDocument,
    "\n  query LogRuns($filter: SyncRunFilter) {\n    syncRuns(first: 100, filter: $filter) { totalCount nodes { id types trigger system { id } } }\n  }\n": types.LogRunsDocument,
    "\n  query LogRetention {\n    retention { events versions deliveries runs firings inbox calls }\n  }\n": types.LogRetentionDocument,
    "\n  mutation LogSetRetention($input: SetRetentionInput!) {\n    setRetention(input: $input) {\n      retention { events versions deliveries runs firings inbox calls }\n      userErrors { path code message }\n    }\n  }\n": types.LogSetRetentionDocument,
    "\n  query LogConfiguration {\n    configuration\n  }\n": types.LogConfigurationDocument,
    "\n  mutation LogImport($yaml: String!, $dryRun: Boolean) {\n    importConfiguration(yaml: $yaml, dryRun: $dryRun) { changes applied userErrors { path code message } }\n  }\n": types.LogImportDocument,
    "\n  mutation SaveMapping($input: SaveMappingInput!) {\n    saveMapping(input: $input) {\n      mapping { version why rows { entity record direction when owner does } }\n      effect { records total }\n      run { id trigger types system { id } }\n      userErrors { path code message }\n    }\n  }\n": types.SaveMappingDocument,
    "\n  mutation RollbackMapping($input: RollbackMappingInput!) {\n    rollbackMapping(input: $input) {\n      mapping { version why rows { entity record } }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n": types.RollbackMappingDocument,
    "\n  query Mappings($system: ID, $type: EntityType) {\n    mappings(system: $system, type: $type) { version shipped at type system { id } rows { entity record direction when owner transforms } }\n  }\n": types.MappingsDocument,
    "\n  query MappingVersions($system: ID!, $type: EntityType!, $first: Int) {\n    mappingVersions(system: $system, type: $type, first: $first) { totalCount nodes { version why at rows { entity } } }\n  }\n": types.MappingVersionsDocument,
    "\n  query PlanProposals($first: Int, $after: String, $state: ProposalState, $minScore: Float) {\n    mergePlan(first: $first, after: $after, state: $state, minScore: $minScore) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id score reasons state decidedAt\n        contact { id name records { system { id } } }\n        into { id name records { system { id } } }\n      }\n    }\n  }\n": types.PlanProposalsDocument,
    "\n  query PlanSummary {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id } }\n    }\n  }\n": types.PlanSummaryDocument,
    "\n  mutation PlanApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided settled summary { proposed approved rejected contacts } userErrors { path code message }\n    }\n  }\n": types.PlanApproveDocument,
    "\n  mutation PlanReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) { decided settled summary { proposed rejected } userErrors { path code message } }\n  }\n": types.PlanRejectDocument,
    "\n  mutation PlanStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n": types.PlanStartDocument,
    "\n  query PreviewMapping($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      records {\n        recordId\n        entity { id }\n        fields {\n          row\n          field\n          in { record steps { does value } value today error }\n          out { value steps { does value } record today error }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n": types.PreviewMappingDocument,
    "\n  query DryRunMapping($input: DryRunMappingInput!) {\n    dryRunMapping(input: $input) {\n      result {\n        records\n        inward\n        outward\n        failing\n        reasons { reason count }\n        failures { recordId reason message }\n        costs { system { id } writes calls seconds }\n        examples {\n          recordId\n          entity { id }\n          inward { field before after }\n          outward { field before after }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n": types.DryRunMappingDocument,
    "\n  query RuleList {\n    rules { id name enabled pausedAt mostPerHour shipped edited version summary trigger when actions lastFiredAt firings }\n  }\n": types.RuleListDocument,
    "\n  query RuleFirings($first: Int, $after: String, $ruleId: ID) {\n    ruleFirings(first: $first, after: $after, ruleId: $ruleId) {\n      totalCount\n      nodes { id state result error attempts at rule { id } event { id kind } entity { id } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.RuleFiringsDocument,
    "\n  mutation RuleUpdate($input: UpdateRuleInput!) {\n    updateRule(input: $input) { rule { id enabled edited version when actions pausedAt } userErrors { path code message } }\n  }\n": types.RuleUpdateDocument,
    "\n  mutation RuleCreate($input: CreateRuleInput!) {\n    createRule(input: $input) {\n      rule { id name enabled shipped version mostPerHour summary trigger when actions }\n      userErrors { path code message }\n    }\n  }\n": types.RuleCreateDocument,
    "\n  mutation RuleDelete($id: ID!) {\n    deleteRule(id: $id) { deletedId userErrors { path code message } }\n  }\n": types.RuleDeleteDocument,
    "\n  mutation RuleRollback($input: RollbackRuleInput!) {\n    rollbackRule(input: $input) {\n      rule { id name enabled version trigger when actions versions { version why name summary at } }\n      userErrors { path code message }\n    }\n  }\n": types.RuleRollbackDocument,
    "\n  query RuleDryRun($input: DryRunRuleInput!) {\n    dryRunRule(input: $input) {\n      dryRun {\n        summary events since firings entities withoutContact busiestHour wouldPause\n        examples { would event { id kind } entity { id } }\n      }\n      userErrors { path code message }\n    }\n  }\n": types.RuleDryRunDocument,
    "\n  query RuleNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }\n": types.RuleNodesDocument,
    "\n  query MappingTemplates {\n    mappingTemplates { id name summary unmet parts { system { id } type rows } }\n  }\n": types.MappingTemplatesDocument,
    "\n  mutation ApplyTemplate($input: ApplyTemplateInput!) {\n    applyTemplate(input: $input) {\n      applied\n      changes { system { id } type added changed { before after } removed rows leftOut }\n      userErrors { path code message }\n    }\n  }\n": types.ApplyTemplateDocument,
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
export function graphql(source: "\n  fragment EventRow on SyncEvent {\n    id\n    at\n    kind\n    type\n    origin\n    actor\n    message\n    entityId\n    runId\n    correlationId\n    system { id name }\n    changes { field before after }\n    entity {\n      __typename\n      id\n      ... on Contact { name }\n      ... on Task { title contact { id name } }\n      ... on Note { body contact { id name } }\n      ... on Appointment { subject: title contact { id name } }\n      ... on Tag { label: name }\n    }\n  }\n"): (typeof documents)["\n  fragment EventRow on SyncEvent {\n    id\n    at\n    kind\n    type\n    origin\n    actor\n    message\n    entityId\n    runId\n    correlationId\n    system { id name }\n    changes { field before after }\n    entity {\n      __typename\n      id\n      ... on Contact { name }\n      ... on Task { title contact { id name } }\n      ... on Note { body contact { id name } }\n      ... on Appointment { subject: title contact { id name } }\n      ... on Tag { label: name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LatestEvent {\n    syncEvents(first: 1) { nodes { id } }\n  }\n"): (typeof documents)["\n  query LatestEvent {\n    syncEvents(first: 1) { nodes { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventPage($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { nodes { ...EventRow } }\n  }\n"): (typeof documents)["\n  query EventPage($first: Int, $filter: SyncEventFilter) {\n    syncEvents(first: $first, filter: $filter) { nodes { ...EventRow } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription EventStream($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) { ...EventRow }\n  }\n"): (typeof documents)["\n  subscription EventStream($after: ID, $filter: SyncEventFilter) {\n    syncEvents(after: $after, filter: $filter) { ...EventRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardViewer {\n    viewer { id name workspace scopes }\n  }\n"): (typeof documents)["\n  query DashboardViewer {\n    viewer { id name workspace scopes }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TagSuggestions($search: String) {\n    tags(first: 50, search: $search) { nodes { id name } }\n  }\n"): (typeof documents)["\n  query TagSuggestions($search: String) {\n    tags(first: 50, search: $search) { nodes { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Thing on Synced {\n    __typename\n    id\n    ... on Contact { name }\n    ... on Task { title contact { id name } }\n    ... on Note { body contact { id name } }\n    ... on Appointment { subject: title contact { id name } }\n    ... on Tag { label: name }\n  }\n"): (typeof documents)["\n  fragment Thing on Synced {\n    __typename\n    id\n    ... on Contact { name }\n    ... on Task { title contact { id name } }\n    ... on Note { body contact { id name } }\n    ... on Appointment { subject: title contact { id name } }\n    ... on Tag { label: name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AlertRow on Alert {\n    id\n    open\n    message\n    since\n    raisedAt\n    recoveredAt\n    system { id name }\n    rule { id name }\n    told { id name }\n  }\n"): (typeof documents)["\n  fragment AlertRow on Alert {\n    id\n    open\n    message\n    since\n    raisedAt\n    recoveredAt\n    system { id name }\n    rule { id name }\n    told { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AlertFeed($past: Int!) {\n    open: alerts(open: true, first: 100) { totalCount nodes { ...AlertRow } }\n    past: alerts(open: false, first: $past) { nodes { ...AlertRow } }\n  }\n"): (typeof documents)["\n  query AlertFeed($past: Int!) {\n    open: alerts(open: true, first: 100) { totalCount nodes { ...AlertRow } }\n    past: alerts(open: false, first: $past) { nodes { ...AlertRow } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TargetRow on AlertTarget {\n    id\n    name\n    via\n    url\n    recipients\n    enabled\n    whyOff\n    oldSecretUntil\n    pending\n    failed\n  }\n"): (typeof documents)["\n  fragment TargetRow on AlertTarget {\n    id\n    name\n    via\n    url\n    recipients\n    enabled\n    whyOff\n    oldSecretUntil\n    pending\n    failed\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Targets {\n    alertTargets { ...TargetRow }\n  }\n"): (typeof documents)["\n  query Targets {\n    alertTargets { ...TargetRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WatchList {\n    alertRules {\n      id\n      name\n      enabled\n      shipped\n      summary\n      condition\n      mutedUntil\n      targets { id name }\n    }\n    alertTargets { id name enabled }\n  }\n"): (typeof documents)["\n  query WatchList {\n    alertRules {\n      id\n      name\n      enabled\n      shipped\n      summary\n      condition\n      mutedUntil\n      targets { id name }\n    }\n    alertTargets { id name enabled }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeAlertRule($input: SetAlertRuleInput!) {\n    setAlertRule(input: $input) {\n      alertRule { id enabled summary condition targets { id name } }\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeAlertRule($input: SetAlertRuleInput!) {\n    setAlertRule(input: $input) {\n      alertRule { id enabled summary condition targets { id name } }\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MuteRule($input: MuteAlertRuleInput!) {\n    muteAlertRule(input: $input) {\n      alertRule { id mutedUntil }\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation MuteRule($input: MuteAlertRuleInput!) {\n    muteAlertRule(input: $input) {\n      alertRule { id mutedUntil }\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddTarget($input: CreateAlertTargetInput!) {\n    createAlertTarget(input: $input) {\n      alertTarget { ...TargetRow }\n      secret\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation AddTarget($input: CreateAlertTargetInput!) {\n    createAlertTarget(input: $input) {\n      alertTarget { ...TargetRow }\n      secret\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeTarget($input: UpdateAlertTargetInput!) {\n    updateAlertTarget(input: $input) {\n      alertTarget { ...TargetRow }\n      secret\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeTarget($input: UpdateAlertTargetInput!) {\n    updateAlertTarget(input: $input) {\n      alertTarget { ...TargetRow }\n      secret\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTarget($id: ID!) {\n    deleteAlertTarget(id: $id) {\n      deletedId\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveTarget($id: ID!) {\n    deleteAlertTarget(id: $id) {\n      deletedId\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestTarget($id: ID!) {\n    testAlertTarget(id: $id) {\n      delivered\n      result\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation TestTarget($id: ID!) {\n    testAlertTarget(id: $id) {\n      delivered\n      result\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactPage($id: ID!) {\n    contact(by: { id: $id }) {\n      id\n      name\n      firstName\n      lastName\n      email\n      phone\n      companyName\n      website\n      address { line1 line2 city county postcode country }\n      business { id name }\n      customFields { key label value }\n      tags { id name }\n      records { system { id name } id url fields seenAt changedAt stale state }\n      conflicts { id field open }\n      version\n      createdAt\n      updatedAt\n    }\n    systems { id name }\n  }\n"): (typeof documents)["\n  query ContactPage($id: ID!) {\n    contact(by: { id: $id }) {\n      id\n      name\n      firstName\n      lastName\n      email\n      phone\n      companyName\n      website\n      address { line1 line2 city county postcode country }\n      business { id name }\n      customFields { key label value }\n      tags { id name }\n      records { system { id name } id url fields seenAt changedAt stale state }\n      conflicts { id field open }\n      version\n      createdAt\n      updatedAt\n    }\n    systems { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactHistory($id: ID!, $after: String) {\n    contact(by: { id: $id }) {\n      id\n      versions(first: 100, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          id: version at origin actor why fields changes { field before after }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ContactHistory($id: ID!, $after: String) {\n    contact(by: { id: $id }) {\n      id\n      versions(first: 100, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          id: version at origin actor why fields changes { field before after }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactTimeline($id: ID!, $after: String) {\n    contact(by: { id: $id }) {\n      id\n      timeline(first: 30, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          __typename\n          id\n          at\n          ... on Task { task: title text: body dueAt completed assignee }\n          ... on Note { heading: title note: body author }\n          ... on Appointment { meeting: title startsAt endsAt location remarks: notes assignee status }\n          ... on SyncEvent { ...EventRow }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ContactTimeline($id: ID!, $after: String) {\n    contact(by: { id: $id }) {\n      id\n      timeline(first: 30, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        nodes {\n          __typename\n          id\n          at\n          ... on Task { task: title text: body dueAt completed assignee }\n          ... on Note { heading: title note: body author }\n          ... on Appointment { meeting: title startsAt endsAt location remarks: notes assignee status }\n          ... on SyncEvent { ...EventRow }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReceiptRow on Receipt {\n    system { id name }\n    status\n    unsupportedFields\n    error { message }\n  }\n"): (typeof documents)["\n  fragment ReceiptRow on Receipt {\n    system { id name }\n    status\n    unsupportedFields\n    error { message }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContact($input: UpdateContactInput!) {\n    written: updateContact(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"): (typeof documents)["\n  mutation UpdateContact($input: UpdateContactInput!) {\n    written: updateContact(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TagContact($input: TagContactInput!) {\n    written: addTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"): (typeof documents)["\n  mutation TagContact($input: TagContactInput!) {\n    written: addTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UntagContact($input: TagContactInput!) {\n    written: removeTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"): (typeof documents)["\n  mutation UntagContact($input: TagContactInput!) {\n    written: removeTags(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteNote($input: CreateNoteInput!) {\n    written: createNote(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"): (typeof documents)["\n  mutation WriteNote($input: CreateNoteInput!) {\n    written: createNote(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeTask($input: CreateTaskInput!) {\n    written: createTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"): (typeof documents)["\n  mutation MakeTask($input: CreateTaskInput!) {\n    written: createTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishTask($input: CompleteTaskInput!) {\n    written: completeTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"): (typeof documents)["\n  mutation FinishTask($input: CompleteTaskInput!) {\n    written: completeTask(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BookAppointment($input: CreateAppointmentInput!) {\n    written: createAppointment(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"): (typeof documents)["\n  mutation BookAppointment($input: CreateAppointmentInput!) {\n    written: createAppointment(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreContact($input: RevertInput!) {\n    written: revertTo(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"): (typeof documents)["\n  mutation RestoreContact($input: RevertInput!) {\n    written: revertTo(input: $input) { receipts { ...ReceiptRow } userErrors { path message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactList($after: String, $search: String, $filter: ContactFilter) {\n    contacts(first: 100, after: $after, search: $search, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        name\n        email\n        phone\n        companyName\n        address { city postcode }\n        tags { id name }\n        records { system { id name } id state }\n        conflicts { id open }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ContactList($after: String, $search: String, $filter: ContactFilter) {\n    contacts(first: 100, after: $after, search: $search, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        name\n        email\n        phone\n        companyName\n        address { city postcode }\n        tags { id name }\n        records { system { id name } id state }\n        conflicts { id open }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactSystems {\n    systems { id name health { state } }\n  }\n"): (typeof documents)["\n  query ContactSystems {\n    systems { id name health { state } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogSystems {\n    systems { id name }\n  }\n"): (typeof documents)["\n  query LogSystems {\n    systems { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventLog($first: Int!, $after: String, $filter: SyncEventFilter) {\n    syncEvents(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...EventRow }\n    }\n  }\n"): (typeof documents)["\n  query EventLog($first: Int!, $after: String, $filter: SyncEventFilter) {\n    syncEvents(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { ...EventRow }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunLog($first: Int!, $after: String, $filter: SyncRunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        trigger\n        types\n        startedAt\n        finishedAt\n        read\n        changed\n        written\n        failed\n        upstreamCalls\n        progress\n        error\n        system { id name }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RunLog($first: Int!, $after: String, $filter: SyncRunFilter) {\n    syncRuns(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        trigger\n        types\n        startedAt\n        finishedAt\n        read\n        changed\n        written\n        failed\n        upstreamCalls\n        progress\n        error\n        system { id name }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeliveryLog($first: Int!, $after: String, $filter: DeliveryFilter) {\n    deliveries(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        operation\n        fields\n        status\n        attempts\n        nextAttemptAt\n        createdAt\n        correlationId\n        system { id name }\n        error { code message retryable }\n        entity { ...Thing }\n      }\n    }\n  }\n"): (typeof documents)["\n  query DeliveryLog($first: Int!, $after: String, $filter: DeliveryFilter) {\n    deliveries(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id\n        operation\n        fields\n        status\n        attempts\n        nextAttemptAt\n        createdAt\n        correlationId\n        system { id name }\n        error { code message retryable }\n        entity { ...Thing }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditLogPage($first: Int!, $after: String, $filter: AuditFilter) {\n    auditLog(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }\n    }\n  }\n"): (typeof documents)["\n  query AuditLogPage($first: Int!, $after: String, $filter: AuditFilter) {\n    auditLog(first: $first, after: $after, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Overview {\n    systems {\n      id\n      name\n      health {\n        state\n        error\n        lastChangeAt\n        lastPollAt\n        lastWebhookAt\n        credentialExpiresAt\n        budget { limit remaining dailyLimit dailyRemaining }\n        pendingDeliveries\n        failedDeliveries\n        missedWebhooks\n      }\n    }\n  }\n"): (typeof documents)["\n  query Overview {\n    systems {\n      id\n      name\n      health {\n        state\n        error\n        lastChangeAt\n        lastPollAt\n        lastWebhookAt\n        credentialExpiresAt\n        budget { limit remaining dailyLimit dailyRemaining }\n        pendingDeliveries\n        failedDeliveries\n        missedWebhooks\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Needs {\n    systems {\n      id\n      name\n      health { state failedDeliveries credentialExpiresAt }\n    }\n    conflicts(first: 1, open: true) { totalCount }\n    quarantinedRecords { since }\n  }\n"): (typeof documents)["\n  query Needs {\n    systems {\n      id\n      name\n      health { state failedDeliveries credentialExpiresAt }\n    }\n    conflicts(first: 1, open: true) { totalCount }\n    quarantinedRecords { since }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LastDay {\n    activity(hours: 24) { from changes failures }\n  }\n"): (typeof documents)["\n  query LastDay {\n    activity(hours: 24) { from changes failures }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunsUnderWay {\n    syncRuns(first: 20, filter: { states: [RUNNING] }) {\n      nodes { id startedAt read progress system { id name } }\n    }\n  }\n"): (typeof documents)["\n  query RunsUnderWay {\n    syncRuns(first: 20, filter: { states: [RUNNING] }) {\n      nodes { id startedAt read progress system { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FailedDelivery on Delivery {\n    id\n    operation\n    fields\n    attempts\n    createdAt\n    system { id name }\n    error { code message }\n    entity { ...Thing }\n  }\n"): (typeof documents)["\n  fragment FailedDelivery on Delivery {\n    id\n    operation\n    fields\n    attempts\n    createdAt\n    system { id name }\n    error { code message }\n    entity { ...Thing }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Problems {\n    systems { id name health { state error } }\n    conflicts(first: 50, open: true) {\n      totalCount\n      nodes {\n        id\n        field\n        base\n        at\n        values { origin value changedAt }\n        entity { ...Thing }\n      }\n    }\n    deliveries(first: 100, filter: { statuses: [FAILED] }) {\n      totalCount\n      nodes { ...FailedDelivery }\n    }\n    quarantinedRecords {\n      type\n      since\n      record { id url system { id name } }\n      entity { ...Thing }\n    }\n  }\n"): (typeof documents)["\n  query Problems {\n    systems { id name health { state error } }\n    conflicts(first: 50, open: true) {\n      totalCount\n      nodes {\n        id\n        field\n        base\n        at\n        values { origin value changedAt }\n        entity { ...Thing }\n      }\n    }\n    deliveries(first: 100, filter: { statuses: [FAILED] }) {\n      totalCount\n      nodes { ...FailedDelivery }\n    }\n    quarantinedRecords {\n      type\n      since\n      record { id url system { id name } }\n      entity { ...Thing }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveProblem($input: ResolveConflictInput!) {\n    resolveConflict(input: $input) {\n      conflict { id chosen }\n      receipts { status system { id name } error { message } }\n      userErrors { message }\n    }\n  }\n"): (typeof documents)["\n  mutation ResolveProblem($input: ResolveConflictInput!) {\n    resolveConflict(input: $input) {\n      conflict { id chosen }\n      receipts { status system { id name } error { message } }\n      userErrors { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryProblem($id: ID!) {\n    retryDelivery(id: $id) {\n      delivery { id status error { message } }\n      userErrors { message }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryProblem($id: ID!) {\n    retryDelivery(id: $id) {\n      delivery { id status error { message } }\n      userErrors { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardProblem($id: ID!) {\n    discardDelivery(id: $id) {\n      delivery { id status }\n      userErrors { message }\n    }\n  }\n"): (typeof documents)["\n  mutation DiscardProblem($id: ID!) {\n    discardDelivery(id: $id) {\n      delivery { id status }\n      userErrors { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseProblem($input: ReleaseRecordInput!) {\n    releaseRecord(input: $input) {\n      entity { id }\n      userErrors { message }\n    }\n  }\n"): (typeof documents)["\n  mutation ReleaseProblem($input: ReleaseRecordInput!) {\n    releaseRecord(input: $input) {\n      entity { id }\n      userErrors { message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FailedPage($system: ID!, $after: String) {\n    deliveries(first: 100, after: $after, filter: { system: $system, statuses: [FAILED] }) {\n      pageInfo { hasNextPage endCursor }\n      nodes { ...FailedDelivery }\n    }\n  }\n"): (typeof documents)["\n  query FailedPage($system: ID!, $after: String) {\n    deliveries(first: 100, after: $after, filter: { system: $system, statuses: [FAILED] }) {\n      pageInfo { hasNextPage endCursor }\n      nodes { ...FailedDelivery }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Candidates($ids: [ID!]!) {\n    nodes(ids: $ids) { id ... on Contact { name email phone } }\n  }\n"): (typeof documents)["\n  query Candidates($ids: [ID!]!) {\n    nodes(ids: $ids) { id ... on Contact { name email phone } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RuleForm {\n    rules { ...RuleRow }\n    systems { id name }\n    alertTargets { id name via }\n    contact: entityFields(type: CONTACT) { ...RuleField }\n    task: entityFields(type: TASK) { ...RuleField }\n    note: entityFields(type: NOTE) { ...RuleField }\n    appointment: entityFields(type: APPOINTMENT) { ...RuleField }\n    tag: entityFields(type: TAG) { ...RuleField }\n  }\n  fragment RuleField on EntityField { field label type }\n"): (typeof documents)["\n  query RuleForm {\n    rules { ...RuleRow }\n    systems { id name }\n    alertTargets { id name via }\n    contact: entityFields(type: CONTACT) { ...RuleField }\n    task: entityFields(type: TASK) { ...RuleField }\n    note: entityFields(type: NOTE) { ...RuleField }\n    appointment: entityFields(type: APPOINTMENT) { ...RuleField }\n    tag: entityFields(type: TAG) { ...RuleField }\n  }\n  fragment RuleField on EntityField { field label type }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TryRule($input: DryRunRuleInput!) {\n    dryRunRule(input: $input) {\n      dryRun {\n        summary\n        events\n        since\n        firings\n        entities\n        withoutContact\n        busiestHour\n        wouldPause\n        examples {\n          would\n          event { id at }\n          entity {\n            __typename\n            id\n            ... on Contact { name }\n            ... on Task { title contact { id name } }\n            ... on Note { body contact { id name } }\n            ... on Appointment { subject: title contact { id name } }\n            ... on Tag { label: name }\n          }\n        }\n      }\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  query TryRule($input: DryRunRuleInput!) {\n    dryRunRule(input: $input) {\n      dryRun {\n        summary\n        events\n        since\n        firings\n        entities\n        withoutContact\n        busiestHour\n        wouldPause\n        examples {\n          would\n          event { id at }\n          entity {\n            __typename\n            id\n            ... on Contact { name }\n            ... on Task { title contact { id name } }\n            ... on Note { body contact { id name } }\n            ... on Appointment { subject: title contact { id name } }\n            ... on Tag { label: name }\n          }\n        }\n      }\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddRule($input: CreateRuleInput!) {\n    createRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation AddRule($input: CreateRuleInput!) {\n    createRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveRule($id: ID!) {\n    deleteRule(id: $id) {\n      deletedId\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveRule($id: ID!) {\n    deleteRule(id: $id) {\n      deletedId\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RulePast {\n    rules {\n      id\n      version\n      versions { version at why name summary }\n    }\n  }\n"): (typeof documents)["\n  query RulePast {\n    rules {\n      id\n      version\n      versions { version at why name summary }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreRule($input: RollbackRuleInput!) {\n    rollbackRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreRule($input: RollbackRuleInput!) {\n    rollbackRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RuleRow on Rule {\n    id\n    name\n    enabled\n    pausedAt\n    mostPerHour\n    shipped\n    edited\n    version\n    summary\n    trigger\n    when\n    actions\n    lastFiredAt\n    firings\n  }\n"): (typeof documents)["\n  fragment RuleRow on Rule {\n    id\n    name\n    enabled\n    pausedAt\n    mostPerHour\n    shipped\n    edited\n    version\n    summary\n    trigger\n    when\n    actions\n    lastFiredAt\n    firings\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Rules {\n    rules { ...RuleRow }\n  }\n"): (typeof documents)["\n  query Rules {\n    rules { ...RuleRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FiringFeed($first: Int!, $ruleId: ID) {\n    ruleFirings(first: $first, ruleId: $ruleId) {\n      totalCount\n      nodes {\n        id\n        at\n        state\n        result\n        error\n        rule { id name }\n        entity {\n          __typename\n          id\n          ... on Contact { name }\n          ... on Task { title contact { id name } }\n          ... on Note { body contact { id name } }\n          ... on Appointment { subject: title contact { id name } }\n          ... on Tag { label: name }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FiringFeed($first: Int!, $ruleId: ID) {\n    ruleFirings(first: $first, ruleId: $ruleId) {\n      totalCount\n      nodes {\n        id\n        at\n        state\n        result\n        error\n        rule { id name }\n        entity {\n          __typename\n          id\n          ... on Contact { name }\n          ... on Task { title contact { id name } }\n          ... on Note { body contact { id name } }\n          ... on Appointment { subject: title contact { id name } }\n          ... on Tag { label: name }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeRule($input: UpdateRuleInput!) {\n    updateRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeRule($input: UpdateRuleInput!) {\n    updateRule(input: $input) {\n      rule { ...RuleRow }\n      userErrors { path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupConnections {\n    systems {\n      id\n      name\n      health { state error }\n      connection {\n        origin\n        connectedAt\n        refused\n        webhookUrl\n        consentUrl\n        settings { name required secret example isSet value }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SetupConnections {\n    systems {\n      id\n      name\n      health { state error }\n      connection {\n        origin\n        connectedAt\n        refused\n        webhookUrl\n        consentUrl\n        settings { name required secret example isSet value }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupChecks {\n    systems { id connection { checks { what ok message code } } }\n  }\n"): (typeof documents)["\n  query SetupChecks {\n    systems { id connection { checks { what ok message code } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetupConnect($input: ConnectSystemInput!) {\n    connectSystem(input: $input) {\n      connected\n      system { id health { state error } connection { origin } }\n      checks { what ok message code }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetupConnect($input: ConnectSystemInput!) {\n    connectSystem(input: $input) {\n      connected\n      system { id health { state error } connection { origin } }\n      checks { what ok message code }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetupDisconnect($system: ID!) {\n    disconnectSystem(system: $system) {\n      system { id health { state } connection { origin } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetupDisconnect($system: ID!) {\n    disconnectSystem(system: $system) {\n      system { id health { state } connection { origin } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupMappings {\n    mappings { version type system { id name health { state } } }\n  }\n"): (typeof documents)["\n  query SetupMappings {\n    mappings { version type system { id name health { state } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupMapping($system: ID!, $type: EntityType!) {\n    mappings(system: $system, type: $type) {\n      version\n      rows { entity record direction transforms owner when }\n    }\n    entityFields(type: $type) { field label type required writable values }\n    recordFields(system: $system, type: $type) { field label type required writable examples note }\n  }\n"): (typeof documents)["\n  query SetupMapping($system: ID!, $type: EntityType!) {\n    mappings(system: $system, type: $type) {\n      version\n      rows { entity record direction transforms owner when }\n    }\n    entityFields(type: $type) { field label type required writable values }\n    recordFields(system: $system, type: $type) { field label type required writable examples note }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupPreview($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      records {\n        recordId\n        entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }\n        fields {\n          row\n          field\n          in { record value today error }\n          out { value record today error }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  query SetupPreview($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      records {\n        recordId\n        entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }\n        fields {\n          row\n          field\n          in { record value today error }\n          out { value record today error }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetupSaveMapping($input: SaveMappingInput!) {\n    saveMapping(input: $input) {\n      mapping { version }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetupSaveMapping($input: SaveMappingInput!) {\n    saveMapping(input: $input) {\n      mapping { version }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetupRollback($input: RollbackMappingInput!) {\n    rollbackMapping(input: $input) {\n      mapping { version }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetupRollback($input: RollbackMappingInput!) {\n    rollbackMapping(input: $input) {\n      mapping { version }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupVersions($system: ID!, $type: EntityType!) {\n    mappingVersions(system: $system, type: $type, first: 20) { nodes { version at actor why } }\n  }\n"): (typeof documents)["\n  query SetupVersions($system: ID!, $type: EntityType!) {\n    mappingVersions(system: $system, type: $type, first: 20) { nodes { version at actor why } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupPlan {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id name } }\n    }\n    syncRuns(first: 10, filter: { states: [RUNNING] }) {\n      nodes { id read progress trigger system { id name } }\n    }\n  }\n"): (typeof documents)["\n  query SetupPlan {\n    mergePlanSummary {\n      waiting proposed approved rejected contacts\n      systems { contacts linked proposed alone system { id name } }\n    }\n    syncRuns(first: 10, filter: { states: [RUNNING] }) {\n      nodes { id read progress trigger system { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProposedContact on Contact {\n    id\n    name\n    email\n    phone\n    companyName\n    address { line1 city postcode }\n    records { id url system { id name } }\n  }\n"): (typeof documents)["\n  fragment ProposedContact on Contact {\n    id\n    name\n    email\n    phone\n    companyName\n    address { line1 city postcode }\n    records { id url system { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupProposals($first: Int) {\n    mergePlan(first: $first) {\n      totalCount\n      nodes {\n        id\n        score\n        reasons\n        contact { ...ProposedContact }\n        into { ...ProposedContact }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SetupProposals($first: Int) {\n    mergePlan(first: $first) {\n      totalCount\n      nodes {\n        id\n        score\n        reasons\n        contact { ...ProposedContact }\n        into { ...ProposedContact }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupProposalCount($minScore: Float) {\n    mergePlan(first: 1, minScore: $minScore) { totalCount }\n  }\n"): (typeof documents)["\n  query SetupProposalCount($minScore: Float) {\n    mergePlan(first: 1, minScore: $minScore) { totalCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetupApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided\n      settled\n      summary { proposed approved contacts }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetupApprove($input: ApproveMergesInput!) {\n    approveMerges(input: $input) {\n      decided\n      settled\n      summary { proposed approved contacts }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetupReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) {\n      decided\n      settled\n      summary { proposed rejected }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetupReject($input: RejectMergesInput!) {\n    rejectMerges(input: $input) {\n      decided\n      settled\n      summary { proposed rejected }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetupStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation SetupStart($input: StartSyncInput!) {\n    startSync(input: $input) { summary { waiting } userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupTemplates {\n    mappingTemplates { id name summary unmet parts { system { id name } type } }\n  }\n"): (typeof documents)["\n  query SetupTemplates {\n    mappingTemplates { id name summary unmet parts { system { id name } type } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetupApplyTemplate($input: ApplyTemplateInput!) {\n    applyTemplate(input: $input) {\n      applied\n      changes {\n        system { id name }\n        type\n        added\n        changed { before after }\n        removed\n        rows\n        leftOut\n      }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetupApplyTemplate($input: ApplyTemplateInput!) {\n    applyTemplate(input: $input) {\n      applied\n      changes {\n        system { id name }\n        type\n        added\n        changed { before after }\n        removed\n        rows\n        leftOut\n      }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupDryRun($input: DryRunMappingInput!) {\n    dryRunMapping(input: $input) {\n      result {\n        records\n        inward\n        outward\n        failing\n        reasons { reason count }\n        costs { system { id name } writes calls seconds }\n        examples {\n          recordId\n          entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }\n          inward { field before after }\n          outward { field before after }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  query SetupDryRun($input: DryRunMappingInput!) {\n    dryRunMapping(input: $input) {\n      result {\n        records\n        inward\n        outward\n        failing\n        reasons { reason count }\n        costs { system { id name } writes calls seconds }\n        examples {\n          recordId\n          entity { __typename id ... on Contact { name } ... on Task { title } ... on Note { body } ... on Appointment { subject: title } ... on Tag { label: name } }\n          inward { field before after }\n          outward { field before after }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactByName($name: String) {\n    contacts(first: 1, search: $name) { nodes { id } }\n  }\n"): (typeof documents)["\n  query ContactByName($name: String) {\n    contacts(first: 1, search: $name) { nodes { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DayContacts {\n    contacts(first: 5) { nodes { id } }\n  }\n"): (typeof documents)["\n  query DayContacts {\n    contacts(first: 5) { nodes { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DayRename($input: UpdateContactInput!) {\n    updateContact(input: $input) { userErrors { message } }\n  }\n"): (typeof documents)["\n  mutation DayRename($input: UpdateContactInput!) {\n    updateContact(input: $input) { userErrors { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogCounts($filter: SyncEventFilter) {\n    syncEvents(first: 1, filter: $filter) { totalCount }\n  }\n"): (typeof documents)["\n  query LogCounts($filter: SyncEventFilter) {\n    syncEvents(first: 1, filter: $filter) { totalCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FeedLog($filter: SyncEventFilter) {\n    syncEvents(first: 40, filter: $filter) { nodes { id } }\n  }\n"): (typeof documents)["\n  query FeedLog($filter: SyncEventFilter) {\n    syncEvents(first: 40, filter: $filter) { nodes { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProblemsOfEverybody {\n    contacts(first: 50) { nodes { id firstName name } }\n    conflicts(first: 50, open: true) { nodes { id field } }\n    deliveries(first: 50, filter: { statuses: [FAILED] }) { nodes { id } }\n  }\n"): (typeof documents)["\n  query ProblemsOfEverybody {\n    contacts(first: 50) { nodes { id firstName name } }\n    conflicts(first: 50, open: true) { nodes { id field } }\n    deliveries(first: 50, filter: { statuses: [FAILED] }) { nodes { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProblemsRename($input: UpdateContactInput!) {\n    updateContact(input: $input) { receipts { status system { id } } userErrors { message } }\n  }\n"): (typeof documents)["\n  mutation ProblemsRename($input: UpdateContactInput!) {\n    updateContact(input: $input) { receipts { status system { id } } userErrors { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Activity($hours: Int) {\n    activity(hours: $hours) { from changes failures }\n  }\n"): (typeof documents)["\n  query Activity($hours: Int) {\n    activity(hours: $hours) { from changes failures }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {\n    auditLog(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }\n    }\n  }\n"): (typeof documents)["\n  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {\n    auditLog(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      totalCount\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      nodes { id at actor actorName action subject outcome detail askedFrom correlationId }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditAuthors($filter: SyncEventFilter) {\n    syncEvents(first: 100, filter: $filter) { nodes { id kind entityId origin actor correlationId } }\n  }\n"): (typeof documents)["\n  query AuditAuthors($filter: SyncEventFilter) {\n    syncEvents(first: 100, filter: $filter) { nodes { id kind entityId origin actor correlationId } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditMappingAuthors($system: ID!, $type: EntityType!) {\n    mappings(system: $system, type: $type) { version actor rows { entity } }\n  }\n"): (typeof documents)["\n  query AuditMappingAuthors($system: ID!, $type: EntityType!) {\n    mappings(system: $system, type: $type) { version actor rows { entity } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      name\n      workspace\n      scopes\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      name\n      workspace\n      scopes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeys {\n    apiKeys {\n      id\n      name\n      scopes\n      createdAt\n      createdBy\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n"): (typeof documents)["\n  query ApiKeys {\n    apiKeys {\n      id\n      name\n      scopes\n      createdAt\n      createdBy\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      apiKey {\n        id\n        name\n        scopes\n        createdBy\n        expiresAt\n      }\n      secret\n      userErrors {\n        path\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      apiKey {\n        id\n        name\n        scopes\n        createdBy\n        expiresAt\n      }\n      secret\n      userErrors {\n        path\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        path\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        path\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MineToKnow {\n      createContact(input: { firstName: \"Ann\" }) {\n        contact {\n          versions {\n            nodes {\n              actor\n            }\n          }\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation MineToKnow {\n      createContact(input: { firstName: \"Ann\" }) {\n        contact {\n          versions {\n            nodes {\n              actor\n            }\n          }\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AlertRuleList {\n    alertRules { id name enabled shipped edited condition summary mutedUntil targets { id } }\n  }\n"): (typeof documents)["\n  query AlertRuleList {\n    alertRules { id name enabled shipped edited condition summary mutedUntil targets { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AlertList($first: Int, $after: String, $open: Boolean, $ruleId: ID) {\n    alerts(first: $first, after: $after, open: $open, ruleId: $ruleId) {\n      totalCount\n      nodes { id open message since raisedAt recoveredAt system { id } rule { id } told { id } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query AlertList($first: Int, $after: String, $open: Boolean, $ruleId: ID) {\n    alerts(first: $first, after: $after, open: $open, ruleId: $ruleId) {\n      totalCount\n      nodes { id open message since raisedAt recoveredAt system { id } rule { id } told { id } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AlertTargetList {\n    alertTargets { id name via url recipients enabled whyOff oldSecretUntil pending failed createdAt }\n  }\n"): (typeof documents)["\n  query AlertTargetList {\n    alertTargets { id name via url recipients enabled whyOff oldSecretUntil pending failed createdAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AlertRuleSet($input: SetAlertRuleInput!) {\n    setAlertRule(input: $input) {\n      alertRule { id name enabled shipped edited condition targets { id } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation AlertRuleSet($input: SetAlertRuleInput!) {\n    setAlertRule(input: $input) {\n      alertRule { id name enabled shipped edited condition targets { id } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AlertRuleMute($input: MuteAlertRuleInput!) {\n    muteAlertRule(input: $input) { alertRule { id mutedUntil } userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation AlertRuleMute($input: MuteAlertRuleInput!) {\n    muteAlertRule(input: $input) { alertRule { id mutedUntil } userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AlertTargetCreate($input: CreateAlertTargetInput!) {\n    createAlertTarget(input: $input) {\n      alertTarget { id name via url recipients enabled }\n      secret\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation AlertTargetCreate($input: CreateAlertTargetInput!) {\n    createAlertTarget(input: $input) {\n      alertTarget { id name via url recipients enabled }\n      secret\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AlertTargetUpdate($input: UpdateAlertTargetInput!) {\n    updateAlertTarget(input: $input) {\n      alertTarget { id name url enabled whyOff oldSecretUntil }\n      secret\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation AlertTargetUpdate($input: UpdateAlertTargetInput!) {\n    updateAlertTarget(input: $input) {\n      alertTarget { id name url enabled whyOff oldSecretUntil }\n      secret\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AlertTargetDelete($id: ID!) {\n    deleteAlertTarget(id: $id) { deletedId userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation AlertTargetDelete($id: ID!) {\n    deleteAlertTarget(id: $id) { deletedId userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AlertTargetTest($id: ID!) {\n    testAlertTarget(id: $id) { delivered result userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation AlertTargetTest($id: ID!) {\n    testAlertTarget(id: $id) { delivered result userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AlertNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }\n"): (typeof documents)["\n  query AlertNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChaosGraph($after: String) {\n    contacts(first: 40, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id firstName lastName email phone website\n        address { line1 city postcode }\n        tags { name }\n        tasks(first: 100) { nodes { id title body dueAt completed } }\n        notes(first: 100) { nodes { id title body } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ChaosGraph($after: String) {\n    contacts(first: 40, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      nodes {\n        id firstName lastName email phone website\n        address { line1 city postcode }\n        tags { name }\n        tasks(first: 100) { nodes { id title body dueAt completed } }\n        notes(first: 100) { nodes { id title body } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectSystem($input: ConnectSystemInput!) {\n    connectSystem(input: $input) {\n      connected\n      system { id health { state } }\n      checks { what ok message code }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectSystem($input: ConnectSystemInput!) {\n    connectSystem(input: $input) {\n      connected\n      system { id health { state } }\n      checks { what ok message code }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisconnectSystem($system: ID!) {\n    disconnectSystem(system: $system) {\n      system { id health { state } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DisconnectSystem($system: ID!) {\n    disconnectSystem(system: $system) {\n      system { id health { state } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Connections {\n    systems {\n      id\n      health { state }\n      capabilities { type }\n      connection {\n        origin\n        connectedAt\n        refused\n        webhookUrl\n        consentUrl\n        settings { name required secret example isSet value }\n        checks { what ok message code }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Connections {\n    systems {\n      id\n      health { state }\n      capabilities { type }\n      connection {\n        origin\n        connectedAt\n        refused\n        webhookUrl\n        consentUrl\n        settings { name required secret example isSet value }\n        checks { what ok message code }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DecisionPerson($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Contact {\n        id\n        firstName\n        lastName\n        email\n        phone\n        companyName\n        website\n        version\n        address { line1 line2 city county postcode country }\n        customFields { key value }\n        tags { name }\n        records { id state system { id } }\n        tasks(first: 100) { nodes { id title contact { id } records { id system { id } } } }\n        notes(first: 100) { nodes { id body contact { id } records { id system { id } } } }\n        conflicts { id field open chosen values { origin value } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query DecisionPerson($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Contact {\n        id\n        firstName\n        lastName\n        email\n        phone\n        companyName\n        website\n        version\n        address { line1 line2 city county postcode country }\n        customFields { key value }\n        tags { name }\n        records { id state system { id } }\n        tasks(first: 100) { nodes { id title contact { id } records { id system { id } } } }\n        notes(first: 100) { nodes { id body contact { id } records { id system { id } } } }\n        conflicts { id field open chosen values { origin value } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DecisionVersions($id: ID!, $first: Int, $after: String) {\n    node(id: $id) {\n      __typename\n      ... on Synced {\n        version\n        versions(first: $first, after: $after) {\n          totalCount\n          pageInfo { hasNextPage endCursor }\n          nodes { version at origin actor why correlationId fields changes { field before after } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query DecisionVersions($id: ID!, $first: Int, $after: String) {\n    node(id: $id) {\n      __typename\n      ... on Synced {\n        version\n        versions(first: $first, after: $after) {\n          totalCount\n          pageInfo { hasNextPage endCursor }\n          nodes { version at origin actor why correlationId fields changes { field before after } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecisionMerge($input: MergeContactsInput!) {\n    mergeContacts(input: $input) {\n      contact { id firstName lastName email phone tags { name } records { id system { id } } }\n      receipts { status recordId unsupportedFields system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DecisionMerge($input: MergeContactsInput!) {\n    mergeContacts(input: $input) {\n      contact { id firstName lastName email phone tags { name } records { id system { id } } }\n      receipts { status recordId unsupportedFields system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecisionLink($input: LinkRecordsInput!) {\n    linkRecords(input: $input) {\n      contact { id firstName lastName email phone records { id system { id } } }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DecisionLink($input: LinkRecordsInput!) {\n    linkRecords(input: $input) {\n      contact { id firstName lastName email phone records { id system { id } } }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecisionUnlink($input: LinkRecordsInput!) {\n    unlinkRecord(input: $input) {\n      contact { id records { id system { id } } }\n      receipts { status system { id } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DecisionUnlink($input: LinkRecordsInput!) {\n    unlinkRecord(input: $input) {\n      contact { id records { id system { id } } }\n      receipts { status system { id } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecisionResolve($input: ResolveConflictInput!) {\n    resolveConflict(input: $input) {\n      conflict { id field open chosen entity { id } }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DecisionResolve($input: ResolveConflictInput!) {\n    resolveConflict(input: $input) {\n      conflict { id field open chosen entity { id } }\n      receipts { status recordId system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecisionRevert($input: RevertInput!) {\n    revertTo(input: $input) {\n      entity { id version ... on Contact { firstName email phone } ... on Task { title completed } }\n      receipts { status recordId unsupportedFields system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DecisionRevert($input: RevertInput!) {\n    revertTo(input: $input) {\n      entity { id version ... on Contact { firstName email phone } ... on Task { title completed } }\n      receipts { status recordId unsupportedFields system { id } error { code message } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncContacts($first: Int, $search: String, $filter: ContactFilter) {\n    contacts(first: $first, search: $search, filter: $filter) {\n      totalCount\n      nodes {\n        id\n        name\n        email\n        phone\n        records { id state stale system { id } }\n        conflicts { id field open chosen values { origin value } }\n        tasks { nodes { id title } }\n        notes { nodes { id body } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SyncContacts($first: Int, $search: String, $filter: ContactFilter) {\n    contacts(first: $first, search: $search, filter: $filter) {\n      totalCount\n      nodes {\n        id\n        name\n        email\n        phone\n        records { id state stale system { id } }\n        conflicts { id field open chosen values { origin value } }\n        tasks { nodes { id title } }\n        notes { nodes { id body } }\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation SyncEstimate($input: SyncNowInput!) {\n    syncNow(input: $input) {\n      runs { id }\n      estimate {\n        calls\n        seconds\n        systems { system { id } calls seconds types { type calls seconds reason } }\n      }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncEstimate($input: SyncNowInput!) {\n    syncNow(input: $input) {\n      runs { id }\n      estimate {\n        calls\n        seconds\n        systems { system { id } calls seconds types { type calls seconds reason } }\n      }\n      userErrors { path code message }\n    }\n  }\n"];
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
export function graphql(source: "\n  query SyncRuns {\n    syncRuns(first: 50) { nodes { id trigger types read changed progress error startedAt finishedAt upstreamCalls system { id } } }\n  }\n"): (typeof documents)["\n  query SyncRuns {\n    syncRuns(first: 50) { nodes { id trigger types read changed progress error startedAt finishedAt upstreamCalls system { id } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncConflicts($open: Boolean) {\n    conflicts(first: 50, open: $open) {\n      totalCount\n      nodes { id field open chosen base entity { id } values { origin value changedAt } }\n    }\n  }\n"): (typeof documents)["\n  query SyncConflicts($open: Boolean) {\n    conflicts(first: 50, open: $open) {\n      totalCount\n      nodes { id field open chosen base entity { id } values { origin value changedAt } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncSystems {\n    systems { id health { state error pendingDeliveries failedDeliveries missedWebhooks } }\n  }\n"): (typeof documents)["\n  query SyncSystems {\n    systems { id health { state error pendingDeliveries failedDeliveries missedWebhooks } }\n  }\n"];
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
export function graphql(source: "\n  query SyncPolicies {\n    policies { type spread when deletes system { id } }\n  }\n"): (typeof documents)["\n  query SyncPolicies {\n    policies { type spread when deletes system { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncSetPolicy($input: SetPolicyInput!) {\n    setPolicy(input: $input) { policy { type spread when deletes system { id } } userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation SyncSetPolicy($input: SetPolicyInput!) {\n    setPolicy(input: $input) { policy { type spread when deletes system { id } } userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncSpread($input: SpreadInput!) {\n    spread(input: $input) { queued userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation SyncSpread($input: SpreadInput!) {\n    spread(input: $input) { queued userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncReleaseRecord($input: ReleaseRecordInput!) {\n    releaseRecord(input: $input) { entity { id version } userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation SyncReleaseRecord($input: ReleaseRecordInput!) {\n    releaseRecord(input: $input) { entity { id version } userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncAppointments($first: Int) {\n    appointments(first: $first) { nodes { id title startsAt records { system { id } } } }\n  }\n"): (typeof documents)["\n  query SyncAppointments($first: Int) {\n    appointments(first: $first) { nodes { id title startsAt records { system { id } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordFields($system: ID!, $type: EntityType!, $refresh: Boolean) {\n    recordFields(system: $system, type: $type, refresh: $refresh) {\n      field\n      label\n      type\n      choices\n      required\n      writable\n      creates\n      updates\n      known\n      examples\n      note\n    }\n  }\n"): (typeof documents)["\n  query RecordFields($system: ID!, $type: EntityType!, $refresh: Boolean) {\n    recordFields(system: $system, type: $type, refresh: $refresh) {\n      field\n      label\n      type\n      choices\n      required\n      writable\n      creates\n      updates\n      known\n      examples\n      note\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EntityFields($type: EntityType!) {\n    entityFields(type: $type) {\n      field\n      label\n      type\n      values\n      required\n      writable\n      systems {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query EntityFields($type: EntityType!) {\n    entityFields(type: $type) {\n      field\n      label\n      type\n      values\n      required\n      writable\n      systems {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LogSetVerbose($input: SetVerboseInput!) {\n    setVerbose(input: $input) { system { id verboseUntil } userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation LogSetVerbose($input: SetVerboseInput!) {\n    setVerbose(input: $input) { system { id verboseUntil } userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogVerbose {\n    systems { id verboseUntil }\n  }\n"): (typeof documents)["\n  query LogVerbose {\n    systems { id verboseUntil }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogDeliveryCalls($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes {\n        id operation status system { id }\n        calls { id correlationId at milliseconds method path status error request response system { id } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query LogDeliveryCalls($filter: DeliveryFilter) {\n    deliveries(first: 100, filter: $filter) {\n      totalCount\n      nodes {\n        id operation status system { id }\n        calls { id correlationId at milliseconds method path status error request response system { id } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogUpstreamCalls($system: ID!, $first: Int, $after: String) {\n    upstreamCalls(system: $system, first: $first, after: $after) {\n      totalCount\n      nodes { id correlationId method path status request response }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query LogUpstreamCalls($system: ID!, $first: Int, $after: String) {\n    upstreamCalls(system: $system, first: $first, after: $after) {\n      totalCount\n      nodes { id correlationId method path status request response }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogRuns($filter: SyncRunFilter) {\n    syncRuns(first: 100, filter: $filter) { totalCount nodes { id types trigger system { id } } }\n  }\n"): (typeof documents)["\n  query LogRuns($filter: SyncRunFilter) {\n    syncRuns(first: 100, filter: $filter) { totalCount nodes { id types trigger system { id } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogRetention {\n    retention { events versions deliveries runs firings inbox calls }\n  }\n"): (typeof documents)["\n  query LogRetention {\n    retention { events versions deliveries runs firings inbox calls }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LogSetRetention($input: SetRetentionInput!) {\n    setRetention(input: $input) {\n      retention { events versions deliveries runs firings inbox calls }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation LogSetRetention($input: SetRetentionInput!) {\n    setRetention(input: $input) {\n      retention { events versions deliveries runs firings inbox calls }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogConfiguration {\n    configuration\n  }\n"): (typeof documents)["\n  query LogConfiguration {\n    configuration\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LogImport($yaml: String!, $dryRun: Boolean) {\n    importConfiguration(yaml: $yaml, dryRun: $dryRun) { changes applied userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation LogImport($yaml: String!, $dryRun: Boolean) {\n    importConfiguration(yaml: $yaml, dryRun: $dryRun) { changes applied userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveMapping($input: SaveMappingInput!) {\n    saveMapping(input: $input) {\n      mapping { version why rows { entity record direction when owner does } }\n      effect { records total }\n      run { id trigger types system { id } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveMapping($input: SaveMappingInput!) {\n    saveMapping(input: $input) {\n      mapping { version why rows { entity record direction when owner does } }\n      effect { records total }\n      run { id trigger types system { id } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RollbackMapping($input: RollbackMappingInput!) {\n    rollbackMapping(input: $input) {\n      mapping { version why rows { entity record } }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RollbackMapping($input: RollbackMappingInput!) {\n    rollbackMapping(input: $input) {\n      mapping { version why rows { entity record } }\n      effect { records total }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Mappings($system: ID, $type: EntityType) {\n    mappings(system: $system, type: $type) { version shipped at type system { id } rows { entity record direction when owner transforms } }\n  }\n"): (typeof documents)["\n  query Mappings($system: ID, $type: EntityType) {\n    mappings(system: $system, type: $type) { version shipped at type system { id } rows { entity record direction when owner transforms } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MappingVersions($system: ID!, $type: EntityType!, $first: Int) {\n    mappingVersions(system: $system, type: $type, first: $first) { totalCount nodes { version why at rows { entity } } }\n  }\n"): (typeof documents)["\n  query MappingVersions($system: ID!, $type: EntityType!, $first: Int) {\n    mappingVersions(system: $system, type: $type, first: $first) { totalCount nodes { version why at rows { entity } } }\n  }\n"];
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewMapping($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      records {\n        recordId\n        entity { id }\n        fields {\n          row\n          field\n          in { record steps { does value } value today error }\n          out { value steps { does value } record today error }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  query PreviewMapping($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      records {\n        recordId\n        entity { id }\n        fields {\n          row\n          field\n          in { record steps { does value } value today error }\n          out { value steps { does value } record today error }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DryRunMapping($input: DryRunMappingInput!) {\n    dryRunMapping(input: $input) {\n      result {\n        records\n        inward\n        outward\n        failing\n        reasons { reason count }\n        failures { recordId reason message }\n        costs { system { id } writes calls seconds }\n        examples {\n          recordId\n          entity { id }\n          inward { field before after }\n          outward { field before after }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  query DryRunMapping($input: DryRunMappingInput!) {\n    dryRunMapping(input: $input) {\n      result {\n        records\n        inward\n        outward\n        failing\n        reasons { reason count }\n        failures { recordId reason message }\n        costs { system { id } writes calls seconds }\n        examples {\n          recordId\n          entity { id }\n          inward { field before after }\n          outward { field before after }\n        }\n      }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RuleList {\n    rules { id name enabled pausedAt mostPerHour shipped edited version summary trigger when actions lastFiredAt firings }\n  }\n"): (typeof documents)["\n  query RuleList {\n    rules { id name enabled pausedAt mostPerHour shipped edited version summary trigger when actions lastFiredAt firings }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RuleFirings($first: Int, $after: String, $ruleId: ID) {\n    ruleFirings(first: $first, after: $after, ruleId: $ruleId) {\n      totalCount\n      nodes { id state result error attempts at rule { id } event { id kind } entity { id } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query RuleFirings($first: Int, $after: String, $ruleId: ID) {\n    ruleFirings(first: $first, after: $after, ruleId: $ruleId) {\n      totalCount\n      nodes { id state result error attempts at rule { id } event { id kind } entity { id } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RuleUpdate($input: UpdateRuleInput!) {\n    updateRule(input: $input) { rule { id enabled edited version when actions pausedAt } userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation RuleUpdate($input: UpdateRuleInput!) {\n    updateRule(input: $input) { rule { id enabled edited version when actions pausedAt } userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RuleCreate($input: CreateRuleInput!) {\n    createRule(input: $input) {\n      rule { id name enabled shipped version mostPerHour summary trigger when actions }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RuleCreate($input: CreateRuleInput!) {\n    createRule(input: $input) {\n      rule { id name enabled shipped version mostPerHour summary trigger when actions }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RuleDelete($id: ID!) {\n    deleteRule(id: $id) { deletedId userErrors { path code message } }\n  }\n"): (typeof documents)["\n  mutation RuleDelete($id: ID!) {\n    deleteRule(id: $id) { deletedId userErrors { path code message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RuleRollback($input: RollbackRuleInput!) {\n    rollbackRule(input: $input) {\n      rule { id name enabled version trigger when actions versions { version why name summary at } }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RuleRollback($input: RollbackRuleInput!) {\n    rollbackRule(input: $input) {\n      rule { id name enabled version trigger when actions versions { version why name summary at } }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RuleDryRun($input: DryRunRuleInput!) {\n    dryRunRule(input: $input) {\n      dryRun {\n        summary events since firings entities withoutContact busiestHour wouldPause\n        examples { would event { id kind } entity { id } }\n      }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  query RuleDryRun($input: DryRunRuleInput!) {\n    dryRunRule(input: $input) {\n      dryRun {\n        summary events since firings entities withoutContact busiestHour wouldPause\n        examples { would event { id kind } entity { id } }\n      }\n      userErrors { path code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RuleNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }\n"): (typeof documents)["\n  query RuleNodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MappingTemplates {\n    mappingTemplates { id name summary unmet parts { system { id } type rows } }\n  }\n"): (typeof documents)["\n  query MappingTemplates {\n    mappingTemplates { id name summary unmet parts { system { id } type rows } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApplyTemplate($input: ApplyTemplateInput!) {\n    applyTemplate(input: $input) {\n      applied\n      changes { system { id } type added changed { before after } removed rows leftOut }\n      userErrors { path code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ApplyTemplate($input: ApplyTemplateInput!) {\n    applyTemplate(input: $input) {\n      applied\n      changes { system { id } type added changed { before after } removed rows leftOut }\n      userErrors { path code message }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;