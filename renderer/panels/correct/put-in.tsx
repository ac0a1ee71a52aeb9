// Puts a whole text into a correction, as one change of the editor that its undo takes out again: one that did not become the article's,
// or corrections that a closed window left.

import { type RefObject, useCallback, useEffect, useState } from "react";
import type { Id } from "../../../shared/model/id.ts";
import { type Clash, type RebasedText, rebasedText } from "../../../shared/revise/rebase-text.ts";
import { whereTheyDiffer } from "../../../shared/revise/where-they-differ.ts";
import type { CorrectionView } from "../../editor/correction-view.ts";
import { useStore } from "../../lib/store.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import type { KeptDraft } from "../../state/articles/sort-drafts.ts";
import type { Session } from "../../state/session/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface PutIn {
  readonly what: "other" | "left";
  /** What was in the editor before. */
  readonly before: string;
  readonly now: string;
  /** What gave way, or found no place; `null`: it is not known what both come from, so that all that was in the editor gave way. */
  readonly clashes: readonly Clash[] | null;
}

export interface PuttingIn {
  /** The latest; `null`: none, or it was seen. */
  readonly done: PutIn | null;
  /**
   * `made` makes the new text of the one that is in the editor; `joins`: the revisions whose texts come with it. False where there is no
   * editor any more.
   */
  put(what: PutIn["what"], made: (now: string) => InsertedText, joins?: readonly Id[]): boolean;
  forget(): void;
}

type InsertedText = Pick<RebasedText, "text"> & Pick<PutIn, "clashes">;

/** `settle` has what is in the editor kept, with the revisions whose texts came into it, and looked at. */
export function usePutIn(
  view: RefObject<CorrectionView | null>,
  settle: (joins: readonly Id[]) => void,
): PuttingIn {
  const [done, setDone] = useState<PutIn | null>(null);
  const putText = useCallback<PuttingIn["put"]>(
    (what, made, joins = []) => {
      const editor = view.current;
      if (!editor) return false;
      const textBefore = editor.text();
      const { text: now, clashes } = made(textBefore);
      editor.replace(now);
      settle(joins);
      setDone({ what, before: textBefore, now, clashes });
      editor.focus();
      return true;
    },
    [view, settle],
  );
  const forget = useCallback(() => setDone(null), []);
  return { done, put: putText, forget };
}

interface PutInBannerProps {
  readonly putIn: PutIn;
  /** What is in the editor. */
  readonly text: string;
  onDismiss(): void;
}

/** That something was put into the correction, and what gave way or found no place; gone where undo took it out. */
export function PutInBanner({ putIn: { what, before, now, clashes }, text, onDismiss }: PutInBannerProps) {
  const { say } = useWords();
  const isNothing = before === now;
  if (isNothing && (clashes?.length ?? 0) === 0)
    return <Banner tone="plain" title={say(`revisions.${what}-nothing`)} onDismiss={onDismiss} />;
  if (!isNothing && text === before) return null;
  const title = say(`revisions.${what}-taken`);
  const how = say("revisions.taken-how");
  if (clashes?.length === 0)
    return (
      <Banner tone="plain" title={title} onDismiss={onDismiss}>
        <p>{how}</p>
      </Banner>
    );
  const count = clashes?.length ?? 0;
  const messageId = what === "left" ? "revisions.clashes" : "revisions.other-gave-way";
  return (
    <Banner tone="caution" title={title} onDismiss={onDismiss}>
      <p>
        {clashes ? say(messageId, { count }) : say("revisions.other-in-full")} {how}
      </p>
      {clashes && <ClashList clashes={clashes} />}
    </Banner>
  );
}

/** Corrections that found no place, each with the words that it was about. */
function ClashList({ clashes }: { readonly clashes: readonly Clash[] }) {
  const { say } = useWords();
  return (
    <ul className="note">
      {numbered(clashes).map(({ key, item: { before, wanted } }) => (
        <li key={key}>
          <OutsideText>{say("revisions.clash", { before, wanted })}</OutsideText>
        </li>
      ))}
    </ul>
  );
}

/** Corrections that found no place when the text became another. */
export function Clashes({ clashes }: { readonly clashes: readonly Clash[] }) {
  const { say } = useWords();
  return (
    <Banner tone="caution" title={say("revisions.clashes", { count: clashes.length })}>
      <ClashList clashes={clashes} />
    </Banner>
  );
}

interface LeftDraftsProps {
  readonly session: Session;
  readonly put: PuttingIn["put"];
}

const none: readonly KeptDraft[] = [];

/** Corrections of the article's text that windows have left which are gone by now: each is put into the one that is being made, or thrown away; none is dropped by itself. */
export function LeftDrafts({ session: { article, text }, put }: LeftDraftsProps) {
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
