import type { FastifyReply, FastifyRequest } from 'fastify';

/** A call that HighLevel refuses: the status and the body of its answer, without the trace id. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string | readonly string[], extra: Readonly<Record<string, unknown>> = {}) {
    super(String(message));
    this.status = status;
    this.body = { statusCode: status, message, ...extra };
  }
}

/** 400 with the text; `extra` joins the body, as `meta` does for duplicates. */
export function badRequest(message: string, extra: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal(400, message, extra);
}

/** What an unknown contact id is answered with: 400, not 404. */
export function noContact(id: string): Refusal {
  return badRequest(`Contact with id ${id} not found`);
}

/** 404 for a missing thing that is not a contact. */
export function missing(what: string, id: string): Refusal {
  return new Refusal(404, `${what} with id ${id} not found`, { error: 'Not Found' });
}

/** 422 with one text for each thing that is wrong in the request. */
export function unprocessable(...messages: string[]): Refusal {
  return new Refusal(422, messages, { error: 'Unprocessable Entity' });
}

/** Answers refusals in HighLevel's shape, and what the server itself found wrong in the same one. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return reply.code(error.status).send({ ...error.body });
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const message = status < 500 && error instanceof Error ? error.message : `Internal server error: ${request.method}`;
  return reply.code(status).send({ statusCode: status, message });
}
