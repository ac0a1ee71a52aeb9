// Whether what was marked is safe on the disk. Never says "Saved" before it is.
import { Check, CircleAlert, Loader, Lock } from "lucide-react";
import { useMemo } from "react";
import { explain } from "../../../shared/problems/explain.ts";
import type { SaveStatus } from "../../state/save-queue.ts";
import type { Session } from "../../state/session.ts";
import { useStore, whenIdle } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { clockTime, counted } from "../../ui/format-words.ts";

/** The status in words. */
export function saveWords(status: SaveStatus): string {
  if (status.kind === "saved") return status.at === null ? "Saved" : `Saved ${clockTime(status.at)}`;
  if (status.kind === "saving") return status.waiting > 1 ? `Saving ${status.waiting}…` : "Saving…";
  const waiting = status.waiting === 1 ? "1 change waits" : `${counted(status.waiting, "change")} wait`;
  return `Not saved: ${withoutStop(explain(status.error).what)} – ${waiting}`;
}

export function SaveStatusLine({ session }: { readonly session: Session }) {
  // That something waits is said at once; that all is saved may wait for the panels, so that both cost one frame.
  const calm = useMemo(() => whenIdle(session.queue.status, ({ kind }) => kind === "saved"), [session]);
  const status = useStore(calm, (value) => value);
  if (session.readOnly)
    return (
      <p className="save-status" role="status">
        <Lock size={14} aria-hidden /> Read only
      </p>
    );
  const words = saveWords(status);
  return (
    <div className={`save-status ${status.kind}`}>
      <p role={status.kind === "unsaved" ? "alert" : "status"} title={words} className="cut">
        {status.kind === "saved" && <Check size={14} aria-hidden />}
        {status.kind === "saving" && <Loader size={14} aria-hidden />}
        {status.kind === "unsaved" && <CircleAlert size={14} aria-hidden />}
        {words}
      </p>
      {status.kind === "unsaved" && <Button onPress={() => session.queue.retry()}>Retry</Button>}
    </div>
  );
}

const withoutStop = (sentence: string): string => sentence.replace(/\.$/u, "");
