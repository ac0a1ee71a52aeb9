import { describe, expect, it } from "vitest";
import {
  type ListedThread,
  listedThreads,
  type TalkQuery,
  waitingCount,
} from "../../../../renderer/state/review/talk.ts";

const thread = (id: string, article: string, more: Partial<ListedThread> = {}): ListedThread => ({
  id,
  article,
  on: { what: "article" },
  remarks: [],
  isResolved: false,
  waits: null,
  ...more,
});

const threads = [
  thread("a", "one"),
  thread("b", "one", { isResolved: true }),
  thread("c", "two", { waits: "mentioned" }),
  thread("d", "one", { waits: "on-yours" }),
];
const listed = (query: TalkQuery, article: string | null = "one") =>
  listedThreads(threads, query, article)
    .map(({ id }) => id)
    .join("");

describe("the list of threads", () => {
  it("is of the article on the screen or of the project, by what becomes of them", () => {
    expect(listed({ show: "open", where: "article" })).toBe("ad");
    expect(listed({ show: "resolved", where: "article" })).toBe("b");
    expect(listed({ show: "waiting", where: "article" })).toBe("d");
    expect(listed({ show: "waiting", where: "project" })).toBe("cd");
    expect(listed({ show: "all", where: "project" }, null)).toBe("abcd");
    expect(listed({ show: "all", where: "article" }, null)).toBe("");
  });

  it("counts what waits in the whole project", () => {
    expect(waitingCount(threads)).toBe(2);
  });
});
