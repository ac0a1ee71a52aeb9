// The names in a byline: "By Ana Ruiz, Tom Ley and Eva Lund" is three people.

const bylineOpening = /^(?:by|von|par|por|di|da|door|av|af)(?::|\s)\s*/iu;
/** The openings that stand before a later name too; with "von", "di", "da" and "af" a name can begin. */
const repeatedOpening = /^(?:(?:by|par|por|door|av)(?::|\s)\s*)+/iu;
const joining = /\s*(?:,\s*)?(?:\s(?:and|und|et|y|e|en|og|och)\s|[&;|]|\n)\s*/u;
const particle = "(?:de|da|di|del|della|der|den|van|von|zu|la|le|bin|ibn|al|el|ter|ten|dos|du)";
const word = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
const fullNameForm = new RegExp(`^${word}(?: (?:${particle} )*${word}){1,5}$`, "u");
/** "Ruiz, Ana", as catalogues have it. */
const inverted = new RegExp(`^${word}, ${word}(?: ${word})?$`, "u");
/** What follows a name without being another. */
const suffix = /^(?:Jr|Sr|I{2,3}|M\.?D|Ph\.?D|Dr)\.?$/u;
const role =
  /\b(?:writer|reporter|correspondent|editor|columnist|staff|bureau|desk|contributor|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?)s?$/iu;

/**
 * Each name on its own, without the "By" before them, in their order. Words that are not several names for sure ("Ministry of Trade and
 * Industry") stay one; a role or a suffix stays with its name.
 */
export function authorNames(written: string): readonly string[] {
  const plain = written
    .replaceAll(/[^\S\n]+/gu, " ")
    .trim()
    .replace(bylineOpening, "");
  const names = plain.split(joining).flatMap((part) => (inverted.test(part) ? [part] : byCommas(part)));
  const filled = names.map((name) => name.replace(repeatedOpening, "")).filter((name) => name !== "");
  const areNames = filled.every(
    (name) => fullNameForm.test(name.split(", ")[0] ?? "") || inverted.test(name),
  );
  return filled.length > 1 && areNames ? filled : plain === "" ? [] : [plain.replaceAll(/\s+/gu, " ")];
}

/** At the commas between names; "Ana Ruiz, political editor" is one. */
function byCommas(part: string): readonly string[] {
  const names: string[] = [];
  for (const piece of part.split(/,\s*/u).map((one) => one.trim())) {
    const previousName = names.at(-1);
    if (previousName !== undefined && isBeside(piece)) names[names.length - 1] = `${previousName}, ${piece}`;
    else names.push(piece);
  }
  return names;
}

const isBeside = (piece: string): boolean => /^\p{Ll}/u.test(piece) || suffix.test(piece) || role.test(piece);
