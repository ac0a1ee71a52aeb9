// `sayso verify-release`: whether the files of a release are those that its maintainers signed. Examined without a network and without trusting
// anything in the folder: who signed the list of sums, that each file is the one that was signed, and that the packed application is the one that
// the release describes.
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { unpackZip } from "../../../shared/files/zip.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { type MinisignKey, minisignKey } from "../../core/release/minisign.ts";
import {
  checkList,
  Description,
  parsedJson,
  readSums,
  releaseFiles,
  sumOf,
} from "../../core/release/signed-list.ts";
import { atMost, type CliCommand, parse, required, UsageError } from "../cli-command.ts";
import { jsonOf } from "../report.ts";

const cliOptions = [
  ["--key KEY", message("release.cli-key")],
  ["--json", message("cli.json")],
] as const;

export const verifyReleaseCommand: CliCommand = {
  name: "verify-release",
  synopsis: "FOLDER",
  summary: message("release.cli"),
  options: cliOptions,
  async run(args, { out, words }) {
    const { values, positionals } = parse(args, cliOptions);
    const folder = resolve(required(positionals[0], "FOLDER"));
    atMost(1, positionals);
    const named = required(values.key, "--key");
    const key = minisignKey(named) ?? minisignKey(await readFile(named, "utf8").catch(() => ""));
    if (key === null) throw new UsageError(message("release.no-key"));
    const { faults, ...counts } = await examineRelease(folder, key);
    const { say, tell } = words;
    if (values.json === true)
      out(
        jsonOf({
          ok: faults.length === 0,
          ...counts,
          faults: faults.map(({ file, what }) => ({ file, what: tell(what) })),
        }),
      );
    else {
      for (const { file, what } of faults) out(`${visibleText(file)}: ${tell(what)}\n`);
      const { comment } = counts;
      if (comment !== null) out(`${say("release.signed", { comment: visibleText(comment) })}\n`);
      out(
        `${faults.length === 0 ? say("release.sound", counts) : say("release.unsound", { count: faults.length })}\n`,
      );
    }
    return faults.length === 0 ? 0 : 1;
  },
};

/** A sentence about a file of the release. */
interface ReleaseFault {
  readonly file: string;
  readonly what: Message;
}

interface ExaminedRelease {
  readonly faults: readonly ReleaseFault[];
  /** Files whose sums are the signed ones. */
  readonly files: number;
  /** Applications that were looked into. */
  readonly applications: number;
  /** What the signer wrote beside the signature; `null` where the signature does not hold. */
  readonly comment: string | null;
}

const { sums, signature, description } = releaseFiles;

const Bill = z.object({
  bomFormat: z.literal("CycloneDX"),
  metadata: z.object({
    component: z.object({
      version: z.string(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })),
    }),
  }),
  components: z.array(
    z.object({ name: z.string(), version: z.string(), licenses: z.array(z.object({})).min(1) }),
  ),
});

/** Bytes and files that an application may have once it is unpacked: several times what Electron has. */
const limits = { entries: 10_000, bytes: 2 ** 31 };

/** Examines the release in `folder`. Rejects where the folder cannot be read. */
async function examineRelease(folder: string, key: MinisignKey): Promise<ExaminedRelease> {
  const names = (await readdir(folder)).sort();
  const faults: ReleaseFault[] = [];
  const fault = (file: string, what: Message) => void faults.push({ file, what });
  for (const name of [sums, signature, description])
    if (!names.includes(name)) fault(name, message("release.is-missing"));
  if (faults.length > 0) return { faults, files: 0, applications: 0, comment: null };

  const list = await readFile(join(folder, sums));
  const signed = checkList(list, await readFile(join(folder, signature)), key);
  // Nothing else is believed where the list is not the signed one.
  if ("fault" in signed) {
    fault(signature, message(`release.signature-${signed.fault}`));
    return { faults, files: 0, applications: 0, comment: null };
  }
  const listed = readSums(list.toString("utf8"));
  if (listed === null) fault(sums, message("release.no-list"));
  const present = names.filter((name) => name !== sums && name !== signature);
  for (const name of present) if (!listed?.has(name)) fault(name, message("release.not-listed"));
  const sound: string[] = [];
  for (const [name, sum] of listed ?? [])
    if (!present.includes(name)) fault(name, message("release.is-missing"));
    else if (sumOf(await readFile(join(folder, name))) === sum) sound.push(name);
    else fault(name, message("release.other-bytes"));
  const result = { faults, files: sound.length, comment: signed.comment };
  // Unpacking takes long, and would not make it a release to install.
  if (faults.length > 0) return { ...result, applications: 0 };
  const read = async (name: string) => (sound.includes(name) ? readFile(join(folder, name)) : null);
  return { ...result, applications: await examineApplications(read, fault) };
}

/** Looks into what the description names; answers with the number of applications that were looked into. */
async function examineApplications(
  read: (name: string) => Promise<Buffer | null>,
  fault: (file: string, what: Message) => void,
): Promise<number> {
  const described = Description.safeParse(parsedJson(await read(description)));
  if (!described.success) {
    fault(description, message("release.no-description"));
    return 0;
  }
  const { data } = described;
  const bill = Bill.safeParse(parsedJson(await read(data.bill)));
  if (!bill.success) fault(data.bill, message("release.no-bill"));
  else {
    const { version, hashes } = bill.data.metadata.component;
    const isOfIt = version === data.version && hashes.some(({ content }) => content === data.archive);
    if (!isOfIt) fault(data.bill, message("release.other-bill"));
  }
  for (const { file, program, archive } of data.applications) {
    const bytes = await read(file);
    if (bytes === null) fault(file, message("release.is-missing"));
    else for (const what of applicationFaults(bytes, program, archive, data)) fault(file, what);
  }
  return data.applications.length;
}

function applicationFaults(
  zipped: Uint8Array,
  program: string,
  archive: string,
  described: Description,
): readonly Message[] {
  const unpacked = unpackZip(zipped, limits);
  if (!unpacked.ok) return [message("release.no-application")];
  const bytesOf = (path: string) => unpacked.files.find(({ name }) => name === path)?.bytes;
  const [binary, asar] = [bytesOf(program), bytesOf(archive)];
  if (!binary || !asar) return [message("release.no-application")];
  return [
    ...(sumOf(asar) === described.archive && sumOf(headerOf(asar)) === described.header
      ? []
      : [message("release.other-archive")]),
    ...(fusesOf(binary) === described.fuses ? [] : [message("release.other-fuses")]),
  ];
}

/** The JSON at the beginning of an archive, as Electron sums it: two pickles, of a size and of a text. */
function headerOf(asar: Uint8Array): Uint8Array {
  const view = new DataView(asar.buffer, asar.byteOffset, asar.byteLength);
  if (asar.byteLength < 16) return new Uint8Array();
  const length = view.getUint32(12, true);
  return asar.subarray(16, 16 + length);
}

const sentinel = Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX");

/** The fuses of a program, a letter each; `null` where there are none, of another form than the first, or fewer than eight. */
function fusesOf(program: Uint8Array): string | null {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
  const at = bytes.indexOf(sentinel);
  const [version, length = 0] = bytes.subarray(at + sentinel.length, at + sentinel.length + 2);
  if (at < 0 || version !== 1 || length < 8) return null;
  return bytes.toString("latin1", at + sentinel.length + 2, at + sentinel.length + 10);
}
