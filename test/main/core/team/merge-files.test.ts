// Files of a project that both sides have changed, from bytes to bytes: the same whichever side is whose.
import { expect, test } from "vitest";
import { mergeFile } from "../../../../main/core/team/merge-files.ts";
import { projectBytes, readProject } from "../../../../main/core/team/team-files.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { type Project, schemaVersion } from "../../../../shared/model/project.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { tagsetProblems } from "../../../../shared/tagsets/tagset-problems.ts";

const mentions = { isMentioned: () => false, isAway: () => false };
const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");

const merged = (path: string, base: Uint8Array | null, ours: Uint8Array, theirs: Uint8Array) =>
  mergeFile({ path, base: "0", ours: "1", theirs: "2" }, { base, ours, theirs }, mentions);

test("a tagset that is sound on either side and not when merged stays as on one of them, and that is told", () => {
  const [first] = newsAttribution.spanTypes;
  if (!first) throw new Error("the shipped tagset has a type");
  const projectWith = (...ids: readonly string[]): Project => ({
    ...{ schemaVersion, id: "project", name: "P", createdAt: "2026-01-01", annotators: [] },
    tagset: {
      ...newsAttribution,
      spanTypes: [...newsAttribution.spanTypes, ...ids.map((id) => ({ ...first, id, name: id, key: "9" }))],
    },
  });
  const [base, ours, theirs] = [projectWith(), projectWith("gesture"), projectWith("photo")].map(
    projectBytes,
  );
  if (!base || !ours || !theirs) throw new Error("three files");
  const one = merged("project.json", base, ours, theirs);
  const other = merged("project.json", base, theirs, ours);
  expect(Buffer.from(one.content).equals(Buffer.from(other.content))).toBe(true);
  const { tagset } = readProject(one.content);
  expect(tagsetProblems(tagset)).toEqual([]);
  expect([readProject(ours).tagset, readProject(theirs).tagset]).toContainEqual(tagset);
  expect(one.conflicts).toMatchObject([{ file: "project.json", path: "tagset", why: "breaks" }]);
});

test("of a journal the longer one is taken, and two that went different ways are refused", () => {
  const path = "annotations/abc/ana.mac.journal";
  const [short, long, other] = [bytes("a\n"), bytes("a\nb\n"), bytes("a\nc\n")];
  expect(merged(path, short, short, long).content).toEqual(long);
  expect(merged(path, short, long, short).content).toEqual(long);
  const refused = (): unknown => {
    try {
      return merged(path, short, long, other);
    } catch (error) {
      return error instanceof ApiError && error.detail;
    }
  };
  expect(refused()).toEqual({ why: "two-writers", file: path });
});

test("a copy that two systems compressed differently is one of the two, whoever merges", () => {
  const path = `versions/original-files/${"0".repeat(64)}.gz`;
  const [one, other] = [bytes("a"), bytes("b")];
  expect(merged(path, null, one, other)).toEqual({ content: other, conflicts: [] });
  expect(merged(path, null, other, one)).toEqual({ content: other, conflicts: [] });
});
