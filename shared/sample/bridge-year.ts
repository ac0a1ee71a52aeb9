// Five short articles that follow the closed bridge in two outlets: who gets to speak about it, who goes unnamed, and how
// one figure grows. They give the views of insight something to show.
import type { Who } from "./cast.ts";
import { type SampleSource, source, speaker } from "./tag-article.ts";

const steel: SampleSource<Who> = {
  fileName: "bridge-steel.txt",
  tags: ["bridge"],
  text: `Steel for bridge may not come before June

By Lena Marsh, The Ellery Courier
Published 17 October 2025

PORT ELLERY — Steel for the Kestrel Bridge may not arrive before June, Tobias Lindqvist, the city’s chief engineer, told the council on Thursday.

“Every mill that we called is full,” Lindqvist said.

Norrland Wire said in a statement that it could deliver by April if the order came this month. “We have kept a furnace free,” said Petra Holm, who heads its sales.

Mayor Ana Ruiz denied that the city had waited too long.

A rushed order would cost a fifth more, according to the inspection report.
`,
  tagging: {
    cards: [
      {
        passage:
          "Steel for the Kestrel Bridge may not arrive before June, Tobias Lindqvist, the city’s chief engineer, told the council on Thursday",
        voice: [speaker("Tobias Lindqvist", "lindqvist")],
        cue: "told",
        claim: ["Steel for the Kestrel Bridge may not arrive before June"],
        fields: { channel: "speech", claimType: "prediction", hedged: true },
      },
      {
        passage: "“Every mill that we called is full,” Lindqvist said",
        voice: [speaker("Lindqvist", "lindqvist")],
        cue: "said",
        claim: ["“Every mill that we called is full,”"],
        fields: { channel: "speech", claimType: "fact", checkWorthy: "yes" },
      },
      {
        passage:
          "Norrland Wire said in a statement that it could deliver by April if the order came this month",
        voice: [speaker("Norrland Wire", "norrlandWire")],
        cue: "said",
        claim: ["that it could deliver by April if the order came this month"],
        fields: { channel: "statement", claimType: "prediction" },
      },
      {
        passage: "“We have kept a furnace free,” said Petra Holm, who heads its sales",
        voice: [speaker("Petra Holm", "holm")],
        cue: "said",
        claim: ["“We have kept a furnace free,”"],
        fields: { claimType: "fact" },
      },
      {
        passage: "Mayor Ana Ruiz denied that the city had waited too long",
        voice: [speaker("Mayor Ana Ruiz", "ruiz")],
        cue: "denied",
        claim: ["that the city had waited too long"],
        fields: { polarity: "denies" },
      },
      {
        passage: "A rushed order would cost a fifth more, according to the inspection report",
        voice: [source("the inspection report", "inspection")],
        cue: "according to",
        claim: ["A rushed order would cost a fifth more"],
        fields: { act: "show", channel: "document", claimType: "prediction" },
      },
    ],
    exclusions: [],
  },
};

const ferry: SampleSource<Who> = {
  fileName: "bridge-ferry.txt",
  tags: ["bridge"],
  text: `No bridge for a year, but a ferry

By Daan Visser, Lowland Post
Published 21 October 2025

A free ferry will cross the harbour every twenty minutes while the bridge is closed, Mayor Ana Ruiz said on Monday.

“Nobody should lose a job over this,” she told the Lowland Post.

Shopkeepers doubt that a ferry will bring them customers. “People do not carry shopping onto a boat,” said Greta Moll, who sells lamps on the north bank.

The Ellery Port Authority declined to comment on where the ferry would land. Two of its employees, who asked not to be named because they were not allowed to speak, said that no berth had been chosen.
`,
  tagging: {
    cards: [
      {
        passage:
          "A free ferry will cross the harbour every twenty minutes while the bridge is closed, Mayor Ana Ruiz said on Monday",
        voice: [speaker("Mayor Ana Ruiz", "ruiz")],
        cue: "said",
        claim: ["A free ferry will cross the harbour every twenty minutes while the bridge is closed"],
        fields: { claimType: "plan", checkWorthy: "minor" },
      },
      {
        passage: "“Nobody should lose a job over this,” she told the Lowland Post",
        voice: [speaker("she", "ruiz")],
        cue: "told",
        claim: ["“Nobody should lose a job over this,”"],
        via: [{ mention: source("the Lowland Post", "lowlandPost"), role: "told-to" }],
        fields: { channel: "interview", claimType: "opinion" },
      },
      {
        passage: "Shopkeepers doubt that a ferry will bring them customers",
        voice: [speaker("Shopkeepers", "shopkeepers")],
        cue: "doubt",
        claim: ["that a ferry will bring them customers"],
        fields: { polarity: "denies", act: "believe", claimType: "prediction" },
      },
      {
        passage:
          "“People do not carry shopping onto a boat,” said Greta Moll, who sells lamps on the north bank",
        voice: [speaker("Greta Moll", "moll")],
        cue: "said",
        claim: ["“People do not carry shopping onto a boat,”"],
        fields: { claimType: "opinion" },
      },
      {
        passage: "The Ellery Port Authority declined to comment on where the ferry would land",
        voice: [speaker("The Ellery Port Authority", "portAuthority")],
        cue: "declined to comment",
        claim: ["on where the ferry would land"],
        fields: { polarity: "withholds", channel: "no-comment" },
      },
      {
        passage:
          "Two of its employees, who asked not to be named because they were not allowed to speak, said that no berth had been chosen",
        voice: [speaker("Two of its employees", "employees")],
        cue: "said",
        claim: ["that no berth had been chosen"],
        fields: { claimType: "fact", checkWorthy: "yes" },
      },
    ],
    exclusions: [],
  },
};

