// A part of the page that comes and goes with the focus. While it is hidden nobody sees, hears or reaches it, but the browser
// keeps its boxes, so that showing it again costs only what has changed in it.
import { type ReactNode, useEffect, useRef } from "react";
import { whenIdle } from "../lib/when-idle.ts";

interface Props {
  readonly shown: boolean;
  readonly children: ReactNode;
}

export function Kept({ shown, children }: Props) {
  const part = useRef<HTMLDivElement>(null);
  // What was never shown has no boxes to keep until somebody asks where it lies.
  useEffect(() => {
    return whenIdle(() => void part.current?.firstElementChild?.getBoundingClientRect());
  }, []);
  return (
    <div className="kept" hidden={!shown} ref={part}>
      {children}
    </div>
  );
}
