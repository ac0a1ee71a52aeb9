// A release is believed only where each of its bytes is the one that was signed.
import { spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkMinisign, minisignKey } from "../../../main/cli/minisign.ts";
import { writeRelease } from "../../../main/packaging/release.mjs";
import { buildApp } from "../../helpers/built-app.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";

const scratch = mkdtempSync(join(tmpdir(), "sayso-release-"));
const release = join(scratch, "release");
let place: Workplace;

const pair = () => generateKeyPairSync("ed25519");
const { publicKey, privateKey } = pair();
const id = Buffer.from("0123456789abcdef", "hex");
const keyOf = (key: KeyObject) => {
  const { x = "" } = key.export({ format: "jwk" });
  return Buffer.concat([Buffer.from("Ed"), id, Buffer.from(x, "base64url")]).toString("base64");
};
const key = keyOf(publicKey);

/** As `minisign -S` signs. */
function signed(bytes: Uint8Array, comment = "timestamp:1 file:SHA256SUMS", by = privateKey): string {
  const ofFile = sign(null, createHash("blake2b512").update(bytes).digest(), by);
  const ofComment = sign(null, Buffer.concat([ofFile, Buffer.from(comment)]), by);
  return [
    "untrusted comment: signature from minisign secret key",
    Buffer.concat([Buffer.from("ED"), id, ofFile]).toString("base64"),
    `trusted comment: ${comment}`,
    ofComment.toString("base64"),
    "",
  ].join("\n");
}

const at = (name: string) => join(release, name);
const signAnew = () => writeFileSync(at("SHA256SUMS.minisig"), signed(readFileSync(at("SHA256SUMS"))));
const verify = (...args: string[]) => place.sayso("verify-release", release, "--key", key, ...args);

