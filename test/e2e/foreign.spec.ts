// What was annotated with another tool comes in beside one's own work: its names are given a meaning by keyboard, and the next files
// with the same names need none.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { packZip, utf8 } from "../../shared/files/zip.ts";
import { deskOf, lookInto, mark } from "./exchange.ts";
import { expect, test } from "./fixtures.ts";
import { expectAccessible, sayso } from "./steps.ts";

const text = "Today the mayor said the bridge is safe. Her office told Radio Bay so.\n";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

function span(id: number, label: string, words: string): string {
  const start = text.indexOf(words);
  return `T${id}\t${label} ${start} ${start + words.length}\t${words}\n`;
}

test("files of another tool are given a meaning, looked at and imported", async ({ launchApp }) => {
  const dana = await deskOf(folder, text, "Dana Analyst", launchApp);
  await mark(dana.app, text, "the mayor", "1");
  const ann = join(folder, "theirs.ann");
  const relations = "R1\tsays Arg1:T1 Arg2:T3\nA1\tMood T1 calm\n";
  writeFileSync(
    ann,
    span(1, "Person", "the mayor") +
      span(2, "Odd", "said") +
      span(3, "Thing", "the bridge is safe") +
      relations,
  );
  writeFileSync(join(folder, "theirs.txt"), text);

  const { page } = dana.app;
  const { dialog, take } = await lookInto(dana.app, ann);
  await expect(dialog.getByText("holds annotations from another tool")).toBeVisible();
  await expect(dialog.getByLabel("“Person” means")).toHaveValue("speaker");
  await expect(dialog.getByLabel("“Thing” means")).toHaveValue("");
  await expectAccessible(page);
  await dialog.getByLabel("Whose work it is").fill("Miro Other");
  await dialog.getByLabel("“Thing” means").focus();
  await page.keyboard.type("Claim");
  await expect(dialog.getByLabel("“Thing” means")).toHaveValue("claim");
  await dialog.getByRole("button", { name: "Preview the result" }).press("Enter");
  await expect(
    dialog.getByText(
      "2 of 4 marks and relations will be imported; 1 invalid; 1 not mapped; 1 value left out.",
    ),
  ).toBeVisible();
  await dialog.getByText("1 value is not imported").press("Enter");
  await expect(dialog.getByText("“Mood” of “Person” (1): the mapping has no field for it.")).toBeVisible();
  await expect(dialog.getByText("Miro Other", { exact: true })).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await take.press("Enter");
  await expect(page.getByText("Imported from “theirs.ann”")).toBeVisible();

  const { stdout } = await sayso(dana.app.home, "export", dana.path, "--format", "json", "--out", "-");
  const { annotators, articles } = JSON.parse(stdout) as AnnotatedJson;
  const miro = annotators.find(({ name }) => name === "Miro Other");
  const set = articles[0]?.sets.find(({ annotator }) => annotator === miro?.id);
  expect(set?.spans.map(({ type, segments }) => `${type}: ${segments[0]?.quote}`)).toEqual([
    "speaker: the mayor",
    "claim: the bridge is safe",
  ]);

  const more = join(folder, "more.ann");
  writeFileSync(
    more,
    span(1, "Person", "Her office") + span(2, "Odd", "told") + span(3, "Thing", "so") + relations,
  );
  writeFileSync(join(folder, "more.txt"), text);
  const next = await lookInto(dana.app, more);
  await expect(next.dialog.getByLabel("“Thing” means")).toHaveValue("claim");
  await next.dialog.getByRole("button", { name: "Preview the result" }).press("Enter");
  await expect(next.dialog.getByText("will be imported")).toBeVisible();
  await next.dialog.getByRole("button", { name: "Back to what the names mean" }).press("Enter");
  await expect(next.dialog.getByLabel("“Thing” means")).toHaveValue("claim");
});

test("a project of INCEpTION, whose marks say by a feature what they are, comes in with its people and its curation", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const dana = await deskOf(folder, text, "Dana Analyst", launchApp);
  const sentence = text.trimEnd();
  const roles = { mayor: "speaker", said: "cue", bridge: "content", safe: "unsure" };
  const zip = join(folder, "theirs.zip");
  const work = tsvOf(sentence, roles);
  const description = {
    name: "Bridge",
    source_documents: [{ name: "bridge.txt", format: "text", state: "CURATION_FINISHED" }],
    annotation_documents: [{ name: "bridge.txt", user: "miro", state: "FINISHED" }],
  };
  writeFileSync(
    zip,
    packZip([
      { name: "exportedproject1.json", bytes: utf8(JSON.stringify(description)) },
      { name: "source/bridge.txt", bytes: utf8(text) },
      { name: "annotation/bridge.txt/miro.tsv", bytes: work },
      { name: "curation/bridge.txt/CURATION_USER.tsv", bytes: tsvOf(sentence, { said: "cue" }) },
    ]),
  );

  const { page } = dana.app;
  const { dialog, take } = await lookInto(dana.app, zip);
  await expect(dialog.getByLabel("Read as")).toHaveValue("inception");
  await expect(dialog.getByLabel("“Quote” means")).toHaveValue("by role");
  const values = dialog.getByRole("list", { name: "Values of “role” in “Quote”" });
  await expect(values.getByRole("listitem")).toHaveCount(4);
  await expect(dialog.getByLabel("“Quote” with “role: speaker” means")).toHaveValue("speaker");
  await expect(dialog.getByLabel("“Quote” with “role: unsure” means")).toHaveValue("");
  await dialog.getByLabel("“Quote” with “role: unsure” means").focus();
  await page.keyboard.type("Claim");
  await expectAccessible(page);
  // One meaning for all of them, and back to what the feature says.
  await dialog.getByLabel("“Quote” means").selectOption("claim");
  await expect(values).toBeHidden();
  await dialog.getByLabel("“Quote” means").selectOption("by role");
  await dialog.getByLabel("“Quote” with “role: unsure” means").selectOption("source");
  await dialog.getByRole("button", { name: "Preview the result" }).press("Enter");
  await expect(dialog.getByText("the curated set", { exact: true })).toBeVisible();
  await expect(dialog.getByText("miro", { exact: true })).toBeVisible();
  await take.press("Enter");
  await expect(page.getByText("Imported from “theirs.zip”")).toBeVisible();

  const { stdout } = await sayso(dana.app.home, "export", dana.path, "--format", "json", "--out", "-");
  const { annotators, articles } = JSON.parse(stdout) as AnnotatedJson;
  const spansOf = (name: string) => {
    const id = annotators.find((one) => one.name === name)?.id;
    const set = articles[0]?.sets.find(({ annotator }) => annotator === id);
    return set?.spans.map(({ type, segments }) => `${type}: ${segments[0]?.quote}`);
  };
  expect(articles).toHaveLength(1);
  expect(spansOf("miro")).toEqual(["speaker: mayor", "cue: said", "claim: bridge", "source: safe"]);
  expect(spansOf("Curation")).toEqual(["cue: said"]);
});

/** WebAnno TSV of one sentence with a layer `Quote`, whose `role` is said word by word. */
function tsvOf(sentence: string, roles: Readonly<Record<string, string>>): Uint8Array {
  const rows = [...sentence.matchAll(/\w+|\./gu)].map(({ 0: word, index }, at) => {
    const role = roles[word] ?? "_";
    return `1-${at + 1}\t${index}-${index + word.length}\t${word}\t${role}\t`;
  });
  const head = ["#FORMAT=WebAnno TSV 3.3", "#T_SP=webanno.custom.Quote|role", "", ""];
  return utf8([...head, `#Text=${sentence}`, ...rows, ""].join("\n"));
}
