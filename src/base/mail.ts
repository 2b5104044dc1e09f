import type { Transporter } from 'nodemailer';
import { Problem } from './errors.ts';

/** The mail server and the sender's address. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

/** A plain text message. The id becomes its Message-ID, so that a repetition can be told. */
export interface Mail {
  readonly id: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Sends mail through one server. */
export interface Mailer {
  /** Resolves when the server has taken it; rejects with a Problem that names no address, and says whether to try again. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 20_000;

/** Makes a mailer; connects when there is something to send. */
export function createMailer({ url, from }: MailSettings): Mailer {
  let transport: Promise<Transporter> | null = null;
  return {
    async send({ id, recipients, subject, text }) {
      transport ??= connect(url);
      const messageId = `<${id}@${from.replace(/^.*@|>.*$/g, '')}>`;
      try {
        await (await transport).sendMail({ from, to: [...recipients], subject, text, messageId });
      } catch (cause) {
        throw refusal(cause);
      }
    },
    close() {
      void transport?.then((open) => open.close());
    },
  };
}

/** Loaded only where mail is sent: the gateway starts without it. */
async function connect(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  return createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
}

/** What the server said may repeat addresses; its number says enough. A wrong password is mended by people, so it is tried again. */
function refusal(cause: unknown): Problem {
  const { responseCode, code } = cause as { responseCode?: number; code?: string };
  if (code === 'EAUTH')
    return new Problem('UNAUTHORIZED', 'The mail server refuses the login of SMTP_URL', 'later', { cause });
  if (responseCode === undefined) {
    const why = code ? ` (${code})` : '';
    return new Problem('UNAVAILABLE', `The mail server could not be reached${why}`, 'later', { cause });
  }
  const forGood = responseCode >= 500;
  return new Problem('REFUSED', `The mail server answered ${responseCode}`, forGood ? 'never' : 'later', { cause });
}
