// Articles in the trash. There an article lies under other paths, so that for a merge all states are brought to the same ones: what one side did to
// an article that the other one moved to the trash, or back, is merged as always, and goes along to where the article comes to lie.
import type { Tree } from "./merge-trees.ts";

/** The folders of an article, and what each is called in the trash. The article's own decides where the article is. */
export const articleFolders = [
  { from: "articles", as: "article" },
  { from: "annotations", as: "annotations" },
  { from: "reviews", as: "reviews" },
] as const;

type Whereabouts = "there" | "away" | null;

interface TreesOfSides {
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
}

interface AlignedTrees extends TreesOfSides {
  /** What was merged of these, with each article where it comes to lie. */
  settle(merged: Tree): Tree;
}

/** The three states with every article of which both sides have one at its place in the project, also where it is in the trash. */
export function alignPutAway({ base, ours, theirs }: TreesOfSides): AlignedTrees {
  const destinations = new Map<string, Whereabouts>();
  for (const article of new Set([base, ours, theirs].flatMap(articlesAway))) {
    const [from, mine, came] = [base, ours, theirs].map((tree) => whereIs(tree, article));
    if (!mine || !came) continue;
    destinations.set(article, mine === came || came === from ? mine : mine === from ? came : "there");
  }
  if (destinations.size === 0) return { base, ours, theirs, settle: (merged) => merged };
  const align = (tree: Tree): Tree =>
    withNewPaths(tree, (path) => backFrom(path, (article) => destinations.has(article)));
  return {
    ...{ base: align(base), ours: align(ours), theirs: align(theirs) },
    settle: (merged) =>
      withNewPaths(merged, (path) => awayFrom(path, (article) => destinations.get(article) === "away")),
  };
}

const whereIs = (tree: Tree, article: string): Whereabouts => {
  if (tree.has(`articles/${article}/article.json`)) return "there";
  return tree.has(`trash/${article}/article/article.json`) ? "away" : null;
};

const articlesAway = (tree: Tree): readonly string[] =>
  [...tree.keys()].flatMap((path) => /^trash\/([a-z2-7]+)\/article\/article\.json$/u.exec(path)?.[1] ?? []);

/** With other paths for some files; what lies at such a path already is later than what would come there. */
function withNewPaths(tree: Tree, newPathOf: (path: string) => string | null): Tree {
  const paths = new Map([...tree.keys()].map((path) => [path, newPathOf(path)]));
  if ([...paths.values()].every((path) => path === null)) return tree;
  const stays = [...tree].filter(([path]) => paths.get(path) === null);
  const comes = [...tree].flatMap(([path, name]) => {
    const to = paths.get(path) ?? null;
    return to === null || tree.has(to) ? [] : [[to, name] as const];
  });
  return new Map([...stays, ...comes]);
}

function backFrom(path: string, isMeant: (article: string) => boolean): string | null {
  const [, article = "", as = "", rest = ""] = /^trash\/([a-z2-7]+)\/([a-z]+)\/(.+)$/u.exec(path) ?? [];
  const folder = articleFolders.find((one) => one.as === as);
  return folder && isMeant(article) ? `${folder.from}/${article}/${rest}` : null;
}

function awayFrom(path: string, isMeant: (article: string) => boolean): string | null {
  const [, from = "", article = "", rest = ""] = /^([a-z]+)\/([a-z2-7]+)\/(.+)$/u.exec(path) ?? [];
  const folder = articleFolders.find((one) => one.from === from);
  return folder && isMeant(article) ? `trash/${article}/${folder.as}/${rest}` : null;
}
