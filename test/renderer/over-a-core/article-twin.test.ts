// A text that the project has already comes in twice only when somebody says so.
import { expect, test } from "vitest";
import { expireReport } from "../../../renderer/state/window/reports.ts";
import { text } from "../../main/core/workplace.ts";
import { desk } from "./desk.ts";

const there = ({ workspace }: Awaited<ReturnType<typeof desk>>) => {
  const { report } = workspace.state.get();
  if (report?.kind !== "article-twin") throw new Error(`Nobody is asked: ${JSON.stringify(report)}`);
  return report;
};

test("what is said of an article goes once another one is on the screen", async () => {
  const here = await desk();
  const { workspace, articles } = here;
  await workspace.openArticle(articles[1]);
  await workspace.importText(text, "c.txt");
  const stop = expireReport(workspace, there(here));
  await workspace.openArticle(articles[1]);
  expect(workspace.state.get().report).not.toBe(null);
  await workspace.openArticle(articles[0]);
  expect(workspace.state.get().report).toBe(null);
  stop();
});

test("pasted, with its form, dropped or chosen: it is asked for, with the article that is there", async () => {
  const here = await desk();
  const { workspace, articles } = here;
  const count = () => workspace.state.get().articles.length;
  const html = "<p>Nobody said so.</p>";
  const ways = [
    () => workspace.importText(text, "c.txt"),
    () => workspace.importDropped("c.txt", Buffer.from(text).toString("base64")),
  ];
  for (const way of ways) {
    workspace.dismiss();
    await way();
    expect(there(here)).toMatchObject({ article: articles[0], title: "a" });
    expect(count()).toBe(2);
  }
  await workspace.importPasted(html, null);
  expect(count()).toBe(3);
  await workspace.importPasted(html, null);
  expect(count()).toBe(3);
  await there(here).importAgain();
  expect(count()).toBe(4);
  expect(workspace.state.get().report?.kind).toBe("imported");
});
