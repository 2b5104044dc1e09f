/** Who should try again, and when: nobody, whoever retries such things later, or not before `afterMs` milliseconds. */
export type Retry = 'never' | 'later' | { readonly afterMs: number };

/** Every way in which an operation of ours can fail; stable, because clients and the outbox decide by it. */
export type ProblemCode =
  | 'INVALID' // what was sent is wrong; the message says which part
  | 'NOT_FOUND' // the named thing does not exist
  | 'EXPIRED' // it was there once and has been forgotten
  | 'DUPLICATE' // the system already holds such a record
  | 'CONFLICT' // somebody else changed it first
  | 'UNAUTHORIZED' // the credential is refused
  | 'FORBIDDEN' // the credential is good but may not do this
  | 'RATE_LIMITED' // the system's budget is spent
  | 'UNAVAILABLE' // the system cannot be reached or says that it is ill
  | 'TIMEOUT' // no answer in time; the request was safe to repeat
  | 'AMBIGUOUS' // no answer to a write that may have been applied: look before repeating it
  | 'MALFORMED' // the system answered something that is not what it documents
  | 'REFUSED' // the system understood and refuses for good
  | 'UNSUPPORTED' // the system cannot do such a thing
  | 'NOT_CONNECTED' // the system is not configured
  | 'INTERNAL'; // our own fault

/** Extra facts of a problem. `path` names the offending input field; `recordId` the record it is about. */
export interface ProblemDetails {
  readonly path?: readonly string[];
  readonly recordId?: string;
  readonly system?: string;
  readonly cause?: unknown;
}

/** The one error type that crosses our boundaries: `message` is fit to be shown to a caller (no secret, URL or body). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly retry: Retry;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, message: string, retry: Retry = 'never', details: ProblemDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.retry = retry;
    this.details = details;
  }
}

/** Turns anything thrown into a Problem; what is not one of ours becomes INTERNAL with the original as its cause. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem('INTERNAL', 'Something failed inside the gateway; the log has the details', 'later', {
    cause: thrown,
  });
}
