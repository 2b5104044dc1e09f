import pino, { type Logger as PinoLogger } from 'pino';

/** Structured log; pass ids, codes and counts, never field values: those are personal data. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/** Names whose values never reach the log, wherever in the logged object they stand. */
const SECRET = ['token', 'password', 'secret', 'authorization', 'cookie', 'email', 'phone'];

/** A JSON logger on standard error at that level (`silent` logs nothing); secrets are masked by name. */
export function createLogger(level: string): Logger {
  const paths = SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, base: null, redact: { paths, censor: '[hidden]' } }, pino.destination({ dest: 2, sync: false }));
}
