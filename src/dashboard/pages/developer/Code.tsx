interface CodeProps {
  /** What it is, for screen readers. */
  readonly label: string;
  readonly text: string;
}

/** A text as programs write it; where it is long it scrolls, also by keyboard. */
export function Code({ label, text }: CodeProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="code" aria-label={label} tabIndex={0}>
      <pre>{text}</pre>
    </section>
  );
}
