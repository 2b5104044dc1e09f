import type { z } from 'zod';
import { Problem } from '../../base/errors.ts';
import type { HttpRequest, HttpResponse } from '../../base/http.ts';
import type { Tools } from '../source.ts';
import type { Bearer } from './bearer.ts';
import { isTokenRefused, malformed, problemOf } from './problem.ts';

/** The versions our operations are declared under; a call without one is answered with 401. */
export type Version = '2021-07-28' | '2021-04-15';

/** One operation; `about` names its record in messages: "contact abc". */
export interface Call extends Pick<HttpRequest, 'method' | 'path' | 'query' | 'json' | 'idempotent'> {
  readonly version: Version;
  readonly about: string;
  /** A POST that only reads: it may be repeated, and shared with an identical one in flight. */
  readonly reads?: true;
}

/** HighLevel's API as one location's token sees it; failures are Problems. */
export interface Client {
  readonly locationId: string;
  /** The parsed answer; NOT_FOUND where the thing or its contact does not exist. */
  call<T>(call: Call, answer: z.ZodType<T>): Promise<T>;
  /** The same, but null where the thing or its contact does not exist. */
  find<T>(call: Call, answer: z.ZodType<T>): Promise<T | null>;
}

/** What a client is made of: the location and the token of that location. */
export interface Connection {
  readonly locationId: string;
  readonly bearer: Bearer;
}

/** Makes the client of one connection. */
export function createClient({ locationId, bearer }: Connection, tools: Tools): Client {
  const { http, clock } = tools;

  function send({ version, about, reads, ...request }: Call, token: string): Promise<HttpResponse> {
    return http.request({
      ...request,
      ...(reads ? { shared: true, idempotent: true } : {}),
      headers: { authorization: `Bearer ${token}`, version },
    });
  }

  async function call<T>(asked: Call, answer: z.ZodType<T>): Promise<T> {
    const token = await bearer.current();
    let response = await send(asked, token);
    if (isTokenRefused(response)) {
      // Once only: a new token that is refused as well is not refused for its age.
      const renewed = await bearer.renewed(token);
      if (renewed !== null) response = await send(asked, renewed);
    }
    if (response.status >= 300) throw problemOf(response, asked.about, clock.now());
    const parsed = answer.safeParse(response.body);
    if (!parsed.success) throw malformed(asked.about, parsed.error);
    return parsed.data;
  }

  return {
    locationId,
    call,
    async find(asked, answer) {
      try {
        return await call(asked, answer);
      } catch (error) {
        if (error instanceof Problem && error.code === 'NOT_FOUND') return null;
        throw error;
      }
    },
  };
}
