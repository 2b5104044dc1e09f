import { Badge } from '../../ui/Badge.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { exactTime } from '../../ui/relative-time.ts';
import { entityInWords } from '../../words/entity.ts';
import { fieldsInWords } from '../../words/field.ts';
import { WRITES } from '../../words/status.ts';
import type { Shape } from './Log.tsx';
import type { DeliveryRow } from './logs.ts';

const DOES: Readonly<Record<string, string>> = { create: 'Made new', update: 'Changed', remove: 'Deleted' };

/** How writes are shown. */
export const deliveryShape: Shape<DeliveryRow> = {
  caption: 'What was written to the systems, newest first',
  keyOf: ({ id }) => id,
  title: ({ system, entity }) => `${system.name}: ${entityInWords({ entity, type: null })}`,
  details: (delivery) => <DeliveryDetails delivery={delivery} />,
  columns: [
    { head: 'When', cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    { head: 'Where', cell: ({ system }) => system.name },
    { head: 'What', cell: ({ entity }) => entityInWords({ entity, type: null }) },
    { head: 'How', cell: ({ operation }) => DOES[operation] ?? operation },
    {
      head: 'What became of it',
      cell: ({ status }) => <Badge tone={WRITES[status].tone}>{WRITES[status].words}</Badge>,
    },
  ],
};

function DeliveryDetails({ delivery }: { readonly delivery: DeliveryRow }) {
  const { id, operation, fields, status, attempts, nextAttemptAt, createdAt, error, correlationId } = delivery;
  return (
    <Facts
      facts={[
        ['Asked for', exactTime(Date.parse(createdAt))],
        ['How', DOES[operation] ?? operation],
        ['Fields', fields.length > 0 && fieldsInWords(fields, 20)],
        ['What became of it', WRITES[status].words],
        ['Tried', attempts],
        ['Tried again', nextAttemptAt && exactTime(Date.parse(nextAttemptAt))],
        ['What the system said', error?.message],
        ['Write', id],
        ['Cause', correlationId],
      ]}
    />
  );
}
