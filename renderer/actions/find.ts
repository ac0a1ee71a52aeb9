// Finding: by what is selected, by the words of the span in focus, by the names of its entity; and going from hit to hit.
import type { Entity } from "../../shared/model/entity.ts";
import { entityBehind } from "../../shared/model/entity.ts";
import type { Span } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { type FindOptions, findOf, hitsIn, neighbouringHit, type PlacedHit } from "../state/articles/find.ts";
import { showView } from "../state/window/ui-state.ts";
import { type ActionContext, type ActionEntry, inSession, type SessionContext } from "./action.ts";
import { enterPane } from "./panes.ts";

/** Code units of a selection that is taken for the words to find; a longer one was hardly meant so. */
const longestSelection = 200;

/** Shows the list of hits for these options, and gives it the keyboard. */
function showFind({ workspace, ui }: ActionContext, options: Partial<FindOptions>): void {
  showView(ui, "find");
  findOf(workspace).look(options, "now");
  // React shows the view with the next frame.
  requestAnimationFrame(() => {
    enterPane("sidebar");
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement) activeElement.select();
  });
}

/** Goes to a hit, in another article too: it is selected, so that the keys of the types mark it. */
export async function goToHit({ workspace }: ActionContext, { article, hit, key }: PlacedHit): Promise<void> {
  findOf(workspace).show(key);
  const range = { start: hit.start, end: hit.end };
  const sessionBefore = workspace.state.get().session;
  if (sessionBefore?.article.id !== article) await workspace.openArticleAt(article, range);
  const { session } = workspace.state.get();
  // An article that was just opened is on the screen with the next frame.
  if (session !== sessionBefore) await new Promise((done) => requestAnimationFrame(done));
  if (session?.article.id !== article) return;
  session.view.current?.select(range);
  session.view.current?.reveal(range, "center");
}

const findAction = (scope: FindOptions["scope"], key: string): ActionEntry => ({
  id: scope === "article" ? "find" : "find-in-project",
  group: "view",
  keys: [key],
  enabled: ({ workspace }) => workspace.state.get().project !== null,
  run(context) {
    const { session } = context.workspace.state.get();
    const range = session?.view.current?.selection() ?? null;
    const words = session && range ? session.text.text.slice(range.start, range.end) : "";
    const isMeant = words !== "" && words.length <= longestSelection && !/[\n\r]/u.test(words);
    showFind(context, { scope, names: null, ...(isMeant ? { words, isPattern: false } : {}) });
  },
});

const toHit = (direction: 1 | -1, keys: readonly string[]): ActionEntry => {
  const nextHit = ({ workspace }: ActionContext): PlacedHit | null => {
    const { result, current } = findOf(workspace).state.get();
    const { session } = workspace.state.get();
    const offset = session?.view.current?.caret() ?? 0;
    const from = { current, article: session?.article.id ?? null, offset };
    return neighbouringHit(hitsIn(result?.articles ?? []), from, direction);
  };
  const id = direction === 1 ? "find-next" : "find-previous";
  return {
    id,
    group: "move",
    keys,
    enabled: (context) => nextHit(context) !== null,
    run(context) {
      const hit = nextHit(context);
      if (hit) void goToHit(context, hit);
    },
  };
};

function focused({ session }: SessionContext): Span | undefined {
  const { span } = session.focus();
  return span === null ? undefined : get(session.annotations().set.spans, span);
}

function focusedEntity(context: SessionContext): Entity | undefined {
  const entity = focused(context)?.entity;
  return entity === undefined ? undefined : entityBehind(context.session.annotations().entities, entity);
}

/** What is found is offered to be marked as the span is. */
function showLike(context: SessionContext, span: Span, options: Partial<FindOptions>): void {
  findOf(context.workspace).choose({ type: span.type, entity: span.entity ?? null });
  showFind(context, { isPattern: false, wholeWords: true, ...options });
}

export const findActionsOfTexts: readonly ActionEntry[] = [
  findAction("article", "Mod+f"),
  findAction("project", "Mod+Shift+f"),
  toHit(1, ["F3", "Mod+g"]),
  toHit(-1, ["Shift+F3", "Mod+Shift+g"]),
  inSession({
    id: "find-span-words",
    group: "span",
    keys: ["a"],
    changesNothing: true,
    enabled: (context) => focused(context) !== undefined,
    run(context) {
      const span = focused(context);
      // A span of several segments stands nowhere as a whole: its first words are looked for.
      const words = span?.segments[0]?.quote;
      if (span && words !== undefined) showLike(context, span, { words, names: null });
    },
  }),
  inSession({
    id: "find-entity-names",
    group: "span",
    keys: ["Shift+a"],
    changesNothing: true,
    enabled: (context) => focusedEntity(context) !== undefined,
    run(context) {
      const [span, entity] = [focused(context), focusedEntity(context)];
      if (!span || !entity) return;
      const texts = [entity.name, ...entity.aliases];
      showLike(context, span, { names: { of: entity.name, texts }, scope: "project" });
    },
  }),
];
