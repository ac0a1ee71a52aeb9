// A model of one's own by keyboard: set up, allowed once it was shown what is started, tried, its suggestions beside those of the rules,
// accepted under its name, measured by itself; and, when it fails, why.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { repository } from "../helpers/built-app.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, openText, saved, sayso } from "./steps.ts";
import { counted } from "./suggested.ts";

const text = ["The mayor chalked the delay up to rain.", "“We will sue,” said Ana Hart on Monday."].join(
  "\n\n",
);
const place = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length];

/** Finds what no rule does, and something that a rule does as well; leaves a trace of each start. */
const tagger = (trace: string) => `
  const fs = require("node:fs");
  fs.appendFileSync(${JSON.stringify(trace)}, "ran\\n");
  for (const line of fs.readFileSync(0, "utf8").trim().split("\\n")) {
    const { id, text } = JSON.parse(line);
    const attributions = text.includes("chalked") ? [
      { source: [${JSON.stringify(place("The mayor"))}], cue: [${JSON.stringify(place("chalked"))}],
        content: [${JSON.stringify(place("the delay up to rain"))}], confidence: 0.77, rule: "crf" },
      { source: [${JSON.stringify(place("Ana Hart"))}], cue: [${JSON.stringify(place("said"))}],
        content: [${JSON.stringify(place("“We will sue,”"))}], confidence: 0.6, rule: "crf" },
      { content: [[0, 100000]] },
    ] : [];
    console.log(JSON.stringify({ id, attributions }));
  }
`;

const modelsDialog = (page: Page) => page.getByRole("dialog", { name: "Custom models" });

async function openModels(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+,");
  await page.getByRole("button", { name: "Custom models…" }).press("Enter");
  await expect(modelsDialog(page)).toBeVisible();
}

/** What `sayso models allow` asks in a terminal, and what it says when that is answered. */
function allowInTerminal(home: string, answer: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, "out/main/cli.js"), "models", "allow", "Tagger"],
    { env: { ...process.env, SAYSO_HOME: home }, input: `${answer}\n`, encoding: "utf8" },
  );
  return stdout + stderr;
}

/** Turns it on and answers the question: the desktop's box of the system's, or the command line's, which the page names. */
async function turnOn({ page, driver, ask, home }: RunningApp, allow: boolean, shown: string): Promise<void> {
  const turn = modelsDialog(page).getByRole("switch", { name: "Ask Tagger about every article" });
  if (driver === "stand-in") await ask("dialog", allow ? 1 : null);
  await turn.press("Space");
  if (driver === "stand-in") {
    await expect.poll(async () => (await ask("facts", null)).boxes).toContain("Allow Tagger?");
  } else {
    const dialog = page.getByRole("dialog", { name: "Allow Tagger?" });
    await expect(dialog.getByRole("listitem").last()).toHaveText(shown);
    await expect(dialog.getByText("sayso models allow Tagger", { exact: true })).toBeVisible();
    await expectAccessible(page, { isRepetition: allow });
    // The page's word is not enough.
    await dialog.getByRole("button", { name: "Turn it on" }).press("Enter");
    await expect(dialog.getByText("“Tagger” has not been allowed on this machine.")).toBeVisible();
    expect(allowInTerminal(home, allow ? "yes" : "no")).toContain(shown);
    await dialog.getByRole("button", { name: allow ? "Turn it on" : "Cancel", exact: true }).press("Enter");
  }
  if (allow) await expect(turn).toBeChecked();
  else await expect(turn).not.toBeChecked();
}

