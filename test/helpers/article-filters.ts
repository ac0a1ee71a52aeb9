// Random filters of articles, and random facts that they may ask.
import fc from "fast-check";
import {
  type ArticleFacts,
  type ArticleFilter,
  filterWork,
  nobody,
} from "../../shared/model/article-filter.ts";
import { articleStates, workStates } from "../../shared/model/progress.ts";

const people = ["ana", "ben", "cem"];
const publishers = ["Harbour Post", "Tide"];
const articleIds = ["a", "b", "c"];
const tags = ["Election", "bridge", "Cape Town"];
const title = fc.array(fc.constantFrom("Bridge", "quota", "cod", "close"), { maxLength: 3 });
const day = fc.constantFrom("2024", "2025-02", "2025-02-03", "2025-08-19", "2026-01-01T10:00");

export const articleFacts: fc.Arbitrary<ArticleFacts> = fc.record({
  article: fc.constantFrom(...articleIds),
  title: title.map((words) => words.join(" ")),
  state: fc.constantFrom(...articleStates),
  work: fc.constantFrom(...workStates, null),
  assigned: fc.subarray(people),
  annotated: fc.subarray(people),
  publisher: fc.constantFrom(...publishers, null),
  date: fc.option(day),
  tags: fc.subarray(tags),
  gaps: fc.nat(2),
  hasNote: fc.boolean(),
});

const typedDay = fc.constantFrom("2024", "2025-02", "2025-08-19");

export const articleFilter: fc.Arbitrary<ArticleFilter> = fc.record({
  words: title.map((words) => words.slice(0, 1).join(" ")),
  states: fc.subarray([...articleStates]),
  work: fc.subarray([...filterWork]),
  assigned: fc.subarray([...people, nobody]),
  annotated: fc.subarray([...people, nobody]),
  publishers: fc.subarray([...publishers, ""]),
  tags: fc.subarray([...tags, ""]),
  from: fc.option(typedDay),
  to: fc.option(typedDay),
  gaps: fc.constantFrom("some", "none", null),
  note: fc.constantFrom(true, false, null),
  articles: fc.subarray(articleIds),
});
