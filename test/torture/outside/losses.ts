// Files that are gone, torn, put back as they were some time ago, or written over with what makes no sense.
import { type Deed, filesOf, type OtherSide } from "./deed.ts";

const isJournal = (file: string): boolean => file.endsWith(".journal");
/** What is told by its bytes alone. */
const isOriginal = (file: string): boolean => /\/original\b/.test(file);

/** Files that a deed may be about: what others here have in keeping can be hurt in the same ways, and is had back by them. */
const aims = (side: OtherSide): string[] =>
  filesOf(side).filter((file) => {
    if (isOriginal(file) || file.startsWith("trash/") || file.startsWith("versions/")) return false;
    const isOwn = file.startsWith("annotations/") || file.startsWith("history/");
    return !isOwn || file.includes(side.self);
  });

const gone: Deed = {
  name: "a file deleted",
  plan(side) {
    const file = side.random.pick(aims(side));
    return () => side.ledger.write("a file deleted", file, null);
  },
};

const emptied: Deed = {
  name: "a file torn",
  plan(side) {
    const file = side.random.pick(aims(side).filter((one) => !isJournal(one)));
    const share = side.random.pick([0, side.random.next()]);
    return () => {
      const bytes = side.disk.bytesAt(`${side.folder}/${file}`);
      if (!bytes) return;
      const torn = bytes.slice(0, Math.floor((bytes.length - 2) * share));
      side.ledger.write("a file torn", file, torn);
    };
  },
};

const nonsense: Deed = {
  name: "a file that makes no sense",
  plan(side) {
    const file = side.random.pick(aims(side).filter((one) => !isJournal(one)));
    const text = side.random.pick(["not JSON at all", "[1, 2]", '"text"', "{}\u0000"]);
    const bytes = Buffer.from(`${text} ${side.random.below(1_000_000)}`);
    return () => {
      if (side.disk.bytesAt(`${side.folder}/${file}`))
        side.ledger.write("a file that makes no sense", file, bytes);
    };
  },
};

/** As a synchronisation program does that has not heard of the last changes. */
const older: Deed = {
  name: "an older state put back",
  plan(side) {
    const files = [...side.older.keys()].filter((file) => aims(side).includes(file));
    if (files.length === 0) return null;
    const file = side.random.pick(files);
    const bytes = side.random.pick(side.older.get(file) ?? []);
    // Which changes a set's older state lacks is known here, and those of a journal are in its set.
    const isQuiet = file.startsWith("annotations/") || file.startsWith("history/");
    return () => side.ledger.write("an older state put back", file, bytes, isQuiet);
  },
};

const journal: Deed = {
  name: "a journal cut or written on",
  plan(side) {
    const files = aims(side).filter(isJournal);
    if (files.length === 0) return null;
    const file = side.random.pick(files);
    const way = side.random.below(3);
    return () => {
      const bytes = side.disk.bytesAt(`${side.folder}/${file}`);
      if (!bytes) return;
      const lines = Buffer.from(bytes).toString("utf8").split("\n");
      const after = [
        Buffer.from(`${lines.slice(0, -2).join("\n")}\n`),
        Buffer.concat([bytes, Buffer.from("something else\n")]),
        bytes.slice(0, bytes.length - 7),
      ][way];
      side.ledger.write("a journal cut or written on", file, after ?? bytes, way !== 1);
    };
  },
};

const folderGone: Deed = {
  name: "a folder of an article deleted",
  plan(side) {
    const articles = [...side.truth.articles.keys()];
    if (articles.length === 0) return null;
    const article = side.random.pick(articles);
    const parent = side.random.pick(["articles", "annotations"]);
    return () => {
      const mine = `${parent}/${article}/`;
      // What else lies there is not for this deed to take away.
      const all = side.disk.files().filter((path) => path.startsWith(`${side.folder}/${mine}`));
      if (all.length > filesOf(side).filter((file) => file.startsWith(mine)).length) return;
      // A colleague's sets are in nobody's memory here: who deletes them has them no more.
      if (
        parent === "annotations" &&
        filesOf(side).some((file) => file.startsWith(mine) && !file.includes(side.self))
      )
        return;
      for (const file of filesOf(side))
        if (file.startsWith(mine)) side.ledger.write("a folder deleted", file, null);
      side.disk.put(`${side.folder}/${parent}/${article}`, null);
    };
  },
};

export const losses: readonly Deed[] = [gone, emptied, nonsense, older, journal, folderGone];

/** The clock of the machine is set, or the machine sleeps. */
const clock: Deed = {
  name: "a jump of the clock",
  plan({ clock, random, ledger }) {
    const hours = 60 * 60 * 1_000;
    const by = random.pick([
      -400 * 24 * hours,
      -25 * hours,
      -hours,
      -3_000,
      3_000,
      hours,
      25 * hours,
      400 * 24 * hours,
    ]);
    return () => {
      clock.jump(by);
      ledger.tick();
    };
  },
};

const sleep: Deed = {
  name: "a sleep of the machine",
  plan({ clock, random, ledger }) {
    const by = random.pick([60_000, 8 * 60 * 60 * 1_000]);
    return () => {
      clock.pass(by);
      ledger.tick();
    };
  },
};

export const clocks: readonly Deed[] = [clock, sleep];
