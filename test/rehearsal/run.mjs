// `npm run dist:rehearse`: whatever of the packages can be made and examined without Electron's binary, which a stand-in takes the place of.
// A validator that this machine lacks is named, and what it would have looked at counts neither as passed nor as failed.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { build } from "../../main/cli/build.mjs";
import { readFuseFaults } from "../../main/packaging/fuses.mjs";
import { unpacked } from "../../main/packaging/pack.mjs";
import { joinParts, writePart } from "../../main/packaging/release.mjs";

const root = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "sayso-rehearsal-"));
const debian = join(scratch, "debian");
const counts = { passed: 0, failed: 0 };

/** Where programs for the administrator lie, which a person's path may leave out. */
process.env.PATH = [process.env.PATH, "/usr/sbin", "/sbin"].join(delimiter);
const hasProgram = (name) =>
  process.env.PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** One thing that holds or does not: `act` throws where it does not. `tool`: the program that it needs and Debian's package with it. */
async function step(title, act, tool = null) {
  if (tool !== null && !hasProgram(tool[0])) {
    process.stdout.write(
      `— not examined: ${title}: ${tool[0]} is not on this machine (Debian: ${tool[1]})\n`,
    );
    return;
  }
  try {
    await act();
    counts.passed += 1;
    process.stdout.write(`— ${title}: it holds\n`);
  } catch (error) {
    counts.failed += 1;
    process.stdout.write(`— ${title}: FAILED\n${error.message}\n`);
  }
}

/** Runs a program; throws with all that it wrote where it fails, and where it says anything that `silent` does not allow. */
function runs(program, args, { silent = false, ...options } = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", ...options });
  const said = `${stdout}${stderr}`;
  if (error) throw error;
  if (status !== 0 || (silent && said.trim() !== ""))
    throw new Error(`${program} ${args.join(" ")}\n${said}`);
  return stdout;
}

const packOnce = (folder, args, from = root) =>
  runs(process.execPath, [join(from, "test/rehearsal/pack-once.mjs"), ...args.toSpliced(1, 0, folder)], {
    env: { ...process.env, CUSTOM_FPM_PATH: join(root, "test/rehearsal/fpm.mjs") },
  });

