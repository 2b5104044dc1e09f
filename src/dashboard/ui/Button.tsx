import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `primary`: what this place is for, once at most; `danger`: what cannot be undone; `quiet`: beside others. */
  readonly tone?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. While `isPending`, it says so to screen readers and cannot be pressed again. */
export function Button({ tone = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button-${tone}`} />;
}
