// What a person is asked about an update, and that nothing reaches the system's installer before they have agreed.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { UpdatePorts } from "../../../../main/hosts/electron/update.ts";
import { localeFor } from "../../../../shared/words/language.ts";
import { createWords } from "../../../../shared/words/say.ts";
import { signer } from "../../../helpers/minisign.ts";
import { beginningOf, type MadeUpdate, updateOf } from "../../../helpers/update.ts";

const system = vi.hoisted(() => ({
  boxes: [] as { readonly type: string; readonly message: string; readonly detail: string }[],
  errors: [] as string[],
  answer: 0,
  opened: [] as string[],
  failure: "",
}));

const disk = vi.hoisted(() => ({ wholeReads: [] as unknown[] }));
vi.mock("node:fs/promises", async (original) => {
  const promises = await original<typeof import("node:fs/promises")>();
  const readFile = (...args: Parameters<typeof promises.readFile>) => {
    disk.wholeReads.push(args[0]);
    return promises.readFile(...args);
  };
  return { ...promises, readFile };
});

// Outside Electron, importing `electron` would start a download.
vi.mock("electron", () => ({
  BrowserWindow: { getFocusedWindow: () => null },
  dialog: {
    showMessageBox: async (options: (typeof system.boxes)[number]) => {
      system.boxes.push(options);
      return { response: system.answer };
    },
    showErrorBox: (_title: string, content: string) => system.errors.push(content),
  },
  shell: {
    openPath: async (path: string) => {
      system.opened.push(path);
      return system.failure;
    },
    showItemInFolder: (path: string) => system.opened.push(`shown ${path}`),
  },
}));
const { offerUpdate } = await import("../../../../main/hosts/electron/update.ts");

const maintainer = signer();
const words = createWords(localeFor("en", []));
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sayso-update-"));
  disk.wholeReads = [];
  Object.assign(system, { boxes: [], errors: [], opened: [], answer: 0, failure: "" });
  writeFileSync(join(folder, "sayso.pub"), `untrusted comment: minisign public key\n${maintainer.key}\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function offer(
  made: MadeUpdate | Uint8Array = {},
  platform: NodeJS.Platform = "linux",
  keyFile = "sayso.pub",
) {
  const path = join(folder, "new.sayso-update");
  writeFileSync(path, made instanceof Uint8Array ? made : updateOf(maintainer, made));
  const target = join(folder, "update");
  const ports = {
    version: "1.4.0",
    platform,
    keyFile: join(folder, keyFile),
    folder: target,
    words: () => words,
  };
  await offerUpdate(path, ports);
  return target;
}

it("shows the version, what is new and who signed it, and does nothing where that is not wanted", async () => {
  const target = await offer();
  expect(system.boxes).toEqual([
    expect.objectContaining({
      message: "Install Sayso 2.0.0 in the place of 1.4.0?",
      detail: "Signed by the maintainers of Sayso: Sayso’s maintainers\n\n## 2.0.0\n\n- Links.\n",
      defaultId: 0,
      cancelId: 0,
    }),
  ]);
  expect([existsSync(target), system.opened]).toEqual([false, []]);
});

it("hands the package to the system once it is wanted, and says where that fails", async () => {
  system.answer = 1;
  system.failure = "No application";
  const target = await offer();
  expect(system.opened).toEqual([join(target, "sayso.deb")]);
  expect(readFileSync(join(target, "sayso.deb"), "utf8")).toBe("an installer");
  expect(system.errors).toEqual(["No application"]);
});

it("shows an AppImage as a program that can be run, and no other package as one", async () => {
  system.answer = 1;
  const modes = [];
  for (const file of ["Sayso.AppImage", "sayso.deb"]) {
    const target = await offer({ file });
    modes.push(statSync(join(target, file)).mode & 0o777);
  }
  expect(modes).toEqual([0o700, 0o600]);
  expect(system.opened).toEqual(
    ["Sayso.AppImage", "sayso.deb"].map(
      (file, at) => `${at === 0 ? "shown " : ""}${join(folder, "update", file)}`,
    ),
  );
});

it.each([
  ["for another system", { system: "win" }, "linux", "sayso.pub", "for another system"],
  ["for a system that Sayso does not run on", {}, "freebsd", "sayso.pub", "for another system"],
  ["older", { version: "1.0.0" }, "linux", "sayso.pub", "older than the Sayso"],
  ["the same", { version: "1.4.0" }, "linux", "sayso.pub", "installed already"],
  ["changed", { changed: { "sayso.deb": "x" } }, "linux", "sayso.pub", "not the one that was signed"],
  ["not to be believed without a key", {}, "linux", "none.pub", "without its maintainers’ key"],
] as const)("tells that one is %s, and hands nothing over", async (_, made, platform, keyFile, why) => {
  system.answer = 1;
  await offer(made, platform, keyFile);
  expect(system.boxes).toEqual([
    expect.objectContaining({
      type: "error",
      message: "“new.sayso-update” was not installed.",
      detail: expect.stringContaining(why),
    }),
  ]);
  expect(system.opened).toEqual([]);
});

it("reads of one that a stranger signed only the beginning", async () => {
  const beginning = beginningOf(updateOf(signer(Buffer.from("fedcba9876543210", "hex"))));
  await offer(Buffer.concat([beginning, Buffer.alloc(2 ** 17)]));
  expect(disk.wholeReads).toEqual([join(folder, "sayso.pub")]);
  expect(system.boxes.map(({ detail }) => detail)).toEqual([words.say("menu.update-other-key")]);
});

it("tells that a file is gone, or is a folder", async () => {
  const ports: UpdatePorts = {
    ...{ version: "1.4.0", platform: "linux" as const, keyFile: join(folder, "sayso.pub") },
    ...{ folder: join(folder, "update"), words: () => words },
  };
  for (const path of [join(folder, "gone.sayso-update"), folder]) await offerUpdate(path, ports);
  expect(system.boxes.map(({ detail }) => detail)).toEqual(Array(2).fill(words.say("menu.update-not-read")));
});