test("a model of one's own proposes beside the rules once it is allowed, and says so when it fails", async ({
  launchApp,
  folder,
}) => {
  const trace = join(folder, "trace");
  const ran = () => readFileSync(trace, { encoding: "utf8", flag: "a+" }).split("ran").length - 1;
  const program = join(folder, "my tagger.cjs");
  writeFileSync(program, tagger(trace));
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  await counted(page, 1);

  // Set up, with a mistake first.
  await openModels(page);
  await expectAccessible(page);
  await modelsDialog(page).getByRole("button", { name: "Add a model" }).press("Enter");
  const form = page.getByRole("dialog", { name: "Add a model" });
  await form.getByLabel("Name").fill("Tagger");
  await form.getByLabel("Command").fill(`"${process.execPath}" "${program}`);
  await form.getByRole("button", { name: "Save" }).press("Enter");
  await expect(form.getByText("A quotation mark that is opened has to be closed.")).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel("Command").fill(`"${process.execPath}" "${program}"`);
  await form.getByRole("button", { name: "Save" }).press("Enter");

  // Nothing runs before it is allowed, and what is allowed is shown.
  await turnOn(app, false, program);
  expect(ran()).toBe(0);
  await turnOn(app, true, program);
  await expect.poll(ran).toBe(1);
  await modelsDialog(page).getByRole("button", { name: "Try it: Tagger" }).press("Enter");
  await expect(page.getByText("Tagger answers: no cards for two sentences.")).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await page.keyboard.press("Escape");

  // Its suggestion stands beside that of the rules, and the one that both make stands there once.
  await counted(page, 2);
  await page.keyboard.press("ControlOrMeta+9");
  await expect(page.getByText("Tagger: 2 cards suggested")).toBeVisible();
  await expect(
    page.getByText("1 of its answers cannot be used: offsets beyond the text in “content”"),
  ).toBeVisible();
  await expect(page.locator("mark[data-suggestion]").first()).toBeVisible();
  await enterArticle(page);
  const suggestion = page.getByRole("region", { name: /^Suggestion \d of 2$/ });
  await keys.press("g");
  await expect(suggestion.getByText("Your custom model “Tagger” suggests it.")).toBeVisible();
  await keys.press("g");
  await expect(suggestion.getByText("“Tagger” suggests the same.")).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await keys.press("Shift+g");
  await keys.press("Shift+Enter");
  await counted(page, 1);
  await expect(page.getByText(/Your custom model “Tagger” suggests it\..*77/u)).toBeVisible();
  await saved(page);

  // Measured by itself.
  await page.getByRole("button", { name: "How good they are" }).press("Enter");
  await page.getByRole("combobox", { name: "Proposed by" }).selectOption("Tagger");
  await expect(page.getByRole("row", { name: /^Voice, cue and claim 50 100 / })).toBeVisible();
  await page.getByRole("combobox", { name: "Proposed by" }).selectOption("Sayso’s own rules");
  await expect(page.getByRole("row", { name: /^Voice, cue and claim 0 0 / })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await page.getByRole("button", { name: "Back to the suggestions" }).press("Enter");

  // One that fails says why; the rules go on.
  await openModels(page);
  await modelsDialog(page).getByRole("button", { name: "Change Tagger" }).press("Enter");
  const change = page.getByRole("dialog", { name: "Change Tagger" });
  await change.getByRole("radio", { name: "An address" }).press("Space");
  await change.getByRole("textbox", { name: "Address" }).fill("http://example.com/suggest");
  await change.getByRole("button", { name: "Save" }).press("Enter");
  await expect(change.getByText("That is not an address on this computer.")).toBeVisible();
  await change.getByRole("textbox", { name: "Address" }).fill("http://127.0.0.1:9/suggest");
  await change.getByRole("button", { name: "Save" }).press("Enter");
  await expect(modelsDialog(page).getByText("Not allowed yet")).toBeVisible();
  await turnOn(app, true, "http://127.0.0.1:9/suggest");
  await page.keyboard.press("Escape");
  await expect(
    page.getByRole("alert").getByText(/“Tagger” does not answer at http:\/\/127\.0\.0\.1:9/u),
  ).toBeVisible();
  await counted(page, 1);
  await expectAccessible(page, { isRepetition: true });

  // Off: nothing is asked, also after a restart.
  await openModels(page);
  await modelsDialog(page).getByRole("switch", { name: "Ask Tagger about every article" }).press("Space");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alert")).toHaveCount(0);
  const before = ran();
  await app.restart();
  await app.stop();
  expect(ran()).toBe(before);

  const { stdout } = await sayso(app.home, "export", path, "--format", "json", "--out", "-");
  const { articles } = JSON.parse(stdout) as AnnotatedJson;
  expect(articles[0]?.sets[0]?.attributions.map(({ provenance }) => provenance.origin)).toEqual([
    {
      by: "suggested",
      rule: "crf",
      reason: "Your custom model “Tagger” suggests it.",
      confidence: 0.77,
      model: "Tagger",
    },
  ]);
});
