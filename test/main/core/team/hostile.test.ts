// What lies at the shared place was written by somebody else: whatever is wrong with it is named and refused, nothing of it runs, and the
// project is as it was.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cloneProject } from "../../../../main/core/team/clone-project.ts";
import { problemOf } from "../workplace.ts";
import { colleague, handCopy, mark, sharedFiles, sync, type TeamScene, teamScene } from "./team-scene.ts";

type HandCopy = ReturnType<typeof handCopy>;

/** The journal of the shared project that holds most, in a working copy. */
function journalIn(copy: HandCopy, { article }: TeamScene): string {
  const folder = join(copy.root, "annotations", article);
  const journals = readdirSync(folder).flatMap((name) =>
    name.includes(".journal") ? [join(folder, name)] : [],
  );
  const sizeOf = (path: string): number => readFileSync(path).length;
  return journals.sort((one, other) => sizeOf(other) - sizeOf(one))[0] ?? "";
}

const changed = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, "utf8")));

/** Adds an entry to the state that no working copy can hold. */
function addEntry(copy: HandCopy, mode: string, path: string, content: string): void {
  writeFileSync(join(copy.root, "content.tmp"), content);
  const name = copy.git("hash-object", "-w", "content.tmp").trim();
  rmSync(join(copy.root, "content.tmp"));
  copy.git("update-index", "--add", "--cacheinfo", `${mode},${name},${path}`);
  copy.git("commit", "--quiet", "--message", "By hand");
  copy.git("push", "--quiet", "--force", "origin", "HEAD:main");
}

const repositories: readonly (readonly [
  what: string,
  why: string,
  make: (copy: HandCopy, scene: TeamScene) => void,
])[] = [
  [
    "a link in the place of a file",
    "link",
    (copy) => {
      symlinkSync("/etc/passwd", join(copy.root, "notes.txt"));
      copy.send();
    },
  ],
  [
    "a repository within the repository",
    "submodule",
    (copy) => {
      copy.git(
        "update-index",
        "--add",
        "--cacheinfo",
        `160000,${copy.git("rev-parse", "HEAD").trim()},vendor`,
      );
      copy.git("commit", "--quiet", "--message", "By hand");
      copy.git("push", "--quiet", "origin", "HEAD:main");
    },
  ],
  [
    "settings of submodules",
    "submodule",
    (copy) =>
      addEntry(copy, "100644", ".gitmodules", '[submodule "x"]\n\tpath = x\n\turl = https://example.org/x\n'),
  ],
  [
    "attributes that would run a filter",
    "attributes",
    (copy) => {
      writeFileSync(join(copy.root, ".gitattributes"), "*.json filter=steal\n");
      copy.send();
    },
  ],
  [
    "attributes in a folder",
    "attributes",
    (copy) => {
      writeFileSync(join(copy.root, "articles", ".gitattributes"), "* ident\n");
      copy.send();
    },
  ],
  [
    "two names that some systems take for one",
    "clash",
    (copy) => {
      addEntry(copy, "100644", "Notes.txt", "a");
      addEntry(copy, "100644", "notes.txt", "b");
    },
  ],
  [
    "two names that differ in how an accent is written",
    "clash",
    (copy) => {
      addEntry(copy, "100644", "caf\u00e9.txt", "a");
      addEntry(copy, "100644", "cafe\u0301.txt", "b");
    },
  ],
  ["a name that a system keeps for itself", "name", (copy) => addEntry(copy, "100644", "aux.txt", "a")],
  ["a name with a direction in it", "name", (copy) => addEntry(copy, "100644", "a\u202Etxt.exe", "a")],
  [
    "a pointer to a file that lies elsewhere",
    "filter",
    (copy) => {
      writeFileSync(
        join(copy.root, "entities.json"),
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
      );
      copy.send();
    },
  ],
  [
    "a registry that makes no sense",
    "damaged",
    (copy) => {
      changed(join(copy.root, "entities.json"), (text) => text.slice(0, -5));
      copy.send();
    },
  ],
  [
    "another project",
    "other-project",
    (copy) => {
      changed(join(copy.root, "project.json"), (text) => text.replace(/"id": "[a-z2-7]+"/u, '"id": "aaaa"'));
      copy.send();
    },
  ],
  [
    "a text that was changed",
    "tampered",
    (copy, { article }) => {
      changed(join(copy.root, "articles", article, "text.txt"), (text) => text.replace("May", "June"));
      copy.send();
    },
  ],
  [
    "a text that was taken away from its article",
    "tampered",
    (copy, { article }) => {
      rmSync(join(copy.root, "articles", article, "text.txt"));
      copy.send();
    },
  ],
  [
    "a journal that was cut short",
    "tampered",
    (copy, scene) => {
      changed(journalIn(copy, scene), (text) => `${text.split("\n").slice(0, -2).join("\n")}\n`);
      copy.send();
    },
  ],
  [
    "a journal with a record that was changed",
    "damaged",
    (copy, scene) => {
      changed(journalIn(copy, scene), (text) => text.replace('"spans"', '"spams"'));
      copy.send();
    },
  ],
  [
    "a history that was written anew",
    "rewritten",
    (copy) => {
      copy.git("checkout", "--quiet", "--orphan", "new");
      copy.send();
    },
  ],
  ["a history that is gone", "emptied", (copy) => void copy.git("push", "--quiet", "origin", ":main")],
];

describe("a shared place with", () => {
  test.each(repositories)("%s is refused: %s", async (_what, why, make) => {
    const scene = await teamScene();
    const { ben, shared, article } = scene;
    await mark(ben, article, 12);
    const before = sharedFiles(ben.root);
    execFileSync("git", ["--git-dir", shared, "config", "receive.denyDeleteCurrent", "ignore"]);
    make(handCopy(scene), scene);
    expect(await problemOf(sync(ben))).toMatchObject({ problem: "team-refused", detail: { why } });
    expect(sharedFiles(ben.root)).toEqual(before);
  });

  test("hooks and settings that would run a program runs none of them", async () => {
    const { ana, ben, shared, article } = await teamScene();
    const ran = join(shared, "..", "ran");
    for (const hook of ["pre-receive", "update", "post-receive", "post-update", "reference-transaction"]) {
      mkdirSync(join(shared, "hooks"), { recursive: true });
      writeFileSync(join(shared, "hooks", hook), `#!/bin/sh\ntouch '${ran}'\n`);
      chmodSync(join(shared, "hooks", hook), 0o755);
    }
    for (const [name, value] of [
      ["core.hooksPath", join(shared, "hooks")],
      ["core.fsmonitor", `touch '${ran}'`],
      ["core.alternateRefsCommand", `touch '${ran}'`],
      ["uploadpack.packObjectsHook", `touch '${ran}'`],
    ] as const)
      execFileSync("git", ["--git-dir", shared, "config", name, value]);
    await mark(ana, article, 6);
    await sync(ana);
    await sync(ben);
    const kim = await colleague(join(shared, ".."), "Kim");
    await cloneProject(kim.context, shared, kim.root);
    expect(sharedFiles(kim.root)).toEqual(sharedFiles(ana.root));
    expect(existsSync(ran)).toBe(false);
  });
});
