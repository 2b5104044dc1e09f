import { Problem } from '../base/errors.ts';
import type { SyncContext } from './context.ts';
import { type DecisionOptions, decide } from './decide.ts';
import { joinContacts } from './join-contacts.ts';
import { livingContact } from './move-records.ts';
import type { Mutated } from './reply.ts';

/** Two contacts, by their ids, of which a person says that they are one. */
export interface MergeWish {
  readonly into: string;
  readonly from: string;
}

/** Makes the contact `from` part of the contact `into` and writes what that changes through. */
export function mergeContacts(context: SyncContext, options: DecisionOptions, wish: MergeWish): Promise<Mutated> {
  return decide(context, options, `Merged with ${wish.from}`, async (tx, ledger) => {
    if (wish.into === wish.from)
      throw new Problem('INVALID', 'from must be another contact than into', 'never', { path: ['input', 'from'] });
    const into = await livingContact(tx, wish.into, 'into');
    const from = await livingContact(tx, wish.from, 'from');
    await joinContacts(context, tx, ledger, { into, from });
    return into.id;
  });
}