const bill: SampleSource<Who> = {
  fileName: "bridge-bill.txt",
  tags: ["bridge", "money"],
  text: `Repairs could cost 52 million, papers show

By Daan Visser, Lowland Post
Published 29 October 2025

Repairing the Kestrel Bridge could cost 52 million crowns, twelve million more than the city expected, budget papers seen by the Lowland Post show.

A senior city official confirmed the figure. “It will not be the last one,” the official said, speaking on condition of anonymity because the estimate was not final.

A person close to the council said the mayor had known the figure for a week.

Ruiz did not answer questions about the papers. “We will publish a number when it is a number,” her spokesman, Emil Sand, said.
`,
  tagging: {
    cards: [
      {
        passage:
          "Repairing the Kestrel Bridge could cost 52 million crowns, twelve million more than the city expected, budget papers seen by the Lowland Post show",
        voice: [source("budget papers seen by the Lowland Post", "budgetPapers")],
        cue: "show",
        claim: [
          "Repairing the Kestrel Bridge could cost 52 million crowns, twelve million more than the city expected",
        ],
        fields: { act: "show", channel: "document", claimType: "prediction", checkWorthy: "yes" },
      },
      {
        passage: "A senior city official confirmed the figure",
        voice: [speaker("A senior city official", "official")],
        cue: "confirmed",
        claim: ["the figure"],
        fields: { claimType: "fact" },
      },
      {
        passage: "“It will not be the last one,” the official said, speaking",
        voice: [speaker("the official", "official")],
        cue: "said",
        claim: ["“It will not be the last one,”"],
        fields: { claimType: "prediction" },
      },
      {
        passage: "A person close to the council said the mayor had known the figure for a week",
        voice: [speaker("A person close to the council", "councilInsider")],
        cue: "said",
        claim: ["the mayor had known the figure for a week"],
        about: ["ruiz"],
        fields: { claimType: "fact", checkWorthy: "yes" },
        note: "No reason is given for the missing name.",
      },
      {
        passage: "Ruiz did not answer questions about the papers",
        voice: [speaker("Ruiz", "ruiz")],
        cue: "did not answer",
        claim: ["questions about the papers"],
        fields: { polarity: "withholds", channel: "no-comment" },
      },
      {
        passage: "“We will publish a number when it is a number,” her spokesman, Emil Sand, said",
        voice: [speaker("Emil Sand", "sand")],
        cue: "said",
        claim: ["“We will publish a number when it is a number,”"],
        fields: { claimType: "plan" },
      },
    ],
    exclusions: [],
  },
};

