import type { EventRowFragment } from '../../../client/generated/graphql.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { eventsOf, receiptLines } from './receipts.ts';
import type { Write } from './use-write.ts';

interface ReceiptsProps {
  readonly write: Write | null;
  readonly holders: readonly { readonly id: string; readonly name: string }[];
  readonly events: readonly EventRowFragment[];
  readonly onClose: () => void;
}

/** What each system says to the last change, as it says it; a live region that is always there. */
export function Receipts({ write, holders, events, onClose }: ReceiptsProps) {
  return (
    <div role="status" aria-label="What became of the change" className="receipts">
      {write && (
        <div className="receipts-body">
          <div className="receipts-head">
            <strong>{write.receipts === null ? `${write.what}: being written…` : `${write.what}: saved`}</strong>
            <Button tone="quiet" aria-label="Close what became of the change" onPress={onClose}>
              <span aria-hidden="true">✕</span>
            </Button>
          </div>
          {/* biome-ignore lint/a11y/noRedundantRoles: without bullets, some screen readers take it for no list */}
          <ul className="receipt-lines" role="list">
            {receiptLines(holders, write.receipts, eventsOf(events, write.since, write.isCause)).map((line) => (
              <li key={line.system}>
                <Badge tone={line.tone}>{line.name}</Badge> {line.words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
