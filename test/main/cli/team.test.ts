// `sayso share`, `clone` and `sync`: a project shared in a folder, from the terminals of two people.
import { afterEach, beforeEach, expect, it } from "vitest";
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
  // Ben is one of the project's people from now on.
  const waiting = await ben.sayso("sync", copy, "--status");
  expect(waiting).toMatchObject({ status: 0, out: `Shared at ${shared}. 1 file waits to be sent.\n` });
  expect(JSON.parse((await ben.sayso("sync", copy, "--json")).out)).toMatchObject({
    ok: true,
    sent: 1,
    came: 0,
  });
  const came = await ana.sayso("sync", path);
  expect(came).toMatchObject({ status: 0, err: "" });
  expect(came.out).toBe("Nothing was to be sent; 1 file came: 0 new articles, 0 changes of others.\n");
  expect((await ana.sayso("people", path)).out).toContain("Ben");
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
