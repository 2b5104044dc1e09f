interface BarProps {
  readonly percentage: number;
  readonly tone: 'good' | 'warn' | 'bad';
}

/** The bar alone; what it says must stand beside it in words. */
export function Bar({ percentage, tone }: BarProps) {
  return (
    <span className="bar" data-tone={tone} aria-hidden="true">
      <span className="bar-fill" style={{ inlineSize: `${percentage}%` }} />
    </span>
  );
}
