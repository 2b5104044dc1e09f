import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { chosenEncoding, ENCODINGS, type Encoding } from './encoding.ts';

/** The list that the build of the dashboard writes beside its files. */
const Listing = z.object({
  /** The paths at which its page is shown, with `:name` for what varies. */
  pages: z.array(z.string()),
  /** Its files, and the encodings in which each is there too. */
  files: z.array(z.object({ path: z.string(), encodings: z.array(z.enum(ENCODINGS)) })),
});

/** The dashboard as it was built into a folder. */
export interface Dashboard extends z.infer<typeof Listing> {
  readonly folder: URL;
}

const PAGE = 'index.html';
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Scripts and styles of this gateway alone, none within the page; and nobody spoken to but this gateway. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/** What was built into that folder; null where nothing was. */
export async function readDashboard(folder: URL): Promise<Dashboard | null> {
  try {
    const text = await readFile(new URL('files.json', folder), 'utf8');
    return { folder, ...Listing.parse(JSON.parse(text)) };
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

/** Its page at the paths it knows, and its files, whose names change with what is in them. */
export function dashboardRoutes({ folder, pages, files }: Dashboard) {
  return async (app: FastifyInstance): Promise<void> => {
    for (const { path, encodings } of files) {
      const send = (request: FastifyRequest, reply: FastifyReply) =>
        sendFile(request, reply, { folder, path, encodings });
      if (path !== PAGE) app.get(`/${path}`, send);
      else for (const page of pages) app.get(page, send);
    }
  };
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { folder, path, encodings }: { folder: URL; path: string; encodings: readonly Encoding[] },
): Promise<FastifyReply> {
  const encoding = chosenEncoding(request.headers['accept-encoding']?.toString(), encodings);
  const body = await readFile(new URL(encoding === null ? path : `${path}.${encoding}`, folder));
  reply.type(TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
  reply.header('cache-control', path === PAGE ? ASK_AGAIN : FOR_EVER);
  if (encodings.length > 0) reply.header('vary', 'accept-encoding');
  if (encoding !== null) reply.header('content-encoding', encoding);
  if (path === PAGE) reply.header('content-security-policy', POLICY);
  return reply.send(body);
}
