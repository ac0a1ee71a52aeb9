// How far down the article the window is, as a share of the whole.
import { useEffect, useState } from "react";
import type { Session } from "../../state/session/session.ts";
import { useWords } from "../../ui/words.tsx";

export function ReadingPosition({ session }: { readonly session: Session }) {
  const [share, setShare] = useState(0);
  const { percent, say } = useWords();
  useEffect(() => {
    const scroller = session.view.current?.scroller();
    if (!scroller) return;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const room = scroller.scrollHeight - scroller.clientHeight;
        // In hundredths, so that most steps of scrolling render nothing.
        setShare(room <= 0 ? 1 : Math.round((scroller.scrollTop / room) * 100) / 100);
      });
    };
    look();
    scroller.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    for (const element of [scroller, ...scroller.children]) resized.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [session]);
  return (
    <span className="status-position" data-hint={say("workbench.position")}>
      {percent(share)}
    </span>
  );
}
