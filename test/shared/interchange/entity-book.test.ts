// Entities that come in again from another tool are those of the project, whether the files have their keys, their names or their aliases.
import { expect, it } from "vitest";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { flatten } from "../../../shared/interchange/flatten.ts";
import { valueNames } from "../../../shared/interchange/labels.ts";
import { guessMapping } from "../../../shared/interchange/mapping.ts";
import type { NamedValue } from "../../../shared/interchange/standoff.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { hashOf, sampleBundle } from "../../helpers/bundles.ts";

const sample = sampleBundle();

/** The sample as another tool gives it back, with these of its values, beside a registry. */
function cameBack(registry: readonly Entity[], change: (value: NamedValue) => NamedValue | null) {
  const documents = flatten(sample).documents.map((document) => ({
    ...document,
    spans: document.spans.map((span) => ({
      ...span,
      values: span.values.flatMap((value) => change(value) ?? []),
    })),
  }));
  return bundleOfDocuments({
    ...{ documents, mapping: guessMapping(documents, sample.tagset), tagset: sample.tagset, from: "brat" },
    ...{ at: "2026-01-02", generator: "Sayso", title: "T", unnamed: "Nobody", known: [], registry, hashOf },
  });
}

const mentioned = new Set(
  sample.articles.flatMap(({ sets }) =>
    sets.flatMap(({ spans }) => spans.flatMap(({ entity }) => entity ?? [])),
  ),
);
const same = sample.entities
  .filter(({ id }) => mentioned.has(id))
  .map(({ id }) => id)
  .sort();
const isKey = ({ name }: NamedValue): boolean => name === valueNames.entityKey;
const idsOf = ({ bundle }: ReturnType<typeof cameBack>) => bundle.entities.map(({ id }) => id).sort();

it("with their keys, whatever they are called there", () => {
  const came = cameBack(sample.entities, (value) =>
    value.name === valueNames.entity ? { ...value, value: `${value.value} of old` } : value,
  );
  expect(idsOf(came)).toEqual(same);
  expect(came.told).toEqual([]);
});

it("by name and type, in whatever case, and that is told", () => {
  const came = cameBack(sample.entities, (value) =>
    isKey(value)
      ? null
      : value.name === valueNames.entity
        ? { ...value, value: value.value.toUpperCase() }
        : value,
  );
  expect(idsOf(came)).toEqual(same);
  expect(came.told).toMatchObject([{ what: { values: { count: same.length } } }]);
});

it("by an alias, but not of another type, nor of a name that two have", () => {
  const [first, second] = sample.entities;
  if (!first || !second) throw new Error("The sample has several.");
  const only = (name: string) => (value: NamedValue) =>
    isKey(value) ? null : value.name === valueNames.entity ? { ...value, value: name } : value;
  const alias = { ...first, aliases: ["Somebody Else"] };
  const ofType = (type: Entity["type"]) =>
    cameBack([alias], (value) =>
      value.name === valueNames.entityType ? { ...value, value: type } : only("Somebody Else")(value),
    ).bundle.entities.some(({ id }) => id === first.id);
  expect([ofType(first.type), ofType("platform")]).toEqual([true, false]);
  const twins = [alias, { ...second, type: first.type, name: "Somebody Else" }];
  const came = cameBack(twins, (value) =>
    value.name === valueNames.entityType ? { ...value, value: first.type } : only("Somebody Else")(value),
  );
  expect(came.bundle.entities.some(({ id }) => id === first.id || id === second.id)).toBe(false);
});

it("and marks have the same ids whoever is known", () => {
  const spansOf = (registry: readonly Entity[]) =>
    cameBack(registry, (value) => (isKey(value) ? null : value)).bundle.articles.flatMap(({ sets }) =>
      sets.flatMap(({ spans }) => spans.map(({ id }) => id)),
    );
  expect(spansOf(sample.entities)).toEqual(spansOf([]));
});

it("with what they say of somebody whom the project knows otherwise told, and nothing else", () => {
  const [first, ...others] = sample.entities.filter(({ id }) => mentioned.has(id));
  if (!first) throw new Error("Somebody is mentioned.");
  const unchanged = (value: NamedValue) => value;
  const leftOf = (registry: readonly Entity[]) =>
    cameBack(registry, unchanged).rejected.flatMap(({ value, units }) =>
      value ? [{ ...value, units }] : [],
    );
  expect(leftOf(sample.entities)).toEqual([]);
  const role = `not ${first.role ?? ""}`;
  const left = leftOf([{ ...first, role, aliases: [] }, ...others]);
  const names = left.map(({ name, why }) => `${name} ${why}`);
  const wanted = [
    ...first.aliases.map((_, at) => `entity_alias${at === 0 ? "" : `_${at + 1}`}`),
    ...(first.role === undefined ? [] : ["entity_role"]),
  ];
  expect(wanted.length).toBeGreaterThan(0);
  expect(new Set(names)).toEqual(new Set(wanted.map((name) => `${name} known-otherwise`)));
  expect(left.every(({ units }) => units === 0)).toBe(true);
});
