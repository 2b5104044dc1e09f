import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import { parseBody } from './body.ts';
import { COMPANY_ID } from './company.ts';
import type { Granted, Grants } from './grants.ts';
import { seededUuid } from './ids.ts';
import { badRequest } from './refusal.ts';
import { APP_ID } from './webhooks.ts';
import type { World } from './world.ts';

/** The client keys of the one app that there is. */
export const CLIENT = { id: `${APP_ID}-simulated`, secret: seededUuid('client secret') };

const tokenBody = z.strictObject({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.enum(['authorization_code', 'refresh_token', 'client_credentials']),
  code: z.string().optional(),
  refresh_token: z.string().optional(),
  user_type: z.enum(['Company', 'Location']).optional(),
  redirect_uri: z.string().optional(),
});
type TokenBody = z.output<typeof tokenBody>;

/** What the token endpoint refuses is said in the words of OAuth. */
class OAuthRefusal extends Error {
  readonly status: number;
  readonly body: Row;

  constructor(status: number, error: string, error_description: string) {
    super(error_description);
    this.status = status;
    this.body = { error, error_description };
  }
}

/** Forms, as the OAuth operations take them: a name is there once. */
export function acceptForms(api: FastifyInstance): void {
  api.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(text)))),
  );
}

/** Adds the token endpoint, which asks for no token and no version. `installed` is told when a code was exchanged. */
export function addTokenRoute(
  api: FastifyInstance,
  world: World,
  grants: Grants,
  installed: (granted: Granted) => void,
): void {
  api.post('/oauth/token', (request, reply) => {
    const body = parseBody(tokenBody, request.body);
    try {
      const [granted, spent] =
        body.grant_type === 'authorization_code' ? ofCode(body, grants) : ofRefresh(body, grants);
      if (world.switches.suspended) throw badRequest('Location is not active');
      const issued = grants.issue(granted, spent);
      if (body.code === spent) installed(granted);
      return { ...issued, ...whose(granted, world) };
    } catch (error) {
      if (error instanceof OAuthRefusal) return answer(reply, error);
      throw error;
    }
  });
}

/** The code is looked at before the client, as was measured of the live system. */
function ofCode(body: TokenBody, grants: Grants): [Granted, string] {
  const { code = '', redirect_uri } = body;
  const granted = grants.ofCode(code);
  if (!granted) throw new OAuthRefusal(401, 'UnAuthorized!', 'Authorization code not found');
  checkClient(body);
  if (redirect_uri !== undefined && redirect_uri !== granted.redirectUri)
    throw new OAuthRefusal(400, 'invalid_grant', 'redirect_uri is not the one that the code was asked for with');
  return [granted, code];
}

/** The vendor publishes no list of these errors; invalid_grant is what integrators report. */
function ofRefresh(body: TokenBody, grants: Grants): [Granted, string] {
  const { grant_type, refresh_token = '' } = body;
  if (grant_type !== 'refresh_token')
    throw new OAuthRefusal(400, 'unsupported_grant_type', `${grant_type} is not supported`);
  const granted = grants.ofRefreshToken(refresh_token);
  if (!granted) throw new OAuthRefusal(400, 'invalid_grant', 'Invalid grant: refresh token is invalid');
  checkClient(body);
  return [granted, refresh_token];
}

function checkClient({ client_id, client_secret }: TokenBody): void {
  if (client_id !== CLIENT.id || client_secret !== CLIENT.secret)
    throw new OAuthRefusal(401, 'invalid_client', 'Invalid client credentials');
}

function whose({ locationId }: Granted, world: World): Row {
  return {
    userType: locationId === null ? 'Company' : 'Location',
    ...(locationId !== null && { locationId }),
    companyId: COMPANY_ID,
    approvedLocations: locationId === null ? world.switches.installedAt : [locationId],
    userId: world.users[0]?.id,
    isBulkInstallation: locationId === null,
  };
}

function answer(reply: FastifyReply, { status, body }: OAuthRefusal): FastifyReply {
  return reply.code(status).send(body);
}
