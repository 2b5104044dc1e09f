/** What went wrong and who can do something about it, in words for whoever stands before the page. */
export interface Explained {
  readonly what: string;
  readonly remedy: string;
  /** Is it worth trying again? */
  readonly retryable: boolean;
}

/** An error as the graph shapes it. */
export interface GraphProblem {
  readonly message: string;
  readonly extensions?: { readonly [name: string]: unknown } | undefined;
}

/** A failed operation: what the graph said, or that nothing came back. It fits urql's errors. */
export interface Failure {
  readonly graphQLErrors: readonly GraphProblem[];
  readonly networkError?: Error | undefined;
}

/** The code of an error of the graph; null where it has none. */
export function codeOf({ extensions }: GraphProblem): string | null {
  return typeof extensions?.code === 'string' ? extensions.code : null;
}

/** Puts a failure in words. */
export function explain({ graphQLErrors, networkError }: Failure): Explained {
  const [first] = graphQLErrors;
  if (first) return explainProblem(first);
  return {
    what: networkError ? 'The gateway did not answer.' : 'The gateway answered nothing that can be read.',
    remedy: 'It may be restarting, or the network may be down. If it stays like this, tell whoever runs the gateway.',
    retryable: true,
  };
}

/** Puts an error of the graph in words. */
export function explainProblem(problem: GraphProblem): Explained {
  const { message } = problem;
  switch (codeOf(problem)) {
    case 'FORBIDDEN':
      return {
        what: missing(message),
        remedy: 'Whoever gave you your key can give you one with it.',
        retryable: false,
      };
    case 'UNAUTHORIZED':
      return { what: `You are signed out: ${message}.`, remedy: 'Sign in again.', retryable: false };
    case 'RATE_LIMITED':
    case 'TOO_MANY_STREAMS':
      return {
        what: 'You asked more often than the gateway allows.',
        remedy: 'Wait a minute and try again.',
        retryable: true,
      };
    case 'NOT_TRUSTED':
      return {
        what: 'This gateway answers only questions that its operator listed, and those of the dashboard are not among them.',
        remedy: 'Whoever runs the gateway can list them.',
        retryable: false,
      };
    case 'INTERNAL_SERVER_ERROR':
      return {
        what: 'Something failed inside the gateway.',
        remedy: 'Try again. If it stays like this, tell whoever runs the gateway: its log says more.',
        retryable: true,
      };
    default:
      return { what: `${message}.`.replace(/\.\.$/, '.'), remedy: 'Try again, or reload the page.', retryable: true };
  }
}

/** The scope that a refusal names, as people know it. */
function missing(message: string): string {
  const scope = Object.keys(PERMISSIONS).find((name) => message.includes(`scope ${name}`));
  return `Your key does not allow you to ${scope === undefined ? 'see this' : PERMISSIONS[scope]}.`;
}

/** What each scope lets people do. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  'contacts.readonly': 'see contacts and what happens to them',
  'contacts.write': 'change contacts, tasks, notes and appointments',
  'sync.manage': 'run and set up the sync',
  admin: 'manage keys and connections',
};
