import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Dice } from '../../support/dice.ts';
import {
  ADD_TAGS,
  CREATE_CONTACT,
  CREATE_NOTE,
  CREATE_TASK,
  UPDATE_CONTACT,
  UPDATE_NOTE,
  UPDATE_TASK,
} from '../documents.ts';
import type { Promises } from './promises.ts';

/** Where the gateway can be reached; waits while it is dead. */
export type Gate = () => Promise<string>;

type Payload = { readonly userErrors: readonly { readonly message?: string }[] } & Record<string, unknown>;

/** Sends a mutation until it is answered: under one idempotency key, as a careful client does. */
async function act<T, V>(gate: Gate, document: TypedDocumentNode<T, V>, input: object): Promise<Payload> {
  const body = JSON.stringify({ query: print(document), variables: { input } });
  for (;;) {
    const url = await gate();
    try {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { data, errors } = (await answer.json()) as {
        data?: Record<string, Payload>;
        errors?: { message: string }[];
      };
      const payload = data && Object.values(data)[0];
      const refused = errors ?? payload?.userErrors ?? [];
      if (!payload || refused.length > 0) throw new Refused(JSON.stringify({ input, refused }));
      return payload;
    } catch (error) {
      if (error instanceof Refused) throw error;
      // It was killed before it answered: whether it took the change in, nobody knows.
    }
  }
}

/** The gateway answered that it does not take the change: nothing in these stories may be refused. */
class Refused extends Error {}

interface Mine {
  readonly id: string;
  readonly marker: string;
}

/** What a caller does next; each call is one acknowledged change. */
export interface Caller {
  next(): Promise<void>;
}

/** A frontend that makes and changes things of its own through the graph. `systems` are where they must end up. */
export function createCaller(
  name: string,
  dice: Dice,
  gate: Gate,
  promises: Promises,
  systems: readonly string[],
): Caller {
  const contacts: Mine[] = [];
  const tasks: Mine[] = [];
  const notes: Mine[] = [];
  let made = 0;

  async function send<T, V>(document: TypedDocumentNode<T, V>, input: object): Promise<Payload> {
    made += 1;
    const waitFor = dice.chance(50) ? 'ACCEPTED' : 'FIRST_ATTEMPT';
    return act(gate, document, { ...input, waitFor, idempotencyKey: `${name}-${made}` });
  }

  async function createContact(): Promise<void> {
    const marker = `${name}-${made}@chaos.example`;
    const given = {
      firstName: `First${made}`,
      lastName: `Last${made}`,
      phone: phoneOf(name, made),
      website: 'https://chaos.example/0',
    };
    const place = { line1: `${made} High Street`, city: 'Bristol', postcode: 'BS1 4ST' };
    promises.made({ kind: 'contact', marker, about: null, places: systems }, { ...given, ...place });
    const { contact } = await send(CREATE_CONTACT, { ...given, email: marker, address: { ...place, country: 'GB' } });
    contacts.push({ id: idOf(contact), marker });
  }

  async function createTask(owner: Mine): Promise<void> {
    const marker = `${name}-task-${made}`;
    const given = { body: 'v0', dueAt: '2028-01-10T10:00:00.000Z' };
    promises.made({ kind: 'task', marker, about: owner.marker, places: systems }, { ...given, completed: false });
    const { task } = await send(CREATE_TASK, { ...given, title: marker, contactId: owner.id });
    tasks.push({ id: idOf(task), marker });
  }

  async function createNote(owner: Mine): Promise<void> {
    const marker = `${name}-note-${made}`;
    const given = { body: `${marker} v0`, title: 't0' };
    promises.made({ kind: 'note', marker, about: owner.marker, places: systems }, given);
    const { note } = await send(CREATE_NOTE, { ...given, contactId: owner.id });
    notes.push({ id: idOf(note), marker });
  }

  async function changeContact({ id, marker }: Mine): Promise<void> {
    const firstName = `First${made}`;
    await send(UPDATE_CONTACT, { id, firstName });
    promises.set('contact', marker, 'firstName', firstName);
  }

  async function tagContact({ id, marker }: Mine): Promise<void> {
    const tag = `${name}-tag-${made}`;
    await send(ADD_TAGS, { contactId: id, tags: [tag] });
    promises.tagged(marker, tag);
  }

  async function changeTask({ id, marker }: Mine): Promise<void> {
    const body = `v${made}`;
    await send(UPDATE_TASK, { id, body });
    promises.set('task', marker, 'body', body);
  }

  async function changeNote({ id, marker }: Mine): Promise<void> {
    const title = `t${made}`;
    await send(UPDATE_NOTE, { id, title });
    promises.set('note', marker, 'title', title);
  }

  return {
    async next() {
      const [contact, task, note] = [contacts, tasks, notes].map((some) => some[dice.between(0, some.length - 1)]);
      if (!contact || dice.chance(15)) return createContact();
      const wish = dice.between(1, 6);
      if (wish === 1 || (!task && wish === 2)) return createTask(contact);
      if (wish === 3 || (!note && wish === 4)) return createNote(contact);
      if (task && wish === 2) return changeTask(task);
      if (note && wish === 4) return changeNote(note);
      return wish === 5 ? tagContact(contact) : changeContact(contact);
    },
  };
}

function idOf(thing: unknown): string {
  return String((thing as { id: string }).id);
}

/** A British mobile number that nobody else in the story has. */
function phoneOf(name: string, number: number): string {
  return `+4477009${String(name.charCodeAt(name.length - 1) % 10)}${String(number).padStart(4, '0')}`;
}
