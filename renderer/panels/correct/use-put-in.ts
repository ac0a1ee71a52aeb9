// What is put into a correction whole, as one change of the editor that its undo takes out again: a text that did not become the article's,
// or corrections that a closed window left.
import { type RefObject, useCallback, useState } from "react";
import type { Id } from "../../../shared/model/id.ts";
import type { Clash, RebasedText } from "../../../shared/revise/rebase-text.ts";
import type { CorrectionView } from "../../editor/correction-view.ts";

export interface PutIn {
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
  put(what: PutIn["what"], made: (now: string) => Made, joins?: readonly Id[]): boolean;
  forget(): void;
}

type Made = Pick<RebasedText, "text"> & Pick<PutIn, "clashes">;

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
