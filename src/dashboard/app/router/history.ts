import { useSyncExternalStore } from 'react';
import { createStore } from '../store.ts';
import { routeAt } from './routes.ts';

const here = () => location.pathname + location.search;
const place = createStore(here());
window.addEventListener('popstate', () => place.set(here()));

/** Goes to an address: without loading anything anew where it is one of our pages. */
export function navigate(href: string, { replace = false } = {}): void {
  const target = new URL(href, location.href);
  if (target.origin !== location.origin || !routeAt(target.pathname)) return location.assign(target);
  history[replace ? 'replaceState' : 'pushState'](null, '', target);
  place.set(here());
}

/** The address, as it changes. */
export function useAddress(): { readonly path: string; readonly query: URLSearchParams } {
  const address = new URL(useSyncExternalStore(place.subscribe, place.get), location.href);
  return { path: address.pathname, query: address.searchParams };
}
