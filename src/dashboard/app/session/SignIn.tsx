import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useTitle } from '../../ui/use-title.ts';

interface SignInProps {
  /** What the gateway said to the last key; null where none was shown. */
  readonly why: string | null;
  readonly onSignIn: (secret: string) => void;
}

/** Asks for a key or token, and says where to get one. */
export function SignIn({ why, onSignIn }: SignInProps) {
  useTitle('Sign in');
  const [secret, setSecret] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret.trim() !== '') onSignIn(secret.trim());
  };
  return (
    <main className="sign-in">
      <h1>Sign in</h1>
      <p>This gateway asks who you are. Paste the key that you were given; it is kept until this tab is closed.</p>
      {why !== null && (
        <p role="alert" className="notice notice-bad">
          You were not let in. {why}.
        </p>
      )}
      <form onSubmit={submit}>
        <TextField
          label="Key or token"
          type="password"
          autoComplete="current-password"
          value={secret}
          onChange={setSecret}
          description="It begins with trb_, unless your company signs you in elsewhere."
          autoFocus
        />
        <Button type="submit" tone="primary" isDisabled={secret.trim() === ''}>
          Sign in
        </Button>
      </form>
      <p className="quiet">No key yet? Whoever runs this gateway can make one for you.</p>
    </main>
  );
}
