import type { Bearer } from './grants.ts';

/** What an operation asks of a token: the scope, and whose tokens it takes. */
interface Demand {
  readonly operation: RegExp;
  readonly scope: string;
  readonly takes: readonly Bearer['userType'][];
}

const demand = (operation: RegExp, scope: string, ...takes: Bearer['userType'][]): Demand => ({
  operation,
  scope,
  takes: takes.length > 0 ? takes : ['Location'],
});

/** By the `security` of the vendor's operations, the first that fits. What declares no scope takes any location's token. */
const DEMANDS: readonly Demand[] = [
  demand(/^POST \/oauth\/locationToken$/, 'oauth.write', 'Company'),
  demand(/^GET \/oauth\/installedLocations$/, 'oauth.readonly', 'Company'),
  demand(/^(GET \/contacts\/|POST \/contacts\/search$)/, 'contacts.readonly'),
  demand(/ \/contacts\//, 'contacts.write'),
  demand(/^GET \/calendars\/(events|blocked-slots)/, 'calendars/events.readonly'),
  demand(/ \/calendars\/events/, 'calendars/events.write'),
  demand(/^GET \/calendars\//, 'calendars.readonly'),
  demand(/^GET \/locations\/[^/]+$/, 'locations.readonly', 'Location', 'Company'),
  demand(/^GET \/locations\/[^/]+\/tags$/, 'locations/tags.readonly'),
  demand(/^POST \/locations\/[^/]+\/tags$/, 'locations/tags.write'),
  demand(/^POST \/locations\/[^/]+\/tasks\/search$/, 'locations/tasks.readonly'),
  demand(/^GET \/locations\/[^/]+\/customFields$/, 'locations/customFields.readonly'),
  demand(/^GET \/users\/:/, 'users.readonly', 'Location', 'Company'),
  demand(/^GET \/users\/$/, 'users.readonly'),
  demand(/^GET \/businesses\//, 'businesses.readonly'),
  demand(/ \/businesses\//, 'businesses.write'),
];

/** What the vendor has against that token for that operation ("METHOD /path/of/:route"), in its words; null: nothing. */
export function objectionTo({ userType, scopes }: Bearer, operation: string): string | null {
  const { scope = null, takes = ['Location'] } = DEMANDS.find((one) => one.operation.test(operation)) ?? {};
  if (!takes.includes(userType)) return 'This authClass type is not allowed to access this scope.';
  const mayDo = scope === null || scopes === 'all' || scopes.has(scope);
  return mayDo ? null : 'The token is not authorized for this scope.';
}
