// The first sample article: a town closes its bridge. Direct, indirect and mixed claims, a source chain, a nested voice,
// a denial, and somebody who does not answer.
import type { Who } from "./cast.ts";
import { type SampleSource, source, speaker, type Tagging } from "./tag-article.ts";

const harbourBridgeText = `Harbour bridge to close for a year

By Lena Marsh and Tomas Okafor, The Ellery Courier
Published 14 October 2025

The Kestrel Bridge seen from the fish market on Monday. (Ines Vidal/Ellery Courier)

PORT ELLERY — The harbour bridge will close for at least a year from January, Mayor Ana Ruiz said on Tuesday, after an inspection report showed that two of its four main cables were badly worn.

“We cannot wait for the spring,” Ruiz told reporters at a briefing. “People cross this bridge every day, and they have a right to know that it will hold.”

She insisted that the closure was “the last thing anyone wanted” but conceded that the council had looked away for too long.

“The money is there,” said Tobias Lindqvist, the city’s chief engineer, “but the steel is not.”

In a speech to the council on Monday evening, Lindqvist put it more bluntly: “These cables were made to last for forty years.

“They have been up there for fifty-one.”

Lindqvist said the makers of the cables had warned the city in 2019 that moisture was getting in. Norrland Wire, which made them, denied in a statement that its warning had come too late.

A senior city official told Radio Ellery last week that the bill could pass 40 million crowns, a figure first reported by the Lowland Post. The official was speaking on condition of anonymity because the estimate was not final. The work is expected to take fourteen months.

Shopkeepers on the north bank fear that they will lose the summer trade, as they wrote in an open letter. Trade on the bank has fallen every year since the tram was moved.

The port authority did not respond to a request for comment.

The Ellery Courier welcomes letters from its readers. Sign up for our morning newsletter.
`;

const openingPassage =
  "The harbour bridge will close for at least a year from January, Mayor Ana Ruiz said on Tuesday, after an inspection report showed that two of its four main cables were badly worn";
const insistence =
  "She insisted that the closure was “the last thing anyone wanted” but conceded that the council had looked away for too long";
const warning =
  "Lindqvist said the makers of the cables had warned the city in 2019 that moisture was getting in";

const tagging: Tagging<Who> = {
  cards: [
    {
      passage: openingPassage,
      voice: [speaker("Mayor Ana Ruiz", "ruiz")],
      cue: "said",
      claim: ["The harbour bridge will close for at least a year from January"],
      fields: { claimType: "plan" },
    },
    {
      passage: openingPassage,
      voice: [source("an inspection report", "inspection")],
      cue: "showed",
      claim: ["that two of its four main cables were badly worn"],
      fields: { act: "show", channel: "document", claimType: "fact", checkWorthy: "yes" },
    },
    {
      passage:
        "“We cannot wait for the spring,” Ruiz told reporters at a briefing. “People cross this bridge every day, and they have a right to know that it will hold.”",
      voice: [speaker("Ruiz", "ruiz")],
      cue: "told",
      claim: [
        "“We cannot wait for the spring,”",
        "“People cross this bridge every day, and they have a right to know that it will hold.”",
      ],
      fields: { channel: "briefing", claimType: "opinion", checkWorthy: "no" },
    },
    {
      passage: insistence,
      voice: [speaker("She", "ruiz")],
      cue: "insisted",
      claim: ["that the closure was “the last thing anyone wanted”"],
      fields: { claimType: "opinion" },
    },
    {
      passage: insistence,
      voice: [speaker("She", "ruiz")],
      cue: "conceded",
      claim: ["that the council had looked away for too long"],
      note: "One speaker with two cues: two cards that share her span.",
    },
    {
      passage:
        "“The money is there,” said Tobias Lindqvist, the city’s chief engineer, “but the steel is not.”",
      voice: [speaker("Tobias Lindqvist, the city’s chief engineer", "lindqvist")],
      cue: "said",
      claim: ["“The money is there,”", "“but the steel is not.”"],
    },
    {
      passage:
        "Lindqvist put it more bluntly: “These cables were made to last for forty years.\n\n“They have been up there for fifty-one.”",
      voice: [speaker("Lindqvist", "lindqvist")],
      cue: "put it",
      claim: ["“These cables were made to last for forty years.", "“They have been up there for fifty-one.”"],
      fields: { channel: "speech", claimType: "fact", checkWorthy: "minor" },
    },
    {
      name: "the engineer on the warning",
      passage: warning,
      voice: [speaker("Lindqvist", "lindqvist")],
      cue: "said",
      claim: ["the makers of the cables had warned the city in 2019 that moisture was getting in"],
      about: ["makers"],
    },
    {
      passage: warning,
      within: "the engineer on the warning",
      voice: [speaker("the makers of the cables", "makers")],
      cue: "had warned",
      claim: ["that moisture was getting in"],
      fields: { claimType: "fact", checkWorthy: "yes" },
    },
    {
      passage: "Norrland Wire, which made them, denied in a statement that its warning had come too late",
      voice: [speaker("Norrland Wire", "norrlandWire")],
      cue: "denied",
      claim: ["that its warning had come too late"],
      fields: { polarity: "denies", channel: "statement" },
    },
    {
      passage:
        "A senior city official told Radio Ellery last week that the bill could pass 40 million crowns, a figure first reported by the Lowland Post",
      voice: [speaker("A senior city official", "official")],
      cue: "told",
      claim: ["that the bill could pass 40 million crowns"],
      via: [
        { mention: source("Radio Ellery", "radioEllery"), role: "told-to" },
        { mention: source("the Lowland Post", "lowlandPost"), role: "first-reported-by" },
      ],
      fields: { channel: "other-media", claimType: "prediction", checkWorthy: "yes" },
    },
    {
      passage: "The work is expected to take fourteen months",
      cue: "is expected",
      claim: ["to take fourteen months"],
      fields: { act: "believe", hedged: true, claimType: "prediction" },
      note: "Nobody is named as expecting it, so there is no voice.",
    },
    {
      passage:
        "Shopkeepers on the north bank fear that they will lose the summer trade, as they wrote in an open letter",
      voice: [speaker("Shopkeepers on the north bank", "shopkeepers")],
      cue: "fear",
      claim: ["that they will lose the summer trade"],
      via: [{ mention: source("an open letter", "letter"), role: "published-in" }],
      fields: { act: "believe", channel: "document", claimType: "prediction" },
    },
    {
      passage: "The port authority did not respond to a request for comment",
      voice: [speaker("The port authority", "portAuthority")],
      cue: "did not respond to",
      claim: ["a request for comment"],
      fields: { polarity: "withholds", channel: "no-comment" },
    },
  ],
  exclusions: [
    {
      words: "The Ellery Courier welcomes letters from its readers. Sign up for our morning newsletter.",
      reason: "Boilerplate of the outlet.",
    },
  ],
};

export const harbourBridge: SampleSource<Who> = {
  fileName: "harbour-bridge.txt",
  tags: ["bridge"],
  text: harbourBridgeText,
  tagging,
};
