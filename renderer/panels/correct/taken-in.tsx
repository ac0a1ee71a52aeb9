// Another text of the article that is put into the correction, as one change of the editor that its undo takes out again: what both
// sides corrected is in it; where they say something else the other text stands, and what gave way is told.
import { type RefObject, useEffect, useState } from "react";
import { type Clash, rebasedText } from "../../../shared/revise/rebase-text.ts";
import type { CorrectionView } from "../../editor/correction-view.ts";
import type { Session } from "../../state/sets/session.ts";
import { useStore } from "../../state/store.ts";
import { Banner } from "../../ui/banner.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ClashList } from "./clash-list.tsx";

interface PutIn {
  /** What was in the editor before. */
  readonly before: string;
  readonly now: string;
  /** What was corrected here and gave way; `null`: it is not known what both come from, so that all of it did. */
  readonly clashes: readonly Clash[] | null;
}

/** `settle` has what is in the editor kept and looked at. */
export function useOtherText(
  { article }: Session,
  view: RefObject<CorrectionView | null>,
  settle: () => void,
): readonly [PutIn | null, forget: () => void] {
  const { ui, workspace } = usePanels();
  const wanted = useStore(ui, ({ otherText }) => otherText);
  const [putIn, setPutIn] = useState<PutIn | null>(null);
  useEffect(() => {
    if (wanted?.article !== article.id) return;
    let isGone = false;
    void workspace.revising.otherText(wanted).then((other) => {
      if (isGone) return;
      ui.patch({ otherText: null });
      const editor = view.current;
      if (!other || !editor) return;
      const before = editor.text();
      const { text, clashes } =
        other.base === null
          ? { text: other.text, clashes: null }
          : rebasedText(other.base, before, other.text);
      editor.replace(text);
      settle();
      setPutIn({ before, now: text, clashes });
      editor.focus();
    });
    return () => {
      isGone = true;
    };
  }, [wanted, article, workspace, ui, view, settle]);
  return [putIn, () => setPutIn(null)];
}

interface Props {
  readonly putIn: PutIn;
  /** What is in the editor. */
  readonly text: string;
  onDismiss(): void;
}

export function TakenIn({ putIn: { before, now, clashes }, text, onDismiss }: Props) {
  const { say } = useWords();
  if (before === now)
    return <Banner tone="plain" title={say("revisions.other-nothing")} onDismiss={onDismiss} />;
  // Undo took it out.
  if (text === before) return null;
  const title = say("revisions.other-taken");
  if (clashes?.length === 0)
    return (
      <Banner tone="plain" title={title} onDismiss={onDismiss}>
        <p>{say("revisions.other-taken-how")}</p>
      </Banner>
    );
  return (
    <Banner tone="caution" title={title} onDismiss={onDismiss}>
      <p>
        {clashes
          ? say("revisions.other-gave-way", { count: clashes.length })
          : say("revisions.other-in-full")}{" "}
        {say("revisions.other-taken-how")}
      </p>
      {clashes && <ClashList clashes={clashes} />}
    </Banner>
  );
}
