// Files and text dropped anywhere on the window.
import { useEffect, useRef, useState } from "react";

/**
 * Calls `onDrop` for a drop that may be taken (`enabled`), and tells whether something is being held over the window. A
 * drag that began in the window itself moves nothing in.
 */
export function useDrop(enabled: boolean, onDrop: (data: DataTransfer) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    let isOwnDrag = false;
    const stop = new AbortController();
    const listen = (type: string, listener: (event: DragEvent) => void): void =>
      window.addEventListener(type, (event) => event instanceof DragEvent && listener(event), {
        signal: stop.signal,
      });
    const dataOf = ({ dataTransfer }: DragEvent): DataTransfer | null =>
      !isOwnDrag && dataTransfer?.types.some((type) => type === "Files" || type === "text/plain")
        ? dataTransfer
        : null;
    listen("dragstart", () => {
      isOwnDrag = true;
    });
    listen("dragend", () => {
      isOwnDrag = false;
    });
    listen("dragover", (event) => {
      if (!dataOf(event)) return;
      // Without this the browser would leave the page and show the file.
      event.preventDefault();
      setOver(enabled);
    });
    listen("dragleave", (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    listen("drop", (event) => {
      const data = dataOf(event);
      setOver(false);
      if (!data) return;
      event.preventDefault();
      if (enabled) latest.current(data);
    });
    return () => stop.abort();
  }, [enabled]);
  return over;
}
