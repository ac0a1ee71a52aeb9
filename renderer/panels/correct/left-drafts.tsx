// Corrections of the article's text that windows have left which are gone by now: each is put into the one that is being made, or thrown
// away; none is dropped by itself.
import { useEffect } from "react";
import { rebasedText } from "../../../shared/revise/rebase-text.ts";
import { whereTheyDiffer } from "../../../shared/revise/where-they-differ.ts";
import { useStore } from "../../lib/store.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import type { KeptDraft } from "../../state/articles/sort-drafts.ts";
import type { Session } from "../../state/session/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { PuttingIn } from "./use-put-in.ts";

interface Props {
  readonly session: Session;
  readonly put: PuttingIn["put"];
}

const none: readonly KeptDraft[] = [];

export function LeftDrafts({ session: { article, text }, put }: Props) {
  const drafts = correctionDraftsOf(usePanels().workspace);
  const { say, when } = useWords();
  const leftDrafts = useStore(drafts.left, (all) => all.get(article.id) ?? none);
  useEffect(() => drafts.look(), [drafts]);
  useEffect(() => {
    // What somebody wanted to make of it, it is.
    for (const draft of leftDrafts) if (draft.text === text.text) drafts.dropLeft(draft);
  }, [leftDrafts, text, drafts]);
  function putIn(one: KeptDraft): void {
    const rebaseOnto = (now: string) => rebasedText(one.before, one.text, now);
    if (put("left", rebaseOnto, one.joins)) drafts.dropLeft(one);
  }
  return leftDrafts.map((one) => (
    <Banner
      key={`${one.window} ${one.at}`}
      tone="caution"
      title={say("revisions.left", { when: when(new Date(one.at), new Date()) })}
      buttons={
        <>
          <Button onPress={() => putIn(one)}>{say("revisions.left-put-in")}</Button>
          <Button onPress={() => drafts.dropLeft(one)}>{say("revisions.left-throw-away")}</Button>
        </>
      }
    >
      <p>
        <OutsideText>{say("revisions.left-changes", whereTheyDiffer(one.before, one.text))}</OutsideText>
      </p>
    </Banner>
  ));
}
