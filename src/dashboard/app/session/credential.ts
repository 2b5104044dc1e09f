const PLACE = 'tributary.credential';

/** The key or token that is shown, kept while this tab is open; null: none. */
export const credential = {
  get: (): string | null => sessionStorage.getItem(PLACE),
  set(secret: string | null): void {
    if (secret === null) sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, secret);
  },
};

/** What is shown to the gateway; people paste keys with blanks around them, and headers as a whole. */
export function authorizationOf(secret: string): string {
  return `Bearer ${secret.trim().replace(/^(authorization:\s*)?bearer\s+/i, '')}`;
}
