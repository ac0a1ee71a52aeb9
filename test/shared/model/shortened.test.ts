import { expect, test } from "vitest";
import { shortened } from "../../../shared/model/shortened.ts";

test("what fits stands as it is, on one line", () => {
  expect(shortened("The mayor\n  said so.", 60)).toBe("The mayor said so.");
});

test("what does not is cut between words, and says so", () => {
  expect(shortened("bridges ".repeat(60), 30)).toBe("bridges bridges bridges…");
});

test("a text without spaces is cut between characters", () => {
  expect(shortened(`a${"😀".repeat(30)}`, 6)).toBe("a😀😀…");
  expect(shortened("a".repeat(4) + "👩‍👩‍👧".repeat(3), 6)).toBe("aaaa…");
});

test("a text that is cut behind an ellipsis of its own ends with one", () => {
  expect(shortened("the first segment … the second segment", 20)).toBe("the first segment…");
});
