import { expect, test } from "vitest";
import { suggest } from "../../../shared/suggestions/suggest.ts";

/** What the first suggestion says beside its words, but for what is usual. */
function said(text: string): string {
  const [one] = suggest(text);
  if (!one) return "nothing";
  const { polarity, act, channel, hedged } = one.fields;
  const via = one.via.map(({ range, role }) => `${role} ${text.slice(range.start, range.end)}`);
  return [polarity, act, channel, ...(hedged ? ["hedged"] : []), ...via].join(", ");
}

test.each([
  ["Hart told reporters that the wall would hold.", "asserts, say, briefing"],
  ["Hart denied in a statement that the wall was cracked.", "denies, say, statement"],
  ["The ministry did not respond to a request for comment.", "withholds, say, no-comment"],
  ["Hart declined to say whether the wall would hold.", "withholds, say, unspecified"],
  ["Hart would neither confirm nor deny that the wall was cracked.", "withholds, say, unspecified"],
  ["The engineers believe that the wall is cracked.", "asserts, believe, unspecified"],
  ["Hart wants the council to vote on Friday.", "asserts, want, unspecified"],
  ["The court ruled that the wall must come down.", "asserts, decide, unspecified"],
  ["A report showed that the wall was cracked.", "asserts, show, document"],
  ["The wall may be cracked, suggested the engineer.", "asserts, say, unspecified, hedged"],
])("%s", (text, expected) => {
  expect(said(text)).toBe(expected);
});

test.each([
  ["A city official told Radio Ellery last week that the bill could rise.", "told-to Radio Ellery"],
  ["Hart told The Bugle that the wall would hold.", "told-to The Bugle"],
  ["“It will hold,” Hart said in an interview with the Daily Herald.", "told-to the Daily Herald"],
  ["“It will hold,” Hart wrote on Skiff on Monday.", "published-in Skiff"],
  ["“It will hold,” Hart wrote in a letter to the council.", "published-in a letter to the council"],
  [
    "Hart told reporters that it would hold, a claim first reported by the Lowland Post.",
    "first-reported-by the Lowland Post",
  ],
])("what it came through: %s", (text, expected) => {
  expect(said(text).split(", ").slice(3).join(", ")).toBe(expected);
});

test("an outlet is known by the article's own lines", () => {
  const body = "Three people told Harlow that the plant would close.";
  expect(said(body).split(", ")).toHaveLength(3);
  expect(suggest(`STENHAVN (Harlow) — The plant is old.\n\n${body}`)[0]?.via).toHaveLength(1);
});

/** Small words enough for the language to be known, in which nobody says a thing. */
const prelude =
  "Der Regen ist in der Nacht über das Land gezogen, und die Straßen sind auch am Morgen noch nass.\n";
const gesagt = (text: string): string => said(`${prelude}${text}`);

test.each([
  ["Krug sagte vor den Medien, dass der Damm halte.", "asserts, say, briefing"],
  ["Krug bestritt in einer schriftlichen Erklärung, dass der Damm gerissen sei.", "denies, say, statement"],
  ["Krug schloss nicht aus, dass der Damm gerissen ist.", "asserts, say, unspecified"],
  ["Krug wies den Vorwurf zurück: „Der Damm hält.“", "asserts, say, unspecified"],
  ["Das Amt wollte die Vorwürfe nicht kommentieren.", "withholds, say, no-comment"],
  ["Das Amt äußerte sich nicht zu den Vorwürfen.", "withholds, say, no-comment"],
  ["Die Richterin ließ offen, ob der Damm hält.", "withholds, say, unspecified"],
  ["Die Ingenieure befürchten, dass der Damm gerissen ist.", "asserts, believe, unspecified"],
  ["Nach Ansicht der Ingenieure hält der Damm noch viele Jahre.", "asserts, believe, unspecified"],
  ["Krug forderte den Rat auf, am Freitag abzustimmen.", "asserts, want, unspecified"],
  ["Der Rat beschloss, den Damm abzureißen.", "asserts, decide, unspecified"],
  ["Einem Bericht zufolge ist der Damm an drei Stellen gerissen.", "asserts, show, document"],
  ["Krug deutete an, dass der Damm gerissen ist.", "asserts, say, unspecified, hedged"],
  ["„Der Damm hält“, schrieb Krug auf Instagram.", "asserts, say, post, published-in Instagram"],
  [
    "Der Damm halte noch lange, sagte Krug der Deutschen Presse-Agentur.",
    "asserts, say, other-media, told-to der Deutschen Presse-Agentur",
  ],
  [
    "„Der Damm hält“, sagte Krug im Gespräch mit der „Morgenpost“.",
    "asserts, say, interview, told-to der „Morgenpost“",
  ],
])("in German: %s", (text, expected) => {
  expect(gesagt(text)).toBe(expected);
});

test("in French: what is denied, and what nobody vouches for", () => {
  const rain = "La pluie est tombée sur le pays dans la nuit, et les rues sont encore mouillées ce matin.\n";
  expect(said(`${rain}Le maire a nié que le pont est fermé.`)).toBe("denies, say, unspecified");
  expect(said(`${rain}Selon la police, le suspect aurait quitté le pays dans la nuit.`)).toBe(
    "asserts, say, unspecified, hedged",
  );
});
