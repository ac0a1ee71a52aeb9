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
} as const;
