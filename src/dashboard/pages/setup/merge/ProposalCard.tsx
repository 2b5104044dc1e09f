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
          {compared(into, contact).map(({ what, left, right, differs }) => (
            <tr key={what} data-differs={differs}>
              <th scope="row">
                {what}
                {differs && <span className="sr-only"> (differs)</span>}
              </th>
              <td>{left ?? <span className="quiet">–</span>}</td>
              <td>{right ?? <span className="quiet">–</span>}</td>
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
