import { useDoing } from '../../app/use-doing.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import { say } from '../../ui/notices.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { counted } from '../../words/count.ts';
import { entityInWords } from '../../words/entity.ts';
import { ReleaseRecord, type SetAsideRecord } from './problems.ts';
import { ThingLink } from './ThingLink.tsx';

interface Deciding {
  readonly mayDecide: boolean;
  readonly onDone: () => void;
}

/** Records that changed too often, each with the way back. */
export function SetAside({ records, ...rest }: Deciding & { readonly records: readonly SetAsideRecord[] }) {
  if (records.length === 0) return null;
  const title = `${counted(records.length, 'record')} ${records.length === 1 ? 'was' : 'were'} set aside`;
  return (
    <Card title={title}>
      <p>
        They changed again and again, as when two programs undo each other’s work. Find what keeps changing them, then
        take them back: what they say now is read and nothing is lost.
      </p>
      <ul className="refused">
        {records.map((record) => (
          <AsideRow key={`${record.record.system.id} ${record.type} ${record.record.id}`} {...record} {...rest} />
        ))}
      </ul>
    </Card>
  );
}

function AsideRow({ type, since, record, entity, mayDecide, onDone }: SetAsideRecord & Deciding) {
  const { run, isDoing } = useDoing(ReleaseRecord);
  async function takeBack() {
    const data = await run({ input: { system: record.system.id, type, id: record.id } });
    if (!data) return;
    const wrong = data.releaseRecord.userErrors[0];
    if (wrong) say(wrong.message, 'bad');
    else say('It was read again and takes part once more.');
    onDone();
  }
  return (
    <li className="refused-row">
      <div className="refused-what">
        <span>
          <ThingLink entity={entity} /> in {record.system.name}
        </span>
        <span className="quiet">
          Set aside <RelativeTime at={since} />
        </span>
      </div>
      <div className="refused-actions">
        {record.url && (
          <Link look="button" href={record.url} isExternal>
            Open in {record.system.name}
          </Link>
        )}
        {mayDecide && (
          <Button
            isPending={isDoing}
            aria-label={`Take back: ${entityInWords({ entity, type: null })}`}
            onPress={() => void takeBack()}
          >
            Take it back
          </Button>
        )}
      </div>
    </li>
  );
}
