// Files in which a version control program has left both sides of a conflict, between lines of marks: each side read by itself.

const begins = /^<{7}(?: .*)?\r?$/;
const base = /^\|{7}(?: .*)?\r?$/;
const middle = /^={7}\r?$/;
const ends = /^>{7}(?: .*)?\r?$/;

/** Both sides of a text with conflict marks, ours first; `null` where there are none, or they do not go together. */
export function sidesOfConflict(text: string): readonly [string, string] | null {
  const ourLines: string[] = [];
  const theirLines: string[] = [];
  let at: "both" | "ours" | "base" | "theirs" = "both";
  let isMarked = false;
  for (const line of text.split("\n")) {
    if (begins.test(line)) {
      if (at !== "both") return null;
      at = "ours";
      isMarked = true;
    } else if (at === "ours" && base.test(line)) at = "base";
    else if ((at === "ours" || at === "base") && middle.test(line)) at = "theirs";
    else if (at === "theirs" && ends.test(line)) at = "both";
    else {
      if (at === "both" || at === "ours") ourLines.push(line);
      if (at === "both" || at === "theirs") theirLines.push(line);
    }
  }
  return isMarked && at === "both" ? [ourLines.join("\n"), theirLines.join("\n")] : null;
}
