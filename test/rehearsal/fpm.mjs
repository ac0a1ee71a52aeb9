#!/usr/bin/env node
// Stands in for `fpm`, which electron-builder hands the parts of a Debian package: puts them together by `dpkg-deb`. It knows the arguments that
// electron-builder gives, and refuses any other, so that nothing of a package is passed over unseen.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";

const text = { type: "string" };
const several = { type: "string", multiple: true };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    s: { ...text, short: "s" },
    t: { ...text, short: "t" },
    d: { ...several, short: "d" },
    force: { type: "boolean" },
    "deb-recommends": several,
    "deb-compression": text,
    "deb-priority": text,
    architecture: text,
    "after-install": text,
    "after-remove": text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: text,
    license: text,
  },
});
if (values.s !== "dir" || values.t !== "deb")
  throw new Error(`This stand-in makes a deb of folders, not ${values.t}.`);

const tree = mkdtempSync(join(tmpdir(), "sayso-deb-"));
try {
  for (const part of positionals) {
    const [from = "", to = ""] = part.split("=");
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    cpSync(from, join(tree, to), { recursive: true });
  }
  const files = readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(tree, join(entry.parentPath, entry.name)))
    .sort();
  const size = files.reduce((sum, file) => sum + statSync(join(tree, file)).size, 0);
  const control = join(tree, "DEBIAN");
  mkdirSync(control);
  writeFileSync(join(control, "control"), controlOf(Math.ceil(size / 1024)));
  const sums = files.map(
    (file) =>
      `${createHash("md5")
        .update(readFileSync(join(tree, file)))
        .digest("hex")}  ${file}\n`,
  );
  writeFileSync(join(control, "md5sums"), sums.join(""));
  for (const [name, script] of [
    ["postinst", values["after-install"]],
    ["postrm", values["after-remove"]],
  ]) {
    cpSync(script ?? "", join(control, name));
    chmodSync(join(control, name), 0o755);
  }
  execFileSync("dpkg-deb", ["--root-owner-group", "--build", tree, values.package ?? ""], {
    stdio: "inherit",
  });
} finally {
  rmSync(tree, { recursive: true, force: true });
}

/** `size`: KiB that the files take once they are installed. The paragraphs of a description begin with a space each. */
function controlOf(size) {
  const [synopsis = "", ...rest] = (values.description ?? "").split("\n");
  const fields = {
    Package: values.name,
    Version: values.version,
    Architecture: values.architecture === "x86_64" ? "amd64" : values.architecture,
    Maintainer: values.maintainer,
    "Installed-Size": size,
    Depends: values.d?.join(", "),
    Recommends: values["deb-recommends"]?.join(", "),
    Section: values.category ?? "default",
    Priority: values["deb-priority"],
    Homepage: values.url,
    Description: [synopsis, ...rest.map((line) => ` ${line.trim()}`)].join("\n"),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");
}
