// The tagset that Sayso ships: who speaks, by which words, what is claimed, where it comes from. Pure data; a project
// starts with a copy of it. The colours keep a contrast of 3:1 or more against their page and differ for colour-blind eyes.
import type { GuidelinePage, Tagset } from "../model/tagset.ts";
import type { Language } from "../words/language.ts";
import { newsGuidelineInGerman } from "./news-guideline-de.ts";

/** The guideline that Sayso ships with its tagset: the house rules of tagging, a page a subject, with examples. In the examples **bold** words are the ones to mark. A project that edits it keeps a copy of its own. */
export const newsGuideline: readonly GuidelinePage[] = [
  {
    id: "rules",
    title: "Ten rules",
    text: `Mark **who speaks**, **by which words**, **what is claimed** and **where it comes from**, then tie them into a card.

1. The cue is as short as it can be.
2. Time and place stay out of the cue; an outlet goes to *via*.
3. The title belongs to the name.
4. A relative clause belongs to the speaker only if it tells who is meant.
5. The pronoun is the mention, the entity is the answer.
6. *that* and *to* belong to the claim.
7. The quotation marks belong to the claim, the sentence's full stop does not.
8. One card a cue. A quotation that is resumed is one claim with two segments.
9. Actions and moods are not claims.
10. An inner voice gets an inner card; the quotation marks stay with the outer one.

A claim without a card is the article's own voice.`,
  },
  {
    id: "speaker",
    title: "Speaker",
    text: `Someone with a voice, however mentioned: a name with its title, a description, a pronoun.

- **Harbour master Ines Prado** said the bridge was safe.
- **She** added that the inspection had taken a week. *(The mention is “She”; the entity is Ines Prado.)*
- **Two people who attended the meeting** said so. *(The clause tells who is meant, so it belongs to the speaker.)*
- **Prado**, who took office in May, disagreed. *(The clause only adds something, so it stays out.)*

**Not a speaker:** somebody who is only talked about. In “Prado said the mayor was late” the mayor does not speak.

Point every speaker to an entity, pronouns too.`,
  },
  {
    id: "cue",
    title: "Cue",
    text: `The shortest words that say that something is said, thought, wanted or decided: the verb with its *not*, its auxiliaries and its particle.

- Prado **said** on Tuesday that … *(not “said on Tuesday”)*
- The council **has not decided** whether …
- **According to** the ministry, …
- The union **called for** a vote.
- He **would neither confirm nor deny** the plan. *(Polarity: withholds.)*

**Not a cue:** what somebody does without saying it. “Prado left the room” is an action; “Prado was furious” is a mood.

When two verbs share a claim (“said and repeated”), mark both as one cue with two segments.`,
  },
  {
    id: "claim",
    title: "Claim",
    text: `What is said, with *that* or *to*, with its quotation marks, without the sentence's full stop.

- Prado said **that the bridge was safe**.
- **“The bridge is safe,”** Prado said. *(The comma stands inside the quotation marks, so it stays.)*
- **“The bridge,”** she said, **“is safe”**. *(One claim, two segments.)*
- The mayor wants **to close the harbour**.
- Prado called the report **“a bad joke”**. *(Mixed and short claims count.)*

**Not a claim:** a quoted name that nobody says, such as the title of a film.

If an inner voice speaks within a claim, mark the inner claim, too, and give it a card of its own *within* the outer one.`,
  },
  {
    id: "source",
    title: "Source",
    text: `Where the words come from if that is not the voice itself: an outlet, a post, a document, a poll, “reports”.

- Prado told **the Harbour Gazette** that … *(via, told to)*
- In **a letter to the council**, Prado wrote … *(via, published in)*
- The plan was first reported by **Radio Delta**. *(via, first reported by)*
- **A survey by the port authority** shows … *(the voice is the document; act: show)*

A source can be the voice if nobody stands behind it who is named: “**Reports** say that …”.`,
  },
  {
    id: "card",
    title: "The card",
    text: `A card ties one cue and one claim to those who stand behind them.

- **Voice**: speakers or sources; none if nobody is named (“It was said that …”).
- **Cue** and **claim**: one each. A card needs a claim, and a voice or a cue.
- **Via**: what the words came through, each with its role.
- **Within**: the card of the outer voice. In “Prado said the mayor had agreed to leave” the mayor's card lies within Prado's.

One source with two cues makes two cards: “Prado **praised** the crew and **said** work would go on.”`,
  },
  {
    id: "polarity",
    title: "Polarity",
    text: `- **asserts**: the voice stands behind the claim.
- **denies**: it disputes it, plays it down or opposes it. The claim is what is denied: Prado denied **that the bridge was closed**.
- **withholds**: it declines, does not answer, or will neither confirm nor deny. The claim is what was asked, if the text says so.`,
  },
  {
    id: "act",
    title: "Act",
    text: `- **say**: spoken or written words.
- **believe**: thinks, expects, fears, doubts.
- **want**: asks, urges, hopes, plans.
- **decide**: orders, rules, agrees, promises.
- **show**: a document or figures speak: *a report shows*.`,
  },
  {
    id: "hedged",
    title: "Hedged",
    text: `The journalist or the cue softens the claim: *reportedly*, *apparently*, *is said to*, *suggested that*. A softening inside the claim (“it may rain”) is the speaker's own and is not marked here.`,
  },
  {
    id: "channel",
    title: "Channel",
    text: `By what way the words reached the public, if the article says so: an interview, another medium, a briefing, a statement, a post, a speech, a document, a press report. **No comment** for those who were asked and did not answer. Leave **unspecified** rather than guess.`,
  },
  {
    id: "anonymous",
    title: "Sources without a name",
    text: `- **named**: by a proper name, or an office only one can hold: *the harbour master*.
- **described**: *two officials of the port authority*.
- **anonymous**: *a source*, *people familiar with the matter*.

For a source without a name note on what terms it speaks and the reason that the article gives, with the words that give it: “**who was not allowed to speak in public**”. If the article gives none, a check will tell; that is a finding about the article, not a fault of yours: waive it with a reason.`,
  },
];

