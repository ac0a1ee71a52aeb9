// Two windows write into one set, interleaved by chance: behind the loopback host, over the desktop's channel, and one at each, with a
// project that goes from one to the other by its lock. Each refused for the other's change takes that in and sends its own again.

import { join } from "node:path";
import type { IpcMain, IpcMainInvokeEvent, WebContents } from "electron";
import { type Core, createCore } from "../../main/core/core.ts";
import { startBrowserHost } from "../../main/hosts/browser/server.ts";
import { answerCalls } from "../../main/hosts/electron/ipc.ts";
import { type Client, clientOver, type Reply } from "../../shared/api/client.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Span } from "../../shared/model/span.ts";
import { newId, spanOf } from "../main/core/span-of.ts";
import { sentence } from "./acts/files.ts";
import { counted, type Part, scaled } from "./part.ts";
import { inFolder } from "./place.ts";
import { type Random, randomFrom } from "./random.ts";

const coreAt = (home: string): Promise<Core> =>
  createCore({ host: "browser", version: "0.0.0", home, backupPauses: null });

interface Hosted {
  readonly clients: readonly Client[];
  close(): Promise<void>;
}

/** So many windows behind a loopback host, as many as pages of a browser would be. */
async function loopback(home: string, count: number): Promise<Hosted> {
  const core = await coreAt(home);
  const nothing = (): void => undefined;
  const host = await startBrowserHost({
    core,
    files: new Map(),
    port: 0,
    project: null,
    grace: 600_000,
    onLastGone: nothing,
    onAddressWanted: nothing,
    onBug: (error) => {
      throw error;
    },
  });
  const origin = `http://127.0.0.1:${host.port}`;
  const clients: Client[] = [];
  for (let at = 0; at < count; at += 1) {
    const headers = { origin, "content-type": "application/json" };
    const code = new URL(host.freshAddress()).hash.slice(1);
    const exchanged = await fetch(`${origin}/session`, {
      method: "POST",
      headers,
      body: JSON.stringify({ code }),
    });
    const { token } = (await exchanged.json()) as { token: string };
    const all = { ...headers, authorization: `Bearer ${token}`, "x-sayso-tab": `tab${at + 2}` };
    const call = async (name: string, input: unknown): Promise<Reply> => {
      const request = { method: "POST", headers: all, body: JSON.stringify({ name, input }) };
      // A connection that is cut is no answer: the window sends the same again, which is known by its name.
      for (let tried = 1; ; tried += 1)
        try {
          return (await (await fetch(`${origin}/call`, request)).json()) as Reply;
        } catch (error) {
          if (tried === 5) throw error;
          await new Promise((done) => setTimeout(done, 20 * tried));
        }
    };
    clients.push(clientOver({ call, subscribe: () => nothing }));
  }
  const close = async (): Promise<void> => {
    await host.close();
    await core.close();
  };
  return { clients, close };
}

/** So many windows of the desktop application, over its own channel. */
async function desktop(home: string, count: number): Promise<Hosted> {
  const core = await coreAt(home);
  let handle: ((event: IpcMainInvokeEvent, name: unknown, input: unknown) => Promise<Reply>) | undefined;
  const ipcMain = {
    handle: (_channel: string, to: typeof handle) => {
      handle = to;
    },
  } as unknown as IpcMain;
  const windows = Array.from({ length: count }, () => ({
    id: newId(),
    contents: {} as WebContents,
    mayCall: () => true,
  }));
  answerCalls(ipcMain, core, (contents) => windows.find((one) => one.contents === contents));
  const clients = windows.map(({ contents: sender }) =>
    clientOver({
      call: async (name, input) => {
        const event = { sender, senderFrame: { parent: null, url: "app://bundle/" } } as IpcMainInvokeEvent;
        if (!handle) throw new Error("The channel is closed.");
        // Electron clones what passes.
        return structuredClone(await handle(event, name, structuredClone(input)));
      },
      subscribe: () => () => undefined,
    }),
  );
  return { clients, close: () => core.close() };
}

/** One who writes: what of theirs must be there. */
interface Writer {
  readonly own: Map<Id, Span>;
  saved: number;
  conflicts: number;
}

const newWriter = (): Writer => ({ own: new Map(), saved: 0, conflicts: 0 });

/** Adds, changes and removes spans of one's own, so that what must be there is known without the other. */
function nextChange({ own }: Writer, random: Random, annotator: Id, text: string): Change {
  const spans = [...own.values()];
  const [span] = spans.length > 0 ? [random.pick(spans)] : [];
  if (!span || (own.size < 200 && random.chance(0.5)))
    return { spans: { added: [spanOf(annotator, text, random.below(10))], updated: [], removed: [] } };
  if (own.size > 150 || random.chance(0.4)) return { spans: { added: [], updated: [], removed: [span] } };
  const to = { ...span, type: span.type === "cue" ? "claim" : "cue" };
  return { spans: { added: [], updated: [{ from: span, to }], removed: [] } };
}

function taken({ own }: Writer, { spans }: Change): void {
  for (const span of spans?.removed ?? []) own.delete(span.id);
  for (const span of [...(spans?.added ?? []), ...(spans?.updated.map(({ to }) => to) ?? [])])
    own.set(span.id, span);
}

interface Bench {
  readonly path: string;
  readonly article: Id;
  readonly text: string;
}

