// No field of the model is lost without a word: for each of them and each format, the export says something else when the field does, or the
// report names what is lost. A field that the model gets is missing in the table below until somebody decides.
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { ExportBundle, ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import type { Exporter } from "../../../shared/exporters/exporter.ts";
import { exporters, exportOf } from "../../../shared/exporters/index.ts";
import type { LossKind } from "../../../shared/interchange/capabilities.ts";
import { spansOf } from "../../../shared/model/attribution.ts";
import {
  annotator,
  appearance,
  article,
  articleSet,
  attribution,
  decision,
  entity,
  exclusion,
  orphan,
  progress,
  rejection,
  remark,
  span,
  waiver,
} from "../../../shared/schema/model.ts";
import { sampleBundle } from "../../helpers/bundles.ts";
import { fullBundle } from "../../helpers/full-bundle.ts";
import { tier } from "../../helpers/tier.ts";

/** The records of a bundle, with where they lie in it. */
const recordsOf = {
  entity: ["entities", "[]"],
  annotator: ["annotators", "[]"],
  article: ["articles", "[]", "article"],
  articleSet: ["articleSets", "[]"],
  span: ["articles", "[]", "sets", "[]", "spans", "[]"],
  attribution: ["articles", "[]", "sets", "[]", "attributions", "[]"],
  exclusion: ["articles", "[]", "sets", "[]", "exclusions", "[]"],
  waiver: ["articles", "[]", "sets", "[]", "waivers", "[]"],
  remark: ["articles", "[]", "sets", "[]", "remarks", "[]"],
  decision: ["articles", "[]", "sets", "[]", "decisions", "[]"],
  progress: ["articles", "[]", "sets", "[]", "progress"],
  rejection: ["articles", "[]", "sets", "[]", "rejections", "[]"],
  orphan: ["articles", "[]", "sets", "[]", "orphans", "[]"],
  appearance: ["articles", "[]", "sets", "[]", "appearances", "[]"],
} as const;
type RecordName = keyof typeof recordsOf;
const schemas = {
  ...{ entity, annotator, article, articleSet, span, attribution, exclusion },
  ...{ waiver, remark, decision, progress, rejection, orphan, appearance },
} as const;

/** What tells records apart and where they lie: the laws of round trips are about that. */
const notSaid =
  /\.(?:id|textHash|length|sha256|byteLength|storedAs|encoding|charset|revision|textRevision)$|segments?\.(?:\[\]\.)?(?:start|end|quote|prefix|suffix)$|^article\.(?:addedAt|titleFrom|blocks\..*|metadata\.\[\]\.(?:start|end))$|^article\.about\.\[\]\.(?:from|found)$|^annotator\.(?:kind|decidedElsewhere|sameAs|notSameAs\.\[\])$|^entity\.anonymity\.evidence\.article$/u;

/** A record of another kind would have other fields, so that this never changes alone. */
const notAlone = /^orphan\.was\.kind$|^entity\.fields\.\{\}\.declined$/u;

/** The kinds of loss one of which tells that a field is not there; the first that matches. */
const losses: readonly (readonly [RegExp, readonly LossKind[]])[] = [
  [/^(?:waiver|remark|decision|progress|rejection|appearance)\./u, ["remarks"]],
  [/^orphan\./u, ["orphans"]],
  [/^entity\.fields\./u, ["entity-fields", "entities"]],
  [/\.provenance\./u, ["provenance"]],
  [/^entity\.(?:name|type)$/u, ["entities", "values"]],
  [/^entity\.mergedInto$/u, ["merged-entities", "entities", "values"]],
  [/^entity\./u, ["entity-details", "entities", "values"]],
  [/^annotator\.name$/u, ["annotators"]],
  [/^articleSet\./u, ["article-sets"]],
  [/^article\.title$/u, ["metadata"]],
  [/^article\.original\.fileName$/u, ["metadata"]],
  [/^article\.(?:metadata|about|tags)\./u, ["metadata"]],
  [/^span\.type$/u, ["types"]],
  [/^span\.entity$/u, ["entities", "values"]],
  [
    /^attribution\.(?:voice|cue|claim|via|within)\b/u,
    ["cards", "relations", "unfinished-cards", "unlinked-spans"],
  ],
  [/^attribution\.(?:kind|about|fields|note|flags)\b/u, ["values", "cards"]],
  [/^exclusion\.reason$/u, ["values", "exclusions"]],
];

/** Where these are told, the whole record is gone with all its fields. */
const whole: ReadonlySet<LossKind> = new Set(["cards", "entities", "exclusions", "remarks", "orphans"]);

interface Leaf {
  readonly path: string;
  /** What else it may be, where only few values may stand there. */
  readonly values: readonly unknown[];
}

interface Schema {
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: unknown;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
}

function* leavesIn(schema: Schema, path: string): Iterable<Leaf> {
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) for (const way of ways) yield* leavesIn(way, path);
  else if (schema.propertyNames !== undefined)
    yield* leavesIn(schema.additionalProperties ?? {}, `${path}.{}`);
  else if (schema.type === "object")
    for (const [name, inner] of Object.entries(schema.properties ?? {}))
      yield* leavesIn(inner, `${path}.${name}`);
  else if (schema.type === "array") yield* leavesIn(schema.items ?? {}, `${path}.[]`);
  else if (schema.type !== "null") yield { path, values: schema.enum ?? [] };
}

