// `sayso compare`: every difference between the sets of the same articles, from projects, packages and annotated JSON files, by the
// questions that somebody who decides is asked.
import { basename } from "node:path";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { emptySet, setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { finish } from "../../../shared/model/work.ts";
import { compareSets } from "../../../shared/review/compare.ts";
import { type ComparedGroup, isAgreed, presenceOf } from "../../../shared/review/comparison.ts";
import type { SaidValue } from "../../../shared/review/difference.ts";
import { type EdgePolicy, edgePolicies, edgePolicyById } from "../../../shared/review/edge-policies.ts";
import { likePeople } from "../../../shared/review/like-people.ts";
import { countedSets, personOf } from "../../../shared/review/one-person.ts";
import { type Question, questionsOf } from "../../../shared/review/questions.ts";
import { type ArticleColumns, gatherColumns } from "../../../shared/review/same-articles.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, parse, required, UsageError } from "../cli-command.ts";
import { readBundle } from "../read-bundle.ts";
import { jsonOf } from "../report.ts";
import { alikeLines, passedOverIn, passedOverLines, saidSame } from "../same-people.ts";

const policies = edgePolicies.map(({ id }) => id).join(", ");
/** Code units of the words that a line shows. */
const excerptLength = 80;

const cliOptions = [
  ["--policy ID", message("handover.compare-policy", { policies }), "many"],
  ["--same NAME=NAME", message("review.cli-same"), "many"],
  ["--json", message("cli.json")],
] as const;

export const compareCommand: CliCommand = {
  name: "compare",
  synopsis: "PROJECT|FILE…",
  summary: message("handover.compare"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    required(positionals[0], "PROJECT");
    const chosenPolicies = (values.policy ?? []).map(policyOf);
    const sources: Parameters<typeof gatherColumns>[0][number][] = [];
    for (const path of positionals)
      sources.push({ from: basename(path), bundle: await readBundle(path, commandLine) });
    const [first] = sources;
    const everybody = saidSame(everyoneIn(sources.map(({ bundle }) => bundle)), values.same ?? []);
    const every = gatherColumns(sources);
    const alike = likePeople(
      every.map(({ columns }) => ({ sets: columns.map(({ set }) => set) })),
      everybody,
    );
    for (const line of alikeLines(alike, everybody, commandLine.words)) commandLine.err(line);
    const person = personOf(everybody);
    for (const { title, columns } of every)
      for (const line of passedOverLines(passedOverIn(title, columns, person), everybody, commandLine.words))
        commandLine.err(line);
    for (const one of every) for (const line of besideLines(one, commandLine.words)) commandLine.err(line);
    const together = every
      // Versions of one annotator from several files stay beside each other.
      .map((one) => ({ ...one, columns: countedSets(comparedOf(one.columns), person).counted }))
      .filter(({ columns }) => columns.length > 1);
    if (together.length === 0 || !first) throw new UsageError(message("handover.compare-two"));
    const comparisons = together.map((columns) => compared(columns, first.bundle.tagset, chosenPolicies));
    if (values.json === true) commandLine.out(jsonOf({ articles: comparisons.map(jsonOfCompared) }));
    else
      for (const comparison of comparisons)
        for (const line of linesOf(comparison, commandLine.words)) commandLine.out(line);
    return 0;
  },
};

/** A curated set that is kept beside the project's own is nobody's: it is compared only where there is nothing else to compare. */
function comparedOf(columns: ArticleColumns["columns"]): ArticleColumns["columns"] {
  const others = columns.filter(({ annotator }) => !isBeside(annotator));
  return others.length > 1 ? others : columns;
}

const isBeside = (annotator: Annotator): boolean => annotator.kind === undefined && !isPerson(annotator);

/** A line for each set that is not compared for that. */
function besideLines({ title, columns }: ArticleColumns, { say }: Words): string[] {
  const compared = new Set(comparedOf(columns));
  return columns
    .filter((one) => !compared.has(one))
    .map(
      ({ annotator }) =>
        `${say("review.cli-beside", { title: visibleText(title), name: visibleText(annotator.name) })}\n`,
    );
}

/** Everybody in the order in which they are first met. */
const everyoneIn = (bundles: readonly ExportBundle[]): readonly Annotator[] => [
  ...new Map(bundles.flatMap(({ annotators }) => annotators.map((one) => [one.id, one] as const))).values(),
];

function policyOf(id: string): EdgePolicy {
  const policy = edgePolicyById(id);
  if (!policy) throw new UsageError(message("handover.no-policy", { id, policies }));
  return policy;
}

interface ComparedArticle extends ArticleColumns {
  readonly groups: readonly ComparedGroup[];
  readonly isExact: boolean;
  /** As for a curation that has not begun. */
  readonly questions: readonly Question[];
}

function compared(columns: ArticleColumns, tagset: Tagset, chosen: readonly EdgePolicy[]): ComparedArticle {
  if (columns.columns.length > limits.comparedSets)
    throw new UsageError(
      message("handover.compare-many", { title: columns.title, most: limits.comparedSets }),
    );
  const sets = columns.columns.map(({ set, entities }) => ({ set: setFromJson(set), entities }));
  const options = { article: articleTextOf(columns.text), tagset, policies: chosen };
  const comparison = finish(compareSets(sets, options));
  const annotators = columns.columns.map(({ annotator }) => annotator.id);
  const nothing = emptySet({ articleId: "", annotatorId: "", textHash: columns.textHash });
  const questions = questionsOf({ annotators, sets, comparison }, nothing);
  return { ...columns, ...comparison, questions };
}

const askedIn = ({ questions }: ComparedArticle): readonly Question[] =>
  questions.filter(({ differs }) => differs !== null);

const agreedIn = ({ groups }: ComparedArticle, how: "strict" | "lenient"): number =>
  groups.filter((group) => isAgreed(group, how)).length;

function jsonOfCompared(one: ComparedArticle) {
  const { title, text, textHash, columns, groups, isExact } = one;
  const differing = [...groups.keys()].filter((number) => isDiffering(one, number));
  const placeOf = (place: ComparedGroup["place"]) => ({
    start: place?.start ?? null,
    end: place?.end ?? null,
    quote: place && text.slice(place.start, place.end),
  });
  return {
    title,
    textHash,
    annotators: columns.map(({ annotator: { id, name }, from }) => ({ id, name, from })),
    isExact,
    groups: groups.length,
    agreed: { strict: agreedIn(one, "strict"), lenient: agreedIn(one, "lenient") },
    questions: askedIn(one).map(({ group: number, parts }) => ({
      kind: groups[number]?.kind,
      ...placeOf(groups[number]?.place ?? null),
      // By number in `differences`.
      differences: parts.map(({ group }) => differing.indexOf(group)).filter((at) => at >= 0),
    })),
    differences: differing.flatMap((number) => {
      const group = groups[number];
      if (!group) return [];
      const { kind, place, members, differences } = group;
      return [{ kind, ...placeOf(place), members, differences }];
    }),
  };
}

/** Whether people differ in a group in anything, passed over or not. */
const isDiffering = ({ groups }: ComparedArticle, number: number): boolean => {
  const group = groups[number];
  return group !== undefined && !isAgreed(group, "strict");
};

function linesOf(one: ComparedArticle, words: Words): string[] {
  const { title, text, columns, groups } = one;
  const names = columns.map(({ annotator }) => visibleText(annotator.name));
  const counts = {
    groups: groups.length,
    strict: agreedIn(one, "strict"),
    lenient: agreedIn(one, "lenient"),
    questions: askedIn(one).length,
  };
  const head = words.say("handover.compared", {
    title: visibleText(title),
    names: names.join(", "),
    ...counts,
  });
  const rowOf = (number: number, isPart: boolean): string => {
    const { place = null, members = [], differences = [] } = groups[number] ?? {};
    const row = words.say("handover.difference", {
      start: place?.start ?? 0,
      end: place?.end ?? 0,
      words: shortened(place ? text.slice(place.start, place.end) : ""),
      aspects: differences
        .map((difference) => aspectIn(difference, { text, members, names, words }))
        .join("; "),
    });
    // A card that only its spans differ in ends with the colon before them.
    return `${isPart ? "    " : "  "}${row}`.trimEnd();
  };
  // A question begins with its card or span, whether or not that differs itself; what differs of its parts stands below it.
  const rows = one.questions.flatMap(({ group, parts }) => {
    const differing = parts.slice(1).filter((part) => isDiffering(one, part.group));
    if (differing.length === 0 && !isDiffering(one, group)) return [];
    return [rowOf(group, false), ...differing.map((part) => rowOf(part.group, true))];
  });
  return [head, ...rows].map((line) => `${line}\n`);
}

interface Telling {
  readonly text: string;
  readonly members: ComparedGroup["members"];
  readonly names: readonly string[];
  readonly words: Words;
}

function aspectIn(
  { aspect, field, said, classes, isPassed }: ComparedGroup["differences"][number],
  { text, members, names, words }: Telling,
): string {
  if (aspect === "missing") return words.tell(presenceOf({ members }, names, words.list));
  const name =
    aspect === "field"
      ? words.say("review.aspect-field", { field: field ?? "" })
      : words.tell(message(`compare.aspect-${aspect}`));
  const values = names.map((who, at) =>
    classes[at] === null ? `${who} –` : `${who} ${saidIn(said[at] ?? null, text)}`,
  );
  return `${isPassed ? "(" : ""}${name}: ${values.join(", ")}${isPassed ? ")" : ""}`;
}

function saidIn(said: SaidValue, text: string): string {
  if (said === null) return "–";
  if (typeof said !== "object") return visibleText(String(said));
  return `“${said.map(({ start, end }) => shortened(text.slice(start, end))).join(" … ")}”`;
}

function shortened(words: string): string {
  const plain = visibleText(words.replaceAll(/\s+/gu, " "));
  return plain.length > excerptLength ? `${plain.slice(0, excerptLength)}…` : plain;
}
