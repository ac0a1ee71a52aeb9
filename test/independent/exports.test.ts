// What nobody here wrote, over what we write: Python's offsets, a JSON-LD processor. Skipped, with a line that says so, where Python is
// not there.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { docxExporter } from "../../shared/exporters/docx.ts";
import { exporters, exportOf, isArchive, packed } from "../../shared/exporters/index.ts";
import { exportedText, randomBundle, sampleBundle } from "../helpers/bundles.ts";
import { fullBundle } from "../helpers/full-bundle.ts";
import { kitBundle } from "../helpers/kit-bundle.ts";
import { runs } from "../helpers/tier.ts";

const script = fileURLToPath(new URL("check_exports.py", import.meta.url));
const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython)
  console.error("Skipped: python3 is not here, so that nobody else checks the offsets of exports.");

/** Every format's files under a folder of its own. */
function writeAll(bundle: ExportBundle, root: string): void {
  for (const exporter of exporters) {
    const exported = exportOf(exporter, bundle);
    // What other programs know as one file stays an archive.
    const isOne = isArchive(exporter) && exporter.extension !== "zip";
    const files = isOne ? [{ name: "export", bytes: packed(exporter, exported) }] : exported.files;
    for (const { name, bytes } of files) {
      const path = join(root, exporter.id, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  }
}

function checkedByPython(
  bundle: ExportBundle,
  tamper: (root: string) => void = () => {},
): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
} {
  const root = mkdtempSync(join(tmpdir(), "sayso-exports-"));
  try {
    writeAll(bundle, root);
    tamper(root);
    const { status, stdout, stderr } = spawnSync("python3", [script, root], {
      encoding: "utf8",
      env: { ...process.env, PYTHONUTF8: "1" },
    });
    return { status, out: stdout, err: stderr };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe.skipIf(!hasPython)("Python", () => {
  it("finds the words of the sample project at every place of every export", () => {
    const { status, out, err } = checkedByPython(sampleBundle());
    expect({ status, err }).toEqual({ status: 0, err: "" });
    for (const format of [
      "json",
      "brat",
      "polnear",
      "web-annotation",
      "label-studio",
      "doccano",
      "prodigy",
      "pubannotation",
      "citron",
      "cas-json",
      "cas-xmi",
      "refi-qda",
      "refi-qda-atlas-ti",
      "refi-qda-maxqda",
      "refi-qda-nvivo",
      "webanno-tsv",
      "csv",
      "conll-u",
      "docx",
    ])
      expect(out).toMatch(new RegExp(`^${format}: [1-9]`, "m"));
  });

  it("finds the words of what trips programs up at every place of every export", () => {
    const { status, err } = checkedByPython(kitBundle());
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it("finds what is known of every article and of who is mentioned", () => {
    const { status, err } = checkedByPython(fullBundle());
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it("names a fact that is not there", () => {
    const { status, err } = checkedByPython(fullBundle(), (root) => {
      const path = join(root, "label-studio", "tasks.json");
      writeFileSync(path, readFileSync(path, "utf8").replace('"publisher"', '"publishers"'));
    });
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining("label-studio: ({'field'") });
  });

  it("names the place when one offset is off by one", () => {
    const { status, err } = checkedByPython(sampleBundle(), (root) => {
      const path = join(root, "label-studio", "tasks.json");
      writeFileSync(path, readFileSync(path, "utf8").replace('"start": 213', '"start": 214'));
    });
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining("label-studio: {'id': 'r1'") });
  });

  it("names the words of a claim on which no comment stands", () => {
    const { status, err } = checkedByPython(sampleBundle(), (root) => {
      const bundle = sampleBundle();
      const articles = bundle.articles.map((one) => ({ ...one, sets: [] }));
      const spoilt = packed(docxExporter, exportOf(docxExporter, { ...bundle, articles }));
      writeFileSync(join(root, "docx", "export"), spoilt);
    });
    expect({ status, err }).toEqual({ status: 1, err: expect.stringMatching(/^docx: /u) });
  });

  it.each([
    ["another word in the text", (text: string) => text.replace("bridge\t", "ridge\t"), "the text goes on"],
    [
      "a space that is said not to be",
      (text: string) => text.replace("SpaceAfter=No", "_"),
      "no white space",
    ],
    ["a word left out", (text: string) => text.replace(/^2\t.*\n/mu, ""), "not with"],
    ["a column too few", (text: string) => text.replace("\t_\n", "\n"), "9 columns"],
    ["no last empty line", (text: string) => text.trimEnd(), "no empty line"],
    [
      "one id for two sentences",
      (text: string) => text.replace("sent_id = 1-2", "sent_id = 1-1"),
      "no sent_id",
    ],
  ])("finds %s in CoNLL-U", (_what, spoilt, fault) => {
    const { status, err } = checkedByPython(sampleBundle(), (root) => {
      const [name = ""] = readdirSync(join(root, "conll-u"));
      const path = join(root, "conll-u", name);
      writeFileSync(path, spoilt(readFileSync(path, "utf8")));
    });
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining(fault) });
  });

  it("finds the words of random annotations of texts that break programs", () => {
    for (const bundle of fc.sample(randomBundle, { seed: 7, numRuns: runs(6) })) {
      const { status, err } = checkedByPython(bundle);
      expect({ status, err }).toEqual({ status: 0, err: "" });
    }
  });
});

const anno = "http://www.w3.org/ns/anno.jsonld";
const oa = "http://www.w3.org/ns/oa#";
/** What the model's context says of the terms that we use. */
const contexts: Readonly<Record<string, object>> = {
  [anno]: {
    oa,
    as: "http://www.w3.org/ns/activitystreams#",
    foaf: "http://xmlns.com/foaf/0.1/",
    dcterms: "http://purl.org/dc/terms/",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    id: { "@type": "@id", "@id": "@id" },
    type: { "@type": "@id", "@id": "@type" },
    Annotation: "oa:Annotation",
    AnnotationPage: "as:OrderedCollectionPage",
    TextualBody: "oa:TextualBody",
    SpecificResource: "oa:SpecificResource",
    TextQuoteSelector: "oa:TextQuoteSelector",
    TextPositionSelector: "oa:TextPositionSelector",
    Person: "foaf:Person",
    Software: "as:Application",
    tagging: "oa:tagging",
    commenting: "oa:commenting",
    describing: "oa:describing",
    linking: "oa:linking",
    body: { "@type": "@id", "@id": "oa:hasBody" },
    target: { "@type": "@id", "@id": "oa:hasTarget" },
    source: { "@type": "@id", "@id": "oa:hasSource" },
    selector: { "@type": "@id", "@id": "oa:hasSelector" },
    purpose: { "@type": "@vocab", "@id": "oa:hasPurpose" },
    motivation: { "@type": "@vocab", "@id": "oa:motivatedBy" },
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    start: { "@type": "xsd:nonNegativeInteger", "@id": "oa:start" },
    end: { "@type": "xsd:nonNegativeInteger", "@id": "oa:end" },
    value: "rdf:value",
    name: "foaf:name",
    creator: { "@type": "@id", "@id": "dcterms:creator" },
    generator: { "@type": "@id", "@id": "as:generator" },
    items: { "@type": "@id", "@id": "as:items", "@container": "@list" },
  },
  "https://schema.org": { "@vocab": "https://schema.org/" },
};

async function expanded(text: string): Promise<Record<string, unknown>[]> {
  return jsonld.expand(JSON.parse(text), {
    base: "file:///export/",
    // Throws for whatever has no meaning in the context.
    safe: true,
    documentLoader: async (url: string) => {
      const context = contexts[url];
      if (!context) throw new Error(`Nothing may be fetched: ${url}`);
      return { contextUrl: null, documentUrl: url, document: { "@context": context } };
    },
  });
}

describe("a JSON-LD processor", () => {
  it("finds an annotation for each span and for each article of which something is known, with bodies and targets of the model", async () => {
    const text = exportedText("web-annotation", sampleBundle())
      .split("=== ")
      .find((file) => file.startsWith("annotations.jsonld\n"));
    const [page] = await expanded(text?.slice("annotations.jsonld\n".length) ?? "");
    const list = page?.["http://www.w3.org/ns/activitystreams#items"] as {
      "@list": Record<string, unknown[]>[];
    }[];
    const items = list[0]?.["@list"] ?? [];
    const { articles } = sampleBundle();
    const sets = articles.flatMap(({ sets: own }) => own);
    expect(items.length).toBe(
      sets.reduce(
        (sum, set) => sum + set.spans.length + set.attributions.length + set.exclusions.length,
        articles.filter(({ article: { metadata } }) => metadata.length > 0).length,
      ),
    );
    for (const item of items) {
      expect(item["@type"]).toEqual([`${oa}Annotation`]);
      expect(item[`${oa}hasBody`]?.length).toBeGreaterThan(0);
      expect(item[`${oa}hasTarget`]?.length).toBeGreaterThan(0);
    }
  });

  it("finds a draft for each claim, all of it in the vocabulary", async () => {
    const [, ...rest] = await expanded(exportedText("claim-review", sampleBundle()));
    for (const review of rest) expect(review["@type"]).toEqual(["https://schema.org/ClaimReview"]);
  });
});
