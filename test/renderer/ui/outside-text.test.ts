import { describe, expect, test } from "vitest";
import { plainText, visibleParts } from "../../../renderer/ui/outside-text.tsx";

describe("words from outside", () => {
  test("show by their codes what orders or hides text", () => {
    expect(visibleParts("report\u202etxt.exe")).toEqual([
      { text: "report", seen: true },
      { text: "U+202E", seen: false },
      { text: "txt.exe", seen: true },
    ]);
    expect(plainText("a\u0000b\u200bc\ufeff")).toBe("aU+0000bU+200BcU+FEFF");
  });

  test("keep emoji, marks and markup as they are, and write line ends as spaces", () => {
    expect(plainText("👩\u200d👩\u200d👧 <b>Žižek</b>")).toBe("👩\u200d👩\u200d👧 <b>Žižek</b>");
    expect(plainText("two\r\nlines\tand a tab")).toBe("two lines and a tab");
  });

  test("keep the marks on a letter that a script has, and leave out those that would be drawn over other lines", () => {
    expect(plainText("e\u0301\u0323 \u0f40\u0fb5\u0f72\u0f7e")).toBe(
      "e\u0301\u0323 \u0f40\u0fb5\u0f72\u0f7e",
    );
    expect(plainText(`Z${"\u0301".repeat(5_000)}algo`)).toBe(`Z${"\u0301".repeat(8)}algo`);
  });

  test("show half a character by its code", () => {
    expect(plainText("a\ud800b")).toBe("aU+D800b");
  });
});
