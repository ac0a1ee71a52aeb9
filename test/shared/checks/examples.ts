// For every check an article that it has something to say about, and one that it leaves alone.
import type { Tagset } from "../../../shared/model/tagset.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { defaultFields, entity, type MarkedArticle, markedArticle } from "../../helpers/marked-article.ts";

export interface Example {
  /** Articles in which the check finds exactly one thing, with the words it points to. */
  readonly wrong: readonly (readonly [article: MarkedArticle, words: string])[];
  readonly right: readonly MarkedArticle[];
  /** How many fixes are offered for the first wrong one. */
  readonly fixes: number;
  readonly tagset?: Tagset;
}

const card = (more: object) => ({ cards: { k: more } });
const named = { entities: [entity("e", "Orban")], points: { o: "e" } };
const quotedBy = (naming: "anonymous" | "described", name: string, more: object = {}) => ({
  entities: [entity("e", name, { naming, ...more })],
  points: { o: "e" },
  cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
});
const withholding = { ...defaultFields, polarity: "withholds", channel: "no-comment" };

export const examples: Readonly<Record<string, Example>> = {
  "claim-missing": {
    wrong: [
      [
        markedArticle(
          "{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.",
          card({ voice: ["o"], cue: "s" }),
        ),
        "said",
      ],
    ],
    right: [markedArticle("{s:cue|Said} {c:claim|it was over}.", card({ cue: "s", claim: "c" }))],
    fixes: 2,
  },
  "voice-and-cue-missing": {
    wrong: [
      [
        markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.", card({ claim: "c" })),
        "it was over",
      ],
    ],
    right: [markedArticle("{s:cue|Said} {c:claim|it was over}.", card({ cue: "s", claim: "c" }))],
    fixes: 3,
  },
  "field-required": {
    wrong: [
      [markedArticle("{s:cue|Said} {c:claim|it was over}.", card({ cue: "s", claim: "c" })), "it was over"],
    ],
    right: [
      markedArticle(
        "{s:cue|Said} {c:claim|it was over}.",
        card({ cue: "s", claim: "c", fields: { ...defaultFields, claimType: "fact" } }),
      ),
    ],
    fixes: 5,
    tagset: {
      ...newsAttribution,
      fields: newsAttribution.fields.map((field) =>
        field.id === "claimType" ? { ...field, required: true } : field,
      ),
    },
  },
  "about-gone": {
    wrong: [
      [
        markedArticle("{s:cue|Said} {c:claim|it was over}.", {
          entities: [entity("e", "Orban")],
          cards: { k: { cue: "s", claim: "c", about: ["e", "gone"] } },
        }),
        "it was over",
      ],
    ],
    right: [
      markedArticle("{s:cue|Said} {c:claim|it was over}.", {
        entities: [entity("e", "Orban")],
        cards: { k: { cue: "s", claim: "c", about: ["e"] } },
      }),
      markedArticle("{s:cue|Said} {c:claim|it was over}.", card({ cue: "s", claim: "c" })),
    ],
    fixes: 1,
  },
  "voice-without-entity": {
    wrong: [
      [
        markedArticle("{p:speaker|Orban} sat. {o:speaker|He} {s:cue|said} {c:claim|it was over}.", {
          entities: [entity("e", "Orban")],
          points: { p: "e" },
          cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
        }),
        "He",
      ],
    ],
    right: [
      markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.", {
        ...named,
        cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
      }),
    ],
    fixes: 1,
  },
  "span-without-card": {
    wrong: [
      [
        markedArticle(
          "{s:cue|Said} {c:claim|it was over}, {v:source|the Times} wrote.",
          card({ cue: "s", claim: "c" }),
        ),
        "the Times",
      ],
    ],
    right: [
      markedArticle("{o:speaker|Orban} sat. {c:claim|It was over}."),
      markedArticle("{s:cue|Said} {c:claim|it was over}.", card({ cue: "s", claim: "c" })),
    ],
    fixes: 2,
  },
  "claim-without-card": {
    wrong: [[markedArticle("{c:claim|“It is over,”} he said."), "“It is over,”"]],
    right: [
      markedArticle("{c:claim|It is over}."),
      markedArticle("{c:claim|“It is over,”} he {s:cue|said}.", card({ cue: "s", claim: "c" })),
    ],
    fixes: 1,
  },
  "quotation-outside-claims": {
    wrong: [
      [markedArticle("“It is over, he called it ‘art’,” he said."), "“It is over, he called it ‘art’,”"],
    ],
    right: [
      markedArticle("{c:claim|“It is over”}, he said."),
      markedArticle("She wrote “The Art of the Deal” alone."),
    ],
    fixes: 1,
  },
  "quotation-without-voice": {
    wrong: [
      [
        markedArticle(
          "{c:claim|“It is over,”} {o:speaker|Orban} {s:cue|said}.",
          card({ cue: "s", claim: "c" }),
        ),
        "“It is over,”",
      ],
    ],
    right: [markedArticle("{s:cue|Said} {c:claim|it was over}.", card({ cue: "s", claim: "c" }))],
    fixes: 1,
  },
  "source-alone": {
    wrong: [
      [
        markedArticle(
          "{o:speaker|A source} {s:cue|said} {c:claim|it was over}.",
          quotedBy("anonymous", "A source"),
        ),
        "A source",
      ],
    ],
    right: [
      markedArticle(
        "{o:speaker|A source} {s:cue|said} {c:claim|it was over}.",
        quotedBy("anonymous", "A source", { role: "aide" }),
      ),
      markedArticle(
        "{o:speaker|People close to him} {s:cue|said} {c:claim|so}.",
        quotedBy("anonymous", "People close to him"),
      ),
    ],
    fixes: 0,
  },
  "description-missing": {
    wrong: [
      [
        markedArticle(
          "{o:speaker|People close to him} {s:cue|said} {c:claim|so}.",
          quotedBy("anonymous", "People close to him"),
        ),
        "People close to him",
      ],
    ],
    right: [
      markedArticle("{o:speaker|Officials} {s:cue|said} {c:claim|so}.", quotedBy("described", "Officials")),
      markedArticle("{o:speaker|Sources} {s:cue|said} {c:claim|so}.", quotedBy("anonymous", "Sources")),
    ],
    fixes: 0,
  },
  "reason-missing": {
    wrong: [
      [
        markedArticle(
          "{o:speaker|An official} {s:cue|said} {c:claim|so}, speaking on condition of anonymity because the talks are private.",
          quotedBy("described", "An official"),
        ),
        "An official",
      ],
      [
        markedArticle("{o:speaker|Sources} {s:cue|said} {c:claim|so}.", quotedBy("anonymous", "Sources")),
        "Sources",
      ],
      [
        markedArticle(
          "{o:speaker|Ein Mitarbeiter} {s:cue|sagte} {c:claim|das}, der nicht genannt werden wollte, weil er um seine Stelle fürchtet.",
          quotedBy("described", "Mitarbeiter"),
        ),
        "Ein Mitarbeiter",
      ],
    ],
    right: [
      markedArticle("{o:speaker|Residents} {s:cue|said} {c:claim|so}.", quotedBy("described", "Residents")),
      markedArticle("{o:speaker|The officials} met.", {
        ...quotedBy("described", "The officials"),
        cards: {},
      }),
      markedArticle(
        "{o:speaker|Sources} {s:cue|said} {c:claim|so}.",
        quotedBy("anonymous", "Sources", { anonymity: { terms: "", reason: "fear for their jobs" } }),
      ),
    ],
    fixes: 1,
  },
  "outlet-uncredited": {
    wrong: [
      [
        markedArticle(
          "{s:cue|Said} {c:claim|it was over}, {v:source|the Times} wrote.",
          card({ cue: "s", claim: "c", fields: { ...defaultFields, channel: "other-media" } }),
        ),
        "it was over",
      ],
    ],
    right: [
      markedArticle("{o:source|The Times} {s:cue|said} {c:claim|so}.", {
        entities: [entity("e", "The Times", { type: "outlet" })],
        points: { o: "e" },
        cards: {
          k: { voice: ["o"], cue: "s", claim: "c", fields: { ...defaultFields, channel: "other-media" } },
        },
      }),
    ],
    fixes: 1,
  },
  "declined-yet-quoted": {
    wrong: [
      [
        markedArticle(
          "{o:speaker|An official} {s:cue|said} {c:claim|so}. {o|The official} {t:cue|declined} {d:claim|to comment}.",
          {
            ...quotedBy("described", "An official"),
            cards: {
              k: { voice: ["o"], cue: "s", claim: "c" },
              l: { voice: ["o"], cue: "t", claim: "d", fields: withholding },
            },
          },
        ),
        "to comment",
      ],
    ],
    right: [
      markedArticle("{o:speaker|Orban} {t:cue|declined} {d:claim|to comment}.", {
        ...quotedBy("described", "An official"),
        cards: { l: { voice: ["o"], cue: "t", claim: "d", fields: withholding } },
      }),
    ],
    fixes: 0,
  },
  "claim-full-stop": {
    wrong: [[markedArticle("He said {c:claim|it was over.} Then he left."), "."]],
    right: [
      markedArticle("He said {c:claim|it was over}."),
      markedArticle("He said {c:claim|“it was over.”}"),
      markedArticle("He said {c:claim|it was the U.S.} again"),
    ],
    fixes: 1,
  },
  "claim-lacks-that": {
    wrong: [
      [
        markedArticle(
          "He {s:cue|told} the paper that {c:claim|it was over}.",
          card({ cue: "s", claim: "c" }),
        ),
        "that",
      ],
      [markedArticle("He {s:cue|agreed} to {c:claim|leave}.", card({ cue: "s", claim: "c" })), "to"],
      [
        markedArticle(
          "Krug {s:cue|sagte} der Zeitung, dass {c:claim|es aus sei}.",
          card({ cue: "s", claim: "c" }),
        ),
        "dass",
      ],
      [
        markedArticle(
          "Le maire {s:cue|a dit} hier que {c:claim|le pont est fermé}.",
          card({ cue: "s", claim: "c" }),
        ),
        "que",
      ],
    ],
    right: [
      markedArticle("He {s:cue|said} {c:claim|that it was over}.", card({ cue: "s", claim: "c" })),
      markedArticle("He {s:cue|said}. The bridge that {c:claim|he built}.", card({ cue: "s", claim: "c" })),
      markedArticle("He {s:cue|talked} all evening to {c:claim|them}.", card({ cue: "s", claim: "c" })),
      markedArticle("Krug {s:cue|sagte}, {c:claim|dass es aus ist}.", card({ cue: "s", claim: "c" })),
    ],
    fixes: 1,
  },
  "claim-lacks-marks": {
    wrong: [[markedArticle("“{c:claim|It is over},” he said."), "“It is over,”"]],
    right: [
      markedArticle("{c:claim|“It is over,”} he said."),
      markedArticle("“It is {c:claim|over},” he said."),
      markedArticle("“{c:claim|It is over},” he {s:cue|said}.", {
        cards: { k: { cue: "s", claim: "c", within: "m" }, m: { cue: "s" } },
      }),
    ],
    fixes: 1,
  },
  "cue-with-that": {
    wrong: [
      [markedArticle("He {s:cue|said that} it was over."), " that"],
      [markedArticle("Der Rat {s:cue|sagte, dass} es aus ist."), ", dass"],
    ],
    right: [markedArticle("He {s:cue|said} that it was over."), markedArticle("He said {s:cue|that}.")],
    fixes: 1,
  },
  "cue-with-time": {
    wrong: [
      [markedArticle("He {s:cue|said on Tuesday} that it was over."), " on Tuesday"],
      [markedArticle("He {s:cue|last week said} that it was over."), "last week "],
      [markedArticle("Der Rat {s:cue|sagte am Montagabend}, dass es aus ist."), " am Montagabend"],
    ],
    right: [markedArticle("He {s:cue|said} on Tuesday."), markedArticle("{s:cue|Yesterday} was over.")],
    fixes: 1,
  },
};
