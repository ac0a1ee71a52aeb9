// What the home knows of a project, for a copy of both that a test makes: the copy is then the project that it knows.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Has this home know the folder as the only project that it knows anything of. */
export function knowAs(home: string, root: string): void {
  const folder = join(home, "known");
  const [name = ""] = readdirSync(folder);
  const [head = "{}", ...lines] = readFileSync(join(folder, name), "utf8").split("\n");
  const { dev, ino } = statSync(root, { bigint: true });
  const place = { ...(JSON.parse(head) as object), root, folder: `${dev} ${ino}` };
  rmSync(join(folder, name));
  const hash = createHash("sha256").update(root).digest("hex").slice(0, 16);
  const renamed = name.replace(/\.[^.]*(?=\.jsonl$)/u, `.${hash}`);
  writeFileSync(join(folder, renamed), [JSON.stringify(place), ...lines].join("\n"));
}
