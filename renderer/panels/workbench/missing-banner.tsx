// Says what the project held when it was last open here and does not hold now, and brings it back from the copies on this computer.
import type { OpenProject } from "../../../shared/api/contract.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

/** Lines that are shown; the others are counted. */
const most = 5;

export function MissingBanner({ missing, readOnly }: Pick<OpenProject, "missing" | "readOnly">) {
  const { workspace } = usePanels();
  const { say, when } = useWords();
  const copied = missing.flatMap(({ copiedAt }) => (copiedAt === null ? [] : [copiedAt])).sort();
  const [oldest] = copied;
  const more = missing.length - most;
  return (
    <Banner
      tone="caution"
      title={say("saving.missing")}
      buttons={
        readOnly === null && (
          <>
            {oldest !== undefined && (
              <Button look="primary" onPress={() => void workspace.bringBack()}>
                {say("saving.bring-back")}
              </Button>
            )}
            <Button onPress={() => void workspace.leaveMissing()}>{say("saving.leave-missing")}</Button>
          </>
        )
      }
    >
      {missing.slice(0, most).map(({ what, article, title, annotator, count }) => (
        <p key={`${article} ${annotator?.id}`}>
          <OutsideText>
            {say("doctor.missing", { what, title, name: annotator?.name ?? "", count: count ?? 0 })}
          </OutsideText>
        </p>
      ))}
      {more > 0 && <p className="quiet">{say("workbench.more-problems", { count: more })}</p>}
      <p>
        {oldest === undefined
          ? say("saving.missing-without-copy")
          : say("saving.missing-copy", {
              time: when(new Date(oldest), new Date()),
              without: missing.length - copied.length,
            })}
      </p>
    </Banner>
  );
}
