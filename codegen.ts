import { existsSync, readdirSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** The source folders: adding a system is adding a folder; nobody keeps a list by hand. */
const systems = readdirSync('src/sources').filter((name) => existsSync(`src/sources/${name}/index.ts`));

const registry = `// Generated from the folders of src/sources by "npm run generate". Do not edit.
import type { SimulatorDefinition } from '../simulator.ts';
import type { SourceDefinition } from '../source.ts';
${systems.map((id) => `import { definition as ${id} } from '../${id}/index.ts';`).join('\n')}

/** Every system that can be connected. */
export const definitions: readonly SourceDefinition[] = [${systems.map((id) => `${id} as unknown as SourceDefinition`).join(', ')}];

/** Loads the simulators of all systems that have one; only the sandbox and the tests need them. */
export async function loadSimulators(): Promise<SimulatorDefinition[]> {
  const modules = await Promise.all([${systems
    .filter((id) => existsSync(`src/sources/${id}/simulator/index.ts`))
    .map((id) => `import('../${id}/simulator/index.ts')`)
    .join(', ')}]);
  return modules.map((module) => module.simulator);
}
`;

const scalars = { JSON: 'unknown', federation__Scope: 'string' };
const serverScalars = { ...scalars, DateTime: { input: 'Date', output: 'string' } };
const clientScalars = { ...scalars, DateTime: 'string' };

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  emitLegacyCommonJSImports: false,
  importExtension: '.ts',
  generates: {
    'src/sources/generated/registry.ts': { plugins: [{ add: { content: registry } }] },
    'src/graphql/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: serverScalars,
        avoidOptionals: { field: true },
        inputMaybeValue: 'T | null | undefined',
        contextType: '../context.ts#GraphContext',
        mappers: {
          Contact: '../models.ts#EntityModel',
          Task: '../models.ts#EntityModel',
          Note: '../models.ts#EntityModel',
          Appointment: '../models.ts#EntityModel',
          Tag: '../models.ts#EntityModel',
          System: '../models.ts#SystemModel',
          SystemConnection: '../models.ts#SystemConnectionModel',
          SystemRecord: '../models.ts#RecordModel',
          QuarantinedRecord: '../models.ts#QuarantinedModel',
          Workspace: '../models.ts#WorkspaceModel',
          Business: '../models.ts#BusinessModel',
          SyncEvent: '../models.ts#EventModel',
          Conflict: '../models.ts#ConflictModel',
          Version: '../models.ts#VersionModel',
          Delivery: '../models.ts#DeliveryModel',
          SyncRun: '../models.ts#RunModel',
          AuditEntry: '../models.ts#AuditEntryModel',
          UpstreamCall: '../models.ts#CallModel',
          Rule: '../models.ts#RuleModel',
          RuleFiring: '../models.ts#FiringModel',
          RuleVersion: '../models.ts#RuleVersionModel',
          RuleDryRun: '../models.ts#RuleDryRunModel',
          RuleDryRunExample: '../models.ts#RuleDryRunExampleModel',
          Proposal: '../models.ts#ProposalModel',
          Alert: '../models.ts#AlertModel',
          AlertRule: '../models.ts#AlertRuleModel',
          AlertTarget: '../models.ts#AlertTargetModel',
          ApiKey: '../models.ts#ApiKeyModel',
          Viewer: '../caller.ts#Caller',
          MergePlanSystem: '../models.ts#MergePlanSystemModel',
          Receipt: '../models.ts#DeliveryModel',
          Policy: '../models.ts#PolicyModel',
          Mapping: '../models.ts#MappingModel',
          RecordField: '../models.ts#RecordFieldModel',
          MappingTemplate: '../models.ts#MappingTemplateModel',
          MappingTemplatePart: '../models.ts#MappingTemplatePartModel',
          MappingTemplateChange: '../models.ts#MappingTemplateChangeModel',
          DryRunCost: '../models.ts#DryRunCostModel',
          DryRunExample: '../models.ts#DryRunExampleModel',
          EntityField: '../models.ts#EntityFieldModel',
        },
      },
    },
    'src/client/generated/': {
      preset: 'client',
      documents: ['test/**/*.ts', 'src/dashboard/**/*.{ts,tsx}'],
      presetConfig: { fragmentMasking: false },
      config: { useTypeImports: true, enumsAsTypes: true, scalars: clientScalars },
    },
  },
  ignoreNoDocuments: true,
};

export default config;
