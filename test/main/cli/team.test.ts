// `sayso share`, `clone` and `sync`: a project shared in a folder, from the terminals of two people.
import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { person, projectWith } from "../core/workplace.ts";

let ana: Workplace;
let ben: Workplace;
beforeEach(async () => {
  [ana, ben] = [await workplace(), await workplace()];
});
afterEach(() => Promise.all([ana.remove(), ben.remove()]));

it("shares, opens and syncs a project, and says what waits", async () => {
  const path = ana.at("bridges");
  const who = await person(ana.home, "Ana");
  await projectWith(who, path);
  await who.core.close();
  const shared = ana.at("shared");

  expect(await ana.sayso("sync", path)).toMatchObject({
    status: 1,
    err: expect.stringContaining("“bridges” is not shared from this computer."),
  });
  const share = await ana.sayso("share", path, "--to", shared);
  expect(share).toMatchObject({ status: 0, err: "" });
  expect(share.out).toContain(`“Bridges” is shared at ${shared}`);

  const copy = ben.at("bridges");
  expect(await ben.sayso("clone", shared, copy, "--as", "Ben")).toEqual({
    status: 0,
    out: `1 article received into ${copy}.\n`,
    err: "",
  });
  expect(await ben.sayso("sync", copy, "--status")).toMatchObject({
    status: 0,
    out: `Shared at ${shared}. Nothing waits to be sent.\n`,
  });
  const other = await person(ben.home, "Ben");
  const project = (await other.call("project.open", { path: copy, mode: "write" })).handle;
  await other.call("article.importText", { project, name: "tunnel.txt", text: "The tunnel is closed.\n" });
  await other.core.close();
  const status: unknown = JSON.parse((await ben.sayso("sync", copy, "--status", "--json")).out);
  expect(status).toEqual(expect.objectContaining({ waiting: expect.any(Number) }));
  const { waiting } = status as { waiting: number };
  expect(waiting).toBeGreaterThan(1);
  expect(JSON.parse((await ben.sayso("sync", copy, "--json")).out)).toMatchObject({
    ...{ ok: true, sent: waiting, came: 0 },
  });
  const came = await ana.sayso("sync", path);
  expect(came).toMatchObject({ status: 0, err: "" });
  expect(came.out).toBe(
    `Nothing was to be sent. ${waiting} files came: 1 new article, 0 changes of others.\n`,
  );
  expect((await ana.sayso("sync", path)).out).toBe("Nothing was to be sent. Nothing came.\n");
});

it("refuses an address of another kind, and wants to know where", async () => {
  const path = ana.at("bridges");
  const who = await person(ana.home, "Ana");
  await projectWith(who, path);
  await who.core.close();
  expect((await ana.sayso("share", path)).status).toBe(2);
  const refused = await ana.sayso("share", path, "--to", "ext::sh -c true", "--json");
  expect(refused.status).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({ ok: false, problems: [{ problem: "team-address" }] });
});

it("synchronises again and again until it is ended, and goes on where the shared place was away for a while", {
  timeout: 300_000,
}, async () => {
  const path = ana.at("bridges");
  const who = await person(ana.home, "Ana");
  await projectWith(who, path);
  await who.core.close();
  const shared = ana.at("shared");
  await ana.sayso("share", path, "--to", shared);
  expect((await ana.sayso("sync", path, "--watch", "--every", "0")).status).toBe(2);

  const other = await person(ana.home, "Ana");
  const project = (await other.call("project.open", { path, mode: "write" })).handle;
  await other.call("article.importText", { project, name: "tunnel.txt", text: "The tunnel is closed.\n" });
  await other.core.close();
  renameSync(shared, `${shared}-away`);
  const ended = ana.sayso("sync", path, "--watch", "--every", "1");
  // Ended as a terminal would end it, once it has sent what waits.
  renameSync(`${shared}-away`, shared);
  const sent = (): string =>
    execFileSync("git", ["--git-dir", shared, "log", "--format=%s", "main"]).toString();
  await vi.waitFor(() => expect(sent().trim().split("\n")).toHaveLength(2), {
    // Where it found the place away, it tries again after a minute.
    timeout: 200_000,
    interval: 100,
  });
  process.emit("SIGTERM");
  const { status, out } = await ended;
  expect({ status, out }).toEqual({
    status: 0,
    out: expect.stringMatching(/^\d+ files were sent\. Nothing came\.\n$/u),
  });
});