const leaves = (Object.keys(recordsOf) as RecordName[]).flatMap((name) => {
  const schema = z.toJSONSchema(schemas[name], { io: "input", unrepresentable: "any" });
  const found = new Map(Array.from(leavesIn(schema as Schema, name), (leaf) => [leaf.path, leaf]));
  return [...found.values()].map((leaf) => ({
    ...leaf,
    record: recordsOf[name],
    steps: [...recordsOf[name], ...leaf.path.split(".").slice(1)],
  }));
});

/** The value with another one at the first place to which the steps lead; `null` where there is none. */
function changedAt(
  value: unknown,
  steps: readonly string[],
  values: readonly unknown[],
): { readonly value: unknown } | null {
  const [step, ...rest] = steps;
  if (step === undefined)
    return value === null || value === undefined ? null : { value: otherThan(value, values) };
  if (value === null || typeof value !== "object") return null;
  const names =
    step === "[]" || step === "{}" ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  for (const name of names) {
    const inner = changedAt((value as Record<string, unknown>)[name], rest, values);
    if (inner)
      return {
        value: Array.isArray(value)
          ? value.with(Number(name), inner.value)
          : { ...value, [name]: inner.value },
      };
  }
  return null;
}

function otherThan(value: unknown, values: readonly unknown[]): unknown {
  const other = values.find((one) => one !== value);
  if (other !== undefined) return other;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  return `${value}zz`;
}

/** The value with what the other one has at the first place to which the steps lead in that. */
function copiedAt(
  value: unknown,
  from: unknown,
  steps: readonly string[],
): { readonly value: unknown } | null {
  const [step, ...rest] = steps;
  if (step === undefined) return from === undefined || from === null ? null : { value: from };
  if (from === null || typeof from !== "object") return null;
  const names = step === "[]" ? Object.keys(from) : Object.hasOwn(from, step) ? [step] : [];
  for (const name of names) {
    const inner = copiedAt(
      (value as Record<string, unknown> | undefined)?.[name],
      (from as Record<string, unknown>)[name],
      rest,
    );
    if (!inner) continue;
    if (!Array.isArray(from)) return { value: { ...(value as object), [name]: inner.value } };
    const list = Array.isArray(value) ? [...value] : [];
    list[Number(name)] = inner.value;
    return { value: list };
  }
  return null;
}

type Files = ReturnType<typeof exportOf>["files"];

/** Whether both are the same names with the same bytes. */
function isSame(files: Files, others: Files): boolean {
  return (
    files.length === others.length &&
    files.every(({ name, bytes }, at) => {
      const other = others[at];
      return other !== undefined && other.name === name && Buffer.compare(bytes, other.bytes) === 0;
    })
  );
}

/** Two cards and the spans that they hold: a law over all fields and formats writes this many hundred times. */
function small({ sets: [set], ...article }: ExportedArticle): ExportedArticle {
  if (!set) throw new Error("The sample is annotated.");
  const attributions = set.attributions.slice(0, 2);
  const held = new Set(attributions.flatMap(spansOf));
  return { ...article, sets: [{ ...set, attributions, spans: set.spans.filter(({ id }) => held.has(id)) }] };
}

