// Mistakes that somebody could make in the product, each with the journey that is meant to find it. They are planted one at a time by
// `run.mjs`, on top of those that the torture harness plants under the storage (`test/torture/planted.ts`).

/**
 * @typedef {object} Mistake
 * @property {string} what
 * @property {string} file
 * @property {string} right Stands in the file exactly once.
 * @property {string} wrong
 * @property {string} found Words of the title of the journey that must fail.
 */

/** @type {readonly Mistake[]} */
export const mistakes = [
  {
    what: "a button that does nothing",
    file: "renderer/panels/dialogs/trash-dialog.tsx",
    right: "onPress={onTakeBack}",
    wrong: "onPress={() => undefined}",
    found: "an article is put away and taken back, by keyboard",
  },
  {
    what: "a save that is not awaited",
    file: "main/storage/sets/set-store.ts",
    right: "    await journal.append(records).catch(async (error: unknown) => {",
    wrong: "    void journal.append(records).catch(async (error: unknown) => {",
    found: "work goes on while the disk cannot be written",
  },
  {
    what: "marks that are drawn one character too early",
    file: "renderer/editor/positions.ts",
    right: "return pos + Math.max(0, offset - paragraph.start);",
    wrong: "return pos + Math.max(0, offset - paragraph.start - 1);",
    found: "a claim takes one key, its voice and cue another",
  },
  {
    what: "a theme without contrast",
    file: "renderer/styles/theme.css",
    right: "--text-quiet: #abacab;",
    wrong: "--text-quiet: #4a4b47;",
    found: "no view of the sidebar stands in anybody's way",
  },
  {
    what: "dialogs without a name",
    file: "renderer/ui/modal-dialog.tsx",
    right: '<Dialog className="dialog">',
    wrong: '<Dialog className="dialog" aria-labelledby="nothing">',
    found: "no page and no dialog stands in anybody's way",
  },
  {
    what: "a second window that hears of nothing",
    file: "main/core/handlers/annotations.ts",
    right: '          if (!isCaller)\n            context.emit({ type: "set", project',
    wrong: '          if (isCaller)\n            context.emit({ type: "set", project',
    found: "each sees what the other marks and takes back",
  },
  {
    what: "losses of an export that are not told",
    file: "renderer/panels/dialogs/export-losses.tsx",
    right: "(losses) => isWanted && setCounted({ losses }),",
    wrong: "() => isWanted && setCounted({ losses: [] }),",
    found: "the dialog says what a format loses",
  },
  {
    what: "a desktop page that may go to other sites",
    file: "main/hosts/electron/lock-down.ts",
    right: '  contents.on("will-navigate", (event) => event.preventDefault());\n',
    wrong: "",
    found: "the page goes nowhere, opens nothing and asks nobody",
  },
  {
    what: "corrections of a text that are not kept",
    file: "renderer/state/articles/correction-drafts.ts",
    right: 'if (draft) await opened.put("drafts", { ...draft, at }, key);',
    wrong: "if (draft) return;",
    found: "corrections outlive the host and the page",
  },
  {
    what: "a setting that is kept and does nothing",
    file: "renderer/ui/theme.ts",
    right: "document.documentElement.dataset.theme = shownTheme(theme);",
    wrong: 'document.documentElement.dataset.theme = shownTheme("light");',
    found: "the settings change how the article reads",
  },
  {
    what: "a focus that is lost with what had it",
    file: "renderer/ui/keep-focus.ts",
    right: "    else frame = afterwards(() => find(spot)?.focus({ preventScroll: true }));\n",
    wrong: "",
    found: "the keyboard is not lost with what had it",
  },
];
