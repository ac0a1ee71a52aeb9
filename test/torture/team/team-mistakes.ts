// Mistakes in the merge and in synchronising, put in on purpose: schedules are worth what they find of them.

interface TeamMistake {
  readonly title: string;
  /** In the repository. */
  readonly file: string;
  /** What stands there once, and what stands in its place. */
  readonly original: string;
  readonly mistaken: string;
}

export const teamMistakes: readonly TeamMistake[] = [
  {
    title: "what is sent overwrites what lies there",
    file: "main/core/team/shared-place.ts",
    original: "address, `$",
    mistaken: "address, `+$",
  },
  {
    title: "what both changed in the project's file is not told",
    file: "main/core/team/merge-files.ts",
    original: "return { content: projectBytes(project), conflicts: told };",
    mistaken: "return { content: projectBytes(project), conflicts: [] };",
  },
  {
    title: "the state of this side is taken for what both come from",
    file: "main/core/team/take-incoming.ts",
    original: "const from = await commonState(git, mine, there);",
    mistaken: "const from: string | null = mine;",
  },
  {
    title: "an entity that the other side mentions is taken out",
    file: "main/core/team/merge-files.ts",
    original: "isMentioned: (id) => mentioned.has(id)",
    mistaken: "isMentioned: () => false",
  },
  {
    title: "a file that was touched is taken for what it was",
    file: "main/core/team/kept-files.ts",
    original: "stood !== undefined && stood === stands.get(path)",
    mistaken: "stood !== undefined",
  },
  {
    title: "conflicts that were found before a kill are forgotten",
    file: "main/core/team/take-incoming.ts",
    original: "await addConflicts(disk, folder, listed);",
    mistaken: "",
  },
  {
    title: "what is held back no longer is taken for what is in the project",
    file: "main/core/team/held-back.ts",
    original: "const absent = [...heldBefore].filter((path) => to.has(path));",
    mistaken: "const absent: string[] = [];",
  },
];
