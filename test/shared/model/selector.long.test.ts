import { describe, expect, it } from "vitest";
import { findSelector } from "../../../shared/model/selector.ts";

describe("a selector", () => {
  it("gives up in good time on a text that repeats itself ten million times", () => {
    const text = "a".repeat(10_000_000);
    const one = { start: 10_000_001, end: 10_000_002, quote: "a", prefix: "b", suffix: "b" };
    const long = { ...one, quote: "a".repeat(50_000) };
    expect([findSelector(text, one), findSelector(text, long)]).toEqual([
      { how: "ambiguous" },
      { how: "ambiguous" },
    ]);
  });
});
