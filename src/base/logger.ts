import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';

/** Structured log; pass ids, codes and counts, never field values: those are personal data. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/** Names whose values never reach the log, wherever in the logged object they stand. */
const SECRET = ['token', 'password', 'secret', 'authorization', 'cookie', 'email', 'phone'];

/** A JSON logger at that level (`silent` logs nothing), on standard error where nothing else is given; secrets are masked by name. */
export function createLogger(level: string, destination: DestinationStream = standardError()): Logger {
  const paths = SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, base: null, redact: { paths, censor: '[hidden]' } }, destination);
}

function standardError(): DestinationStream {
  return pino.destination({ dest: 2, sync: false });
}
