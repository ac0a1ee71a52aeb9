// English words of suggestions: their files, their measures.
export const suggestions = {
  line: "line {number, number}",
  "line-no-object": "This is no JSON object.",
  "line-field": "The field “{field}” is missing or not as it should be.",
  "line-form": "Each line is a JSON object with “id”, and “text” or “attributions” as its use asks for.",
  counted: "{count, plural, =0 {No suggestions} one {# suggestion} other {# suggestions}}",
  "score-line": "P {precision}  R {recall}  F1 {f1}",
  "recall-of": "recall of {type}",
  "recall-line": "{recall}% of {gold}",
  "missing-documents":
    "{count, plural, one {# article has} other {# articles have}} no prediction and {count, plural, one {counts} other {count}} as empty",

  // Why a rule proposes what it does
  "because-quotation-before": "The words behind the quotation say who says it.",
  "because-quotation-after": "The words before the quotation say who says it.",
  "because-clause-before": "The words behind the clause say who says it.",
  "because-clause-around": "The words in the middle of the clause say who says it.",
  "because-that-clause": "A verb of saying or thinking is followed by “that”.",
  "because-bare-clause": "A verb of saying or thinking is followed by a clause.",
  "because-question-clause": "A verb of asking or knowing is followed by a question.",
  "because-infinitive": "A verb of wanting or deciding is followed by “to”.",
  "because-gerund": "A verb of saying or wanting is followed by a verb in “-ing”.",
  "because-object": "The verb judges, names or shows what follows it.",
  "because-preposition": "The verb and its small word point to what follows them.",
  "because-passive": "A verb of saying stands in the passive.",
  "because-seeming": "Something seems so, and nobody is named to whom.",
  "because-adjective": "A word for what somebody thinks or wants is followed by what it is about.",
  "because-light-verb": "A verb and a noun together are words of saying.",
  "because-according-to": "It is given according to somebody.",
  "because-colon": "A name and a colon stand before it.",
  "because-noun": "A noun for what somebody says or thinks is followed by what it is.",
  "because-credit-line": "A dash and a name stand behind the quotation.",
} as const;
