// The contract over every transport: what a call is answered does not depend on the way it came. Each method is asked with
// inputs good and bad, straight at the door, over the loopback host and over the desktop's channel.
import { join } from "node:path";
import type { IpcMain, IpcMainInvokeEvent, WebContents } from "electron";
import { describe, expect, it, onTestFinished } from "vitest";
import { startBrowserHost } from "../../main/hosts/browser/server.ts";
import { answerCalls } from "../../main/hosts/electron/ipc.ts";
import type { Reply } from "../../shared/api/client.ts";
import { contract } from "../../shared/api/contract.ts";
import { defaultScope } from "../../shared/insight/scope.ts";
import { writeReviewProject } from "../helpers/review-project.ts";
import { person, temporaryFolder } from "../main/core/workplace.ts";

type Call = (name: string, input: unknown) => Promise<Reply>;

/** The three ways to one core, each as a client of its own. */
async function threeWays(): Promise<Readonly<Record<"door" | "loopback" | "channel", Call>>> {
  const { core, id } = await person(temporaryFolder());
  const host = await startBrowserHost({
    core,
    files: new Map(),
    port: 0,
    project: null,
    grace: 1_000,
    onLastGone: () => undefined,
    onAddressWanted: () => undefined,
    onBug: (error) => {
      throw error;
    },
  });
  onTestFinished(() => host.close());
  const origin = `http://127.0.0.1:${host.port}`;
  const headers = { origin, "content-type": "application/json" };
  const exchanged = await fetch(`${origin}/session`, {
    method: "POST",
    headers,
    body: JSON.stringify({ code: new URL(host.freshAddress()).hash.slice(1) }),
  });
  const { token } = (await exchanged.json()) as { token: string };

  let handler: ((event: IpcMainInvokeEvent, name: unknown, input: unknown) => Promise<Reply>) | undefined;
  const ipcMain = {
    handle: (_channel: string, handle: typeof handler) => {
      handler = handle;
    },
  } as unknown as IpcMain;
  const contents = {} as WebContents;
  answerCalls(ipcMain, core, () => ({ id: "channel", contents, mayCall: () => true }));
  const event = {
    sender: contents,
    senderFrame: { parent: null, url: "app://bundle/" },
  } as IpcMainInvokeEvent;

  return {
    door: (name, input) => core.dispatch(name, input, id),
    async loopback(name, input) {
      const response = await fetch(`${origin}/call`, {
        method: "POST",
        headers: { ...headers, authorization: `Bearer ${token}`, "x-sayso-tab": "tab" },
        body: JSON.stringify({ name, input }),
      });
      return (await response.json()) as Reply;
    },
    async channel(name, input) {
      if (!handler) throw new Error("The channel is open.");
      // Electron clones what passes.
      return structuredClone(await handler(event, name, structuredClone(input)));
    },
  };
}

/** The methods of each domain of the contract, which are asked of one core. */
const domains = new Map<string, string[]>();
for (const method of Object.keys(contract)) {
  const [domain = ""] = method.split(".");
  domains.set(domain, [...(domains.get(domain) ?? []), method]);
}
const bad: readonly unknown[] = [
  null,
  7,
  "text",
  [],
  { unheardOf: true },
  { project: "../../etc", article: "..", path: "" },
  JSON.parse('{"__proto__": {"polluted": true}, "path": 5, "name": {}}'),
];

describe("a call is answered the same whatever way it came", () => {
  it.each([...domains])("any method of %s, when its input does not fit", async (_domain, methods) => {
    const { door, loopback, channel } = await threeWays();
    for (const method of methods)
      for (const input of bad) {
        const straight = await door(method, input);
        expect(straight, method).toMatchObject({ ok: false, error: { problem: "input-invalid" } });
        expect(await loopback(method, input), method).toEqual(straight);
        expect(await channel(method, input), method).toEqual(straight);
      }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it.each([
    ["host.info", {}],
    ["settings.get", {}],
    ["files.list", { path: null }],
    ["dialog.choose", { purpose: "open-project" }],
    ["project.open", { path: "/nowhere/at/all", mode: "read" }],
    ["project.close", { project: "aaaa" }],
    ["article.open", { project: "aaaa", article: "bbbb" }],
    ["insight.measure", { project: "aaaa", measures: [], by: [], scope: defaultScope, seed: 1 }],
    ["insight.stop", { project: "aaaa" }],
    ["no.such.method", {}],
    ["constructor", {}],
  ])("%s, when it does", async (method, input) => {
    const { door, loopback, channel } = await threeWays();
    const straight = await door(method, input);
    expect(await loopback(method, input)).toEqual(straight);
    expect(await channel(method, input)).toEqual(straight);
  });

  it("figures of a project, with what is wrong with a question", async () => {
    const ways = Object.values(await threeWays());
    const folder = temporaryFolder();
    const { path, annotators } = await writeReviewProject(join(folder, "project"), ["Ana", "Ben"]);
    const replies = await Promise.all(ways.map((call) => call("project.open", { path, mode: "read" })));
    const handles = replies.map((reply) => (reply.ok ? (reply.value as { handle: string }).handle : ""));
    const scope = { ...defaultScope, sets: { of: "person", id: annotators[1]?.id } };
    for (const query of [
      { measures: [], by: [], scope, seed: 1 },
      { measures: ["statements"], by: ["entity"], scope, seed: 7 },
      { measures: ["fame"], by: [], scope, seed: 1 },
      { measures: [], by: [], scope: defaultScope, seed: 1 },
    ]) {
      const [straight, ...others] = await Promise.all(
        ways.map((call, at) => call("insight.measure", { project: handles[at], ...query })),
      );
      expect(straight).toMatchObject({ ok: true, value: { damaged: [] } });
      for (const other of others) expect(other).toEqual(straight);
    }
  });
});
