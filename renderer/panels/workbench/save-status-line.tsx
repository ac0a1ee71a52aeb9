// The state of saving, in the status line: whether what was marked is safe on the disk. Never says "Saved" before it is.
import { Check, CircleAlert, Loader, Lock } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { explain } from "../../../shared/errors/explain.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore, whenCalm } from "../../lib/store.ts";
import type { SaveStatus } from "../../state/session/save-queue.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

/** Milliseconds for which all must stay saved before that is said. */
const settles = 300;

/** Made once, since the status changes with every key. */
const pictures = {
  saved: <Check size={14} aria-hidden />,
  saving: <Loader size={14} aria-hidden />,
  unsaved: <CircleAlert size={14} aria-hidden />,
} as const;

/** Milliseconds of waiting for an answer after which that is said. */
const slowAfter = 10_000;

/** Whether something has been so for that many milliseconds. */
function useLasting(isSo: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo, milliseconds]);
  return isSo && lasts;
}

/** The status in words. */
function saveWords(status: SaveStatus, isSlow: boolean, { say, time }: Words): string {
  if (status.kind === "saved")
    return status.at === null
      ? say("saving.saved")
      : say("saving.saved-at", { time: time(new Date(status.at)) });
  if (status.kind === "saving")
    return say(isSlow ? "saving.slow" : "saving.saving", { count: status.waiting });
  // Only what is all of it safe is said to be kept.
  const key = status.kept === status.waiting ? "saving.kept" : "saving.unsaved";
  return say(key, { why: explain(status.error).what, count: status.waiting });
}

export function SaveStatusLine({ session }: { readonly session: Session }) {
  const words = useWords();
  const { ui } = usePanels();
  // That something waits is said at once; that all is saved only once it stays so, since it would flicker at every mark.
  const calm = useMemo(
    () => whenCalm(session.queue.status, ({ kind }) => kind === "saved", settles),
    [session],
  );
  const status = useStore(calm, (value) => value);
  const isSlow = useLasting(status.kind === "saving", slowAfter);
  if (session.readOnly && status.kind !== "unsaved")
    return (
      <p className="save-status" role="status">
        <Lock size={14} aria-hidden /> {words.say("saving.read-only")}
      </p>
    );
  const statusText = saveWords(status, isSlow, words);
  return (
    <div className={`save-status ${isSlow ? "slow" : status.kind}`}>
      <p role={status.kind === "unsaved" ? "alert" : "status"} title={statusText} className="cut">
        {pictures[status.kind]}
        {statusText}
      </p>
      {status.kind === "unsaved" && (
        <>
          <Button onPress={() => session.queue.retry()}>{words.say("saving.retry")}</Button>
          <Button onPress={() => ui.patch({ dialog: "save-copy" })}>{words.say("saving.save-copy")}</Button>
        </>
      )}
    </div>
  );
}
