import fc from "fast-check";
import { expect, test } from "vitest";
import { zipName } from "../../../shared/files/zip-names.ts";

const asBytes = (name: string): string => Buffer.from(name, "utf8").toString("latin1");

test("a name that says it is Unicode, or is plain, stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abc/. ßüЖ😀") }), (name) => {
      fc.pre(name === "" || zipNameIsSure(name));
      expect(zipName(name)).toBe(name);
    }),
  );
});

/** Letters of Western Europe alone could be bytes; what stands beside any other is sure. */
const zipNameIsSure = (name: string): boolean => /[Ж😀]/u.test(name) || !/[ßü]/u.test(name);

test("bytes that are UTF-8 are read as that, and others as old PCs wrote them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
      expect(zipName(asBytes(name))).toBe(name);
    }),
  );
  expect(zipName("Br\u0081cke \u0084 \u00e1.txt")).toBe("Brücke ä ß.txt");
  expect(zipName("Brücke.txt")).toBe("Brücke.txt");
});
