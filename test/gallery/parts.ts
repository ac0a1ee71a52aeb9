// The parts of the window that are pictured: a line each. A picture shows one part in one state, so that a changed pixel says where.

/** `exhibit` shows the part, `find` is where: the first that is seen of this selector. */
export interface Part {
  readonly id: string;
  readonly exhibit: string;
  readonly find: string;
  /** What of it differs: its colours by theme, its words by language. The rest would be the same picture once more. */
  readonly differs: "by theme" | "by language" | "by both";
  /** Besides as it is: under the pointer, and with the keyboard's focus. */
  readonly states: readonly State[];
  /** Pixels around it that belong to the picture: the ring of the focus, the names above a mark. */
  readonly around: number;
}

export type State = "hover" | "focus";
type PicturedTheme = "light" | "dark" | "high-contrast";

/** One picture; its name is that of its file. */
export interface Picture {
  readonly name: string;
  readonly part: Part;
  readonly theme: PicturedTheme;
  readonly language: "en" | "de";
  readonly state: State | null;
}

const pressed = ["hover", "focus"] as const;
const part = (
  id: string,
  exhibit: string,
  find: string,
  differs: Part["differs"],
  states: readonly State[] = [],
  around = states.length > 0 ? 4 : 0,
): Part => ({ id, exhibit, find, differs, states, around });

