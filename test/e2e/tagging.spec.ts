// The main job by keyboard alone: a project, an article, marks, cards, a restart, an export, a check of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { repository } from "./drivers.ts";
import { expect, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import {
  articleBox,
  bringIn,
  createProject,
  enterArticle,
  expectAccessible,
  leaveProposal,
  saved,
  sayso,
} from "./steps.ts";

const file = join(repository, "test/fixtures/journeys/harbour-bridge.txt");
const text = readFileSync(file, "utf8");

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

test("an article is tagged by keyboard alone, survives a kill, and is exported and validated", {
  tag: "@own-host",
}, async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  const project = await createProject(app, folder, "Bridges");
  await bringIn(app, file);
  await expect(articleBox(page)).toContainText("The harbour bridge will close");
  await enterArticle(page);
  const keys = keyboardOn(page, text);
  const mark = async (words: { start: number; end: number }, key: string) => {
    await keys.select(words);
    await keys.press(key);
  };

  // A claim in two segments, with voice, cue and an outlet it was told to.
  await mark(keys.find("We will rebuild it"), "3");
  await keys.select(keys.between("“and we will not", "the toll.”"));
  await keys.press("+");
  await leaveProposal(page, keys);
  await keys.press("Enter");
  await mark(keys.find("Ruiz", { behind: "rebuild it" }), "1");
  await keys.press("e");
  await keys.press("Enter");
  await mark(keys.find("told"), "2");
  await mark(keys.find("The Port Herald", { behind: "told" }), "4");
  await keys.press("e");
  await keys.press("Enter");
  await keys.press("Escape");
  await keys.press("Escape");

  // A nested card: she said that the company had agreed.
  await mark(keys.between("that the ferry company", "every ten minutes”"), "3");
  await leaveProposal(page, keys);
  await keys.press("Enter");
  await mark(keys.find("She"), "1");
  await mark(keys.find("said", { behind: "She" }), "2");
  await keys.press("Escape");
  await keys.press("Escape");
  await mark(keys.between("to “run boats", "ten minutes”"), "3");
  await leaveProposal(page, keys);
  await keys.press("Enter");
  await mark(keys.find("the ferry company", { behind: "that" }), "1");
  await mark(keys.find("had agreed"), "2");
  await mark(keys.find("Radio Bay"), "4");
  await keys.press("i");
  await expect(page.getByRole("dialog")).toBeVisible();
  await keys.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(articleBox(page)).toBeFocused();
  await keys.press("Escape");
  await keys.press("Escape");

  // The arrows choose in a list that is searched by typing.
  await keys.press("Shift+Tab");
  await expect(page.getByText(/in focus$/)).toBeVisible();
  await keys.press("l");
  const choices = page.getByRole("dialog").getByRole("option");
  await expect(choices.nth(0)).toHaveAttribute("data-focused", "true");
  await keys.press("ArrowDown");
  await expect(choices.nth(1)).toHaveAttribute("data-focused", "true");
  await keys.press("Escape");
  await keys.press("Escape");
  await keys.press("Escape");

  // A mistake, taken back.
  await mark(keys.find("café"), "4");
  await keys.press("Control+z");
  await saved(page);
  await expectAccessible(page, { isRepetition: true });

  await app.kill();
  const again = await app.restart();
  await again
    .getByRole("button", { name: /Bridges/ })
    .first()
    .press("Enter");
  await expect(articleBox(again)).toContainText("The harbour bridge will close");
  await expect(again.getByText(/11 marks/).first()).toBeVisible();

  const out = join(folder, "out.json");
  const exported = await sayso(app.home, "export", project, "--format", "json", "--out", out);
  expect(exported).toMatchObject({ status: 0 });
  expect(await sayso(app.home, "validate", out)).toMatchObject({ status: 0 });
  const json = JSON.parse(readFileSync(out, "utf8")) as AnnotatedJson;
  expect(json.articles[0]?.text).toBe(text);
  expect(readable(json)).toEqual({
    cards: [
      {
        kind: "direct",
        voice: ["Ruiz"],
        cue: "told",
        claim: "“We will rebuild it,” … “and we will not raise the toll.”",
        via: ["The Port Herald, told-to"],
        within: null,
      },
      {
        kind: "mixed",
        voice: ["She"],
        cue: "said",
        claim: "that the ferry company had agreed to “run boats every ten minutes”",
        via: [],
        within: null,
      },
      {
        kind: "mixed",
        voice: ["the ferry company"],
        cue: "had agreed",
        claim: "to “run boats every ten minutes”",
        via: ["Radio Bay, told-to"],
        within: "that the ferry company had agreed to “run boats every ten minutes”",
      },
    ],
    entities: ["Ana Ruiz: person", "Port Herald: outlet"],
  });
});

/** What an export says, in words instead of ids. */
function readable({ articles, entities }: AnnotatedJson) {
  const set = articles[0]?.sets[0];
  const words = (id: string | null) =>
    set?.spans
      .find((span) => span.id === id)
      ?.segments.map(({ quote }) => quote)
      .join(" … ") ?? null;
  const claimOf = (id: string | null) =>
    words(set?.attributions.find((card) => card.id === id)?.claim ?? null);
  const place = (id: string | null) => set?.spans.findIndex((span) => span.id === id) ?? -1;
  return {
    cards: [...(set?.attributions ?? [])]
      .sort((a, b) => place(a.claim) - place(b.claim))
      .map(({ kind, voice, cue, claim, via, within }) => ({
        kind,
        voice: voice.map(words),
        cue: words(cue),
        claim: words(claim),
        via: via.map(({ span, role }) => `${words(span)}, ${role}`),
        within: claimOf(within),
      })),
    entities: entities.map(({ name, type }) => `${name}: ${type}`).sort(),
  };
}
