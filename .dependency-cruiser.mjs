// Who may import whom: the walls of ARCHITECTURE.md, held by `npm run check`. Type-only imports count.
import { readFileSync } from "node:fs";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const electron = "^(electron$|node_modules/electron/)";
const node = { dependencyTypes: ["core"] };

/** The registries, each with the file of its entries' type. */
const registries = {
  commands: "command",
  checks: "check",
  agreement: "measure",
  insight: "measure",
  importers: "importer",
  "annotation-importers": "annotation-importer",
  exporters: "exporter",
};

/** A rule for each registry: its plug-ins are what its index.ts lists. */
const plugInRules = Object.entries(registries).map(([room, type]) => {
  const index = readFileSync(new URL(`shared/${room}/index.ts`, import.meta.url), "utf8");
  const plugIns = [...index.matchAll(/from "\.\/([^"]+)\.ts"/gu)]
    .map(([, name]) => name)
    .filter((name) => name !== type);
  const path = `^shared/${room}/(${plugIns.join("|")})\\.ts$`;
  return rule(
    `plug-ins-do-not-know-each-other-in-${room}`,
    "A command, check, measure, importer or exporter can be added and removed alone; only its index.ts knows them all.",
    { path },
    { path: `${path}|^shared/${room}/index\\.ts$`, pathNot: `^shared/${room}/$1\\.ts$` },
  );
});

export default {
  forbidden: [
    rule(
      "no-cycle",
      "Two files that need each other are one idea cut in two.",
      { pathNot: "node_modules" },
      { circular: true },
    ),
    rule(
      "no-unresolved",
      "An import that resolves to nothing works only by luck.",
      { pathNot: "node_modules" },
      { couldNotResolve: true, pathNot: "\\?(raw|url|worker|inline)$" },
    ),
    rule(
      "model-stands-alone",
      "The model is the ground of everything, so it stands on nothing but itself.",
      { path: "^shared/model/" },
      { pathNot: "^shared/model/" },
    ),
    rule(
      "shared-is-pure",
      "The core must run in any window, process or test, so it knows no room but itself and no Node.",
      { path: "^shared/" },
      { path: "^(main|renderer|test)/" },
    ),
    rule("shared-has-no-node", "See shared-is-pure.", { path: "^shared/" }, node),
    rule(
      "shared-packages",
      "Only listed pure packages: a package that touches the DOM or the disk would break the purity unseen.",
      { path: "^shared/" },
      {
        path: "node_modules",
        pathNot:
          "node_modules/(zod|diff|fastest-levenshtein|intl-messageformat|papaparse|fflate|unpdf|postal-mime|chardet|htmlparser2|mdast-util-from-markdown|saxes|xmlchars|sql\\.js|hyparquet|hyparquet-writer|wink-nlp|wink-eng-lite-web-model)/",
      },
    ),
    rule(
      "tagger-behind-one-file",
      "The language library can be changed as long as one file knows it.",
      { path: "^shared/", pathNot: "^shared/suggestions/tag-text\\.ts$" },
      { path: "node_modules/wink-" },
    ),
    ...plugInRules,
    rule(
      "commands-know-model-only",
      "A command decides from the model; schemas, the door and formats are other rooms' business.",
      { path: "^shared/commands/" },
      { path: "^shared/", pathNot: "^shared/(model|commands)/" },
    ),
    rule(
      "core-knows-no-host",
      "The same core runs behind every host, so it cannot know one.",
      { path: "^main/(core|storage)/" },
      { path: `^main/(hosts|cli)/|${electron}` },
    ),
    rule(
      "storage-is-below-the-door",
      "Storage keeps bytes safe and knows nothing of who asks.",
      { path: "^main/storage/" },
      { path: "^main/core/" },
    ),
    rule(
      "electron-in-its-host-only",
      "Importing Electron outside Electron downloads a binary and throws.",
      { path: "^(main|renderer|shared)/", pathNot: "^main/hosts/electron/" },
      { path: electron },
    ),
    rule(
      "hosts-do-not-know-each-other",
      "What both need belongs to main/hosts/page or the core.",
      { path: "^main/hosts/(electron|browser)/" },
      { path: "^main/hosts/(electron|browser)/", pathNot: "^main/hosts/$1/" },
    ),
    rule(
      "renderer-has-one-door",
      "The page reaches the disk through the contract alone; even a type of main would let knowledge leak.",
      { path: "^renderer/", pathNot: "^renderer/vite\\.config\\.ts$" },
      { path: "^main/" },
    ),
    rule(
      "page-carries-no-formats",
      "Writers and readers of files belong to the core: the page asks for names and losses, and grows with no format.",
      { path: "^renderer/" },
      { path: "^shared/(exporters|annotation-importers|formats)/" },
    ),
    rule(
      "renderer-has-no-node",
      "The page runs in a sandbox.",
      { path: "^renderer/", pathNot: "vite\\.config\\.ts$" },
      node,
    ),
    rule(
      "nothing-imports-tests",
      "Tests lean on the product, never the other way.",
      { pathNot: "^(test/|playwright\\.config\\.ts$)" },
      { path: "^test/" },
    ),
  ],
  options: {
    parser: "tsc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(out|dist)/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types"],
    },
  },
};
