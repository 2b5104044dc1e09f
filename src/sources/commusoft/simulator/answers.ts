import type { FastifyReply } from 'fastify';
import type { Row } from '../../simulator.ts';

/** Where every call of the public API begins: the path that production answers on despite its name. */
export const PREFIX = '/webservice_dev.php/api/v1';

/** 404, which stands for a missing record and for an empty list alike. */
export function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ status: 404, error: 'Not found' });
}

/** 400 in the shape of a refused Symfony form. */
export function invalid(reply: FastifyReply, errors: Readonly<Record<string, string>>): FastifyReply {
  const children = Object.fromEntries(Object.entries(errors).map(([field, message]) => [field, { errors: [message] }]));
  return reply.code(400).send({ code: 400, message: 'Validation Failed', errors: { children } });
}

/** 500 that tells as much as the vendor's: nothing. */
export function serverError(reply: FastifyReply): FastifyReply {
  return reply.code(500).send({ error: { code: 500, message: 'Internal Server Error' } });
}

/** The rows under that name, or 404 where there are none. */
export function listed(reply: FastifyReply, name: string, rows: readonly Row[]): FastifyReply {
  return rows.length > 0 ? reply.send({ [name]: rows }) : notFound(reply);
}

/** Writes each empty value as missing, null or "": steady for one record and place, different between them. */
export function withBlanks(row: Row, place: number): Row {
  const written = Object.entries(row).flatMap(([name, value], index): [string, unknown][] => {
    if (value !== null && value !== undefined && value !== '') return [[name, value]];
    const way = (place + index) % 3;
    return way === 0 ? [] : [[name, way === 1 ? null : '']];
  });
  return Object.fromEntries(written);
}
