import { describe, expect, it } from "vitest";
import { kindOf } from "../../../shared/model/kind.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

describe("the kind of a claim", () => {
  it("of a claim as long as an article may be is told", () => {
    const { span, text } = markedArticle(`{c:claim|“${"word ".repeat(200_000)}end”} he said.`);
    expect(kindOf(span("c"), { within: null }, text)).toBe("direct");
  });
});