/** Each its name, the exhibit, where it is there, what differs, its states, and what is around it. */
export const parts: readonly Part[] = [
  // The frame of the window.
  part("top-bar", "workbench", ".top-bar", "by both"),
  part("rail", "workbench", ".rail", "by both"),
  part("tabs-of-todo", "view-todo", ".place-tabs", "by both"),
  part("status-bar", "card", ".status-line", "by both"),
  // Rows of lists.
  part("article-row", "workbench", ".article-row:not([data-selected])", "by both", ["hover"]),
  part("article-row-current", "workbench", ".article-row[data-selected]", "by theme"),
  part("finding", "finding", ".opening-item.open", "by both"),
  part("finding-row", "finding", ".opening-item:not(.open) .opening-row", "by theme", pressed),
  part("suggestion", "suggestions", ".suggestion-panel", "by both"),
  part("suggestion-row", "suggestions", ".suggestions .opening-item.open .opening-row", "by theme", [
    "focus",
  ]),
  part("thread", "thread", ".opening-item.open", "by both"),
  part("orphan", "orphans", ".opening-item.open", "by language"),
  part("difference-row", "compare-lanes", ".difference-row:not(.shown)", "by theme"),
  part("difference-row-current", "compare-lanes", ".difference-row.shown", "by both"),
  part("statement-heads", "statements", ".statement-heads", "by language"),
  part("statement-row", "statements", ".statement-row:not(.current)", "by theme", ["hover"]),
  part("statement-row-current", "statements", ".statement-row.current", "by theme"),
  // A figure, and the cards that it counts.
  part("figure", "overview", ".insight-overview li", "by both"),
  part("figure-cards", "overview-cards", ".insight-cards", "by both"),
  part("timeline", "timeline", ".insight-chart", "by both"),
  part("strips", "strips", ".insight-strip-scroller", "by theme"),
  part("strips-key", "strips", ".insight-key", "by both"),
  part("meeting-matrix", "together", ".meeting-matrix", "by theme"),
  part("meeting-network", "together-network", ".meeting-network svg", "by theme"),
  part("side-heads", "sides", ".insight-sides thead", "by language"),
  part("side-row", "sides", ".insight-sides tr:has(.insight-bar)", "by both"),
  part("between-annotators", "between", ".insight-scroll > section:not([aria-labelledby])", "by both"),
  part("disagreement-heads", "between", "section[aria-labelledby] thead", "by language"),
  part("disagreement-row", "between", "section[aria-labelledby] tbody tr", "by both"),
  // What several people made of an article: compared, decided, measured, and how far they are.
  part("compare-head", "compare-lanes", ".compare-head", "by both"),
  part("compare-head-blind", "compare-blind", ".compare-head", "by theme"),
  part("compare-lanes", "compare-lanes", ".compared-row:has-text('insisted')", "by theme"),
  part("compare-columns", "compare-columns", ".compared-row:has-text('insisted')", "by theme"),
  part("difference", "compare-lanes", ".compare-details", "by both"),
  part("decide-head", "decide", ".decide-head", "by both"),
  part("decide-question", "decide", ".decide-group", "by both"),
  part("decide-edges", "decide-edges", ".edge-editor", "by both"),
  part("decide-unfinished", "decide-unfinished", ".decide-unfinished", "by both"),
  part("agreement-questions", "agreement", ".figures", "by both"),
  part("agreement-pairs", "agreement", ".heat", "by theme"),
  part("disagreement", "agreement", ".disagreement", "by theme", pressed),
  part("progress-heads", "progress", ".progress-heads", "by language"),
  part("progress-row", "progress", ".progress-row", "by theme"),
  // The card, beside the text and in the panel.
  part("margin-card", "card", ".margin-card:not(.in-focus)", "by theme", ["hover"]),
  part("margin-card-in-focus", "card", ".margin-card.in-focus", "by both"),
  part("card-slots", "card", ".card-panel .slots", "by both"),
  part("card-fields", "card", ".card-fields-part", "by both"),
  // Marks in the text.
  part("mark", "workbench", ".ProseMirror p:has-text('PORT ELLERY')", "by theme", [], 8),
  part("mark-in-focus", "span", ".ProseMirror p:has-text('PORT ELLERY')", "by theme", [], 8),
  part("mark-of-card", "card", ".ProseMirror p:has-text('We cannot wait')", "by both", [], 8),
  part("mark-suggested", "suggestions", ".ProseMirror p:has-text('Shopkeepers')", "by theme", [], 8),
  part("mark-nested", "suggestions", ".ProseMirror p:has-text('Norrland')", "by theme"),
  part("mark-excluded", "finding", ".ProseMirror p:has-text('CPA is')", "by theme"),
  // What tells and asks.
  part("notice-good", "report", ".banner", "by both"),
  part("notice-caution", "report-for-a-look", ".banner", "by theme"),
  part("notice-folder-away", "folder-away", ".banner", "by both"),
  part("dialog", "dialog-name", ".modal", "by both"),
  part("palette", "dialog-palette", ".modal", "by both"),
  // Controls.
  part("button", "suggestions", ".suggestion-buttons .button.plain", "by theme", pressed),
  part("button-primary", "suggestions", ".suggestion-buttons .button.primary", "by theme", pressed),
  part("button-disabled", "thread", ".remark-buttons .button:disabled", "by theme"),
  part("button-icon", "card", ".card-panel .button.icon", "by theme", pressed),
  part("switch", "card", ".card-fields .switch", "by theme"),
  part("choice", "card", ".card-fields .choice-field", "by theme"),
  part("segments", "dialog-settings", ".dialog .segmented", "by theme"),
  part("slider", "dialog-settings", ".dialog .slider", "by theme"),
  part("guide-contents", "guide", ".guide-contents", "by language"),
  part("guide-entry", "guide", ".guide-entry", "by theme", pressed),
  part("welcome-ways", "welcome", ".welcome-ways", "by both"),
];

/** All pictures of a part: light first, the other themes where they differ, German where the words do. */
export function picturesOf(part: Part): readonly Picture[] {
  const { id, differs, states } = part;
  const themes: readonly PicturedTheme[] =
    differs === "by language" ? ["light"] : ["light", "dark", "high-contrast"];
  const inEnglish = [null, ...states].flatMap((state) =>
    themes.map((theme): Picture => {
      const name = [id, state, theme].filter((word) => word !== null).join("-");
      return { name, part, theme, language: "en", state };
    }),
  );
  const inGerman: Picture = { name: `${id}-german`, part, theme: "light", language: "de", state: null };
  return differs === "by theme" ? inEnglish : [...inEnglish, inGerman];
}
