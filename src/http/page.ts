import type { FastifyReply } from 'fastify';

/** No script, nothing from elsewhere, and forms that lead back here. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page of ours in HTML; `body` is HTML, `title` is not. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; --line: #8884; --accent: light-dark(#0b6bcb, #7db8ff) }
  body { margin: 12vh auto 4rem; max-width: 42rem; padding: 0 1.25rem; font: 17px/1.6 system-ui, sans-serif }
  h1 { font-size: 2.4rem; letter-spacing: -.02em; margin: 0 }
  a { color: var(--accent) }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; border-top: 1px solid var(--line); padding-top: 1.25rem }
  dd { margin: 0 }
  pre { border: 1px solid var(--line); border-radius: 8px; padding: 1rem; overflow-x: auto; font: 14px/1.55 ui-monospace, monospace }
  label, input, button { display: block; font: inherit }
  input, button { margin: .35rem 0 1rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: 8px }
  input { width: 100%; box-sizing: border-box }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>`;
}

/** Sends it under a policy that lets it do nothing but be read. */
export function sendPage(reply: FastifyReply, page: string, status = 200): FastifyReply {
  // Without a referrer browsers send forms back with the origin "null", as if they came from elsewhere.
  reply.headers({ 'content-security-policy': POLICY, 'referrer-policy': 'same-origin' });
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}

/** Text as it may stand anywhere in HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
