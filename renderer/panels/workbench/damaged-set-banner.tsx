// Says that an article's annotations are damaged on the disk, what is shown in their place, and recovers them on demand.
import type { Session } from "../../state/session/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function DamagedSetBanner({ session }: { readonly session: Session }) {
  const { workspace } = usePanels();
  const { say, when } = useWords();
  const { readOnly } = session.opened;
  if (readOnly?.why !== "damaged" || readOnly.detail.recoverable !== true) return null;
  const { copiedAt } = readOnly.detail;
  const time = typeof copiedAt === "string" ? when(new Date(copiedAt), new Date()) : "";
  return (
    <Banner
      tone="caution"
      title={say("saving.damaged")}
      buttons={
        <Button onPress={() => void workspace.recoverArticle(session.article.id)}>
          {time === "" ? say("saving.recover") : say("saving.recover-from", { time })}
        </Button>
      }
    >
      <p>{time === "" ? say("saving.damaged-readable") : say("saving.damaged-copy", { time })}</p>
    </Banner>
  );
}
