import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { markTasks } from "../../../renderer/ui/markdown.tsx";

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => textOf(child as Node)).join("") : "";
}

/** The items of the first list: their words, and whether they are done; `null` for those that are no tasks. */
function itemsOf(note: string): readonly (readonly [string, boolean | null | undefined])[] {
  const root = fromMarkdown(note);
  markTasks(root);
  const [list] = root.children;
  return list?.type === "list" ? list.children.map((item) => [textOf(item), item.checked]) : [];
}

test("items that begin with a box are tasks, done or not, in tight and loose lists", () => {
  const tasks = [
    ["date", false],
    ["who he is", true],
    ["plain [x]", null],
  ];
  expect(itemsOf("- [ ] date\n- [x] who **he** is\n- plain [x]")).toEqual(tasks);
  expect(itemsOf("- [ ] date\n\n- [X] who *he* is\n\n- plain [x]")).toEqual(tasks);
});