beforeAll(async () => {
  place = await workplace();
  await buildApp();
  const packed = (["linux", "win"] as const).map((system) => {
    const folder = join(scratch, system);
    const program = join(import.meta.dirname, "../../rehearsal/pack-once.mjs");
    const { status, stderr } = spawnSync(process.execPath, [program, system, folder], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    return { system, output: join(folder, "packed"), packages: [] };
  });
  await writeRelease(release, packed);
  signAnew();
});
afterAll(async () => {
  rmSync(scratch, { recursive: true, force: true });
  await place.remove();
});

/** Does something to a file of the release, looks at what is said then, and puts the file back. */
async function whileChanged(name: string, change: (bytes: Buffer) => Buffer | string) {
  const before = readFileSync(at(name));
  writeFileSync(at(name), change(Buffer.from(before)));
  const result = await verify();
  writeFileSync(at(name), before);
  return result;
}

describe("sayso verify-release", () => {
  it("finds a release sound, and says who signed it", async () => {
    expect(readdirSync(release)).toEqual([
      "SHA256SUMS",
      "SHA256SUMS.minisig",
      "release.json",
      "sayso-0.1.0-linux-portable.zip",
      "sayso-0.1.0-win-portable.zip",
      "sayso-0.1.0.cdx.json",
      "third-party-licences.txt",
    ]);
    const { status, out } = await verify();
    expect(out).toBe(
      "Signed: timestamp:1 file:SHA256SUMS\nThe release is sound: 5 files have the signed bytes, and 2 applications were looked into.\n",
    );
    expect(status).toBe(0);
    expect(JSON.parse((await verify("--json")).out)).toMatchObject({
      ok: true,
      files: 5,
      applications: 2,
      faults: [],
    });
  });

  it("finds a flipped byte in each file: the first, one in the middle and the last", async () => {
    for (const name of readdirSync(release)) {
      const { length } = readFileSync(at(name));
      for (const position of [0, Math.floor(length / 2), length - 1]) {
        const { status, out } = await whileChanged(name, (bytes) => {
          bytes[position] = (bytes[position] ?? 0) ^ 1;
          return bytes;
        });
        expect([name, position, status]).toEqual([name, position, 1]);
        expect(out).toContain("Do not install it");
      }
    }
    expect((await verify()).status).toBe(0);
  });

  it("finds each flipped bit of the signature", async () => {
    const list = readFileSync(at("SHA256SUMS"));
    const text = Buffer.from(signed(list), "latin1");
    const known = minisignKey(key);
    if (known === null) throw new Error("The key is none.");
    for (let bit = 0; bit < text.length * 8; bit += 1) {
      const changed = Buffer.from(text);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect([bit, checkMinisign(list, changed.toString("latin1"), known)]).toEqual([
        bit,
        { fault: expect.any(String) },
      ]);
    }
  });

  it("finds a file that is gone, and one that nobody signed", async () => {
    writeFileSync(at("extra.exe"), "not ours");
    expect((await verify()).out).toContain("extra.exe: It is not on the signed list.");
    rmSync(at("extra.exe"));
    const licences = readFileSync(at("third-party-licences.txt"));
    rmSync(at("third-party-licences.txt"));
    expect((await verify()).out).toContain("third-party-licences.txt: It is not there.");
    writeFileSync(at("third-party-licences.txt"), licences);
  });

  it("believes no list that somebody else signed, and nothing that it lists", async () => {
    const other = pair();
    const list = readFileSync(at("SHA256SUMS"));
    const { status, out } = await whileChanged("SHA256SUMS.minisig", () =>
      signed(list, "mine", other.privateKey),
    );
    expect([status, out]).toEqual([
      1,
      "SHA256SUMS.minisig: The signature does not hold: the list of sums, or the signature, was changed.\nDo not install it: one thing is not as the maintainers signed them.\n",
    ]);
  });

  it("looks into the applications even where all sums are signed", async () => {
    const description = readFileSync(at("release.json"), "utf8");
    const sums = readFileSync(at("SHA256SUMS"), "utf8");
    const sumOf = (text: string) => createHash("sha256").update(text).digest("hex");
    const changed = description
      .replace(/"fuses": "\d/u, '"fuses": "1')
      .replace(/"header": "[0-9a-f]{8}/u, '"header": "00000000');
    writeFileSync(at("release.json"), changed);
    writeFileSync(at("SHA256SUMS"), sums.replace(sumOf(description), sumOf(changed)));
    signAnew();
    const { out } = await verify();
    for (const system of ["linux", "win"]) {
      expect(out).toContain(
        `sayso-0.1.0-${system}-portable.zip: The fuses of the program in it are not those`,
      );
      expect(out).toContain(`sayso-0.1.0-${system}-portable.zip: The application in it is not the one`);
    }
    writeFileSync(at("release.json"), description);
    writeFileSync(at("SHA256SUMS"), sums);
    signAnew();
    expect((await verify()).status).toBe(0);
  });

  it("says what it needs", async () => {
    expect(await place.sayso("verify-release", release)).toMatchObject({ status: 2 });
    const { status, err } = await place.sayso("verify-release", release, "--key", "RWabc");
    expect([status, err]).toEqual([2, expect.stringContaining("--key is no public key of minisign")]);
    const file = join(scratch, "sayso.pub");
    writeFileSync(file, "untrusted comment: minisign public key\n");
    appendFileSync(file, `${key}\n`);
    expect((await place.sayso("verify-release", release, "--key", file)).status).toBe(0);
  });
});

it("reads what minisign itself writes", () => {
  const known = minisignKey("RWSLTlP4em5f5kX6ls0KLQldYpV7oEI3bzpQ6Y1wbwk1wqj42UQapDS8");
  const text = [
    "untrusted comment: signature from minisign secret key",
    "RUSLTlP4em5f5nyXtDB+QNh2OLhbVmWoRh9Tg926InrYBfP76WkzinN7JElESHFM/lzdNQ1DHf1L3CHqaEGuVS2Mxn3ITnRYcAg=",
    "trusted comment: trusted words",
    "+tFs4HuPEpOuwSzN3/eRQ9BKuIz1ZhgL6wm9Y1X8O8nwm6boBhOLBWNaqcTZ/f9uot2tZ+rvWHYTnwJ6SVT6CQ==",
    "",
  ].join("\n");
  expect(known && checkMinisign(Buffer.from("hello\n"), text, known)).toEqual({ comment: "trusted words" });
});
