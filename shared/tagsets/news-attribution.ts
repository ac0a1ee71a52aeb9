// The tagset that Sayso ships: who speaks, by which words, what is claimed, where it comes from. Pure data; a project
// starts with a copy of it. The colours keep a contrast of 3:1 or more against their page and differ for colour-blind eyes.
import type { GuidelinePage, Tagset } from "../model/tagset.ts";
import type { Language } from "../words/language.ts";
import { newsGuideline } from "./news-guideline.ts";
import { newsGuidelineInGerman } from "./news-guideline-de.ts";

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
