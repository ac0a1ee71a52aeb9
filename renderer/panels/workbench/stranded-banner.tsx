// Says what is not saved of an article that was put in the trash elsewhere, and takes the article back, with which it is saved.

import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function StrandedBanner({ session: { article, queue } }: { readonly session: Session }) {
  const { workspace } = usePanels();
  const { say, parts } = useWords();
  const count = useStore(queue.status, (status) => (status.kind === "saved" ? 0 : status.waiting));
  const { id } = article;
  return (
    <Banner
      tone="caution"
      title={parts("trash.stranded", {
        title: <OutsideText key="title">{article.title}</OutsideText>,
        count,
      })}
      buttons={
        <Button onPress={() => void workspace.trash.takeBack({ kind: "article", id, name: article.title })}>
          {say("trash.take-back")}
        </Button>
      }
    >
      <p>{say("trash.stranded-about")}</p>
    </Banner>
  );
}
