// Chooses what stands beside the article: another article, an entity, or an earlier text of the article itself.
import { useEffect, useState } from "react";
import type { Beside } from "../../../shared/api/desk.ts";
import { revisionLabel } from "../../../shared/api/reply-words.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { openBeside } from "../../actions/beside.ts";
import { useStore } from "../../lib/store.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import { Finder } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { later } from "../run-later.ts";
import { type Findable, findItems } from "./find-items.ts";
import { PaletteRow } from "./palette-dialog.tsx";
import { articleItems, entityItems } from "./palette-items.ts";

interface BesideItem extends Findable {
  readonly kind: string;
  readonly beside: Beside;
}

export function BesideDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const words = useWords();
  const { say, tell } = words;
  const article = useSession()?.article.id ?? null;
  const recent = useStore(panels.workspace.state, ({ settings }) => settings.recentActions);
  const [typed, setTyped] = useState("");
  const revisions = useEarlierTexts(panels.workspace, article);
  // What there was when the dialog was opened.
  const [things] = useState(() =>
    [articleItems, entityItems].flatMap((source) =>
      source(panels, words).flatMap(({ beside, ...item }) =>
        beside && !("article" in beside && beside.article === article)
          ? [{ ...item, isListed: true, beside }]
          : [],
      ),
    ),
  );
  const texts = revisions.map(
    (revision): BesideItem => ({
      id: `revision:${revision.id}`,
      title: plainText(tell(revisionLabel(revision))),
      group: say("beside.earlier"),
      synonyms: say("beside.earlier"),
      isEnabled: true,
      isListed: true,
      kind: say("beside.earlier"),
      beside: { kind: "revision", article: article ?? "", revision: revision.id, offset: 0 },
    }),
  );
  const all: readonly BesideItem[] = [...texts, ...things];
  return (
    <ModalDialog title={say("beside.choose")} onClose={onClose}>
      <Finder
        label={say("beside.choose")}
        placeholder={say("beside.type-to-find")}
        typed={typed}
        rowSize={36}
        items={findItems(all, typed, recent).map(({ item, marked }) => ({
          id: item.id,
          text: [item.title, item.kind].join(", "),
          content: <PaletteRow item={{ ...item, why: "", keys: [] }} marked={marked} />,
        }))}
        empty={say("keys.nothing-found")}
        onType={setTyped}
        onTake={(id) => {
          const beside = all.find((item) => item.id === id)?.beside;
          onClose();
          if (beside) later(() => openBeside(panels, beside));
        }}
      />
    </ModalDialog>
  );
}

const noTexts: readonly ListedRevision[] = [];

/** The texts of the article that are not its present one, the latest first; none until they are read. */
function useEarlierTexts({ revising, state }: Workspace, article: Id | null): readonly ListedRevision[] {
  const [texts, setTexts] = useState(noTexts);
  useEffect(() => {
    // An article that was never revised has no other text.
    if (state.get().session?.article.revision === undefined || article === null) return;
    let isOver = false;
    revising
      .list(article)
      .then(({ revisions, others }) => {
        if (!isOver) setTexts([...revisions, ...others].filter(({ isPresent }) => !isPresent));
      })
      .catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
      });
    return () => {
      isOver = true;
    };
  }, [revising, state, article]);
  return texts;
}
