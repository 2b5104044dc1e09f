/** Where to set out from to connect by consent: this gateway itself; or, where it is also reached by another address, that one, for the browser comes back to it. */
export function startOf(
  consentUrl: string,
  origin: string,
): { readonly path: string } | { readonly elsewhere: string } {
  const url = new URL(consentUrl, origin);
  return url.origin === origin ? { path: url.pathname } : { elsewhere: url.href };
}

/** Asks the gateway for the address of the system's page of consent; rejects with words for people. */
export async function askForConsent(path: string, authorization: string | null): Promise<string> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json', ...(authorization !== null && { authorization }) },
  });
  if (!answer.ok)
    throw new Error(
      'The gateway does not let you set out. Reload the page; if that does not help, tell whoever runs it',
    );
  const { url } = (await answer.json()) as { readonly url: string };
  return url;
}