/** One article of the sample, with nothing known of anybody but a name. */
const plain: ExportBundle = {
  ...sampleBundle(),
  articles: sampleBundle().articles.slice(0, 1).map(small),
  entities: sampleBundle().entities.map(({ id, name, type }) => ({
    id,
    name,
    type,
    naming: "named",
    aliases: [],
  })),
};
const full = fullBundle(plain);
/** The sample with nothing more than this field has, and the field's record list where the sample has none. */
function withOnly(steps: readonly string[], record: readonly string[]): ExportBundle {
  // An entity that became another is mentioned nowhere in the sample.
  if (["mergedInto", "entity"].includes(steps.at(-1) ?? "")) return full;
  // A set is in an export by the articles that it holds.
  if (record[0] === "articleSets") {
    const articles = plain.articles.map((one) => ({ ...one, inSets: ["vote"] }));
    return { ...plain, articles, articleSets: full.articleSets ?? [] };
  }
  const isInSample = copiedAt({}, plain, record) !== null;
  const copied = copiedAt(plain, full, isInSample ? steps.slice(0, record.length + 1) : record.slice(0, -1));
  return (copied?.value ?? plain) as ExportBundle;
}
/** A bundle as a format writes it, and how much of each kind is lost. */
function writtenBy(exporter: Exporter, bundle: ExportBundle) {
  const { files, losses } = exportOf(exporter, bundle);
  return { files, lost: new Map(losses.map(({ what, count }) => [what, count])) };
}
/** Of a printed format it is the page of HTML that is printed; a tagset and a log of decisions are no export of annotations. */
const formats = exporters.filter(
  ({ id, printed }) => !printed && id !== "tagset" && !id.startsWith("decision-log"),
);

it("is decided of every field", () => {
  const undecided = leaves.filter(({ path }) => !notSaid.test(path) && !losses.some(([of]) => of.test(path)));
  expect(undecided.map(({ path }) => path)).toEqual([]);
  // One way in which something came to be stands for all.
  const absent = leaves.filter(
    ({ path, steps, values }) =>
      !notSaid.test(path) && !/origin\.(?!by)|^orphan\.was\./u.test(path) && !changedAt(full, steps, values),
  );
  expect(absent.map(({ path }) => path)).toEqual([]);
});

/** Each field, but in `check` every sixteenth, others in each format. */
const leavesFor = (exporter: Exporter) =>
  leaves.filter((_, at) => tier !== "check" || (at + formats.indexOf(exporter)) % 16 === 0);

