import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { packageRoot } from '../base/root.ts';
import { audited } from './audited.ts';
import { activityResolvers } from './resolvers/activity.ts';
import { alertResolvers } from './resolvers/alert.ts';
import { appointmentResolvers } from './resolvers/appointment.ts';
import { auditResolvers } from './resolvers/audit.ts';
import { baseResolvers } from './resolvers/base.ts';
import { businessResolvers } from './resolvers/business.ts';
import { conflictResolvers } from './resolvers/conflict.ts';
import { connectionResolvers } from './resolvers/connection.ts';
import { contactResolvers } from './resolvers/contact.ts';
import { fieldResolvers } from './resolvers/field.ts';
import { historyResolvers } from './resolvers/history.ts';
import { identityResolvers } from './resolvers/identity.ts';
import { keyResolvers } from './resolvers/key.ts';
import { logResolvers } from './resolvers/log.ts';
import { mappingResolvers } from './resolvers/mapping.ts';
import { noteResolvers } from './resolvers/note.ts';
import { planResolvers } from './resolvers/plan.ts';
import { policyResolvers } from './resolvers/policy.ts';
import { previewResolvers } from './resolvers/preview.ts';
import { ruleResolvers } from './resolvers/rule.ts';
import { syncResolvers } from './resolvers/sync.ts';
import { systemResolvers } from './resolvers/system.ts';
import { tagResolvers } from './resolvers/tag.ts';
import { taskResolvers } from './resolvers/task.ts';
import { templateResolvers } from './resolvers/template.ts';
import { workspaceResolvers } from './resolvers/workspace.ts';
import { guardByScopes } from './scopes.ts';

/** The files of `schema/` with their resolvers, behind the scopes that they declare; throws where a resolver has no field. */
export function createSchema(): GraphQLSchema {
  const folder = new URL('schema/', packageRoot());
  const typeDefs = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const schema = makeExecutableSchema({
    typeDefs,
    resolvers: [
      baseResolvers,
      contactResolvers,
      businessResolvers,
      taskResolvers,
      noteResolvers,
      appointmentResolvers,
      tagResolvers,
      systemResolvers,
      syncResolvers,
      logResolvers,
      auditResolvers,
      planResolvers,
      fieldResolvers,
      previewResolvers,
      templateResolvers,
      policyResolvers,
      mappingResolvers,
      ruleResolvers,
      activityResolvers,
      alertResolvers,
      connectionResolvers,
      workspaceResolvers,
      conflictResolvers,
      identityResolvers,
      historyResolvers,
      keyResolvers,
    ],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  // From the inside out: whatever refuses a caller stands before the audit log, which sees it refused.
  return audited(guardByScopes(schema));
}
