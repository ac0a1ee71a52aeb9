// The guideline that Sayso ships with its tagset: the house rules of tagging, a page a subject, with examples. In the
// examples **bold** words are the ones to mark. A project that edits it keeps a copy of its own.
import type { GuidelinePage } from "../model/tagset.ts";

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