describe.each(formats)("$id", (exporter) => {
  it("holds each field, or says that it is lost", () => {
    const { lost: without } = writtenBy(exporter, plain);
    const known = new Map<string, ReturnType<typeof writtenBy> & { readonly only: ExportBundle }>();
    const withOneMore = (steps: readonly string[], record: readonly string[]) => {
      const key = [...steps.slice(0, record.length + 1), steps.at(-1)].join(" ");
      const only = known.get(key)?.only ?? withOnly(steps, record);
      const result = known.get(key) ?? { only, ...writtenBy(exporter, only) };
      known.set(key, result);
      return result;
    };
    const silent = leavesFor(exporter).filter(({ path, steps, record, values }) => {
      if (notSaid.test(path) || notAlone.test(path)) return false;
      const { only, files, lost } = withOneMore(steps, record);
      const [, kinds] = losses.find(([of]) => of.test(path)) ?? [null, []];
      // What every record has is counted in the sample, too.
      const isInSample = copiedAt({}, plain, steps.slice(0, record.length + 1)) !== null;
      const isTold = (kind: LossKind): boolean =>
        (lost.get(kind) ?? 0) > (isInSample || whole.has(kind) ? 0 : (without.get(kind) ?? 0));
      if (kinds.some(isTold)) return false;
      const changed = changedAt(only, steps, values);
      return changed !== null && isSame(writtenBy(exporter, changed.value as ExportBundle).files, files);
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

/** A loss that formats declare, and why: they have no place for it. */
interface DeclaredLoss {
  readonly formats: readonly string[];
  readonly kinds: readonly LossKind[];
  readonly why: string;
}
const inColumns = ["conll-bio", "conll-u"];
/** Which articles are in a set stands in annotated JSON alone: others hold marks, and what is known of the articles that have them. */
const everyOther = formats.map(({ id }) => id).filter((id) => id !== "json");
const withoutValues = [...inColumns, "doccano", "citron", "polnear", "claim-review"];
const withValues = [
  ...["web-annotation", "brat", "cas-xmi", "cas-json", "webanno-tsv", "label-studio", "prodigy"],
  ...["pubannotation", "refi-qda", "refi-qda-maxqda", "refi-qda-nvivo", "refi-qda-atlas-ti", "tei"],
];
const quotations = ["citron", "polnear"];
/** A row a card, and nothing else. */
const cardsAlone = ["statements"];
const noPlace: readonly DeclaredLoss[] = [
  {
    formats: everyOther,
    kinds: ["article-sets"],
    why: "it holds articles and marks, and nothing that puts articles together",
  },
  { formats: inColumns, kinds: ["cards", "segments", "overlaps"], why: "a word has one tag a column" },
  {
    formats: withoutValues,
    kinds: ["values", "entities", "entity-details", "provenance"],
    why: "a span has a label and nothing else; of ClaimReview, a claim has words and an author",
  },
  {
    formats: [...quotations, "claim-review"],
    kinds: ["exclusions", "unlinked-spans", "types", "relations"],
    why: "it has quotations, and nothing beside them",
  },
  {
    formats: cardsAlone,
    kinds: [
      ...(["exclusions", "types", "segments", "provenance", "remarks", "orphans"] as const),
      ...(["entity-details", "entity-fields", "merged-entities", "metadata"] as const),
    ],
    why: "a row is a card, with the words of its marks and the names of those who speak",
  },
  { formats: ["claim-review"], kinds: ["cards"], why: "what somebody denies is not their claim" },
  { formats: ["claim-review"], kinds: ["annotators"], why: "its author is who reviews the claim" },
  {
    formats: ["claim-review"],
    kinds: ["segments", "metadata", "remarks"],
    why: "there is no text whose stretches or marks could be meant",
  },
  {
    formats: [...withoutValues, ...withValues],
    kinds: ["orphans"],
    why: "a mark without a place in the text is none",
  },
  {
    formats: [...withoutValues, ...withValues],
    kinds: ["entity-fields"],
    why: "fields of a project's own are no details that other tools know",
  },
  {
    formats: [...withoutValues.filter((id) => id !== "claim-review"), ...withValues],
    kinds: ["merged-entities"],
    why: "a mention is of one entity: what was another one once is the registry's history",
  },
  {
    formats: ["refi-qda-maxqda", "refi-qda-nvivo"],
    kinds: ["text-line-ends"],
    why: "the program counts every line end as CR LF",
  },
  {
    formats: ["brat", "refi-qda-atlas-ti"],
    kinds: ["line-ends"],
    why: "a span of the program neither begins nor ends with a line end",
  },
];

describe.each(formats)("$id", (exporter) => {
  it("declares no loss but those that are decided, and each of those", () => {
    const decided = noPlace.flatMap(({ formats: of, kinds }) => (of.includes(exporter.id) ? kinds : []));
    const lost = exportOf(exporter, fullBundle()).losses.map(({ what }) => what);
    expect([...lost].sort()).toEqual([...new Set(decided)].sort());
  });

  it("holds what it says it has a place for", () => {
    const { values, entityDetails, annotators, relations, provenance = "none" } = exporter.capabilities ?? {};
    const lost = exportOf(exporter, fullBundle()).losses.map(({ what }) => what);
    const held: readonly LossKind[] = [
      ...(values ? (["values", "entities"] as const) : []),
      ...(entityDetails === "none" ? [] : (["entity-details"] as const)),
      ...(provenance === "none" ? [] : (["provenance"] as const)),
      ...(annotators ? (["annotators"] as const) : []),
      ...(relations ? (["cards"] as const) : []),
      // The article's own facts, and what was said, stand in every format that has its text.
      ...(["claim-review", ...cardsAlone].includes(exporter.id) ? [] : (["metadata", "remarks"] as const)),
    ];
    expect(lost.filter((what) => held.includes(what))).toEqual([]);
  });
});
