// English words of why a command refuses.
export const refusals = {
  "empty-selection": "No words are selected. Select some text first.",
  "already-tagged": "These words are already marked as that. Select other words, or choose another type.",
  "unknown-type": "The project’s tagset has no such type of span. Choose one of the types it has.",
  "span-missing": "This span is no longer there. Choose another one.",
  "segment-missing": "This segment is no longer there. Choose another one.",
  "card-missing": "This attribution is no longer there. Choose another one.",
  "entity-missing": "This entity is no longer in the registry. Choose another one, or create it anew.",
  "exclusion-missing": "This text is not excluded any more. There is nothing to take back.",
  "alias-missing": "The entity has no such alias. Choose one of those it has.",
  "last-segment": "A span needs at least one segment. Delete the span to take it away altogether.",
  "edge-out-of-range":
    "The edge cannot go there: it would meet the span’s other edge, another segment, or the end of the text. Move it the other way.",
  "slot-refuses-type": "Spans of this type do not fit there. Change the span’s type, or choose another slot.",
  "already-in-slot": "The span is already in this attribution. Choose another span or another slot.",
  "not-in-slot": "The span is not in this slot. Choose one that is.",
  "would-contain-itself":
    "An attribution cannot lie within itself. Choose one that does not lie within it already.",
  "claim-has-card": "This claim already has an attribution. Open that one to change it.",
  "type-takes-no-entity":
    "Spans of this type do not refer to an entity. Change the type to one that does, such as speaker.",
  "unknown-field": "The project’s tagset has no such field. Choose one that it has.",
  "unknown-value": "The project’s tagset does not have this value. Choose one that it has.",
  "unknown-flag": "The project’s tagset has no such flag. Choose one that it has.",
  "name-empty": "An entity needs a name. Type one.",
  "note-too-long": "The note is too long to keep. Shorten it.",
  "no-place-to-split":
    "The span cannot be split here: one part would hold no words. Put the caret between two of its words.",
  "nothing-to-join": "The span is in one piece already. Choose one with several segments.",
  "merge-with-itself": "It cannot be merged with itself. Choose another one.",
  "types-differ": "The spans are of different types. Change the type of one, then merge them.",
  "entities-differ":
    "The spans refer to different entities. Let both refer to the same one, then merge them.",
  "claims-have-cards":
    "Both claims have an attribution. Merge the attributions, or delete one, then merge the claims.",
  "cues-differ": "The attributions have different cues. Take one cue out, then merge them.",
  "reason-missing": "A finding is let stand for a reason. Say it in a few words.",
  "finding-missing": "What the check spoke of is no longer there. There is nothing to let stand.",
  "rejection-missing": "It is offered already: nobody rejects it any more.",
  "orphan-missing": "It has its place already: nothing waits for one by this name.",
  "waiver-missing": "It is shown already: nobody lets it stand any more.",
  "remark-empty": "There is nothing in it yet. Say it in a few words.",
  "remark-missing": "The remark is no longer there. Say it again in an answer.",
  "conflict-missing": "It is no longer there: the sets have changed. Compare them again.",
  "no-shared-words": "They have no words in common. Take one of them instead.",
  "nothing-to-change": "It is already so: there is nothing to change.",
} as const;
