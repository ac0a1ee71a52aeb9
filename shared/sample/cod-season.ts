// Five short articles that follow the quarrel over the cod quota to its end, in two outlets, one of which prints what an agency wrote: the
// same words count once or twice, as one asks. They give the views of insight something to show.
import type { Who } from "./cast.ts";
import { type SampleSource, source, speaker } from "./tag-article.ts";

const protest: SampleSource<Who> = {
  fileName: "cod-protest.txt",
  tags: ["fishing"],
  text: `Sixty boats block Veldt harbour over quota

By Signe Dahl, Norrland Gazette
Published 7 November 2025

VELDT — Sixty boats lay across the harbour mouth on Thursday, and Mara Venn, the head of the fishers’ union, vowed that they would stay until the minister came.

“We are not the ghost fleet,” Venn said. “We have papers, and we have children.”

Johan Aalto condemned the blockade as unlawful. He offered talks in the capital.

“I am not driving to the capital to be told no,” said Olle Berg, who owns one of the boats.

A spokeswoman for the police, Karin Lund, said that no one had been arrested.
`,
  tagging: {
    cards: [
      {
        passage:
          "Sixty boats lay across the harbour mouth on Thursday, and Mara Venn, the head of the fishers’ union, vowed that they would stay until the minister came",
        voice: [speaker("Mara Venn", "venn")],
        cue: "vowed",
        claim: ["that they would stay until the minister came"],
        fields: { claimType: "plan" },
      },
      {
        passage: "“We are not the ghost fleet,” Venn said. “We have papers, and we have children.”",
        voice: [speaker("Venn", "venn")],
        cue: "said",
        claim: ["“We are not the ghost fleet,”", "“We have papers, and we have children.”"],
        fields: { polarity: "denies", claimType: "fact" },
      },
      {
        passage: "Johan Aalto condemned the blockade as unlawful",
        voice: [speaker("Johan Aalto", "aalto")],
        cue: "condemned",
        claim: ["the blockade as unlawful"],
        fields: { claimType: "opinion" },
      },
      {
        passage: "He offered talks in the capital",
        voice: [speaker("He", "aalto")],
        cue: "offered",
        claim: ["talks in the capital"],
        fields: { act: "want", claimType: "plan" },
      },
      {
        passage: "“I am not driving to the capital to be told no,” said Olle Berg, who owns one of the boats",
        voice: [speaker("Olle Berg", "berg")],
        cue: "said",
        claim: ["“I am not driving to the capital to be told no,”"],
        fields: { polarity: "denies", claimType: "plan" },
      },
      {
        passage: "A spokeswoman for the police, Karin Lund, said that no one had been arrested",
        voice: [speaker("A spokeswoman for the police, Karin Lund", "lund")],
        cue: "said",
        claim: ["that no one had been arrested"],
        fields: { claimType: "fact", checkWorthy: "minor" },
      },
    ],
    exclusions: [],
  },
};

const survey: SampleSource<Who> = {
  fileName: "cod-survey.txt",
  tags: ["fishing", "science"],
  text: `Survey missed the inner bay, its authors say

By Signe Dahl, Norrland Gazette
Published 12 November 2025

VELDT — Scientists at the Marine Institute have conceded that their survey of the cod stock left out the inner bay.

“The ice was too thick for our ship,” said Hanna Kivi, who led the survey. She maintained that the stock was close to collapse all the same.

The union demanded a new count. “Half a bay is half an answer,” Mara Venn wrote on Skiff.

One skipper, who asked not to be named because he fears for his licence, said that he had thrown back more cod this year than ever.

The fisheries ministry did not reply to questions.
`,
  tagging: {
    cards: [
      {
        passage:
          "Scientists at the Marine Institute have conceded that their survey of the cod stock left out the inner bay",
        voice: [speaker("Scientists at the Marine Institute", "scientists")],
        cue: "have conceded",
        claim: ["that their survey of the cod stock left out the inner bay"],
        fields: { claimType: "fact" },
      },
      {
        passage: "“The ice was too thick for our ship,” said Hanna Kivi, who led the survey",
        voice: [speaker("Hanna Kivi", "kivi")],
        cue: "said",
        claim: ["“The ice was too thick for our ship,”"],
        fields: { claimType: "fact" },
      },
      {
        passage: "She maintained that the stock was close to collapse all the same",
        voice: [speaker("She", "kivi")],
        cue: "maintained",
        claim: ["that the stock was close to collapse all the same"],
        fields: { claimType: "fact", checkWorthy: "yes" },
      },
      {
        passage: "The union demanded a new count",
        voice: [speaker("The union", "union")],
        cue: "demanded",
        claim: ["a new count"],
        fields: { act: "want", claimType: "plan" },
      },
      {
        passage: "“Half a bay is half an answer,” Mara Venn wrote on Skiff",
        voice: [speaker("Mara Venn", "venn")],
        cue: "wrote",
        claim: ["“Half a bay is half an answer,”"],
        about: ["scientists"],
        via: [{ mention: source("Skiff", "skiff"), role: "published-in" }],
        fields: { channel: "post", claimType: "opinion" },
      },
      {
        passage:
          "One skipper, who asked not to be named because he fears for his licence, said that he had thrown back more cod this year than ever",
        voice: [speaker("One skipper", "licenceSkipper")],
        cue: "said",
        claim: ["that he had thrown back more cod this year than ever"],
        fields: { claimType: "fact" },
      },
      {
        passage: "The fisheries ministry did not reply to questions",
        voice: [speaker("The fisheries ministry", "ministry")],
        cue: "did not reply to",
        claim: ["questions"],
        fields: { polarity: "withholds", channel: "no-comment" },
      },
    ],
    exclusions: [],
  },
};

