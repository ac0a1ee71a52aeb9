// A release is believed only where each of its bytes is the one that was signed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkMinisign, minisignKey } from "../../../main/core/release/minisign.ts";
import { examineUpdate } from "../../../main/core/release/update-file.ts";
import { joinParts, newsOf, writePart, writeUpdates } from "../../../main/packaging/release.mjs";
import { buildApp } from "../../helpers/built-app.ts";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { signer } from "../../helpers/minisign.ts";
import { tier } from "../../helpers/tier.ts";

const scratch = mkdtempSync(join(tmpdir(), "sayso-release-"));
const release = join(scratch, "release");
let place: Workplace;

const { key, signed } = signer();

/** What one machine made of the release. */
const partOf = (system: string) => join(scratch, `part-${system}`);
const at = (name: string) => join(release, name);
const signAnew = () => writeFileSync(at("SHA256SUMS.minisig"), signed(readFileSync(at("SHA256SUMS"))));
const verify = (...args: string[]) => place.sayso("verify-release", release, "--key", key, ...args);

beforeAll(async () => {
  place = await workplace();
  await buildApp();
  for (const system of ["linux", "win"] as const) {
    const folder = join(scratch, system);
    const program = join(import.meta.dirname, "../../rehearsal/pack-once.mjs");
    const { status, stderr } = spawnSync(process.execPath, [program, system, folder], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    await writePart(partOf(system), [{ system, output: join(folder, "packed"), packages: [] }]);
  }
  joinParts(release, [partOf("linux"), partOf("win")]);
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
      "CHANGES.md",
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
      "Signed: timestamp:1 file:SHA256SUMS\nThe release is sound: 6 files have the signed bytes, and 2 applications were looked into.\n",
    );
    expect(status).toBe(0);
    expect(JSON.parse((await verify("--json")).out)).toMatchObject({
      ok: true,
      files: 6,
      applications: 2,
      faults: [],
    });
  });

  it("finds a flipped byte in each file: the first, one in the middle or the last", async () => {
    for (const [turn, name] of readdirSync(release).entries()) {
      const { length } = readFileSync(at(name));
      const positions = [0, Math.floor(length / 2), length - 1];
      for (const position of tier === "all" ? positions : [positions[turn % 3] ?? 0]) {
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
    const list = readFileSync(at("SHA256SUMS"));
    const { status, out } = await whileChanged("SHA256SUMS.minisig", () => signer().signed(list, "mine"));
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

describe("the parts of a release", () => {
  const joined = () => joinParts(join(scratch, "again"), [partOf("linux"), partOf("win")]);
  const inPart = (name: string) => join(partOf("win"), name);

  it("are the same release in whatever order they are joined", () => {
    const again = join(scratch, "other-order");
    joinParts(again, [partOf("win"), partOf("linux")]);
    const sums = (folder: string) =>
      readFileSync(join(folder, "SHA256SUMS"), "utf8").replace(/^.* release\.json\n/mu, "");
    expect(sums(again)).toBe(sums(release));
  });

  it.each(["sayso-0.1.0-win-portable.zip", "sayso-0.1.0.cdx.json", "CHANGES.md"])(
    "are not joined where %s was changed on its way",
    (name) => {
      const before = readFileSync(inPart(name));
      appendFileSync(inPart(name), " ");
      expect(joined).toThrow("is not as it was when the part was made");
      writeFileSync(inPart(name), before);
    },
  );

  it("are not joined with a file that none of them names, or without one that they name", () => {
    writeFileSync(inPart("extra.exe"), "not ours");
    expect(joined).toThrow("extra.exe is not as it was");
    rmSync(inPart("extra.exe"));
    const bill = readFileSync(inPart("sayso-0.1.0.cdx.json"));
    rmSync(inPart("sayso-0.1.0.cdx.json"));
    expect(joined).toThrow("sayso-0.1.0.cdx.json is not as it was");
    writeFileSync(inPart("sayso-0.1.0.cdx.json"), bill);
  });

  it("are not joined where they hold different applications, or one package twice", () => {
    const part = readFileSync(inPart("part.json"), "utf8");
    writeFileSync(inPart("part.json"), part.replace(/"archive": "[0-9a-f]{8}/u, '"archive": "00000000'));
    expect(joined).toThrow("does not hold the application that is in");
    writeFileSync(inPart("part.json"), part);
    expect(() => joinParts(join(scratch, "again"), [partOf("win"), partOf("win")])).toThrow(
      "sayso-0.1.0-win-portable.zip is in",
    );
    expect(() => joinParts(join(scratch, "again"), [scratch])).toThrow("is no part of a release");
    expect(() => joinParts(join(scratch, "again"), [])).toThrow("needs a part");
    expect(existsSync(join(scratch, "again"))).toBe(false);
  });
});

describe("an update", () => {
  it("holds the package with the signed list of its release", () => {
    const folder = join(scratch, "updates");
    const file = "sayso-0.1.0-linux-portable.zip";
    const described = JSON.parse(readFileSync(at("release.json"), "utf8"));
    const other = join(scratch, "with-package");
    cpSync(release, other, { recursive: true });
    const packages = [{ file, system: "linux" }];
    writeFileSync(join(other, "release.json"), JSON.stringify({ ...described, version: "0.2.0", packages }));
    const sums = readdirSync(other)
      .filter((name) => !name.startsWith("SHA256SUMS"))
      .map((name) => {
        const sum = createHash("sha256")
          .update(readFileSync(join(other, name)))
          .digest("hex");
        return `${sum}  ${name}\n`;
      })
      .join("");
    writeFileSync(join(other, "SHA256SUMS"), sums);
    writeFileSync(join(other, "SHA256SUMS.minisig"), signed(Buffer.from(sums)));
    writeUpdates(folder, other);
    expect(readdirSync(folder)).toEqual([`${file}.sayso-update`]);
    const known = minisignKey(key);
    const bytes = readFileSync(join(folder, `${file}.sayso-update`));
    expect(known && examineUpdate(bytes, { key: known, version: "0.1.0", system: "linux" })).toMatchObject({
      ok: true,
      update: { version: "0.2.0", file },
    });
  });

  it("tells what is new since the release before", () => {
    const changelog = "# Changelog\n\n## Unreleased\n\n- B.\n\n## 0.1.0\n\n- A.\n";
    expect(newsOf(changelog, "0.1.0")).toBe("## 0.1.0\n\n- A.\n");
    expect(newsOf(changelog, "0.2.0")).toBe("## Unreleased\n\n- B.\n");
  });
});
