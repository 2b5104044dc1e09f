import type { AlertVia, CreateAlertTargetInput } from '../../../client/generated/graphql.ts';

/** A target as it is being written. */
export interface TargetDraft {
  readonly name: string;
  readonly via: AlertVia;
  readonly url: string;
  /** With commas between them. */
  readonly recipients: string;
}

/** What the graph is told: only what belongs to the way. */
export function inputOf({ name, via, url, recipients }: TargetDraft): CreateAlertTargetInput {
  return {
    ...{ name: name.trim(), via },
    ...(via === 'WEBHOOK' && { url: url.trim() }),
    ...(via === 'EMAIL' && {
      recipients: recipients
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    }),
  };
}

const PARTS = ['name', 'url', 'recipients'];

/** What the graph refused, by the field it belongs to; an empty part: by none that is on the page. */
export function wrongWith(
  errors: readonly { readonly path?: readonly string[] | null; readonly message: string }[],
): readonly { readonly part: string; readonly words: string }[] {
  return errors.map(({ path, message }) => {
    const part = path?.find((one) => PARTS.includes(one)) ?? '';
    const words = message.replace(/^[\w.]+ (?=is |must |names |needs )/, '');
    return { part, words: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`.replace(/\.\.$/, '.') };
  });
}
