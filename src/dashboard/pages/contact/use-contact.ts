import { useQuery } from 'urql';
import { useEvents } from '../../app/live/use-events.ts';
import type { GraphPage } from '../../app/paged.ts';
import { type Explained, explain, type Failure } from '../../app/problem.ts';
import { useSession } from '../../app/session/context.ts';
import { type PageRead, usePaged } from '../../app/use-paged.ts';
import { useRefreshing } from '../../app/use-refreshing.ts';
import { ContactHistory, ContactPage, ContactTimeline } from './contact.ts';
import type { ShownVersion } from './history.ts';
import type { ShownItem } from './TimelineItem.tsx';

const EVERY_MS = 60_000;
const FRESH = { requestPolicy: 'network-only' } as const;

/** All that its page shows of a contact, kept true by the events about it. */
export function useContact(id: string) {
  const { graph } = useSession();
  const [{ data, error }, ask] = useQuery({ query: ContactPage, variables: { id } });
  const versions = usePaged<ShownVersion>(id, async (after) => {
    const answer = await graph.query(ContactHistory, { id, after }, FRESH).toPromise();
    return pageRead(answer.data?.contact?.versions, answer.error);
  });
  const timeline = usePaged<ShownItem>(id, async (after) => {
    const answer = await graph.query(ContactTimeline, { id, after }, FRESH).toPromise();
    return pageRead(answer.data?.contact?.timeline, answer.error);
  });
  const { events } = useEvents({ contactId: id });
  const refresh = () => {
    ask(FRESH);
    versions.again();
    timeline.again();
  };
  useRefreshing(refresh, events?.[0]?.id, EVERY_MS);
  return { data, problem: error ? explain(error) : null, versions, timeline, events, refresh };
}

const GONE: Explained = {
  what: 'There is no such contact any more.',
  remedy: 'It may have been deleted or have become one with another: look for it among all contacts.',
  retryable: false,
};

function pageRead<T>(page: GraphPage<T> | null | undefined, error: Failure | undefined): PageRead<T> {
  if (page) return { page, problem: null };
  return { page: null, problem: error ? explain(error) : GONE };
}
