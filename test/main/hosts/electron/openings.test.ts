// What the system hands to the desktop application is read as a place to open, whatever it is, and by nothing else of it.
import { EventEmitter } from "node:events";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { App } from "electron";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  type DesktopOpening,
  handedOver,
  listenForOpenings,
  openingIn,
  openingOf,
  startArguments,
  takeLinks,
} from "../../../../main/hosts/electron/openings.ts";
import { runs } from "../../../helpers/tier.ts";

describe("the command line", () => {
  it.each([
    [[], null, null],
    [["/projects/peace"], null, "/projects/peace"],
    [["--home", "/stick/data", "peace"], "/stick/data", "peace"],
    [["--home=/stick/data"], "/stick/data", null],
    [["--ozone-platform=x11", "peace", "more"], null, "peace"],
    [["--", "-odd name.sayso-review"], null, "-odd name.sayso-review"],
    [["--", "sayso://open/abc", "--home=/evil"], null, "sayso://open/abc"],
    [["--home"], null, null],
  ] as const)("%j", (given, home, named) => {
    expect(startArguments(given)).toEqual({ home, named, commands: null });
  });

  it("looks at nothing that stands behind a link", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (behind) => {
        const named = "sayso://open/abc";
        expect(startArguments([named, ...behind])).toEqual({ home: null, named, commands: null });
        expect(startArguments(["--", named, ...behind])).toEqual({ home: null, named, commands: null });
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("what a name means", () => {
  const at = (path: string) => ({ kind: "project", path }) as const;
  it.each<readonly [string, DesktopOpening]>([
    ["peace", at("/folder/peace")],
    ["/projects/peace", at("/projects/peace")],
    ["peace/project.json", at("/folder/peace")],
    ["/projects/peace/project.sayso", at("/projects/peace")],
    ["/projects/peace/PROJECT.SAYSO", at("/projects/peace")],
    ["from ben.sayso-review", { kind: "package", path: "/folder/from ben.sayso-review" }],
    ["/a/B.Sayso-Review", { kind: "package", path: "/a/B.Sayso-Review" }],
    [
      pathToFileURL("/a/from ben ä.sayso-review").href,
      { kind: "package", path: "/a/from ben ä.sayso-review" },
    ],
    ["/a/Sayso.deb.sayso-update", { kind: "update", path: "/a/Sayso.deb.sayso-update" }],
    ["file://elsewhere/a/b.sayso-review", { kind: "link", link: null }],
    ["file:///a%2Fb.sayso-review", { kind: "link", link: null }],
    ["sayso://open/abc/def", { kind: "link", link: { project: "abc", article: "def", mark: null } }],
    ["sayso://open/../../etc", { kind: "link", link: null }],
    ["SAYSO:anything", { kind: "link", link: null }],
  ])("%s", (named, opening) => {
    expect(openingOf(named, "/folder")).toEqual(opening);
  });

  it("is an absolute path or a link, for any text whatever", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", "file:", "file:///", "sayso:"),
        (text, start) => {
          const opening = openingOf(`${start}${text}`, "/folder");
          expect(opening.kind === "link" || isAbsolute(opening.path)).toBe(true);
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

it("takes from another start what it would have opened itself, and nothing from a stranger", () => {
  expect(openingIn(structuredClone(handedOver("peace", "/folder")))).toEqual({
    kind: "project",
    path: "/folder/peace",
  });
  expect(openingIn(handedOver(null, "/folder"))).toBeNull();
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(() => openingIn(data)).not.toThrow();
    }),
    { numRuns: runs(200) },
  );
  for (const data of [
    null,
    "peace",
    7,
    { named: "a" },
    { named: 1, folder: "/" },
    { named: "a", folder: {} },
  ])
    expect(openingIn(data)).toBeNull();
});

it("keeps what comes before there is a window, in its order, and says that it is taken", () => {
  const app = new EventEmitter();
  const whenOpened = listenForOpenings(app as unknown as App);
  const event = { preventDefault: vi.fn() };
  app.emit("open-file", event, "/a/one.sayso-review");
  app.emit("open-url", event, "sayso://open/abc");
  app.emit("second-instance", {}, [], "/", handedOver(null, "/"));
  const opened: (DesktopOpening | null)[] = [];
  whenOpened((opening) => opened.push(opening));
  app.emit("open-url", event, "https://example.org/");
  expect(opened).toEqual([
    { kind: "package", path: "/a/one.sayso-review" },
    { kind: "link", link: { project: "abc", article: null, mark: null } },
    null,
    { kind: "link", link: null },
  ]);
  expect(event.preventDefault).toHaveBeenCalledTimes(3);
});

it.each([
  ["win32", true, false, [["sayso", "C:\\Sayso.exe", ["--"]]]],
  ["win32", true, true, []],
  ["win32", false, false, []],
  ["linux", true, false, []],
  ["darwin", true, false, []],
] as const)("asks for links on %s, packed: %s, portable: %s", (platform, isPackaged, isPortable, asked) => {
  const calls: unknown[] = [];
  const setAsDefaultProtocolClient = (...call: readonly unknown[]) => calls.push(call) > 0;
  takeLinks({ isPackaged, getPath: () => "C:\\Sayso.exe", setAsDefaultProtocolClient }, platform, isPortable);
  expect(calls).toEqual(asked);
});

describe("the command line of the packed application", () => {
  it.each<readonly [readonly string[], readonly string[] | null]>([
    [
      ["--ozone-platform=headless", "--cli", "--", "import", "--help"],
      ["import", "--help"],
    ],
    [["--cli", "formats"], ["formats"]],
    [["--cli"], []],
    [["peace", "--cli"], null],
    [["--", "sayso://open/abc", "--cli"], null],
    [["sayso://open/abc", "--cli", "--", "trash"], null],
    [
      ["--home", "/stick/data", "--cli", "--", "learn", "peace"],
      ["learn", "peace"],
    ],
    [
      ["--home=/stick/data", "--cli", "learn", "--home", "/other"],
      ["learn", "--home", "/other"],
    ],
    [[], null],
  ])("%j", (given, commands) => {
    expect(startArguments(given).commands).toEqual(commands);
  });

  it("is the command's from there on, whatever that is, in the home that is named before it", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.boolean(), (commands, isJoined) => {
        const home = isJoined ? ["--home=/stick/data"] : ["--home", "/stick/data"];
        expect(startArguments([...home, "--cli", "--", ...commands])).toEqual({
          ...{ home: "/stick/data", named: null, commands },
        });
      }),
      { numRuns: runs(200) },
    );
  });
});
