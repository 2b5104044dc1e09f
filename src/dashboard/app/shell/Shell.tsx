import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notices } from '../../ui/Notices.tsx';
import { Caller } from './Caller.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { Navigation } from './Navigation.tsx';
import { SchemeSwitch } from './SchemeSwitch.tsx';

interface ShellProps {
  readonly path: string;
  readonly children: ReactNode;
}

/** What stands around every page: navigation (behind a button on a phone), who is here, and what is said. */
export function Shell({ path, children }: ShellProps) {
  const main = useFocusOnArrival(path);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const close = () => setMenuOpen(false);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <div className="shell">
      <a className="skip" href="#main">
        To the content
      </a>
      <div className="side-frame">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears Escape for the buttons and links in it */}
        <div className="side" data-open={isMenuOpen} onKeyDown={closeOnEscape}>
          <div className="brand">
            <span className="brand-name">Tributary</span>
            <span className="menu-button">
              <Button aria-expanded={isMenuOpen} aria-controls="menu" onPress={() => setMenuOpen(!isMenuOpen)}>
                Menu
              </Button>
            </span>
          </div>
          <div id="menu" className="menu">
            <Navigation path={path} onFollow={close} />
            <div className="side-foot">
              <SchemeSwitch />
              <Caller />
            </div>
          </div>
        </div>
      </div>
      <main id="main" ref={main} tabIndex={-1}>
        <ConnectionNotice />
        {children}
      </main>
      <Notices />
    </div>
  );
}

/** On another page, the next Tab and a screen reader begin at its content; not on the first one, where the browser begins itself. */
function useFocusOnArrival(path: string) {
  const main = useRef<HTMLElement>(null);
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  return main;
}