const northBank: SampleSource<Who> = {
  fileName: "bridge-north-bank.txt",
  tags: ["bridge"],
  text: `North bank counts its customers

By Tomas Okafor, The Ellery Courier
Published 6 November 2025

PORT ELLERY — Trade on the north bank has halved since the closure was announced, Greta Moll, who speaks for the shopkeepers, said on Wednesday.

“They think that we have closed already,” Moll told reporters.

Tobias Lindqvist promised that the footpath would stay open until March. He insisted that it was safe “for people, not for lorries”.

Ines Prado, the harbour master, said the footpath should be shut at once.

The mayor believes that both can be had, Emil Sand, her spokesman, said.
`,
  tagging: {
    cards: [
      {
        passage:
          "Trade on the north bank has halved since the closure was announced, Greta Moll, who speaks for the shopkeepers, said on Wednesday",
        voice: [speaker("Greta Moll", "moll")],
        cue: "said",
        claim: ["Trade on the north bank has halved since the closure was announced"],
        fields: { claimType: "fact", checkWorthy: "yes" },
      },
      {
        passage: "“They think that we have closed already,” Moll told reporters",
        voice: [speaker("Moll", "moll")],
        cue: "told",
        claim: ["“They think that we have closed already,”"],
        fields: { channel: "briefing", claimType: "opinion" },
      },
      {
        passage: "Tobias Lindqvist promised that the footpath would stay open until March",
        voice: [speaker("Tobias Lindqvist", "lindqvist")],
        cue: "promised",
        claim: ["that the footpath would stay open until March"],
        fields: { claimType: "plan" },
      },
      {
        passage: "He insisted that it was safe “for people, not for lorries”",
        voice: [speaker("He", "lindqvist")],
        cue: "insisted",
        claim: ["that it was safe “for people, not for lorries”"],
        fields: { claimType: "opinion", checkWorthy: "yes" },
      },
      {
        passage: "Ines Prado, the harbour master, said the footpath should be shut at once",
        voice: [speaker("Ines Prado", "prado")],
        cue: "said",
        claim: ["the footpath should be shut at once"],
        fields: { act: "want", claimType: "opinion" },
      },
      {
        name: "the spokesman",
        passage: "The mayor believes that both can be had, Emil Sand, her spokesman, said",
        voice: [speaker("Emil Sand", "sand")],
        cue: "said",
        claim: ["The mayor believes that both can be had"],
        fields: { claimType: "opinion" },
      },
      {
        passage: "The mayor believes that both can be had, Emil Sand",
        within: "the spokesman",
        voice: [speaker("The mayor", "ruiz")],
        cue: "believes",
        claim: ["that both can be had"],
        fields: { act: "believe", claimType: "opinion" },
      },
    ],
    exclusions: [],
  },
};

const inquiry: SampleSource<Who> = {
  fileName: "bridge-inquiry.txt",
  tags: ["bridge"],
  text: `Who read the old warning? Council asks

By Lena Marsh and Tomas Okafor, The Ellery Courier
Published 19 November 2025

PORT ELLERY — Nobody in the city’s works department remembers a letter from the makers of the cables, an internal review has found.

Norrland Wire disputes that. “We have the receipt,” Petra Holm told Radio Ellery on Tuesday.

Lindqvist said he had seen a copy of the letter in 2020. He did not say who gave it to him.

“I want to know who read it, and I want to know by Christmas,” Mayor Ana Ruiz said.

Ines Prado wondered why the bridge had not been closed then.
`,
  tagging: {
    cards: [
      {
        passage:
          "Nobody in the city’s works department remembers a letter from the makers of the cables, an internal review has found",
        voice: [source("an internal review", "review")],
        cue: "has found",
        claim: ["Nobody in the city’s works department remembers a letter from the makers of the cables"],
        fields: { act: "show", channel: "document", claimType: "fact", checkWorthy: "yes" },
      },
      {
        passage: "Norrland Wire disputes that",
        voice: [speaker("Norrland Wire", "norrlandWire")],
        cue: "disputes",
        claim: ["that"],
        fields: { polarity: "denies" },
      },
      {
        passage: "“We have the receipt,” Petra Holm told Radio Ellery on Tuesday",
        voice: [speaker("Petra Holm", "holm")],
        cue: "told",
        claim: ["“We have the receipt,”"],
        via: [{ mention: source("Radio Ellery", "radioEllery"), role: "told-to" }],
        fields: { channel: "other-media", claimType: "fact", checkWorthy: "yes" },
      },
      {
        passage: "Lindqvist said he had seen a copy of the letter in 2020",
        voice: [speaker("Lindqvist", "lindqvist")],
        cue: "said",
        claim: ["he had seen a copy of the letter in 2020"],
        fields: { claimType: "fact", checkWorthy: "yes" },
      },
      {
        passage: "He did not say who gave it to him",
        voice: [speaker("He", "lindqvist")],
        cue: "did not say",
        claim: ["who gave it to him"],
        fields: { polarity: "withholds" },
      },
      {
        passage: "“I want to know who read it, and I want to know by Christmas,” Mayor Ana Ruiz said",
        voice: [speaker("Mayor Ana Ruiz", "ruiz")],
        cue: "said",
        claim: ["“I want to know who read it, and I want to know by Christmas,”"],
        fields: { act: "want", claimType: "plan" },
      },
      {
        passage: "Ines Prado wondered why the bridge had not been closed then",
        voice: [speaker("Ines Prado", "prado")],
        cue: "wondered",
        claim: ["why the bridge had not been closed then"],
        fields: { claimType: "question" },
      },
    ],
    exclusions: [],
  },
};

/** In the order of their dates. */
export const bridgeYear: readonly SampleSource<Who>[] = [steel, ferry, bill, northBank, inquiry];
