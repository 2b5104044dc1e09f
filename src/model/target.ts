import { z } from 'zod';

/** The ways a message can take: a signed webhook, an e-mail, or a line in the log. */
export const VIAS = ['webhook', 'email', 'log'] as const;
/** One of the ways a message can take. */
export type Via = (typeof VIAS)[number];

/** Where messages are sent to. A webhook has a `url`, an e-mail `recipients`. */
export interface Target {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly via: Via;
  readonly url: string | null;
  readonly recipients: readonly string[];
}

const MOST_RECIPIENTS = 20;
const parts = { id: z.string(), name: z.string().trim().min(1).max(100), enabled: z.boolean() };

/** Reads a target that came from outside: each way with what it needs and nothing else. */
export const Target: z.ZodType<Target> = z.discriminatedUnion('via', [
  z.strictObject({ ...parts, via: z.literal('webhook'), url: z.string().max(2_000), recipients: z.tuple([]) }),
  z.strictObject({
    ...parts,
    via: z.literal('email'),
    url: z.null(),
    recipients: z.array(z.email('is no e-mail address')).min(1).max(MOST_RECIPIENTS),
  }),
  z.strictObject({ ...parts, via: z.literal('log'), url: z.null(), recipients: z.tuple([]) }),
]);
