import type { Place } from '../../sources/oauth.ts';
import type { KeptWorkspace } from '../../store/access-store.ts';
import type { ConnectionCheck } from '../../sync/connection-check.ts';
import { escapeHtml, htmlPage } from '../page.ts';

/** Asks who wants to connect a system; `wrong` says what was wrong with the key that was typed. */
export function keyPage(name: string, wrong: string | null): string {
  return htmlPage(
    `Connect ${name}`,
    `${wrong === null ? '' : paragraph(wrong)}
<form method="post">
<label for="key">An API key of your workspace with the scope admin</label>
<input id="key" name="key" type="password" autocomplete="off" required>
<button>Go on</button>
</form>
${paragraph(`On the next page you choose in ${name} what to connect. The key is not sent there.`)}`,
  );
}

/** Says which workspace a system will be connected to, before the browser leaves. */
export function continuePage(name: string, workspace: KeptWorkspace, url: string): string {
  const text = `${name} will be connected to the workspace ${workspace.name} (${workspace.id}).`;
  return htmlPage(
    `Connect ${name}`,
    `${paragraph(text)}<p><a href="${escapeHtml(url)}">Choose in ${escapeHtml(name)}</a></p>`,
  );
}

/** The consent was for more than one place: one is to be chosen, and consented to anew. */
export function choicePage(name: string, places: readonly Place[], startUrl: string): string {
  const items = places.map(
    ({ id, name: called }) =>
      `<li><a href="${escapeHtml(`${startUrl}?place=${encodeURIComponent(id)}`)}">${escapeHtml(called)}</a></li>`,
  );
  return htmlPage(
    `Which part of ${name}?`,
    `${paragraph('A workspace is connected to one of them.')}<ul>${items.join('\n')}</ul>`,
  );
}

/** What was connected, and what works of it. */
export function connectedPage(name: string, workspace: KeptWorkspace, checks: readonly ConnectionCheck[]): string {
  const rows = checks.map(
    ({ what, ok, message }) => `<dt>${ok ? '✓' : '✗'} ${escapeHtml(what)}</dt><dd>${escapeHtml(message)}</dd>`,
  );
  const text = `It belongs to the workspace ${workspace.name} (${workspace.id}) now, and its first sync has begun. You may close this page.`;
  return htmlPage(`${name} is connected`, `${paragraph(text)}<dl>${rows.join('\n')}</dl>`);
}

/** What went wrong and, where there is one, the way to try again. */
export function failedPage(title: string, message: string, again?: string): string {
  return htmlPage(title, `${paragraph(message)}${again ? `<p><a href="${escapeHtml(again)}">Try again</a></p>` : ''}`);
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
