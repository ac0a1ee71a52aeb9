// The command palette: everything that can be done or gone to, found by typing, with its keys.
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
import { deskOf } from "../../state/window/desk.ts";
import { Finder } from "../../ui/finder.tsx";
import { Keys } from "../../ui/keys.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { type Panels, usePanels, useSession } from "../app-context.tsx";
import { later } from "../run-later.ts";
import { findItems, withRecent } from "./find-items.ts";
import { articleItems, entityItems, type PaletteItem, paletteItems } from "./palette-items.ts";

export function PaletteDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const words = useWords();
  const { say } = words;
  const used = useStore(panels.workspace.state, ({ settings }) => settings.recentActions);
  const recent = [...new Set([...used.slice(0, mostUsed), ...recentArticles(panels), ...used])];
  // What there was when the palette was opened; nothing changes below it while it is open.
  const [all] = useState(() => paletteItems(panels, words));
  return (
    <ModalDialog title={say("actions.palette")} onClose={onClose}>
      <ItemFinder
        label={say("actions.palette")}
        placeholder={say("keys.type-to-find")}
        items={all}
        recent={recent}
        onTakeBeside={({ id, beside }) => {
          if (!beside) return;
          onClose();
          later(() => openBeside(panels, beside));
          void panels.workspace.setPreferences({ recentActions: withRecent(used, id) });
        }}
        onTake={({ id, run }) => {
          onClose();
          run();
          void panels.workspace.setPreferences({ recentActions: withRecent(used, id) });
        }}
      />
      <p className="quiet small palette-hint">
        <Keys combination="Mod+Enter" /> {say("beside.palette-hint")}
      </p>
    </ModalDialog>
  );
}

/** What was used last comes first, then the articles that were opened last; neither pushes the other out of sight. */
const mostUsed = 3;
const mostArticles = 4;

/** Items of the articles that were opened before the one on the screen, the latest first. */
function recentArticles({ workspace, ui }: Panels): readonly string[] {
  const current = workspace.state.get().session?.article.id;
  const others = deskOf(workspace, ui)
    .state.get()
    .recent.filter((article) => article !== current);
  return others.slice(0, mostArticles).map((article) => `article:${article}`);
}

type ShownItem = Omit<PaletteItem, "run">;

interface ItemFinderProps<Item extends ShownItem> {
  readonly label: string;
  readonly placeholder: string;
  readonly items: readonly Item[];
  /** Ids of items, the latest used first. */
  readonly recent: readonly string[];
  onTake(item: Item): void;
  onTakeBeside?(item: Item): void;
}

/** The items, found by typing. */
function ItemFinder<Item extends ShownItem>(props: ItemFinderProps<Item>) {
  const { label, placeholder, items, recent, onTake, onTakeBeside } = props;
  const { say } = useWords();
  const [typed, setTyped] = useState("");
  const taken = (take: (item: Item) => void) => (id: string) => {
    const item = items.find((one) => one.id === id);
    if (item) take(item);
  };
  return (
    <Finder
      label={label}
      placeholder={placeholder}
      typed={typed}
      rowSize={36}
      items={findItems(items, typed, recent).map(({ item, marked }) => ({
        id: item.id,
        text: [item.title, item.why || item.kind].filter((part) => part !== "").join(", "),
        isDisabled: !item.isEnabled,
        content: <PaletteRow item={item} marked={marked} />,
      }))}
      empty={say("keys.nothing-found")}
      onType={setTyped}
      onTake={taken(onTake)}
      {...(onTakeBeside ? { onTakeBeside: taken(onTakeBeside) } : {})}
    />
  );
}

interface PaletteRowProps {
  readonly item: ShownItem;
  /** Places of the title to set off. */
  readonly marked: readonly number[];
}

/** One line of the palette: the title with what was typed set off, what it is or why it cannot be done, and its keys. */
function PaletteRow({ item: { title, why, kind, keys }, marked }: PaletteRowProps) {
  const note = why || kind;
  return (
    <>
      <span className="choice-text palette-text">
        <bdi className="cut">
          {stretchesOf(title, marked).map(({ start, text, isMarked }) =>
            isMarked ? (
              <mark key={start} className="typed">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </bdi>
        {note !== "" && <span className="choice-help cut">{note}</span>}
      </span>
      {keys[0] !== undefined && <Keys combination={keys[0]} />}
    </>
  );
}

interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** The title cut where marked places begin and end. */
function stretchesOf(title: string, marked: readonly number[]): readonly Stretch[] {
  const places = new Set(marked);
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 1; at <= title.length; at += 1) {
    if (at < title.length && places.has(at) === places.has(start)) continue;
    stretches.push({ start, text: title.slice(start, at), isMarked: places.has(start) });
    start = at;
  }
  return stretches;
}

// The same kind of dialog chooses what stands beside the article: another article, an entity, or an earlier text of the article itself.

interface BesideItem extends ShownItem {
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
  // What there was when the dialog was opened.
  const [all] = useState(() => [
    ...earlierTexts.map((revision) => textItem(article ?? "", revision, words)),
    ...thingsBeside(panels, words, article),
  ]);
  return (
    <ItemFinder
      label={say("beside.choose")}
      placeholder={say("beside.type-to-find")}
      items={all}
      recent={recent}
      onTake={({ beside }) => {
        onClose();
        later(() => openBeside(panels, beside));
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
    why: "",
    keys: [],
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
