// Three states of a project's files, each a list of paths and of the names of their contents: what both sides come from, and the two sides.
// What one side alone changed is taken; of what both changed the contents have to be looked at.

/** By path the name of the content: two files of the same name hold the same bytes. */
export type Tree = ReadonlyMap<string, string>;

interface TreeMerge {
  /** With what one side alone changed; of what both changed, as ours, and as theirs where it is not there on our side. */
  readonly tree: Tree;
  /** Changed on both sides, and there on both, in the order of their paths. `base` undefined: both added it. */
  readonly both: readonly PathVersions[];
}

export interface PathVersions {
  readonly path: string;
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

/** A file that one side took away and the other changed stays. */
export function mergeTrees(base: Tree, ours: Tree, theirs: Tree): TreeMerge {
  const tree = new Map<string, string>();
  const both: PathVersions[] = [];
  for (const path of [...new Set([...ours.keys(), ...theirs.keys()])].sort()) {
    const [from, mine, other] = [base.get(path), ours.get(path), theirs.get(path)];
    const isOurs = mine === other || other === from;
    const content = isOurs ? mine : mine === from ? other : (mine ?? other);
    if (content !== undefined) tree.set(path, content);
    if (!isOurs && mine !== from && mine !== undefined && other !== undefined)
      both.push({ path, base: from, ours: mine, theirs: other });
  }
  return { tree, both };
}

/** What has to be written to come from one tree to the other, and what to be removed. */
export function treeDifference(
  from: Tree,
  to: Tree,
): { readonly written: readonly string[]; readonly removed: readonly string[] } {
  return {
    written: [...to].flatMap(([path, content]) => (from.get(path) === content ? [] : [path])),
    removed: [...from.keys()].filter((path) => !to.has(path)),
  };
}
