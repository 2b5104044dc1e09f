import { ARROWS, directionInWords, labelOf, OCCASIONS, type Row } from '../../../words/mapping.ts';
import { joins, transformInWords } from '../../../words/transform.ts';
import type { Sides } from './options.ts';

interface RowTitleProps {
  readonly row: Row;
  readonly sides: Sides;
  readonly system: string;
}

/** A row in short: the field here, which way, the field there, and what is special about it. */
export function RowTitle({ row, sides, system }: RowTitleProps) {
  const there = row.record.map((field) => labelOf(field, sides.thereLabels));
  const special = [
    ...row.transforms.map(transformInWords),
    ...(row.owner ? [`${system} wins`] : []),
    ...(row.when === 'ALWAYS' ? [] : [OCCASIONS[row.when].toLowerCase()]),
  ];
  return (
    <span className="row-title">
      <span>{row.entity === '' ? 'New row' : labelOf(row.entity, sides.hereLabels)}</span>
      <span className="row-arrow">
        <span aria-hidden="true">{ARROWS[row.direction]}</span>
        <span className="sr-only"> {directionInWords(row.direction, system)} </span>
      </span>
      <span>{there.join(joins(row.transforms[0]) ? ' and ' : ', else ') || 'choose a field'}</span>
      {special.length > 0 && <span className="row-special">{special.join(' · ')}</span>}
    </span>
  );
}
