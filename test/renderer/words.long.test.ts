// Every word that a person reads in the window, the desktop's menu or the terminal comes from the catalogue.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { literalWordsIn } from "../helpers/literal-words.ts";

const rooms = ["renderer", "main/cli", "main/hosts/electron"] as const;
const root = join(import.meta.dirname, "../..");

const sources = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith("vite.config.ts"))
    .map((name) => join(room, name)),
);

/** Names of keys, which are written on the keyboard, of programs, and what is typed on a command line. */
const known: ReadonlySet<string> = new Set([
  "Sayso",
  ..."Dead Process Unidentified Mod Ctrl Control Meta Alt Shift Enter Tab Escape Esc Space Backspace Delete".split(
    " ",
  ),
  ...["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser", "Applications"],
  "apt-get install -y --no-install-recommends chromium fonts-liberation",
  ...["sayso …", "sayso … …", "sayso help …", "sudo …", "npx install-electron"],
  // What a program reads.
  ...["Sayso …", "Bearer …", "field …", "flag …", "field polarity", "There is nothing here."],
  ...["untrusted comment: signature from minisign secret key", "trusted comment:"],
]);

it("no word stands in the sources of what people see", () => {
  const found = sources.flatMap((name) =>
    literalWordsIn(name, readFileSync(join(root, name), "utf8"), known).map(
      ({ line, text }) => `${name}:${line} ${text}`,
    ),
  );
  expect(found).toEqual([]);
});

describe("the finder", () => {
  const inSource = (source: string): readonly string[] =>
    literalWordsIn("a.tsx", source).map(({ text }) => text);

  it("finds the text of elements, of their attributes and of what is chosen between", () => {
    expect(
      inSource(`
        const a = <p title="Not saved">Try <b>again</b> {"Now"} {ok ? "Open it" : \`Close \${name} now\`}</p>;
        const reasons = { locked: "Somebody is writing", by: message("span.by", { who: "An unknown voice" }) };
      `),
    ).toEqual([
      "Not saved",
      "Try",
      "again",
      "Now",
      "Open it",
      "Close … now",
      "Somebody is writing",
      "An unknown voice",
    ]);
  });

  it("passes over classes, keys, comparisons, errors and messages", () => {
    expect(
      inSource(`
        import { x } from "./Some Thing.ts";
        const a = <p className="row wide" role="note" key="the row">{say("ui.close")} · {event.key === "Enter"}</p>;
        if (!a) throw new Error("A panel stands outside the window.");
      `),
    ).toEqual([]);
  });
});
