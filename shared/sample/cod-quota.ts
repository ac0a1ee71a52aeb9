// The second sample article: a quarrel over fishing. What people want, decide and believe, a poll, a post, reports without
// a named origin, a question, and somebody who will not say.
import type { Who } from "./cast.ts";
import { type SampleSource, source, speaker, type Tagging } from "./tag-article.ts";

export const codQuotaText = `Fishers and ministry at odds over cod quota

By Ruth Adeyemi
Updated Nov. 3, 2025

VELDT, Norrland (CPA) — The fisheries ministry has decided to cut next year’s cod quota by a third, according to a draft of the decree.

Minister Johan Aalto wants the cut to take effect in March. “It hurts, and I know it,” he said in an interview on Sunday.

Scientists at the Marine Institute believe that the stock is close to collapse. The ministry had known of their figures since June, several newspapers reported.

Some 240 boats fish for cod out of Veldt and the villages north of it, fewer than half of the number that did so at the turn of the century. The smallest of them bring home barely enough to pay for their fuel.

The union disputes the figures, saying the survey “missed half of the bay.” “Nobody asked us,” Mara Venn, who heads it, wrote on Skiff.

Harbour inspectors say that last year’s quota was emptied by the “ghost fleet”, as boats that fish without papers are known along the coast.

“Who will pay the crews?” asked one skipper on the quay.

A poll by Fathom Research last month found that 61 percent of voters would accept a smaller catch.

The minister may yet give way if parliament objects, suggested two people close to the talks, who asked not to be named because the talks are private. Aalto declined to say whether boats would be scrapped.

CPA is a cooperative of coastal newspapers.
`;

const decision =
  "The fisheries ministry has decided to cut next year’s cod quota by a third, according to a draft of the decree";
const dispute = "The union disputes the figures, saying the survey “missed half of the bay.”";

const tagging: Tagging<Who> = {
  cards: [
    {
      name: "the draft",
      passage: decision,
      voice: [source("a draft of the decree", "draft")],
      cue: "according to",
      claim: ["The fisheries ministry has decided to cut next year’s cod quota by a third"],
      fields: { act: "show", channel: "document", claimType: "fact", checkWorthy: "yes" },
    },
    {
      passage: decision,
      within: "the draft",
      voice: [speaker("The fisheries ministry", "ministry")],
      cue: "has decided",
      claim: ["to cut next year’s cod quota by a third"],
      fields: { act: "decide", claimType: "plan" },
    },
    {
      passage: "Minister Johan Aalto wants the cut to take effect in March",
      voice: [speaker("Minister Johan Aalto", "aalto")],
      cue: "wants",
      claim: ["the cut to take effect in March"],
      fields: { act: "want", claimType: "plan" },
    },
    {
      passage: "“It hurts, and I know it,” he said in an interview on Sunday",
      voice: [speaker("he", "aalto")],
      cue: "said",
      claim: ["“It hurts, and I know it,”"],
      fields: { channel: "interview", claimType: "opinion", checkWorthy: "no" },
    },
    {
      passage: "Scientists at the Marine Institute believe that the stock is close to collapse",
      voice: [speaker("Scientists at the Marine Institute", "scientists")],
      cue: "believe",
      claim: ["that the stock is close to collapse"],
      fields: { act: "believe", claimType: "fact", checkWorthy: "yes" },
    },
    {
      passage: "The ministry had known of their figures since June, several newspapers reported",
      voice: [source("several newspapers", "newspapers")],
      cue: "reported",
      claim: ["The ministry had known of their figures since June"],
      about: ["ministry"],
      fields: { channel: "press-report" },
      note: "Which newspapers?",
      flags: ["discuss"],
    },
    {
      passage: dispute,
      voice: [speaker("The union", "union")],
      cue: "disputes",
      claim: ["the figures"],
      fields: { polarity: "denies" },
    },
    {
      passage: dispute,
      voice: [speaker("The union", "union")],
      cue: "saying",
      claim: ["the survey “missed half of the bay.”"],
      about: ["scientists"],
      fields: { claimType: "fact", checkWorthy: "minor" },
    },
    {
      passage: "“Nobody asked us,” Mara Venn, who heads it, wrote on Skiff",
      voice: [speaker("Mara Venn", "venn")],
      cue: "wrote",
      claim: ["“Nobody asked us,”"],
      via: [{ mention: source("Skiff", "skiff"), role: "published-in" }],
      fields: { channel: "post" },
    },
    {
      passage: "Harbour inspectors say that last year’s quota was emptied by the “ghost fleet”, as boats",
      voice: [speaker("Harbour inspectors", "inspectors")],
      cue: "say",
      claim: ["that last year’s quota was emptied by the “ghost fleet”"],
      kind: "indirect",
      note: "The marks are around a name, not around the inspectors’ words.",
    },
    {
      passage: "“Who will pay the crews?” asked one skipper on the quay",
      voice: [speaker("one skipper on the quay", "skipper")],
      cue: "asked",
      claim: ["“Who will pay the crews?”"],
      fields: { claimType: "question" },
    },
    {
      passage:
        "A poll by Fathom Research last month found that 61 percent of voters would accept a smaller catch",
      voice: [source("A poll by Fathom Research", "poll")],
      cue: "found",
      claim: ["that 61 percent of voters would accept a smaller catch"],
      fields: { act: "show", channel: "document", claimType: "fact", checkWorthy: "yes" },
    },
    {
      passage: "The minister may yet give way if parliament objects, suggested two people close to the talks",
      voice: [speaker("two people close to the talks", "insiders")],
      cue: "suggested",
      claim: ["The minister may yet give way if parliament objects"],
      about: ["aalto"],
      fields: { hedged: true, claimType: "prediction" },
    },
    {
      passage: "Aalto declined to say whether boats would be scrapped",
      voice: [speaker("Aalto", "aalto")],
      cue: "declined to say",
      claim: ["whether boats would be scrapped"],
      fields: { polarity: "withholds" },
    },
  ],
  exclusions: [
    { words: "CPA is a cooperative of coastal newspapers.", reason: "Boilerplate of the agency." },
  ],
};

export const codQuota: SampleSource<Who> = {
  fileName: "cod-quota.txt",
  tags: ["fishing"],
  text: codQuotaText,
  tagging,
};
