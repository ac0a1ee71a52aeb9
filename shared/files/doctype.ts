// Entities that an XML file declares in its document type (https://www.w3.org/TR/xml/#sec-entity-decl), as far as they are plain text: small ones
// are expanded, as often as the length of the file allows. What is declared elsewhere is never fetched, and markup never inserted.

/** References that a file makes, by what became of them. */
export interface EntityUse {
  readonly expanded: number;
  /** Names of entities that were left as they stand, `&name;`, with how often. */
  readonly left: ReadonlyMap<string, number>;
}

export interface Entities {
  /** What stands in the place of a reference. */
  textOf(name: string): string;
  use(): EntityUse;
}

const longestValue = 1_000;
const mostDeclared = 10_000;

/** Each alternative goes on to its end or to that of the text, so that the subset is gone through once. */
const declaration =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!ENTITY\s+([^\s%"'<>&;]+)\s+(?:"([^"]*)"|'([^']*)')/gu;

/** Entities within entities beyond which none is expanded. */
const deepest = 100;

/** `doctype`: what stands between `<!DOCTYPE` and its `>`. `length`: of the whole file, in code units. */
export function entityDeclarations(doctype: string, length: number): Entities {
  const values = new Map<string, string>();
  const subset = doctype.indexOf("[");
  for (const [, name, double, single] of subset < 0 ? [] : doctype.slice(subset + 1).matchAll(declaration)) {
    // The first declaration of a name counts.
    if (name !== undefined && !values.has(name) && values.size < mostDeclared)
      values.set(name, double ?? single ?? "");
  }
  const textsByName = new Map<string, string | null>(Object.entries(predefined));
  let depth = 0;
  const resolve = (name: string): string | null => {
    const cachedText = textsByName.get(name);
    if (cachedText !== undefined) return cachedText;
    if (depth >= deepest) return null;
    // Whoever comes back here goes in a circle.
    textsByName.set(name, null);
    const value = values.get(name);
    depth += 1;
    const text = value === undefined || value.length > longestValue ? null : plainText(value, resolve);
    depth -= 1;
    textsByName.set(name, text);
    return text;
  };
  let room = length;
  let expanded = 0;
  const unresolvedCounts = new Map<string, number>();
  return {
    textOf(name) {
      const isPredefined = Object.hasOwn(predefined, name);
      const text = resolve(name);
      if (text !== null && (isPredefined || text.length <= room)) {
        if (!isPredefined) {
          room -= text.length;
          expanded += 1;
        }
        return text;
      }
      unresolvedCounts.set(name, (unresolvedCounts.get(name) ?? 0) + 1);
      return `&${name};`;
    },
    use: () => ({ expanded, left: unresolvedCounts }),
  };
}

const predefined = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" } as const;

/** The text that a value stands for; `null` where it holds markup, leads to what nobody knows, or is too long. */
function plainText(value: string, resolve: (name: string) => string | null): string | null {
  const replacement = value.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/giu, characterOf);
  if (replacement.includes("<")) return null;
  let isWhole = true;
  let length = 0;
  const text = replacement.replace(
    /&(?:#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))|([^;&\s]{1,80}));/giu,
    (...found: string[]) => {
      const [reference = "", hex, decimal, name] = found;
      const inner =
        name === undefined
          ? characterOf(reference, hex, decimal)
          : length > longestValue
            ? null
            : resolve(name);
      length += inner?.length ?? 0;
      isWhole &&= inner !== null;
      return inner ?? "";
    },
  );
  return isWhole && text.length <= longestValue ? text : null;
}

function characterOf(reference: string, hex?: string, decimal?: string): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : reference;
}
