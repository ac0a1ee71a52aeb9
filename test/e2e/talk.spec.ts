// Two people talk about a mark by way of a folder that both see: asked, answered, resolved and reopened, taken back after a restart.
import { copyFileSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { writeFirstSet } from "../../main/storage/sets/imported-set.ts";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { setFromJson } from "../../shared/model/annotation-set.ts";
import type { Remark } from "../../shared/model/remark.ts";
import { type ReviewProject, writeReviewProject } from "../helpers/review-project.ts";
import { expect, test } from "./fixtures.ts";
import {
  articleBox,
  endAbruptly,
  enterArticle,
  expectAccessible,
  giveName,
  killTag,
  saved,
  sayso,
} from "./steps.ts";

let parent: string;
test.beforeEach(({ folder }) => {
  parent = folder;
});
const newFolder = (): string => mkdtempSync(join(parent, "talk-"));

const articleButton = (page: Page) => page.getByRole("button", { name: /^Article(?!s)/ });
const rows = (page: Page) => page.locator(".opening-row");

/** The remarks of the first article as they stand on the disk. */
async function remarksIn(home: string, project: string): Promise<readonly Remark[]> {
  const { stdout } = await sayso(home, "export", project, "--format", "json", "--out", "-");
  const { articles } = JSON.parse(stdout) as AnnotatedJson;
  return articles.flatMap(({ sets }) => sets.flatMap(({ remarks = [] }) => remarks));
}

/** The second person's set comes into the folder, with what they said, as a synchronised folder would bring it. */
async function colleagueSays(
  review: ReviewProject,
  article: string,
  remarks: readonly Remark[],
): Promise<void> {
  const [, ben] = review.annotators;
  const set = review.articles.find((one) => one.article.id === article)?.sets[1];
  if (!ben || !set) throw new Error("The project has a second person.");
  const folder = newFolder();
  const { textHash } = set;
  const place = { folder, project: review.project.id, article, annotator: ben.id, textHash };
  await writeFirstSet(nodeDisk, place, setFromJson({ ...set, remarks }));
  const file = `${ben.id}.json`;
  copyFileSync(join(folder, file), join(review.path, "annotations", article, file));
}

test("a mark is asked about, answered from another folder, settled, and that taken back after a restart", {
  tag: killTag,
}, async ({ launchApp }) => {
  const review = await writeReviewProject(join(newFolder(), "project"), ["Dana Analyst", "Ben Reviewer"]);
  const app = await launchApp({ project: review.path });
  const { page } = app;
  await giveName(page, "Dana Analyst");
  await expect(articleBox(page)).toBeVisible();

  // A key begins a thread on the mark in focus; behind an @ the project's people are offered.
  await enterArticle(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+T");
  const field = page.getByRole("textbox", { name: "Start a thread" });
  await expect(field).toBeFocused();
  await page.keyboard.type("Is **that** the voice, @re");
  await expect(page.getByRole("option", { name: "Ben Reviewer" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("?");
  await expect(field).toHaveValue("Is **that** the voice, @Ben Reviewer ?");
  await expectAccessible(page);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator(".opening-item .remark strong")).toHaveText("that");
  await saved(page);
  const [asked] = await remarksIn(app.home, review.path);
  const [dana, ben] = review.annotators;
  expect(asked?.mentions).toEqual([ben?.id]);
  await expectAccessible(page, { isRepetition: true });

  // What Ben says comes with his file: nothing in it is more than words.
  const article = review.articles.find(({ sets }) =>
    sets[0]?.spans.some(({ id }) => asked?.on.what === "span" && asked.on.id === id),
  )?.article.id;
  const said = (id: string, more: Partial<Remark>): Remark => ({
    id,
    thread: asked?.id ?? "",
    on: asked?.on ?? { what: "article" },
    kind: "remark",
    text: "**Yes.** <img src=x onerror=alert(1)> [see](javascript:alert(1)) ![it](https://example.org/x.png)",
    mentions: [],
    provenance: { annotator: ben?.id ?? "", at: "2026-12-31T10:00:00.000Z", origin: { by: "human" } },
    ...more,
  });
  const own = { on: { what: "article" }, text: "Who takes the captions, @Dana Analyst?" } as const;
  await colleagueSays(review, article ?? "", [
    said("answer", {}),
    said("other", { thread: "other", mentions: [dana?.id ?? ""], ...own }),
  ]);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(articleButton(page)).toHaveAccessibleName(/2/);
  await expect(page.getByRole("button", { name: "2 threads wait for you", exact: true })).toBeVisible();
  const answer = page.locator(".opening-item.open .remark").nth(1);
  await expect(answer.locator("strong")).toHaveText("Yes.");
  expect(await page.locator(".remark img, .remark a, .remark script").count()).toBe(0);
  await expectAccessible(page);

  // Settled by key, reopened by key, settled again.
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+F9");
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+F9");
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("ControlOrMeta+F9");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("button", { name: "1 thread waits for you", exact: true })).toBeVisible();
  await page.keyboard.press("F9");
  await expect(page.locator(".opening-item.open .remark").getByText("Who takes the captions")).toBeVisible();
  await page.keyboard.press("Alt+F9");
  await expect(page.getByRole("textbox", { name: "Reply" }).first()).toBeFocused();
  await page.keyboard.type("I do.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText(/waits? for you/)).toHaveCount(0);
  await saved(page);
  expect((await remarksIn(app.home, review.path)).length).toBe(7);

  // Taken back after a restart, one step after the other.
  await endAbruptly(app);
  const again = await app.restart();
  await expect(articleBox(again)).toBeVisible();
  await enterArticle(again);
  await again.keyboard.press("ControlOrMeta+z");
  await expect(again.getByRole("button", { name: "1 thread waits for you", exact: true })).toBeVisible();
  await again.keyboard.press("ControlOrMeta+z");
  await expect(rows(again)).toHaveCount(2);
  await saved(again);
  expect((await remarksIn(app.home, review.path)).length).toBe(5);
});
