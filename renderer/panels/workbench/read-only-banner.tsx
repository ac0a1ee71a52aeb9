// Says, while a project can only be read, why that is so and how to write again.
import { useState } from "react";
import type { ReadOnly } from "../../../shared/api/contract.ts";
import type { Words } from "../../../shared/words/say.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { openProject, recoverProject } from "../opening.ts";

interface Props {
  readonly path: string;
  readonly why: ReadOnly;
}

export function ReadOnlyBanner({ path, why }: Props) {
  const panels = usePanels();
  const [shown, setShown] = useState(true);
  const words = useWords();
  const { say } = words;
  if (!shown) return null;
  const { copiedAt } = why.detail;
  const copied = typeof copiedAt === "string" ? words.when(new Date(copiedAt), new Date()) : null;
  return (
    <Banner
      tone="caution"
      title={say("workbench.read-only")}
      onDismiss={() => setShown(false)}
      buttons={
        copied === null ? (
          why.why !== "newer" && (
            <Button onPress={() => openProject(panels, path)}>{say("workbench.open-for-writing")}</Button>
          )
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
  );
}

function reasonOf({ why, detail }: ReadOnly, { say, when }: Words): string {
  if (why !== "locked") return say(`workbench.read-only-${why}`);
  const { holder, hostName, since } = detail;
  const known = (value: unknown): "yes" | "no" => (value ? "yes" : "no");
  return say("workbench.read-only-locked", {
    holder: String(holder ?? ""),
    hasHolder: known(holder),
    place: String(hostName ?? ""),
    hasPlace: known(hostName),
    since: typeof since === "string" ? when(new Date(since), new Date()) : "",
    hasSince: known(typeof since === "string"),
  });
}
