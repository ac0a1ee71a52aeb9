// Chooses what stands beside the article: another article, an entity, or an earlier text of the article itself.
import { useEffect, useState } from "react";
import type { Beside } from "../../../shared/api/desk.ts";
import { revisionLabel } from "../../../shared/api/reply-words.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Words } from "../../../shared/words/say.ts";
import { openBeside } from "../../actions/beside.ts";
import { useStore } from "../../lib/store.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import { Finder } from "../../ui/finder.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { type Panels, usePanels, useSession } from "../app-context.tsx";
import { later } from "../run-later.ts";
import { type Findable, findItems } from "./find-items.ts";
import { PaletteRow } from "./palette-dialog.tsx";
import { articleItems, entityItems } from "./palette-items.ts";

interface BesideItem extends Findable {
  readonly kind: string;
  readonly beside: Beside;
}

export function BesideDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const article = useSession()?.article.id ?? null;
  const earlierTexts = useEarlierTexts(workspace, article);
  return (
    <ModalDialog title={say("beside.choose")} onClose={onClose}>
      {earlierTexts && <BesideFinder article={article} earlierTexts={earlierTexts} onClose={onClose} />}
    </ModalDialog>
  );
}

interface BesideFinderProps {
  /** The one on the screen. */
  readonly article: Id | null;
  readonly earlierTexts: readonly ListedRevision[];
  onClose(): void;
}

function BesideFinder({ article, earlierTexts, onClose }: BesideFinderProps) {
  const panels = usePanels();
  const words = useWords();
  const { say } = words;
  const recent = useStore(panels.workspace.state, ({ settings }) => settings.recentActions);
  const [typed, setTyped] = useState("");
  // What there was when the dialog was opened.
  const [all] = useState(() => [
    ...earlierTexts.map((revision) => textItem(article ?? "", revision, words)),
    ...thingsBeside(panels, words, article),
  ]);
  return (
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
  );
}

/** The other articles, and all entities. */
const thingsBeside = (panels: Panels, words: Words, article: Id | null): readonly BesideItem[] =>
  [articleItems, entityItems].flatMap((source) =>
    source(panels, words).flatMap(({ beside, ...item }) =>
      beside && !("article" in beside && beside.article === article)
        ? [{ ...item, isListed: true, beside }]
        : [],
    ),
  );

function textItem(article: Id, revision: ListedRevision, { say, tell }: Words): BesideItem {
  const kind = say("beside.earlier");
  return {
    id: `revision:${revision.id}`,
    title: plainText(tell(revisionLabel(revision))),
    group: kind,
    synonyms: kind,
    isEnabled: true,
    isListed: true,
    kind,
    beside: { kind: "revision", article, revision: revision.id, offset: 0 },
  };
}

const noTexts: readonly ListedRevision[] = [];

/** The texts of the article that are not its present one, the latest first; `null` until they are read. */
function useEarlierTexts(
  { revising, state }: Workspace,
  article: Id | null,
): readonly ListedRevision[] | null {
  // An article that was never revised has no other text.
  const [texts, setTexts] = useState(() =>
    state.get().session?.article.revision === undefined ? noTexts : null,
  );
  const isKnown = texts !== null;
  useEffect(() => {
    if (isKnown || article === null) return;
    let isOver = false;
    revising
      .list(article)
      .then(({ revisions, others }) => {
        if (!isOver) setTexts([...revisions, ...others].filter(({ isPresent }) => !isPresent));
      })
      .catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!isOver) setTexts(noTexts);
      });
    return () => {
      isOver = true;
    };
  }, [revising, article, isKnown]);
  return texts;
}
