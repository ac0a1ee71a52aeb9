// The palette over a real core: whatever can be done where one is, it finds, by its title and by each of the other words for it.
import { expect, test, vi } from "vitest";
import { isInScope } from "../../../renderer/actions/action.ts";
import { actionsFor } from "../../../renderer/actions/index.ts";
import { panelsOf } from "../../../renderer/panels/app-context.tsx";
import { findItems } from "../../../renderer/panels/palette/find-items.ts";
import { paletteItems } from "../../../renderer/panels/palette/palette-items.ts";
import { type PageId, pages } from "../../../renderer/state/window/places.ts";
import { createUiState } from "../../../renderer/state/window/ui-state.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { de } from "../../../shared/words/de/index.ts";
import { en } from "../../../shared/words/en/index.ts";
import { languages, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { desk } from "./desk.ts";

const synonyms: Readonly<Record<(typeof languages)[number], Readonly<Record<string, string>>>> = {
  en: en.synonyms,
  de: de.synonyms,
};

const actionsOn = (page: PageId | null) =>
  actionsFor(newsAttribution).filter((action) => action.id !== "palette" && isInScope(action, page));

/** One of those pages on which the same can be done; `null`: the article. */
const unlikePages = new Map(
  [null, ...pages.map(({ id }) => id)].map((page) => {
    const ids = actionsOn(page).map(({ id }) => id);
    return [ids.join(), page] as const;
  }),
);

test.each(languages)(
  "law: in %s, wherever one is, every action is found by its title, and by each other word for it",
  async (language) => {
    vi.stubGlobal("window", new EventTarget());
    const { workspace } = await desk();
    const words = createWords(localeFor(language, []));
    const lostOn = (page: PageId | null): readonly string[] => {
      const ui = createUiState();
      ui.patch({ page });
      const items = paletteItems(panelsOf({ workspace, ui }), words);
      const found = (typed: string) => findItems(items, typed, []).map(({ item }) => item);
      const there = actionsOn(page);
      expect(there.length).toBeGreaterThan(20);
      return there.flatMap(({ id, title }) => {
        const said = words.tell(title);
        const isEnabled = items.find((item) => item.id === id)?.isEnabled;
        // What can be done just now comes before what cannot.
        const first = found(said).find((item) => item.isEnabled === isEnabled);
        const byTitle = first?.id === id ? [] : [said];
        const byWords = (synonyms[language][id] ?? "").split(", ").filter((word) => word !== "");
        return [...byTitle, ...byWords.filter((word) => !found(word).some((item) => item.id === id))].map(
          (typed) => `${page}, ${id}: ${typed}`,
        );
      });
    };
    expect([...unlikePages.values()].flatMap(lostOn)).toEqual([]);
  },
);
