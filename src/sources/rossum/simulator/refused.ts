import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** An answer other than success, thrown wherever it becomes clear. */
export class Refused extends Error {
  readonly statusCode: number;
  readonly body: unknown;

  constructor(statusCode: number, body: unknown) {
    super(`Refused with ${statusCode}: ${JSON.stringify(body)}`);
    this.statusCode = statusCode;
    this.body = body;
  }
}

/** The core API's 404. */
export function notFound(): Refused {
  return new Refused(404, { detail: 'Not found.', code: 'not_found' });
}

/** The core API's 400: a map from field to complaints. */
export function invalid(fields: Readonly<Record<string, readonly string[]>>): Refused {
  return new Refused(400, fields);
}

/** The core API's 409 for an annotation that is in the wrong status for the call. */
export function conflict(detail: string): Refused {
  return new Refused(409, { detail, code: 'conflict_status' });
}

/** Data Storage's way of refusing: 400 unless said otherwise. */
export function storageError(message: string, status = 400): Refused {
  return new Refused(status, { code: 'error', message });
}

/** What the core API says about a field that was not sent. */
export const REQUIRED = { error: 'This field is required.' };

/** A body of the core API, or its 400 field map. */
export function readBody<S extends z.ZodObject>(schema: S, body: unknown): z.output<S> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  const { fieldErrors, formErrors } = z.flattenError<unknown>(read.error);
  throw invalid({ ...fieldErrors, ...(formErrors.length > 0 && { non_field_errors: formErrors }) });
}

/** Makes an API answer refusals in its own shape; a JSON call may come without a body, as Rossum's clients do. */
export function speakOwnErrors(api: FastifyInstance, refuse: (status: number, message: string) => Refused): void {
  api.removeContentTypeParser('application/json');
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)));
    } catch {
      done(refuse(400, 'JSON parse error'));
    }
  });
  api.setNotFoundHandler((_, reply) => {
    const answer = refuse(404, 'Not found.');
    return reply.code(answer.statusCode).send(answer.body);
  });
  api.setErrorHandler<Error & { statusCode?: number }>((error, _, reply) => {
    const answer = error instanceof Refused ? error : refuse(error.statusCode ?? 500, error.message);
    return reply.code(answer.statusCode).send(answer.body);
  });
}
