// Packs the built application once around a stand-in for Electron: `node pack-once.mjs SYSTEM FOLDER [--fuses LETTERS] [--target NAME]
// [--settings JSON]`. The stand-in goes to FOLDER/electron, what is packed to FOLDER/packed. A program of its own, so that what
// electron-builder prints can be kept until it is wanted.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pack } from "../../main/packaging/pack.mjs";
import { makeStandIn } from "./stand-in-binary.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fuses: { type: "string" },
    target: { type: "string", default: "dir" },
    settings: { type: "string", default: "{}" },
  },
});
const [system = "", folder = ""] = positionals;
const electronDist = join(folder, "electron");
makeStandIn(system, electronDist, values.fuses);
try {
  await pack({
    system,
    electronDist,
    output: join(folder, "packed"),
    targets: [values.target],
    settings: JSON.parse(values.settings),
  });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
