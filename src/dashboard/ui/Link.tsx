import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components';

interface LinkProps extends Omit<AriaLinkProps, 'className' | 'style'> {
  /** `button`: looks like one. */
  readonly look?: 'link' | 'button';
  /** Leads to another site, in a tab of its own. */
  readonly isExternal?: boolean;
}

/** A link; to our own pages it loads nothing anew. */
export function Link({ look = 'link', isExternal = false, children, ...props }: LinkProps) {
  const elsewhere = isExternal ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <AriaLink {...props} {...elsewhere} className={look === 'button' ? 'button button-plain' : 'link'}>
      {(state) => (
        <>
          {typeof children === 'function' ? children({ ...state, defaultChildren: null }) : children}
          {isExternal && <span className="sr-only"> (opens in a new tab)</span>}
        </>
      )}
    </AriaLink>
  );
}
