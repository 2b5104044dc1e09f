import { Button } from './Button.tsx';
import { say } from './notices.ts';

interface CopyTextProps {
  /** What it is, e.g. "Webhook address". */
  readonly label: string;
  readonly text: string;
  /** Where it is to be taken. */
  readonly description?: string;
}

/** A text to be taken elsewhere, with a button that copies it. */
export function CopyText({ label, text, description }: CopyTextProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(`${label} copied.`);
    } catch {
      say(`The browser does not let this page copy. Mark the ${label.toLowerCase()} and copy it by hand.`, 'warn');
    }
  };
  return (
    <div className="copy">
      <span className="field-label">{label}</span>
      <span className="copy-line">
        <code className="copy-text">{text}</code>
        <Button onPress={copy} aria-label={`Copy the ${label.toLowerCase()}`}>
          Copy
        </Button>
      </span>
      {description !== undefined && <span className="field-help">{description}</span>}
    </div>
  );
}
