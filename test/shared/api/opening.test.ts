// Links lead to places by ids alone: what was written is read back, and nothing else is read at all.
import fc from "fast-check";
import { expect, it } from "vitest";
import { isLink, type LinkTarget, linkTo, readLink } from "../../../shared/api/opening.ts";
import { idAlphabet, isId } from "../../../shared/model/id.ts";
import { runs } from "../../helpers/tier.ts";

const id = fc
  .array(fc.constantFrom(...idAlphabet), { minLength: 1, maxLength: 32 })
  .map((letters) => letters.join(""));
const target: fc.Arbitrary<LinkTarget> = fc
  .record({ project: id, article: fc.option(id), mark: fc.option(id) })
  .map(({ project, article, mark }) => ({ project, article, mark: article === null ? null : mark }));

/** Strings near a link: its parts, what programs add, and what somebody may try. */
const piece = fc.oneof(
  id,
  fc.constantFrom("sayso:", "//", "/", "open", "..", "%2e%2e", "?", "#", "&", "\n", " ", '"', "--home=/tmp"),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const nearLink = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(piece, { maxLength: 8 }).map((pieces) => `sayso://open/${pieces.join("")}`),
  fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join("")),
);

it("reads back what it wrote, also with a slash at the end", () => {
  fc.assert(
    fc.property(target, (one) => {
      expect(readLink(linkTo(one))).toEqual(one);
      expect(readLink(`${linkTo(one)}/`)).toEqual(one);
      expect(isLink(linkTo(one))).toBe(true);
    }),
    { numRuns: runs(300) },
  );
});

it("reads nothing but what it would write", () => {
  fc.assert(
    fc.property(nearLink, (text) => {
      const read = readLink(text);
      if (read === null) return;
      expect([text, `${text}/`]).toContain(text.endsWith("/") ? `${linkTo(read)}/` : linkTo(read));
      for (const part of [read.project, read.article, read.mark])
        expect(part === null || isId(part)).toBe(true);
    }),
    { numRuns: runs(2_000) },
  );
});

it.each([
  "",
  "sayso:",
  "sayso://",
  "sayso://open",
  "sayso://open/",
  "sayso://open//abc",
  "sayso://open/abc//def",
  "sayso://open/abc/def/ghi/jkl",
  "sayso://open/../../etc/passwd",
  "sayso://open/%2e%2e/%2e%2e",
  "sayso://open/abc?delete=1",
  "sayso://open/abc#fragment",
  "sayso://open/abc/ --home=/tmp/evil",
  'sayso://open/abc" --inspect=1337 "',
  "sayso://open/abc\n--no-sandbox",
  "sayso://open/ABC",
  "sayso://open/abc0",
  "SAYSO://open/abc",
  "sayso://OPEN/abc",
  "sayso://delete/abc",
  "sayso://user:name@open/abc",
  "sayso://open:80/abc",
  "sayso:open/abc",
  "sayso:///open/abc",
  "sayso://open\\abc",
  "sayso://open/аbc",
  "sayso://open/a\u202ebc",
  "sayso://open/abc\0",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "https://open/abc",
  `sayso://open/${"a".repeat(33)}`,
  `sayso://open/${"a/".repeat(100_000)}`,
])("reads no link in %j", (text) => {
  expect(readLink(text)).toBeNull();
});
