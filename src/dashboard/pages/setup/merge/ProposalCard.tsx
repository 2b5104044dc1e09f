import type { ProposedContactFragment, SetupProposalsQuery } from '../../../../client/generated/graphql.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { compared } from './comparison.ts';
import { scoreInWords } from './score.ts';

/** Two contacts that may be one. */
export type Pair = SetupProposalsQuery['mergePlan']['nodes'][number];

interface ProposalCardProps {
  readonly pair: Pair;
  readonly isPending: boolean;
  readonly onApprove: () => void;
  readonly onReject: () => void;
}

const NOTHING = <span className="quiet">–</span>;

/** Two contacts side by side, with what speaks for them being one, and the two buttons. */
export function ProposalCard({ pair, isPending, onApprove, onReject }: ProposalCardProps) {
  const { score, reasons, contact, into } = pair;
  if (!contact || !into) return null;
  const name = into.name ?? 'the contact without a name';
  return (
    <li className="pair">
      <div className="pair-head">
        <Badge tone={score >= 0.85 ? 'good' : 'warn'}>{scoreInWords(score)}</Badge>
        <span className="quiet">{reasons.join(', ')}</span>
      </div>
      <table className="pair-table">
        <caption className="sr-only">{`${contact.name ?? 'A contact'} and ${name}`}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{placesOf(into)}</th>
            <th scope="col">{placesOf(contact)}</th>
          </tr>
        </thead>
        <tbody>
          {compared(into, contact).map(({ what, left, right, are }) => (
            <tr key={what} data-are={are}>
              <th scope="row">
                {what}
                {are === 'different' && <span className="sr-only"> (differs)</span>}
              </th>
              {are === 'same' ? (
                <td colSpan={2}>{left}</td>
              ) : (
                <>
                  <td>{left ?? NOTHING}</td>
                  <td>{right ?? NOTHING}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="actions">
        <Button isPending={isPending} onPress={onApprove} aria-label={`The same: ${name}`}>
          The same
        </Button>
        <Button isPending={isPending} onPress={onReject} aria-label={`Not the same: ${name}`}>
          Not the same
        </Button>
      </div>
    </li>
  );
}

/** Where it is known from. */
function placesOf({ records }: ProposedContactFragment): string {
  return [...new Set(records.map(({ system }) => system.name))].join(', ') || 'Entered here';
}
