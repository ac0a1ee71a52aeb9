// The command line of the packed application ends with a status whatever fails, and leaves nothing behind that the system lets it remove.
import { existsSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { runCommands } from "../../../../main/hosts/electron/command-line.ts";

const disk = vi.hoisted(() => ({ isBusy: false }));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return {
    ...fs,
    rmSync: (...args: Parameters<typeof fs.rmSync>) => {
      if (disk.isBusy) throw Object.assign(new Error("busy"), { code: "EBUSY" });
      fs.rmSync(...args);
    },
  };
});

afterEach(() => {
  disk.isBusy = false;
  vi.restoreAllMocks();
});

/** Runs it where the program is not there, and notes what the application is told. */
async function run() {
  const app = { profile: "", statuses: [] as number[] };
  const told: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text, done?: unknown) => {
    told.push(String(text));
    if (typeof done === "function") done();
    return true;
  });
  await runCommands(
    {
      setPath(_name, path) {
        app.profile = path;
      },
      whenReady: async () => undefined,
      exit: (status = 0) => void app.statuses.push(status),
    },
    ["learn"],
    { home: "/home", start: () => expect.unreachable() },
  );
  return { ...app, told: told.join("") };
}

it("tells a fault on standard error, ends with a status, and removes its profile", async () => {
  const { profile, statuses, told } = await run();
  expect(told).toContain("packed-cli.js");
  expect(statuses).toEqual([3]);
  expect(existsSync(profile)).toBe(false);
});

it("ends where its profile is still in use", async () => {
  disk.isBusy = true;
  const { profile, statuses } = await run();
  expect(statuses).toEqual([3]);
  disk.isBusy = false;
  const { rmSync } = await import("node:fs");
  rmSync(profile, { recursive: true });
});
