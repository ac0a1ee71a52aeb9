// What is passed over: failures of disks and files without a word, bugs of ours with one.
import { expect, onTestFinished, test } from "vitest";
import { ignoredBugs, ignoreFailure, orNull } from "../../../../main/storage/files/storage-error.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";

function bugsFromNowOn(): readonly unknown[] {
  const bugs: unknown[] = [];
  const onBug = (bug: unknown): void => void bugs.push(bug);
  ignoredBugs.subscribe(onBug);
  onTestFinished(() => void ignoredBugs.unsubscribe(onBug));
  return bugs;
}

const failures = [
  Object.assign(new Error("no space left"), { code: "ENOSPC" }),
  Object.assign(new Error("incorrect header check"), { code: "Z_DATA_ERROR" }),
  new ApiError("take-in-stopped"),
];

test.each(failures)("passes over the failure $message without a word", async (failure) => {
  const bugs = bugsFromNowOn();
  expect(await ignoreFailure(() => Promise.reject(failure))).toBe(false);
  expect(await orNull(() => Promise.reject(failure))).toBeNull();
  expect(bugs).toEqual([]);
});

test("passes over a bug, and says so", async () => {
  const bugs = bugsFromNowOn();
  const bug = new TypeError("planted");
  expect(await ignoreFailure(() => Promise.reject(bug))).toBe(false);
  expect(await orNull(() => Promise.reject(bug))).toBeNull();
  expect(bugs).toEqual([bug, bug]);
});

test("answers what there is", async () => {
  expect(await ignoreFailure(async () => undefined)).toBe(true);
  expect(await orNull(async () => 7)).toBe(7);
});
