import type { SetupChecksQuery } from '../../../../client/generated/graphql.ts';
import { withSettingWords } from '../../../words/setting.ts';

/** One thing that was tried. */
export type Check = SetupChecksQuery['systems'][number]['connection']['checks'][number];

/** What people call it otherwise than the gateway. */
const WORDS: Readonly<Record<string, string>> = { 'the credential': 'sign-in' };

/** What was tried on a system and what came of it, in words. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul className="checks" aria-label="What was tried">
      {checks.map(({ what, ok, message, code }) => (
        <li key={what} className="check" data-tone={ok ? 'good' : code === null ? 'warn' : 'bad'}>
          <span className="check-mark" aria-hidden="true">
            {ok ? '✓' : code === null ? '!' : '✗'}
          </span>
          <span>
            <strong className="check-what">{WORDS[what] ?? what}</strong>
            <span className="sr-only">{ok ? ' works' : code === null ? ' is limited' : ' does not work'}</span>:{' '}
            {withSettingWords(message)}
          </span>
        </li>
      ))}
    </ul>
  );
}
