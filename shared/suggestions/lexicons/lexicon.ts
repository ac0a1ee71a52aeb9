// The lists that suggestions go by in a language of which no more is known: a file that a translator can write (docs/languages.md).

/** All are alternatives of a regular expression, in small letters. */
export interface Lexicon {
  /** Forms that stand with a voice: "sagte", "a déclaré". */
  readonly verbs: string;
  /** Between a verb and its clause: "dass", "que". */
  readonly that: string;
  /** "laut", "selon": what stands before a voice whose claim the sentence is. */
  readonly according: string;
  /** What stands behind the voice then; it is no part of it. */
  readonly accordingEnds: string;
  /** Where a voice behind its verb is over: words of time and place. */
  readonly ends: string;
  /** A verb and its pronoun as one: "a-t-il dit". The groups `voice` and `verb` of a whole expression. `null`: the language has none. */
  readonly joined: string | null;
  /** "…“, so der Minister": a cue behind a quotation that is no verb. `null`: the language has none. */
  readonly so: string | null;
  /** Titles before a name that end with a full stop: "M", "Dr". */
  readonly titles: string;
  /** Of the verbs, those by which somebody denies something. */
  readonly denies: string;
  /** Of the verbs, those that do more than say, by what they do. */
  readonly acts: Readonly<Record<"believe" | "want" | "decide", string>>;
  /** In a claim: that nobody vouches for it, as the French conditional of the press does. */
  readonly hedges: string;
}