const agencyWords = `VELDT, Norrland (CPA) — The fisheries minister, Johan Aalto, will meet the fishers in Veldt on Monday, his ministry announced on Thursday.

“I will listen, and then I will decide,” Aalto said in a speech to parliament.

Mara Venn called the visit “late, but welcome”.

The cut cannot be put off, according to Hanna Kivi of the Marine Institute.

CPA is a cooperative of coastal newspapers.
`;

const agencyTagging: SampleSource<Who>["tagging"] = {
  cards: [
    {
      passage:
        "The fisheries minister, Johan Aalto, will meet the fishers in Veldt on Monday, his ministry announced on Thursday",
      voice: [speaker("his ministry", "ministry")],
      cue: "announced",
      claim: ["The fisheries minister, Johan Aalto, will meet the fishers in Veldt on Monday"],
      fields: { claimType: "plan" },
    },
    {
      passage: "“I will listen, and then I will decide,” Aalto said in a speech to parliament",
      voice: [speaker("Aalto", "aalto")],
      cue: "said",
      claim: ["“I will listen, and then I will decide,”"],
      fields: { channel: "speech", claimType: "plan" },
    },
    {
      passage: "Mara Venn called the visit “late, but welcome”",
      voice: [speaker("Mara Venn", "venn")],
      cue: "called",
      claim: ["the visit “late, but welcome”"],
      about: ["aalto", "ministry"],
      fields: { claimType: "opinion" },
    },
    {
      passage: "The cut cannot be put off, according to Hanna Kivi of the Marine Institute",
      voice: [speaker("Hanna Kivi of the Marine Institute", "kivi")],
      cue: "according to",
      claim: ["The cut cannot be put off"],
      fields: { claimType: "opinion", checkWorthy: "yes" },
    },
  ],
  exclusions: [
    { words: "CPA is a cooperative of coastal newspapers.", reason: "Boilerplate of the agency." },
  ],
};

const visit: SampleSource<Who> = {
  fileName: "cod-visit.txt",
  tags: ["fishing", "agency copy"],
  text: `Minister to meet fishers in Veldt

Norrland Gazette
Published 14 November 2025

${agencyWords}`,
  tagging: agencyTagging,
};

const visitAgain: SampleSource<Who> = {
  fileName: "cod-visit-lowland.txt",
  tags: ["fishing", "agency copy"],
  text: `Minister to face the fishers

Lowland Post
Published 14 November 2025

${agencyWords}`,
  tagging: agencyTagging,
};

const agreement: SampleSource<Who> = {
  fileName: "cod-agreement.txt",
  tags: ["fishing", "money"],
  text: `Quota cut halved after night of talks

By Signe Dahl, Norrland Gazette
Published 25 November 2025

VELDT — The cod quota will fall by a sixth and not by a third, Johan Aalto said after a night of talks.

“It is late, and it will hold,” he told reporters at dawn.

Mara Venn thanked the minister. She doubts that the crews of the smallest boats will be paid.

Two people close to the talks said that eleven million crowns had been set aside, and asked not to be named because the sum is not final. A spokesman for the ministry, Pekka Niemi, would neither confirm nor deny the sum.

The Marine Institute warned that the stock would not recover before 2032.

“I will believe in the money when it floats,” said Olle Berg.
`,
  tagging: {
    cards: [
      {
        passage:
          "The cod quota will fall by a sixth and not by a third, Johan Aalto said after a night of talks",
        voice: [speaker("Johan Aalto", "aalto")],
        cue: "said",
        claim: ["The cod quota will fall by a sixth and not by a third"],
        fields: { claimType: "plan", checkWorthy: "yes" },
      },
      {
        passage: "“It is late, and it will hold,” he told reporters at dawn",
        voice: [speaker("he", "aalto")],
        cue: "told",
        claim: ["“It is late, and it will hold,”"],
        fields: { channel: "briefing", claimType: "opinion" },
      },
      {
        passage: "She doubts that the crews of the smallest boats will be paid",
        voice: [speaker("She", "venn")],
        cue: "doubts",
        claim: ["that the crews of the smallest boats will be paid"],
        fields: { polarity: "denies", act: "believe", claimType: "prediction" },
      },
      {
        passage:
          "Two people close to the talks said that eleven million crowns had been set aside, and asked not to be named because the sum is not final",
        voice: [speaker("Two people close to the talks", "sumInsiders")],
        cue: "said",
        claim: ["that eleven million crowns had been set aside"],
        about: ["ministry"],
        fields: { claimType: "fact", checkWorthy: "yes" },
      },
      {
        passage: "A spokesman for the ministry, Pekka Niemi, would neither confirm nor deny the sum",
        voice: [speaker("A spokesman for the ministry, Pekka Niemi", "niemi")],
        cue: "would neither confirm nor deny",
        claim: ["the sum"],
        fields: { polarity: "withholds" },
      },
      {
        passage: "The Marine Institute warned that the stock would not recover before 2032",
        voice: [speaker("The Marine Institute", "marineInstitute")],
        cue: "warned",
        claim: ["that the stock would not recover before 2032"],
        fields: { claimType: "prediction", checkWorthy: "yes" },
      },
      {
        passage: "“I will believe in the money when it floats,” said Olle Berg",
        voice: [speaker("Olle Berg", "berg")],
        cue: "said",
        claim: ["“I will believe in the money when it floats,”"],
        fields: { claimType: "opinion" },
      },
    ],
    exclusions: [],
  },
};

/** In the order of their dates. */
export const codSeason: readonly SampleSource<Who>[] = [protest, survey, visit, visitAgain, agreement];
