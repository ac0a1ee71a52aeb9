// One person at two machines whose files are synchronised: what one of them made of what the other wrote stands when the set has to
// be put together again from the journals.
import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Change } from "../../../shared/model/change.ts";
import { removed, updated } from "../../../shared/model/change.ts";
import type { Span } from "../../../shared/model/span.ts";
import { addingSpan, newId, person, projectWith, temporaryFolder } from "./workplace.ts";

test.each([
  ["changed", (span: Span) => ({ spans: updated(span, { ...span, type: "claim" }) })],
  ["deleted", (span: Span) => ({ spans: removed(span) })],
])(
  "a mark of the other machine that was %s here stays so when the set is had back from the journals",
  async (_what, change: (span: Span) => Change) => {
    const folder = temporaryFolder();
    const [path, other] = [join(folder, "project"), join(folder, "other")];
    const desk = await person(join(folder, "desk"));
    const { project, article } = await projectWith(desk, path);
    await desk.core.close();
    cpSync(path, other, { recursive: true });
    const laptop = await person(join(folder, "laptop"));
    const there = await laptop.call("project.open", { path: other, mode: "write" });
    // More than one, so that the records of this machine count from less than the last of them.
    for (const revision of [0, 1, 2])
      await laptop.call("annotations.apply", {
        ...{ project: there.handle, article, opId: newId(), revision },
        change: addingSpan(there, revision),
      });
    await laptop.core.close();

    const again = await person(join(folder, "desk"));
    const { handle } = await again.call("project.open", { path, mode: "write" });
    const opened = () => again.call("article.open", { project: handle, article });
    await opened();
    cpSync(join(other, "annotations"), join(path, "annotations"), { recursive: true });
    await again.call("project.look", { project: handle });
    const { set, revision } = await opened();
    expect(set.spans).toHaveLength(3);
    const span = set.spans.at(-1);
    if (!span) throw new Error("There is no mark.");
    const one = { project: handle, article, opId: newId(), revision, change: change(span) };
    await again.call("annotations.apply", one);
    const before = (await opened()).set;
    await again.call("project.close", { project: handle });

    const sets = join(path, "annotations", article);
    for (const name of readdirSync(sets).filter((name) => name.endsWith(".json")))
      writeFileSync(join(sets, name), "{");
    const last = await again.call("project.open", { path, mode: "write" });
    const recovered = await again.call("article.recover", { project: last.handle, article });
    expect(recovered).toMatchObject({ readOnly: null, warnings: [], set: before });
    expect(project.annotator).toEqual(there.annotator);
  },
);
