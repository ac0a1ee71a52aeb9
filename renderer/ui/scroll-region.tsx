// Something to read that scrolls by itself: it takes the keyboard, so that the arrows can move it where nothing in it does.
import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly className: string;
  /** Which pane it is, for the keys that walk the panes. */
  readonly pane?: string;
  readonly children: ReactNode;
}

export function ScrollRegion({ label, className, pane, children }: Props) {
  return (
    <section ref={reachable} aria-label={label} className={className} data-pane={pane}>
      {children}
    </section>
  );
}

function reachable(element: HTMLElement | null): void {
  if (element) element.tabIndex = 0;
}
