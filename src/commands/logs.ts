import { auditId } from '../graphql/resolvers/audit.ts';
import { eventId } from '../graphql/resolvers/timeline.ts';
import type { LogFilter } from '../store/log-shapes.ts';
import type { PageRequest, PageResult, Position, Store } from '../store/store.ts';
import { type Command, EXIT, type Options } from './command.ts';
import { OF_WORKSPACE, withStore } from './with-store.ts';

const PAGE = 1_000;
const CHUNK = 65_536;

type Lines = (store: Store, filter: LogFilter & { readonly system?: string }) => AsyncIterable<object>;

/** The logs by their names, each read from its oldest entry on, a page at a time. */
const LOGS: Readonly<Record<string, Lines>> = {
  async *audit(store, { contactId, from, to }) {
    const filter = { ...(contactId && { subject: contactId }), ...(from && { from }), ...(to && { to }) };
    for await (const { seq, ...entry } of oldestFirst((page) => store.audit.page(filter, page)))
      yield { id: auditId(seq), ...entry, at: time(entry.at) };
  },
  async *events(store, { system, ...filter }) {
    const wanted = { ...filter, ...(system && { systems: [system] }) };
    for (let last = 0; ; ) {
      const events = await store.events.after(last, wanted, PAGE);
      for (const { seq, ...event } of events) yield { id: eventId(seq), ...event, at: time(event.at) };
      if (events.length < PAGE) return;
      last = events.at(-1)?.seq ?? last;
    }
  },
  async *runs(store, filter) {
    for await (const run of oldestFirst((page) => store.runs.page(filter, page)))
      yield { ...run, startedAt: time(run.startedAt), finishedAt: time(run.finishedAt) };
  },
  async *deliveries(store, filter) {
    for await (const delivery of oldestFirst((page) => store.outbox.page(filter, page)))
      yield { ...delivery, createdAt: time(delivery.createdAt), nextAttemptAt: time(delivery.nextAttemptAt) };
  },
};

/** What is of no use for a log. */
const NOT_OF: Readonly<Record<string, readonly string[]>> = { audit: ['system', 'search'] };

/** Writes a log to standard output, a JSON object a line, oldest first. */
export const exportLogs: Command = {
  words: ['logs', 'export'],
  parameters: [Object.keys(LOGS).join('|')],
  options: { system: '<id>', contact: '<id>', from: '<time>', to: '<time>', search: '<text>', ...OF_WORKSPACE },
  what: 'writes a log as NDJSON, oldest first',
  async run([name = ''], tools, options) {
    const lines = Object.hasOwn(LOGS, name) ? LOGS[name] : undefined;
    if (!lines)
      return { code: EXIT.usage, lines: [`There is no log "${name}"; there are: ${Object.keys(LOGS).join(', ')}`] };
    const wrong = (['from', 'to'] as const).find(
      (part) => options[part] !== undefined && Number.isNaN(timeOf(options, part)),
    );
    if (wrong)
      return { code: EXIT.usage, lines: [`--${wrong} must be a time such as 2026-01-31 or 2026-01-31T12:00:00Z`] };
    const idle = NOT_OF[name]?.find((part) => options[part] !== undefined);
    if (idle) return { code: EXIT.usage, lines: [`--${idle} cannot be asked of the log "${name}"`] };
    return withStore(tools, options, async (store) => {
      let text = '';
      for await (const entry of lines(store, filterOf(options))) {
        text += `${JSON.stringify(entry)}\n`;
        if (text.length < CHUNK) continue;
        await tools.write(text);
        text = '';
      }
      if (text) await tools.write(text);
      return { code: EXIT.done, lines: [] };
    });
  },
};

function filterOf(options: Options): LogFilter & { readonly system?: string } {
  const { system, contact, search } = options;
  return {
    ...(typeof system === 'string' && { system }),
    ...(typeof contact === 'string' && { contactId: contact }),
    ...(typeof search === 'string' && { search }),
    ...(options.from !== undefined && { from: timeOf(options, 'from') }),
    ...(options.to !== undefined && { to: timeOf(options, 'to') }),
  };
}

function timeOf(options: Options, part: 'from' | 'to'): number {
  return Date.parse(String(options[part]));
}

/** A list that is kept newest first, from its end. */
async function* oldestFirst<T>(read: (page: PageRequest) => Promise<PageResult<T>>): AsyncIterable<T> {
  for (let from: Position | null = null; ; ) {
    const page: PageResult<T> = await read({ limit: PAGE, forward: false, from });
    yield* page.items.toReversed();
    from = page.positions[0] ?? null;
    if (!page.more || from === null) return;
  }
}

function time(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
