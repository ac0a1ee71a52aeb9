// Mistakes that somebody could make in the product, each with the journey that is meant to find it. They are planted one at a time by
// `run.mjs`, on top of those that the torture harness plants under the storage (`test/torture/planted.ts`).

/**
 * @typedef {object} Mistake
 * @property {string} title
 * @property {string} file
 * @property {string} original Stands in the file exactly once.
 * @property {string} mutated
 * @property {string} journey Words of the title of the journey that must fail.
 * @property {"browser" | "stand-in"} [host] The host in which it must fail; the browser host where it is not given.
 */

/** @type {readonly Mistake[]} */
export const mistakes = [
  {
    title: "a button that does nothing",
    file: "renderer/panels/dialogs/trash-dialog.tsx",
    original: "onPress={onTakeBack}",
    mutated: "onPress={() => undefined}",
    journey: "an article is moved to the trash and restored, by keyboard",
  },
  {
    title: "a save that is not awaited",
    file: "main/storage/sets/set-store.ts",
    original: "  await journal.append(records).catch(async (error: unknown) => {",
    mutated: "  void journal.append(records).catch(async (error: unknown) => {",
    journey: "work goes on while the disk cannot be written",
  },
  {
    title: "offsets that are counted from the beginning of the paragraph",
    file: "renderer/editor/positions.ts",
    original: "return paragraph.start + Math.min(Math.max(0, within), paragraph.end - paragraph.start);",
    mutated: "return Math.min(Math.max(0, within), paragraph.end - paragraph.start);",
    journey: "a claim takes one key, its voice and cue another",
  },
  {
    title: "a theme without contrast",
    file: "renderer/styles/theme.css",
    original: "--text-quiet: #abacab;",
    mutated: "--text-quiet: #4a4b47;",
    journey: "no view of the sidebar stands in anybody's way",
  },
  {
    title: "dialogs without a name",
    file: "renderer/ui/modal-dialog.tsx",
    original: '<Dialog className="dialog">',
    mutated: '<Dialog className="dialog" aria-labelledby="nothing">',
    journey: "no page and no dialog stands in anybody's way",
  },
  {
    title: "a second window that hears of nothing",
    file: "main/core/handlers/annotations.ts",
    original:
      '        projects.tell(liveProject, { type: "set", ...setRef, revision: applied.revision }, client);',
    mutated:
      '        context.emit({ type: "set", project: handle, ...setRef, revision: applied.revision }, client);',
    journey: "each sees what the other marks and takes back",
  },
  {
    title: "losses of an export that are not told",
    file: "renderer/panels/dialogs/export-dialog.tsx",
    original: "(losses) => isWanted && setCounted({ losses }),",
    mutated: "() => isWanted && setCounted({ losses: [] }),",
    journey: "the dialog says what a format loses",
  },
  {
    title: "a desktop page that may go to other sites",
    file: "main/hosts/electron/protocol.ts",
    original: `  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
`,
    mutated: "",
    journey: "the page goes nowhere, opens nothing and asks nobody",
    host: "stand-in",
  },
  {
    title: "corrections of a text that are not kept",
    file: "renderer/state/articles/correction-drafts.ts",
    original: "const request = draft ? change.store.put({ ...draft, at }, key) : change.store.delete(key);",
    mutated: "const request = change.store.delete(key);",
    journey: "corrections outlive the host and the page",
  },
  {
    title: "a setting that is kept and does nothing",
    file: "renderer/ui/theme.ts",
    original: "document.documentElement.dataset.theme = shownTheme(theme);",
    mutated: 'document.documentElement.dataset.theme = shownTheme("light");',
    journey: "the settings change how the article reads",
  },
  {
    title: "a focus that is lost with what had it",
    file: "renderer/ui/keep-focus.ts",
    original: "    else frame = afterwards(() => find(spot)?.focus({ preventScroll: true }));\n",
    mutated: "",
    journey: "the keyboard is not lost with what had it",
  },
  {
    title: "a click that leaves the caret where it was",
    file: "renderer/editor/pointer.ts",
    original: "      options.takeCaret(event);\n",
    mutated: "",
    journey: "a click puts the caret where it is made",
  },
];
