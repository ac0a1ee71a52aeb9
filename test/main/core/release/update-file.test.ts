// An update is believed only where all of it is what the maintainers signed, and taken only where it is newer and for this system.
import fc from "fast-check";
import { expect, it } from "vitest";
import { minisignKey } from "../../../../main/core/release/minisign.ts";
import { compareVersions, examineUpdate, type Installed } from "../../../../main/core/release/update-file.ts";
import { signer } from "../../../helpers/minisign.ts";
import { runs } from "../../../helpers/tier.ts";
import { beginningOf, updateOf } from "../../../helpers/update.ts";

const maintainer = signer();
const key = minisignKey(maintainer.key);
if (key === null) throw new Error("The key is none.");
const installed: Installed = { key, version: "1.4.0", system: "linux" };
const examine = (bytes: Uint8Array) => examineUpdate(bytes, installed);
const whyNot = (bytes: Uint8Array) => {
  const examined = examine(bytes);
  return examined.ok ? null : examined.why;
};

it("takes one that is signed, newer and for this system", () => {
  expect(examine(updateOf(maintainer))).toEqual({
    ok: true,
    update: {
      version: "2.0.0",
      changes: "## 2.0.0\n\n- Links.\n",
      signer: "Sayso’s maintainers",
      file: "sayso.deb",
      bytes: expect.any(Uint8Array),
    },
  });
});

it.each([
  ["older", updateOf(maintainer, { version: "1.3.9" })],
  ["older", updateOf(maintainer, { version: "0.10.0" })],
  ["same", updateOf(maintainer, { version: "1.4.0" })],
  ["other-system", updateOf(maintainer, { system: "win" })],
  ["other-key", updateOf(signer(Buffer.from("fedcba9876543210", "hex")))],
  ["not-signed", updateOf(signer())],
  ["not-signed", updateOf(maintainer, { changed: { SHA256SUMS: `${"0".repeat(64)}  sayso.deb\n` } })],
  ["not-signed", updateOf(maintainer, { changed: { "SHA256SUMS.minisig": "" } })],
  ["changed", updateOf(maintainer, { changed: { "sayso.deb": "another installer" } })],
  ["changed", updateOf(maintainer, { changed: { "CHANGES.md": "Nothing to see here.\n" } })],
  ["changed", updateOf(maintainer, { changed: { "release.json": "{}" } })],
  ["changed", updateOf(maintainer, { changed: { "evil.exe": "not ours" } })],
  ["unreadable", updateOf(maintainer, { changed: { "sayso.deb": null } })],
  ["unreadable", updateOf(maintainer, { changed: { "CHANGES.md": null } })],
  ["unreadable", updateOf(maintainer, { changed: { "release.json": null } })],
  ["unreadable", updateOf(maintainer, { changed: { SHA256SUMS: null } })],
  ["unreadable", updateOf(maintainer, { described: { version: "2.0.0-evil" } })],
  ["unreadable", updateOf(maintainer, { described: { packages: [] } })],
  ["unreadable", updateOf(maintainer, { isDeflated: true })],
  ["unreadable", updateOf(maintainer, { isListLast: true })],
  ["unreadable", updateOf(maintainer, { changed: { a: "", b: "", c: "", d: "" } })],
  ["unreadable", Buffer.concat([updateOf(maintainer), Buffer.from("more")])],
  ["unreadable", Buffer.from("PK")],
  ["unreadable", new Uint8Array()],
] as const)("refuses one that is %s", (why, bytes) => {
  expect(whyNot(bytes)).toBe(why);
});

it("reads of a stranger's nothing but the list and its signature", () => {
  const beginning = beginningOf(updateOf(signer(Buffer.from("fedcba9876543210", "hex"))));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (behind) => {
      expect(whyNot(Buffer.concat([beginning, behind]))).toBe("other-key");
    }),
    { numRuns: runs(100) },
  );
});

it("refuses one that is cut off anywhere", () => {
  const whole = updateOf(maintainer);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
      expect(examine(whole.subarray(0, length)).ok).toBe(false);
    }),
    { numRuns: runs(300) },
  );
});

it("takes from one with a flipped bit nothing but what was signed", () => {
  const whole = updateOf(maintainer);
  const sound = examine(whole);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length * 8 - 1 }), (bit) => {
      const flipped = Uint8Array.from(whole);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const examined = examine(flipped);
      // A bit of the archive's own, such as a time, changes nothing.
      if (examined.ok) expect(examined).toEqual(sound);
    }),
    { numRuns: runs(600) },
  );
});

it("compares versions by their numbers", () => {
  const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
  fc.assert(
    fc.property(version, version, (a, b) => {
      const weight = ([major, minor, patch]: readonly number[]) =>
        (major ?? 0) * 10_000 + (minor ?? 0) * 100 + (patch ?? 0);
      expect(Math.sign(compareVersions(a.join("."), b.join(".")))).toBe(Math.sign(weight(a) - weight(b)));
    }),
    { numRuns: runs(200) },
  );
});