/** Makes so many changes in turn, each as often as it takes. */
async function write(
  client: Client,
  bench: Bench,
  writer: Writer,
  random: Random,
  changes: number,
): Promise<void> {
  const project = await client.call("project.open", { path: bench.path, mode: "write" });
  const { handle } = project;
  if (project.readOnly) {
    // What is left open follows the folder from then on.
    await client.call("project.close", { project: handle });
    throw new Error(`It is ${project.readOnly.why}.`);
  }
  let { revision } = await client.call("article.open", { project: handle, article: bench.article });
  for (let made = 0; made < changes; made += 1) {
    const change = nextChange(writer, random, project.annotator?.id ?? "", bench.text);
    const asked = { project: handle, article: bench.article, opId: newId(), change };
    for (let isSaved = false; !isSaved; )
      try {
        ({ revision } = await client.call("annotations.apply", { ...asked, revision }));
        isSaved = true;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.problem === "host-unreachable") await new Promise((done) => setTimeout(done, 20));
        else if (error.problem !== "revision-conflict") throw error;
        else {
          writer.conflicts += 1;
          revision = Number(error.detail.revision ?? revision);
        }
      }
    taken(writer, change);
    writer.saved += 1;
    if (random.chance(0.02)) await new Promise((done) => setTimeout(done, random.below(3)));
  }
  await client.call("project.close", { project: handle });
}

/** Why what a new process finds is not what both have saved. */
async function whyTorn(home: string, bench: Bench, writers: readonly Writer[]): Promise<string | null> {
  const { clients, close } = await desktop(home, 1);
  const [client] = clients;
  if (!client) throw new Error("There is a window.");
  const project = await client.call("project.open", { path: bench.path, mode: "write" });
  const found = await client.call("article.open", { project: project.handle, article: bench.article });
  await close();
  const must = new Map(writers.flatMap(({ own }) => [...own]));
  const saved = writers.reduce((sum, one) => sum + one.saved, 0);
  if (found.warnings.length > 0 || found.readOnly) return JSON.stringify(found.warnings);
  if (found.revision !== saved) return `the revision is ${found.revision} and should be ${saved}`;
  const lost = [...must.values()].filter(
    (span) => !found.set.spans.some(({ id, type }) => id === span.id && type === span.type),
  );
  const extra = found.set.spans.filter(({ id }) => !must.has(id));
  return lost.length + extra.length > 0 ? `${lost.length} are lost, ${extra.length} should be gone` : null;
}

async function benchIn(root: string, name: string): Promise<Bench & { readonly home: string }> {
  const home = join(root, `${name} home`);
  const { clients, close } = await desktop(home, 1);
  const [client] = clients;
  if (!client) throw new Error("There is a window.");
  await client.call("settings.set", { annotatorName: "Ana" });
  const path = join(root, name);
  const project = await client.call("project.create", { path, name });
  const text = sentence(1);
  const { article } = await client.call("article.importText", { project: project.handle, name: null, text });
  await close();
  return { path, article: article.id, text, home };
}

async function together(root: string, name: string, host: typeof desktop, random: Random, changes: number) {
  const bench = await benchIn(root, name);
  const hosted = await host(bench.home, 2);
  const writers = [newWriter(), newWriter()];
  // A window keeps the project open while the others begin and end.
  await Promise.all(
    hosted.clients.map((client, at) => write(client, bench, writers[at] ?? newWriter(), random, changes)),
  );
  await hosted.close();
  return { writers, wrong: await whyTorn(bench.home, bench, writers) };
}

/** One at each host: who finds the project locked waits for the other to be done with a stretch of work. */
async function inTurns(root: string, random: Random, changes: number) {
  const bench = await benchIn(root, "in turns");
  const hosts = [await loopback(bench.home, 1), await desktop(bench.home, 1)];
  const writers = [newWriter(), newWriter()];
  let locked = 0;
  await Promise.all(
    hosts.map(async ({ clients: [client] }, at) => {
      const writer = writers[at] ?? newWriter();
      while (client && writer.saved < changes)
        try {
          await write(client, bench, writer, random, Math.min(changes - writer.saved, 1 + random.below(200)));
          await new Promise((done) => setTimeout(done, random.below(4)));
        } catch (error) {
          if (!(error instanceof Error) || error.message !== "It is locked.") throw error;
          locked += 1;
          await new Promise((done) => setTimeout(done, 1 + random.below(3)));
        }
    }),
  );
  for (const host of hosts) await host.close();
  return { writers, locked, wrong: await whyTorn(bench.home, bench, writers) };
}

export const twoWriters: Part = {
  id: "writers",
  title: "Two writers",
  run: ({ seed, scale, tell }) =>
    inFolder(async (root) => {
      const random = randomFrom(seed);
      const changes = scaled(10_000, scale);
      const results = [];
      results.push({
        name: "two windows at the loopback host",
        ...(await together(root, "loopback", loopback, random, changes)),
      });
      tell("the loopback host is done");
      results.push({
        name: "two windows of the desktop",
        ...(await together(root, "desktop", desktop, random, changes)),
      });
      tell("the desktop is done");
      const turns = await inTurns(root, random, changes);
      results.push({ name: "one at each host, in turns by the lock", ...turns });
      return {
        figures: [
          ...results.map(({ name, writers }): [string, string] => [
            name,
            `${writers.map(({ saved }) => counted(saved)).join(" and ")} changes saved, ${counted(writers.reduce((sum, one) => sum + one.conflicts, 0))} sent again on top of the other's`,
          ]),
          ["openings that found the lock of the other", counted(turns.locked)],
          ["lost, back again or torn", counted(results.filter(({ wrong }) => wrong).length)],
        ],
        failures: results.flatMap(({ name, wrong }) => (wrong ? [`seed ${seed}, ${name}: ${wrong}`] : [])),
      };
    }),
};
