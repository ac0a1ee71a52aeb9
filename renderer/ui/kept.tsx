// A part of the page that comes and goes with the focus. While it is hidden nobody sees, hears or reaches it, but the browser
// keeps its boxes, so that showing it again costs only what has changed in it.
import type { ReactNode } from "react";

interface Props {
  readonly shown: boolean;
  readonly children: ReactNode;
}

export function Kept({ shown, children }: Props) {
  return (
    <div className="kept" hidden={!shown}>
      {children}
    </div>
  );
}
