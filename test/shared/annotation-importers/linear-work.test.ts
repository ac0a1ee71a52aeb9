// The work of every reader grows with the size of its files and no faster: counted in elements of lists that it looks at, not by a clock.
import { expect, it } from "vitest";
import {
  annotationImporterById,
  annotationImporters,
  readAnnotations,
} from "../../../shared/annotation-importers/index.ts";
import { exporterById } from "../../../shared/exporters/index.ts";
import type { NamedFile } from "../../../shared/files/zip.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { stepsOf } from "../../helpers/count-steps.ts";
import { exportStandoffs, fitTo } from "../../helpers/standoffs.ts";
import { named } from "./reading.ts";

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
const textOf = (count: number): string => "word ".repeat(count);
const place = (at: number) => ({ start: at * 5, end: at * 5 + 4 });

/** Files that hold so many of something. */
type Files = (count: number) => Readonly<Record<string, unknown>>;
const filesOf: readonly (readonly [format: string, of: string, Files])[] = [
  [
    "label-studio",
    "notes on one region",
    (count) => ({
      "a.json": [
        {
          data: { text: "word" },
          annotations: [
            {
              result: [
                { id: "a", type: "labels", value: { ...place(0), labels: ["A"] } },
                ...numbers(count).map((at) => ({
                  ...{ id: "a", type: "choices", from_name: `n${at}` },
                  value: { choices: ["x"] },
                })),
              ],
            },
          ],
        },
      ],
    }),
  ],
  [
    "pubannotation",
    "attributes of one denotation",
    (count) => ({
      "a.json": {
        text: "word",
        denotations: [{ id: "T1", span: { begin: 0, end: 4 }, obj: "A" }],
        attributes: numbers(count).map((at) => ({ subj: "T1", pred: `p${at}`, obj: "x" })),
      },
    }),
  ],
  [
    "prodigy",
    "relations between places",
    (count) => ({
      "a.jsonl": {
        text: textOf(count),
        spans: numbers(count).map((at) => ({ ...place(at), label: "A" })),
        relations: numbers(count).map((at) => ({
          ...{ label: "of", head_span: { ...place(at), label: "A" } },
          child_span: { ...place(at), label: "B" },
        })),
      },
    }),
  ],
  [
    "prodigy",
    "relations between ids",
    (count) => ({
      "a.jsonl": {
        text: textOf(count),
        spans: numbers(count).map((at) => ({ ...place(at), label: "A", id: `s${at}` })),
        relations: numbers(count).map((at) => ({
          ...{ label: "of", head_span: { id: `s${at}` }, child_span: { id: `s${count - 1}` } },
        })),
      },
    }),
  ],
  [
    "brat",
    "arguments and segments of one event",
    (count) => ({
      "a.txt": textOf(count + 1),
      "a.ann": [
        `T0\tA ${numbers(count)
          .map((at) => `${at * 5} ${at * 5 + 4}`)
          .join(";")}`,
        ...numbers(count).map((at) => `T${at + 1}\tB ${at * 5} ${at * 5 + 4}`),
        `E1\tA:T0 ${numbers(count)
          .map((at) => `Arg:T${at + 1}`)
          .join(" ")}`,
      ].join("\n"),
    }),
  ],
  [
    "brat",
    "events of one trigger, and what is said of it",
    (count) => ({
      "a.txt": "word",
      "a.ann": [
        "T1\tA 0 4\tword",
        ...numbers(count).map((at) => `E${at}\tA:T1`),
        ...numbers(count).map((at) => `A${at}\tn${at} T1 x`),
      ].join("\n"),
    }),
  ],
  [
    "doccano",
    "users",
    (count) => ({
      "a.jsonl": {
        text: textOf(count),
        annotations: numbers(count).map((at) => ({
          ...{ start_offset: at * 5, end_offset: at * 5 + 4, label: 1, user: at },
        })),
      },
    }),
  ],
  [
    "web-annotation",
    "texts, each with an annotation",
    (count) => ({
      ...Object.fromEntries(numbers(count).map((at) => [`${at}.txt`, "word"])),
      "a.jsonld": numbers(count).map((at) => ({
        target: {
          source: `http://a/${at}.txt`,
          selector: { type: "TextPositionSelector", start: 0, end: 4 },
        },
      })),
    }),
  ],
];

/** So many spans, each with a relation to the next one, and as many values on the first. */
function standoffOf(count: number): Standoff {
  const id = (at: number): string => `s${at}`;
  return {
    ...{ article: "a", title: "A", text: textOf(count), annotator: "Ana" },
    spans: numbers(count).map((at) => ({
      ...{ id: id(at), label: `label${at % 3}`, segments: [place(at)] },
      values: at === 0 ? numbers(count).map((nth) => ({ name: `n${nth}`, value: "x" })) : [],
    })),
    relations: numbers(count - 1).map((at) => ({ label: "to", from: id(at), to: id(at + 1) })),
  };
}

const about = { generator: "Sayso 0.0.0", exportedAt: "2026-01-02T03:04:05.000Z", title: "Project" };
function written(format: string, count: number): readonly NamedFile[] {
  const exporter = exporterById(format);
  if (exporter?.takes !== "standoffs") throw new RangeError(format);
  const { documents } = fitTo([standoffOf(count)], exporter.capabilities);
  return exportStandoffs(exporter, documents, about).files;
}

const ofExporters = annotationImporters.flatMap(({ id }) =>
  exporterById(id)?.takes === "standoffs" ? [id] : [],
);
const cases = [
  ...filesOf.map(([format, of, files]) => [format, of, (count: number) => named(files(count))] as const),
  ...ofExporters.map((format) => [format, "spans", (count: number) => written(format, count)] as const),
];

it.each(cases)("%s: %s", (format, _of, files) => {
  const importer = annotationImporterById(format);
  if (!importer) throw new RangeError(format);
  /** For each byte. */
  const steps = (count: number): number => {
    const given = files(count);
    const size = given.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let isRead = false;
    const counted = stepsOf(() => {
      isRead = readAnnotations(importer, given, hashOf).ok;
    });
    expect(isRead).toBe(true);
    return counted / size;
  };
  const few = 50;
  expect(steps(8 * few)).toBeLessThan(1.5 * steps(few));
});
