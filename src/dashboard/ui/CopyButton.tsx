import { Button } from './Button.tsx';
import { say } from './notices.ts';

interface CopyButtonProps {
  /** What it copies, e.g. "the secret". */
  readonly what: string;
  readonly text: string;
}

/** Puts a text on the clipboard and says so; where the browser does not let it, it says that. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(`Copied ${what}.`);
    } catch {
      say(`The browser does not let this page copy. Mark ${what} and copy it by hand.`, 'warn');
    }
  };
  return (
    <Button onPress={copy} aria-label={`Copy ${what}`}>
      Copy
    </Button>
  );
}
