import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { grouped } from '../../words/count.ts';
import { ExportButton } from './ExportButton.tsx';
import type { ReadPage } from './read.ts';
import { usePages } from './use-pages.ts';

/** What one kind of entry is and how it is shown. */
export interface Shape<Row> {
  /** What the rows are, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What a row is about, in words: names its details. */
  readonly title: (row: Row) => string;
  readonly details: (row: Row) => ReactNode;
}

interface LogTableProps<Row> extends Shape<Row> {
  readonly rows: readonly Row[];
}

/** The entries of a log, each with a button that opens all that is known of it. */
export function LogTable<Row>({ caption, columns, rows, keyOf, title, details }: LogTableProps<Row>) {
  const [open, setOpen] = useState<Row | null>(null);
  const opener: Column<Row> = {
    head: 'More',
    cell: (row) => (
      <Button tone="quiet" aria-label={`Details: ${title(row)}`} onPress={() => setOpen(row)}>
        Details
      </Button>
    ),
  };
  const empty = (
    <EmptyState title="There is nothing like that">
      Choose less narrow filters. What happens from now on appears when it is read again.
    </EmptyState>
  );
  return (
    <>
      <Table caption={caption} columns={[...columns, opener]} rows={rows} keyOf={keyOf} empty={empty} />
      <Dialog title={open ? title(open) : ''} isOpen={open !== null} onClose={() => setOpen(null)}>
        {open && details(open)}
      </Dialog>
    </>
  );
}

interface LogProps<Row> {
  readonly shape: Shape<Row>;
  readonly read: ReadPage<Row>;
  /** What a file with its entries is called after. */
  readonly name: string;
}

/** A log as far as it was read, the way to read on, and to keep it as a file. */
export function Log<Row>({ shape, read, name }: LogProps<Row>) {
  const { rows, total, problem, isReading, more, again } = usePages(read);
  return (
    <>
      <div className="log-head">
        <p role="status" className="quiet">
          {rows && `${grouped(rows.length)} of ${grouped(total)} shown, newest first`}
        </p>
        <div className="log-actions">
          <Button isPending={isReading} onPress={again}>
            Read again
          </Button>
          <ExportButton name={name} read={read} />
        </div>
      </div>
      {rows && (rows.length > 0 || !problem) && <LogTable {...shape} rows={rows} />}
      {rows === null && !problem && <Loading what="Reading the log" />}
      {problem && <ErrorState {...problem} onRetry={rows && more ? more : again} />}
      {rows && more && !problem && (
        <Button isPending={isReading} onPress={more}>
          Show older ones
        </Button>
      )}
    </>
  );
}