export const newsAttribution: Tagset = {
  id: "news-attribution",
  name: "News attribution",
  spanTypes: [
    {
      id: "speaker",
      name: "Speaker",
      description:
        "Someone with a voice, however mentioned: a name with its title, a description, a pronoun.",
      key: "1",
      form: "underline",
      colour: { light: "#0b66b5", dark: "#6cb6ff", highContrast: "#0000c8" },
      snap: "words",
      refersToEntity: true,
    },
    {
      id: "cue",
      name: "Cue",
      description: "The shortest words that say that something is said, thought, wanted or decided.",
      key: "2",
      form: "dotted",
      colour: { light: "#6b5f86", dark: "#b9aedb", highContrast: "#4b0082" },
      snap: "words",
      refersToEntity: false,
    },
    {
      id: "claim",
      name: "Claim",
      description:
        "What is said: with “that” or “to”, with the quotation marks, without the sentence’s full stop.",
      key: "3",
      form: "ground",
      colour: { light: "#b26a00", dark: "#f0b352", highContrast: "#8a4b00" },
      snap: "quotation",
      refersToEntity: false,
    },
    {
      id: "source",
      name: "Source",
      description:
        "Where the words come from if not the voice itself: an outlet, a post, a document, “reports”.",
      key: "4",
      form: "double",
      colour: { light: "#1d7a4f", dark: "#66d19e", highContrast: "#00582c" },
      snap: "words",
      refersToEntity: true,
      newEntityType: "outlet",
    },
  ],
  slots: [
    { id: "voice", name: "Voice", accepts: ["speaker", "source"] },
    { id: "cue", name: "Cue", accepts: ["cue"] },
    { id: "claim", name: "Claim", accepts: ["claim"] },
    { id: "via", name: "Via", accepts: ["source"] },
  ],
  viaRoles: [
    { id: "told-to", name: "told to", description: "Given to this or another outlet." },
    { id: "published-in", name: "published in", description: "A post, an article, a document." },
    { id: "first-reported-by", name: "first reported by", description: "Another outlet had it first." },
  ],
  fields: [
    {
      id: "polarity",
      name: "Polarity",
      description: "Whether the voice stands behind the claim.",
      input: "choice",
      choices: [
        { id: "asserts", name: "asserts" },
        { id: "denies", name: "denies", description: "Disputes, plays down, opposes." },
        {
          id: "withholds",
          name: "withholds",
          description: "Declines, does not answer, neither confirms nor denies.",
        },
      ],
      default: "asserts",
    },
    {
      id: "act",
      name: "Act",
      description: "What the voice does with the claim.",
      input: "choice",
      choices: [
        { id: "say", name: "say" },
        { id: "believe", name: "believe" },
        { id: "want", name: "want" },
        { id: "decide", name: "decide" },
        { id: "show", name: "show", description: "A report shows." },
      ],
      default: "say",
    },
    {
      id: "hedged",
      name: "Hedged",
      description: "The journalist or the cue softens it.",
      input: "switch",
      default: false,
    },
    {
      id: "channel",
      name: "Channel",
      description: "By what way the words reached the public.",
      input: "choice",
      choices: [
        { id: "interview", name: "interview" },
        { id: "other-media", name: "other media" },
        { id: "briefing", name: "briefing" },
        { id: "statement", name: "statement" },
        { id: "post", name: "post" },
        { id: "speech", name: "speech" },
        { id: "document", name: "document" },
        { id: "press-report", name: "press report" },
        { id: "no-comment", name: "no comment" },
        { id: "unspecified", name: "unspecified" },
      ],
      default: "unspecified",
    },
    {
      id: "claimType",
      name: "Claim type",
      description: "What sort of claim it is (second pass, optional).",
      input: "choice",
      choices: [
        { id: "fact", name: "fact" },
        { id: "prediction", name: "prediction" },
        { id: "plan", name: "plan" },
        { id: "opinion", name: "opinion" },
        { id: "question", name: "question" },
      ],
      default: null,
    },
    {
      id: "checkWorthy",
      name: "Check-worthy",
      description: "Whether the claim deserves a fact check (second pass, optional).",
      input: "choice",
      choices: [
        { id: "yes", name: "yes" },
        { id: "minor", name: "minor" },
        { id: "no", name: "no" },
      ],
      default: null,
    },
  ],
  flags: [{ id: "discuss", name: "Discuss", description: "To be talked over with colleagues." }],
};

const guidelines: Readonly<Record<Language, readonly GuidelinePage[]>> = {
  en: newsGuideline,
  de: newsGuidelineInGerman,
};

/** The guideline of a tagset: its own, or ours in the language chosen where it has none and is the one we ship. */
export function guidelineOf(tagset: Tagset, language: Language): readonly GuidelinePage[] {
  return tagset.guideline ?? (tagset.id === newsAttribution.id ? guidelines[language] : []);
}
