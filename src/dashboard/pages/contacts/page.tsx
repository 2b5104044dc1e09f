import { useQuery } from 'urql';
import { useEvents } from '../../app/live/use-events.ts';
import { explain } from '../../app/problem.ts';
import { navigate, useAddress } from '../../app/router/history.ts';
import { useSession } from '../../app/session/context.ts';
import { usePaged } from '../../app/use-paged.ts';
import { useRefreshing } from '../../app/use-refreshing.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page as PageFrame } from '../../ui/Page.tsx';
import { ContactRow } from './ContactRow.tsx';
import { ContactList, ContactSystems } from './contacts.ts';
import { FilterBar } from './FilterBar.tsx';
import { addressOf, counted, filtersOf, isRestricted, variablesOf } from './filters.ts';
import { VirtualList } from './VirtualList.tsx';
import './contacts.css';

const EVERY_MS = 60_000;

/** All contacts, to search and filter; what is searched for stands in the address. */
export function Page() {
  const filters = filtersOf(useAddress().query);
  const { graph } = useSession();
  const [{ data }] = useQuery({ query: ContactSystems });
  const { list, problem, isReading, more, again } = usePaged(addressOf(filters), async (after) => {
    const variables = { ...variablesOf(filters), after };
    const answer = await graph.query(ContactList, variables, { requestPolicy: 'network-only' }).toPromise();
    return answer.data
      ? { page: answer.data.contacts, problem: null }
      : { page: null, problem: explain(answer.error ?? { graphQLErrors: [] }) };
  });
  const live = useEvents({ types: ['CONTACT'] }, 1);
  useRefreshing(again, live.events?.[0]?.id, EVERY_MS);

  return (
    <PageFrame title="Contacts" lead="Everybody your systems know, each once.">
      <FilterBar
        filters={filters}
        systems={data?.systems ?? []}
        onChange={(wanted) => navigate(addressOf(wanted), { replace: true })}
      />
      {problem && <ErrorState {...problem} onRetry={again} />}
      <p role="status" className="contact-count">
        {list && counted(list.total, filters)}
      </p>
      {!list && !problem && <Loading what="Reading the contacts" />}
      {list?.rows.length === 0 && <Nobody isSearch={isRestricted(filters)} />}
      {list && list.rows.length > 0 && (
        <VirtualList label="Contacts" rows={list.rows} total={list.total} isBusy={isReading} onNearEnd={more}>
          {(contact) => <ContactRow contact={contact} />}
        </VirtualList>
      )}
      {list?.hasMore && isReading && <Loading what="Reading more contacts" />}
    </PageFrame>
  );
}

function Nobody({ isSearch }: { readonly isSearch: boolean }) {
  return isSearch ? (
    <EmptyState title="Nobody fits">
      Words are found by their beginnings. Try fewer letters, or show all contacts and take one filter after the other.
    </EmptyState>
  ) : (
    <EmptyState title="There are no contacts yet">
      As soon as a system is connected, everybody it knows appears here.
    </EmptyState>
  );
}
