import { CopyButton } from './CopyButton.tsx';

interface CopyTextProps {
  /** What it is, e.g. "Webhook address". */
  readonly label: string;
  readonly text: string;
  /** Where it is to be taken. */
  readonly description?: string;
}

/** A text to be taken elsewhere, with a button that copies it. */
export function CopyText({ label, text, description }: CopyTextProps) {
  return (
    <div className="copy">
      <span className="field-label">{label}</span>
      <span className="copy-line">
        <code className="copy-text">{text}</code>
        <CopyButton what={`the ${label.toLowerCase()}`} text={text} />
      </span>
      {description !== undefined && <span className="field-help">{description}</span>}
    </div>
  );
}
