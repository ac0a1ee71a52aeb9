// In which window something is opened: beside the work that it belongs to, and never over other work.
import { expect, it, vi } from "vitest";
import type { SystemOpening } from "../../../../shared/api/opening.ts";

// Outside Electron, importing `electron` would start a download.
vi.mock("electron", () => ({
  app: { isPackaged: true },
  BrowserWindow: class {},
  dialog: {},
  nativeTheme: {},
}));
const { placeFor } = await import("../../../../main/hosts/electron/windows.ts");

const open: Readonly<Record<string, readonly string[]>> = { front: ["aaa"], back: ["bbb"], empty: [] };
const core = {
  projectsOf: (client: string) => open[client] ?? [],
  isKnown: (project: string) => project !== "zzz",
};
const window = (id: string) => ({ client: { id } });
const both = [window("front"), window("back")];
const link = (project: string): SystemOpening => ({
  kind: "link",
  link: { project, article: null, mark: null },
});

it.each<
  readonly [
    string,
    SystemOpening | null,
    readonly { readonly client: { readonly id: string } }[],
    string | null,
  ]
>([
  ["the application started once more", null, both, "front"],
  ["a project", { kind: "project", path: "/a" }, both, null],
  ["a package", { kind: "package", path: "/a" }, both, "front"],
  ["a link into the project in front", link("aaa"), both, "front"],
  ["a link into another window's project", link("bbb"), both, "back"],
  ["a link into one that is closed", link("ccc"), both, null],
  ["the same where the window in front has no project", link("ccc"), [window("empty"), ...both], "empty"],
  ["the same where another one has none", link("ccc"), [...both, window("empty")], "empty"],
  ["a link into a project beside a window without one", link("bbb"), [window("empty"), ...both], "back"],
  ["a link to nowhere", link("zzz"), both, "front"],
  ["no link at all", { kind: "link", link: null }, both, "front"],
  ["anything where there is no window", link("aaa"), [], null],
])("%s", (_, opening, windows, place) => {
  expect(placeFor(opening, windows, core)?.client.id ?? null).toBe(place);
});
