import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { SimulatedCall } from '../../src/sources/simulator.ts';

type Json = Readonly<Record<string, unknown>>;

/** A vendor's OpenAPI files, as a judge of the calls a client made. */
export interface Specification {
  /** What the specification has against these calls; each objection once. */
  objections(calls: readonly SimulatedCall[]): string[];
}

/** A place where the specification is known to be wrong, and what stands there instead. */
export interface Correction {
  /** "file.json SchemaName", or "file.json SchemaName.property". */
  readonly at: string;
  /** The schema that holds in truth. */
  readonly schema: Json;
  readonly why: string;
}

interface Operation {
  readonly method: string;
  readonly path: RegExp;
  readonly template: string;
  /** Null where no version is asked for. */
  readonly versions: readonly string[] | null;
  readonly body: ValidateFunction | null;
}

/** Reads all files of a folder; null where there is no such folder. */
export function readSpecification(folder: string, corrections: readonly Correction[]): Specification | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const operations = files.flatMap((file) =>
    operationsOf(JSON.parse(readFileSync(join(folder, file), 'utf8')), file, corrections),
  );
  // "/contacts/search" before "/contacts/{contactId}"
  operations.sort((a, b) => placeholders(a) - placeholders(b));

  return {
    objections: (calls) => [...new Set(calls.flatMap((call) => objectionsTo(call, operations)))],
  };
}

function objectionsTo(call: SimulatedCall, operations: readonly Operation[]): string[] {
  const operation = operations.find(({ method, path }) => method === call.method && path.test(call.path));
  if (!operation) return [`${call.method} ${call.path} is no operation`];
  const name = `${call.method} ${operation.template}`;
  const version = String(call.headers.version);
  return [
    ...((operation.versions?.includes(version) ?? true) ? [] : [`${name} is not declared for version ${version}`]),
    ...bodyObjections(operation, call.body ?? undefined).map((objection) => `${name}: ${objection}`),
  ];
}

function bodyObjections({ body }: Operation, sent: unknown): string[] {
  if (!body) return sent === undefined ? [] : ['takes no body'];
  if (body(sent)) return [];
  return (body.errors ?? []).map((error) => {
    const extra = error.params.additionalProperty ?? '';
    return `body${error.instancePath} ${error.message} ${extra}`.trim();
  });
}

function operationsOf(document: Json, file: string, corrections: readonly Correction[]): Operation[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const own = corrections.filter(({ at }) => at.startsWith(`${file} `));
  const schemas = corrected((document.components as { schemas?: Json } | undefined)?.schemas ?? {}, own);
  ajv.addSchema({ $id: file, components: { schemas: closed(schemas) } });
  return Object.entries((document.paths ?? {}) as Readonly<Record<string, Json>>).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, declared]) => {
      const { parameters = [], requestBody } = declared as { parameters?: Json[]; requestBody?: Json };
      const version = parameters.find((parameter) => parameter.name === 'Version');
      const content = (requestBody?.content ?? {}) as Readonly<Record<string, { schema: Json }>>;
      const schema = (content['application/json'] ?? content['application/x-www-form-urlencoded'])?.schema;
      return {
        method: method.toUpperCase(),
        path: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
        template,
        versions: version ? ((version.schema as { enum?: string[] }).enum ?? []).map(String) : null,
        body: schema ? ajv.compile(rooted(closed(schema) as Json, file)) : null,
      };
    }),
  );
}

function corrected(schemas: Json, corrections: readonly Correction[]): Json {
  const result = structuredClone(schemas) as Record<string, { properties?: Record<string, unknown> }>;
  for (const { at, schema } of corrections) {
    const [name = '', property] = (at.split(' ')[1] ?? '').split('.');
    const target = result[name];
    if (!target) throw new Error(`The specification has no ${at} to correct`);
    if (property === undefined) result[name] = schema;
    else target.properties = { ...target.properties, [property]: schema };
  }
  return result;
}

/** JSON Schema of OpenAPI 3.0: nullable becomes a type, and an object takes no property it does not declare. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!schema || typeof schema !== 'object') return schema;
  const { nullable, example, examples, ...rest } = schema as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, closed(value)]));
  const open = inner.properties && inner.type === 'object' && inner.additionalProperties === undefined;
  return {
    ...inner,
    ...(open ? { additionalProperties: false } : {}),
    ...(nullable === true && typeof inner.type === 'string' ? { type: [inner.type, 'null'] } : {}),
  };
}

/** References within the file, made to point into the schema the file was added as. */
function rooted(schema: Json, file: string): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${file}#/`));
}

function placeholders({ template }: Operation): number {
  return template.split('{').length;
}
