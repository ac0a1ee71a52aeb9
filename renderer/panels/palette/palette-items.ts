// The items of the palette, a source each: commands, articles, entities, the cards of the open article, and settings.
import type { Beside } from "../../../shared/api/desk.ts";
import { densities, motions } from "../../../shared/api/preferences.ts";
import { cardWords } from "../../../shared/model/card-words.ts";
import { entityGroups, namesOf } from "../../../shared/model/entity-groups.ts";
import { records } from "../../../shared/model/table.ts";
import { isKey } from "../../../shared/words/keys.ts";
import { languageNames, languages } from "../../../shared/words/language.ts";
import type { Words } from "../../../shared/words/say.ts";
import { isInScope } from "../../actions/action.ts";
import { bookmarksInOrder, bookmarkTitle, goToBookmark } from "../../actions/bookmarks.ts";
import { focusCard } from "../../actions/focus.ts";
import { keyboardOf } from "../../actions/keyboard.ts";
import { goToEntity } from "../../actions/panes.ts";
import { whyUnavailable } from "../../actions/unavailable.ts";
import { plainText } from "../../ui/outside-text.tsx";
import { themeChoices } from "../../ui/theme.ts";
import type { Panels } from "../app-context.tsx";
import { later, runLater } from "../run-later.ts";
import type { Findable } from "./find-items.ts";

export interface PaletteItem extends Findable {
  /** What it is, where it is no command: an article, an entity … */
  readonly kind: string;
  /** Why it cannot be done now, in words; empty where it can. */
  readonly why: string;
  readonly keys: readonly string[];
  /** What opens beside the article, where that can be. */
  readonly beside: Beside | null;
  /** Does it, once the palette is gone and the keyboard is where it was before. */
  run(): void;
}

type Source = (panels: Panels, words: Words) => readonly PaletteItem[];

/** Everything that the palette finds now, commands first. */
export const paletteItems: Source = (panels, words) =>
  [commands, articleItems, entityItems, cards, bookmarks, settings].flatMap((source) =>
    source(panels, words),
  );

const commands: Source = (panels, words) => {
  const keyboard = keyboardOf(panels);
  return keyboard.actions
    .filter((action) => action.id !== "palette" && isInScope(action, panels.ui.get().page))
    .map((action): PaletteItem => {
      const why = whyUnavailable(action, panels);
      return {
        id: action.id,
        title: words.tell(action.title),
        group: words.say(`actions.group-${action.group}`),
        synonyms: synonymsOf(action.id, words),
        isEnabled: !why,
        isListed: true,
        kind: "",
        why: why ? words.tell(why) : "",
        keys: keyboard.keysOf(action.id),
        beside: null,
        run: () => runLater(panels, action.id),
      };
    });
};

/** Other words by which people look for a command; empty for none. */
function synonymsOf(id: string, { tell }: Words): string {
  const key = `synonyms.${id}`;
  return isKey(key) ? tell({ key, values: {} }) : "";
}

/** One that is no command; its id says of what kind it is, since what was used last is kept as a list of ids. */
const thing = (
  prefix: string,
  kind: string,
  one: { readonly id: string; readonly title: string; readonly synonyms?: string; readonly beside?: Beside },
  run: () => void,
): PaletteItem => ({
  id: `${prefix}:${one.id}`,
  title: plainText(one.title),
  group: kind,
  synonyms: one.synonyms ?? "",
  isEnabled: true,
  isListed: false,
  kind,
  why: "",
  keys: [],
  beside: one.beside ?? null,
  run: () => later(run),
});

export const articleItems: Source = ({ workspace, ui }, { say }) =>
  workspace.state.get().articles.map(({ id, title }) =>
    thing(
      "article",
      say("keys.kind-article"),
      { id, title, beside: { kind: "article", article: id, offset: 0 } },
      () => {
        ui.patch({ page: null });
        void workspace.openArticle(id);
      },
    ),
  );

export const entityItems: Source = ({ workspace, ui }, { say, compare }) => {
  const groups = [...entityGroups(workspace.state.get().entities).values()];
  return groups
    .sort((a, b) => compare(a.entity.name, b.entity.name))
    .map((group) => {
      const { id, name } = group.entity;
      const synonyms = namesOf(group).slice(1).join(" ");
      return thing(
        "entity",
        say("keys.kind-entity"),
        { id, title: name, synonyms, beside: { kind: "entity", entity: id } },
        () => goToEntity(ui, id),
      );
    });
};

const cards: Source = ({ workspace, ui }, { say }) => {
  const { session } = workspace.state.get();
  if (!session) return [];
  const annotations = session.annotations();
  return [...records(annotations.set.attributions)].map((card) =>
    thing("card", say("keys.kind-card"), { id: card.id, title: cardWords(card, annotations) }, () => {
      ui.patch({ page: null });
      later(() => focusCard(session, card.id));
    }),
  );
};

const bookmarks: Source = (panels, { say }) =>
  bookmarksInOrder(panels).map((bookmark) =>
    thing(
      "bookmark",
      say("bookmarks.one"),
      { id: bookmark.id, title: bookmarkTitle(panels.workspace, bookmark) ?? "" },
      () => void goToBookmark(panels, bookmark),
    ),
  );

const settings: Source = ({ workspace }, { say }) => {
  const { looks } = workspace.state.get().settings;
  const choice = (
    field: "theme" | "language" | "density" | "motion",
    id: string,
    name: string,
    run: () => unknown,
  ): PaletteItem => {
    const title = `${say(`settings.${field}`)}: ${name}`;
    const synonyms = say(`synonyms.setting-${field}`);
    return thing(
      "setting",
      say("keys.kind-setting"),
      { id: `${field}-${id}`, title, synonyms },
      () => void run(),
    );
  };
  return [
    ...themeChoices.map((id) =>
      choice("theme", id, say(`settings.theme-${id}`), () => workspace.setTheme(id)),
    ),
    ...(["system", ...languages] as const).map((id) =>
      choice("language", id, id === "system" ? say("settings.as-system") : languageNames[id], () =>
        workspace.setLanguage(id),
      ),
    ),
    ...densities.map((density) =>
      choice("density", density, say(`settings.density-${density}`), () =>
        workspace.setPreferences({ looks: { ...looks, density } }),
      ),
    ),
    ...motions.map((motion) =>
      choice("motion", motion, say(`settings.motion-${motion}`), () =>
        workspace.setPreferences({ looks: { ...looks, motion } }),
      ),
    ),
  ];
};
