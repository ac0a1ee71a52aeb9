// Three states of a project's files, by paths and contents: what one side did is taken, whoever merges, and what both did is looked at.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeTrees, type Tree, treeDifference } from "../../../shared/team/merge-trees.ts";
import { journalWriter, sharedKind } from "../../../shared/team/shared-file.ts";
import { runs } from "../../helpers/tier.ts";

const tree = fc
  .dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("1", "2", "3"))
  .map((files): Tree => new Map(Object.entries(files)));
const sorted = (one: Tree) => [...one].sort();

describe("merging trees", () => {
  it("takes what one side alone did, whichever it is", () => {
    fc.assert(
      fc.property(tree, tree, (base, side) => {
        for (const merged of [
          mergeTrees(base, side, base),
          mergeTrees(base, base, side),
          mergeTrees(base, side, side),
        ]) {
          expect(sorted(merged.tree)).toEqual(sorted(side));
          expect(merged.both).toEqual([]);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it("loses no file that a side wrote, and names every file of which both have another content", () => {
    fc.assert(
      fc.property(tree, tree, tree, (base, ours, theirs) => {
        const { tree: merged, both } = mergeTrees(base, ours, theirs);
        const other = mergeTrees(base, theirs, ours);
        expect([...merged.keys()].sort()).toEqual([...other.tree.keys()].sort());
        expect(both.map(({ path }) => path)).toEqual(other.both.map(({ path }) => path));
        for (const side of [ours, theirs])
          for (const [path, content] of side)
            if (base.get(path) !== content)
              expect(merged.get(path) === content || both.some((one) => one.path === path)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it("comes from one to the other by what it says is to be written and removed", () => {
    fc.assert(
      fc.property(tree, tree, (from, to) => {
        const { written, removed } = treeDifference(from, to);
        const after = new Map([...from].filter(([path]) => !removed.includes(path)));
        for (const path of written) after.set(path, to.get(path) ?? "");
        expect(sorted(after)).toEqual(sorted(to));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("files of a project", () => {
  it.each([
    ["project.json", "project"],
    ["entities.json", "registry"],
    ["articles/abc/article.json", "article"],
    ["articles/abc/text.txt", "fixed"],
    ["articles/abc/original.pdf", "fixed"],
    ["articles/abc/revisions/def/revision.json", "whole"],
    ["annotations/abc/ana.json", "snapshot"],
    ["annotations/abc/ana.mac.journal", "journal"],
    ["annotations/abc/def/ana.mac.journal.12-34.gz", "journal"],
    ["history/ana.mac.journal.3", "journal"],
    ["learned/ana.json", "whole"],
    ["reviews/abc/ana.taken.json", "whole"],
    ["trash/abc/annotations/ana.mac.journal", "whole"],
  ])("%s is shared: %s", (path, kind) => {
    expect(sharedKind(path)).toBe(kind);
  });

  it.each([
    ".lock",
    ".git/config",
    ".quarantine/1-project.json",
    "project (1).json",
    "articles/abc/.text.txt.0123456789ab.tmp",
    "articles/../project.json",
    "articles/ABC/article.json",
    "annotations/abc/ana.sync-conflict-20260131-101500-ABCDEFG.json",
    "README.md",
  ])("%s is not shared", (path) => {
    expect(sharedKind(path)).toBeNull();
  });

  it("of a journal say who writes it, and on which machine", () => {
    expect(journalWriter("annotations/abc/ana.mac.journal.3")).toEqual({ annotator: "ana", device: "mac" });
    expect(journalWriter("annotations/abc/ana.json")).toBeNull();
  });
});
