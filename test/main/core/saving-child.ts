// A process that annotates without pause, to be killed while it does: says each change before it sends it (`sent`) and after
// it was acknowledged (`saved`). Closes and opens the project now and then, so that snapshots are among what is interrupted.
import { writeSync } from "node:fs";
import { createCore } from "../../../main/core/core.ts";
import { clientOver } from "../../../shared/api/client.ts";
import { spanOf } from "./span-of.ts";

const [path = "", home = "", pace = "save"] = process.argv.slice(2);
/** Straight to the pipe: what is said has been said, whatever happens next. */
const say = (line: string): number => writeSync(1, `${line}\n`);

const core = await createCore({ host: "browser", version: "0.0.0", home });
const client = clientOver({
  call: (name, input) => core.dispatch(name, input, "child"),
  subscribe: () => () => undefined,
});
for (let round = 0; ; round += 1) {
  const project = await client.call("project.open", { path, mode: "write" });
  const [article] = project.articles;
  if (!article || !project.annotator) throw new Error(`Cannot write: ${JSON.stringify(project.readOnly)}`);
  const opened = await client.call("article.open", { project: project.handle, article: article.id });
  let { revision } = opened;
  say("ready");
  if (pace === "hold") await new Promise(() => setInterval(() => undefined, 1_000));
  for (let at = 0; at < 12; at += 1) {
    const span = spanOf(project.annotator.id, opened.text, round * 12 + at);
    const change = { spans: { added: [span], updated: [], removed: [] } };
    say(`sent ${span.id}`);
    const input = { project: project.handle, article: article.id, opId: span.id, revision, change };
    revision = (await client.call("annotations.apply", input)).revision;
    say(`saved ${span.id}`);
  }
  await client.call("project.close", { project: project.handle });
}
