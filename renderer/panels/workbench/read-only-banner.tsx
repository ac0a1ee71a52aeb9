// Says, while a project can only be read, why that is so and how to write again.
import { useState } from "react";
import type { ReadOnly } from "../../../shared/api/contract.ts";
import type { Words } from "../../../shared/words/say.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { recoverProject, withName } from "../opening.ts";

interface Props {
  readonly path: string;
  readonly why: ReadOnly;
}

export function ReadOnlyBanner({ path, why }: Props) {
  const panels = usePanels();
  const [shown, setShown] = useState(true);
  const [asks, setAsks] = useState(false);
  const words = useWords();
  const { say } = words;
  const { copiedAt, isFree, isTaken, lock } = why.detail;
  const isHeld = why.why === "locked" && isFree !== true;
  if (!shown && isTaken !== true) return null;
  const copied = typeof copiedAt === "string" ? words.when(new Date(copiedAt), new Date()) : null;
  const write = (taken: string | null): void => withName(panels, () => void panels.workspace.takeOver(taken));
  return (
    <>
      <Banner
        tone="caution"
        title={say(isTaken === true && isHeld ? "outside.taken-over" : "workbench.read-only")}
        {...(isTaken !== true && { onDismiss: () => setShown(false) })}
        buttons={
          copied === null ? (
            why.why !== "newer" &&
            (isHeld && typeof lock === "string" ? (
              <Button onPress={() => setAsks(true)}>
                {say(isTaken === true ? "outside.take-back" : "outside.take-over")}
              </Button>
            ) : (
              <Button onPress={() => write(null)}>{say("workbench.open-for-writing")}</Button>
            ))
          ) : (
            <Button onPress={() => recoverProject(panels, path)}>
              {say("saving.recover-from", { time: copied })}
            </Button>
          )
        }
      >
        <p>
          <OutsideText>
            {copied === null ? reasonOf(why, words) : say("saving.damaged-project", { time: copied })}
          </OutsideText>
        </p>
      </Banner>
      {asks && isHeld && typeof lock === "string" && (
        <TakeOverDialog
          detail={why.detail}
          onTake={() => {
            setAsks(false);
            write(lock);
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

function reasonOf({ why, detail }: ReadOnly, words: Words): string {
  const { say } = words;
  if (why !== "locked") return say(`workbench.read-only-${why}`);
  if (detail.isFree === true) return say("outside.free");
  if (detail.isTaken === true) return say("outside.taken-over-by", heldBy(detail, words));
  const sentence = say("workbench.read-only-locked", heldBy(detail, words));
  const { fresh, hasFresh } = heldBy(detail, words);
  return hasFresh === "yes" && detail.isHere !== true
    ? `${sentence} ${say("outside.fresh", { time: fresh })}`
    : sentence;
}

interface TakeOverDialogProps {
  readonly detail: ReadOnly["detail"];
  onTake(): void;
  onClose(): void;
}

/** Asks before a project is taken over from whoever writes in it: who that is, where, and how long ago they were heard of. */
function TakeOverDialog({ detail, onTake, onClose }: TakeOverDialogProps) {
  const words = useWords();
  const { say } = words;
  return (
    <ModalDialog
      title={say("outside.take-over-title")}
      onClose={onClose}
      foot={
        <>
          <Button look={detail.isOld === true ? "plain" : "primary"} onPress={onClose}>
            {say("ui.cancel")}
          </Button>
          <Button look={detail.isOld === true ? "primary" : "plain"} onPress={onTake}>
            {say("outside.take-over-now")}
          </Button>
        </>
      }
    >
      <p>
        <OutsideText>{say("outside.take-over-who", heldBy(detail, words))}</OutsideText>
      </p>
      <p>{say(detail.isOld === true ? "outside.take-over-old" : "outside.take-over-live")}</p>
    </ModalDialog>
  );
}

const yesOrNo = (is: boolean): "yes" | "no" => (is ? "yes" : "no");

/** Who holds a project, as values for a sentence. */
function heldBy(detail: ReadOnly["detail"], { when }: Words) {
  const { holder, hostName, since, freshAt } = detail;
  const at = (time: unknown): string => (typeof time === "string" ? when(new Date(time), new Date()) : "");
  return {
    holder: String(holder ?? ""),
    hasHolder: yesOrNo(Boolean(holder)),
    place: String(hostName ?? ""),
    hasPlace: yesOrNo(Boolean(hostName)),
    since: at(since),
    hasSince: yesOrNo(typeof since === "string"),
    fresh: at(freshAt),
    hasFresh: yesOrNo(typeof freshAt === "string"),
  } as const;
}
