// Says, while a project can only be read, why that is so and how to write again.
import { useState } from "react";
import type { ReadOnly } from "../../../shared/api/contract.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { whenSaid } from "../../ui/format-words.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { usePanels } from "../app-context.tsx";
import { openProject } from "../opening.ts";

interface Props {
  readonly path: string;
  readonly why: ReadOnly;
}

export function ReadOnlyBanner({ path, why }: Props) {
  const panels = usePanels();
  const [shown, setShown] = useState(true);
  if (!shown) return null;
  return (
    <Banner
      tone="caution"
      title="Open for reading only"
      onDismiss={() => setShown(false)}
      buttons={
        why.why !== "newer" && (
          <Button onPress={() => openProject(panels, path)}>Try to open for writing</Button>
        )
      }
    >
      <p>
        <OutsideText>{reasons[why.why](why.detail)}</OutsideText>
      </p>
    </Banner>
  );
}

const reasons: Readonly<Record<ReadOnly["why"], (detail: ReadOnly["detail"]) => string>> = {
  asked: () => "It was opened that way. Nothing you do here is written.",
  locked: holderOf,
  newer: () => "It was made by a newer version of Sayso. Update Sayso to write in it.",
  "not-writable": () => "This account may not write in its folder.",
  damaged: () =>
    "A file of it is damaged and was left as it is. Put a copy of the project back to write in it.",
};

function holderOf({ holder, hostName, since }: ReadOnly["detail"]): string {
  const where = hostName ? ` on ${hostName}` : "";
  const when = typeof since === "string" ? ` That began ${whenSaid(since, new Date())}.` : "";
  return `${holder ?? "Somebody"}${where} is writing in it.${when}`;
}
