// The real article that the main job must work on, tagged by keyboard alone. It is somebody's copyright and lies outside the
// project; where it is not, the test is skipped and says so.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/schema/annotated-json.ts";
import { repository } from "./drivers.ts";
import { expect, test } from "./fixtures.ts";
import { type Keyboard, keyboardOn } from "./keyboard.ts";
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

const file = join(repository, "../shared/articles/peace-talks.txt");

/** One attribution: where to look for it, and a word or two from the edges of each part. */
interface Attribution {
  readonly from: string;
  /** First and last words of each segment. */
  readonly claim: readonly (readonly [first: string, last: string])[];
  readonly voice: string;
  readonly cue: string;
  /** Voice and cue stand behind the claim's first segment. */
  readonly behind?: boolean;
  readonly via?: string;
  /** Lies within the attribution before it. */
  readonly nested?: boolean;
}

const attributions: readonly Attribution[] = [
  {
    from: "The White House said",
    claim: [["that Russian", "Volodymyr Zelenskyy"]],
    voice: "The White House",
    cue: "said",
  },
  {
    from: "that Russian",
    claim: [["to meet", "Volodymyr Zelenskyy"]],
    voice: "Russian President Vladimir Putin",
    cue: "agreed",
    nested: true,
  },
  {
    from: "Russia has not",
    claim: [
      ["Russia has", "trilateral meetings"],
      ["but any", "prepared"],
    ],
    voice: "Lavrov",
    cue: "said",
    behind: true,
  },
  {
    from: "Trump said earlier",
    claim: [["that the United", "ground troops"]],
    voice: "Trump",
    cue: "said",
    via: "Fox News",
  },
  {
    from: "When it comes",
    claim: [
      ["When it", "the ground"],
      ["We’re willing", "we have"],
    ],
    voice: "Trump",
    cue: "said",
    behind: true,
  },
  {
    from: "The White House is reviewing",
    claim: [["The White", "capital of Budapest"]],
    voice: "a senior administration",
    cue: "told",
    via: "the Washington Post",
    behind: true,
  },
];

async function tagAll(page: Page, keys: Keyboard): Promise<void> {
  const mark = async (range: { start: number; end: number }, key: string): Promise<void> => {
    await keys.select(range);
    await keys.press(key);
  };
  for (const { from, claim, voice, cue, behind, via, nested } of attributions) {
    const [first, ...more] = claim.map(([head, last]) => keys.between(head, last, from));
    if (!first) throw new Error("A claim needs a segment.");
    const place = behind ? (claim[0]?.[1] ?? from) : from;
    await mark(first, "3");
    for (const segment of more) await mark(segment, "+");
    await leaveProposal(page, keys);
    await keys.press("Enter");
    await mark(keys.find(voice, { from, behind: place }), "1");
    await keys.press("e");
    await keys.press("Enter");
    await mark(keys.find(cue, { from, behind: place }), "2");
    if (via) await mark(keys.find(via, { from, behind: place }), "4");
    if (nested) {
      await keys.press("i");
      await keys.press("Enter");
    }
    await keys.press("Escape");
    await keys.press("Escape");
  }
}

const isHere = existsSync(file);
if (!isHere)
  process.stderr.write("Skipped: tagging the real article, because it is not beside the project.\n");

test("the real article is tagged by keyboard alone", async ({ launchApp }) => {
  test.skip(!isHere, "The real article is not beside the project.");
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "sayso-real-"));
  try {
    const text = readFileSync(file, "utf8");
    const app = await launchApp();
    const project = await createProject(app, folder, "Talks");
    await bringIn(app, file);
    await expect(articleBox(app.page)).toContainText("Washington Post");
    await enterArticle(app.page);
    const keys = keyboardOn(app.page, text);
    await tagAll(app.page, keys);
    await saved(app.page);
    await expectAccessible(app.page);

    await app.page.reload();
    await expect(app.page.getByText(/20 spans/).first()).toBeVisible();
    const out = join(folder, "talks.json");
    expect(await sayso(app.home, "export", project, "--format", "json", "--out", out)).toMatchObject({
      status: 0,
    });
    expect(await sayso(app.home, "validate", out)).toMatchObject({ status: 0 });
    const { articles } = JSON.parse(readFileSync(out, "utf8")) as AnnotatedJson;
    const cards = articles[0]?.sets[0]?.attributions ?? [];
    expect(articles[0]?.text).toBe(text);
    expect(cards.map(({ kind }) => kind).sort()).toEqual([
      "direct",
      "indirect",
      "indirect",
      "indirect",
      "indirect",
      "mixed",
    ]);
    expect(cards.filter(({ within }) => within !== null)).toHaveLength(1);
    expect(cards.flatMap(({ via }) => via)).toHaveLength(2);
    expect(
      cards.filter(({ voice, cue, claim }) => voice.length !== 1 || cue === null || claim === null),
    ).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