const same = (what, a, b) => {
  if (a !== b) throw new Error(`${what} differ:\n  ${a}\n  ${b}`);
};
const sumOf = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/** A copy of the files that are under version control or not ignored, in a folder with a path of another length. */
function cloneHere(folder) {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  for (const file of files.split("\0").filter((name) => name !== "" && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  copyLinked(join(root, "node_modules"), join(folder, "node_modules"));
}

/** The same files under another path: links to them where the disk allows it, since they are many. */
function copyLinked(from, to) {
  if (spawnSync("cp", ["-al", from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

async function packEverySystem() {
  for (const system of ["linux", "win", "mac"])
    await step(`packs for ${system}, with the files that are needed and every fuse set`, async () => {
      packOnce(join(scratch, system), [system]);
      const faults = await readFuseFaults(unpacked(system, join(scratch, system, "packed")).program);
      if (faults.length > 0) throw new Error(faults.join("\n"));
    });
}

async function packFromAClone() {
  await step("a clone of the same sources is packed to the same bytes", () => {
    const clone = join(scratch, "a-clone-whose-path-is-longer-than-that-of-most-checkouts");
    cloneHere(clone);
    runs(process.execPath, [join(clone, "main/cli/build.mjs")], { cwd: clone });
    packOnce(join(scratch, "clone"), ["linux"], clone);
    const archives = ["linux", "clone"].map(
      (name) => unpacked("linux", join(scratch, name, "packed")).archive,
    );
    same("The archives", ...archives.map(sumOf));
  });
}

/** As `electron-builder.yml` has them. */
const mimeTypes = [
  "application/vnd.sayso.review+json",
  "application/vnd.sayso.project",
  "application/vnd.sayso.update+zip",
];

async function examineDeb() {
  const parts = join(debian, "parts");
  await step("a deb is made of what electron-builder hands to fpm, and holds the application as it was packed", () => {
    packOnce(debian, ["linux", "--target", "deb"]);
    const deb = readdirSync(join(debian, "packed")).find((name) => name.endsWith(".deb"));
    runs("dpkg-deb", ["--raw-extract", join(debian, "packed", deb), parts]);
    const { folder } = unpacked("linux", join(debian, "packed"));
    const inside = join(parts, "opt/Sayso");
    same("The files", filesUnder(inside).join("\n"), filesUnder(folder).join("\n"));
    for (const file of filesUnder(folder)) same(file, sumOf(join(inside, file)), sumOf(join(folder, file)));
  }, ["dpkg-deb", "dpkg"]);
  if (!existsSync(parts)) return;
  await step(
    "the desktop file is one",
    () =>
      runs("desktop-file-validate", [join(parts, "usr/share/applications/sayso.desktop")], { silent: true }),
    ["desktop-file-validate", "desktop-file-utils"],
  );
  await step("the desktop file names what it opens", () => {
    const entry = readFileSync(join(parts, "usr/share/applications/sayso.desktop"), "utf8");
    for (const line of [
      `MimeType=${mimeTypes.join(";")};x-scheme-handler/sayso;`,
      "Exec=/opt/Sayso/sayso %U",
    ])
      if (!entry.split("\n").includes(line)) throw new Error(`It has no line ${line}:\n${entry}`);
  });
  await step("the file of MIME types is well-formed, and a file of each kind is known by it", () => {
    const mime = join(debian, "mime");
    const source = join(parts, "usr/share/mime/packages/sayso.xml");
    mkdirSync(join(mime, "packages"), { recursive: true });
    cpSync(source, join(mime, "packages/sayso.xml"));
    // It says what it does not like, such as a folder that nobody searches, and ends well all the same.
    runs("update-mime-database", [mime], { silent: true, env: { ...process.env, XDG_DATA_DIRS: debian } });
    const globs = readFileSync(join(mime, "globs2"), "utf8").split("\n");
    for (const [at, ending] of ["sayso-review", "sayso", "sayso-update"].entries())
      if (!globs.includes(`50:${mimeTypes[at]}:*.${ending}`)) throw new Error(`*.${ending} is not in it.`);
  }, ["update-mime-database", "shared-mime-info"]);
  await step("AppArmor’s profile compiles", () => {
    const profile = join(parts, "opt/Sayso/resources/apparmor-profile");
    runs("apparmor_parser", ["--skip-kernel-load", "--skip-cache", profile]);
    if (!readFileSync(profile, "utf8").includes('"/opt/Sayso/sayso"'))
      throw new Error("It is about another program.");
  }, ["apparmor_parser", "apparmor"]);
  for (const name of ["postinst", "postrm"])
    await step(
      `the installer’s ${name} is a script that bash reads`,
      () => runs("bash", ["-n", join(parts, "DEBIAN", name)]),
      ["bash", "bash"],
    );
}

async function examineRelease() {
  const folder = join(scratch, "release");
  const key = (ending) => join(scratch, `rehearsal.${ending}`);
  await step("a release of two machines that minisign signs is found sound by sayso verify-release, and by minisign and sha256sum", async () => {
    const machines = [["linux", "win"], ["mac"]].map((systems) => ({
      part: join(scratch, `part-${systems.join("-")}`),
      packed: systems.map((system) => ({ system, output: join(scratch, system, "packed"), packages: [] })),
    }));
    for (const { part, packed } of machines) await writePart(part, packed);
    joinParts(
      folder,
      machines.map(({ part }) => part),
    );
    runs("minisign", ["-G", "-W", "-p", key("pub"), "-s", key("key")]);
    runs("minisign", ["-S", "-s", key("key"), "-m", join(folder, "SHA256SUMS")]);
    runs(process.execPath, [join(root, "out/main/cli.js"), "verify-release", folder, "--key", key("pub")]);
    runs("minisign", ["-V", "-p", key("pub"), "-m", join(folder, "SHA256SUMS")]);
    runs("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: folder });
  }, ["minisign", "minisign"]);
}

async function examineMac() {
  const info = join(unpacked("mac", join(scratch, "mac", "packed")).program, "Contents/Info.plist");
  for (const file of [join(root, "main/packaging/entitlements.plist"), info])
    await step(
      `${file.split("/").at(-1)} is a property list`,
      () => runs("plistutil", ["-i", file, "-o", "/dev/null"]),
      ["plistutil", "libplist-utils"],
    );
}

async function examineWindowsScript() {
  await step("what the installer of Windows does besides compiles", () => {
    const script = join(scratch, "installer.nsi");
    const lines = [
      "Unicode true",
      'Name "Rehearsal"',
      `OutFile "${join(scratch, "installer.exe")}"`,
      `!include "${join(root, "main/packaging/installer.nsh")}"`,
      "Section",
      `WriteUninstaller "$TEMP\\u.exe"`,
      "SectionEnd",
      'Section "Uninstall"',
      "!insertmacro customUnInstall",
      "SectionEnd",
    ];
    writeFileSync(script, `${lines.join("\n")}\n`);
    // Warnings are errors.
    runs("makensis", ["-V2", "-WX", script]);
  }, ["makensis", "nsis"]);
}

try {
  await build();
  await packEverySystem();
  await packFromAClone();
  await examineDeb();
  await examineWindowsScript();
  await examineMac();
  await examineRelease();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
process.exitCode = counts.failed > 0 ? 1 : 0;
