// English words of what a format could not hold.
export const losses = {
  segments:
    "{count, plural, one {# mark in several pieces becomes one mark per piece.} other {# marks in several pieces become one mark per piece.}}",
  overlaps:
    "{count, plural, one {# mark is left out because another one covers its words.} other {# marks are left out because others cover their words.}}",
  edges:
    "{count, plural, one {# mark that begins or ends within a word is moved to its edge.} other {# marks that begin or end within a word are moved to its edge.}}",
  "text-line-ends":
    "{count, plural, one {# line end is} other {# line ends are}} written as two characters, as that program expects, so the text differs.",
  "line-ends":
    "{count, plural, one {# mark loses the line ends at its edges.} other {# marks lose the line ends at their edges.}}",
  characters:
    "{count, plural, one {# control character is replaced by U+FFFD.} other {# control characters are replaced by U+FFFD.}}",
  cards: "{count, plural, one {# card is left out.} other {# cards are left out.}}",
  "relation-values":
    "{count, plural, one {# value of a relation is left out.} other {# values of relations are left out.}}",
  relations: "{count, plural, one {# relation is left out.} other {# relations are left out.}}",
  "empty-cards":
    "{count, plural, one {# card without a mark is left out.} other {# cards without a mark are left out.}}",
  values:
    "{count, plural, one {# field, note or flag is left out.} other {# fields, notes and flags are left out.}}",
  entities:
    "{count, plural, one {# mention no longer says whom it refers to.} other {# mentions no longer say whom they refer to.}}",
  "entity-details":
    "{count, plural, one {Of # entity only name and type are kept.} other {Of # entities only name and type are kept.}}",
  "entity-fields":
    "{count, plural, one {# value in a custom field of an entity is left out.} other {# values in custom fields of entities are left out.}}",
  "merged-entities":
    "{count, plural, one {# mention refers to the entity that its own was merged into.} other {# mentions refer to the entities that their own were merged into.}}",
  annotators:
    "{count, plural, one {The name of the annotator is left out of # set.} other {The names of the annotators are left out of # sets.}}",
  exclusions: "{count, plural, one {# exclusion is left out.} other {# exclusions are left out.}}",
  "unlinked-spans":
    "{count, plural, one {# mark that no card holds is left out.} other {# marks that no card holds are left out.}}",
  types:
    "{count, plural, one {# mark keeps only its place in a card, not its type.} other {# marks keep only their places in cards, not their types.}}",
  orphans:
    "{count, plural, one {# mark that lost its place when the text changed is left out.} other {# marks that lost their places when the text changed are left out.}}",
  remarks:
    "{count, plural, one {# remark, decision, dismissed finding or article state is not exported.} other {# remarks, decisions, dismissed findings and article states are not exported.}}",
  provenance:
    "{count, plural, one {When and how # mark or card was made is not exported.} other {When and how # marks and cards were made is not exported.}}",
  metadata:
    "{count, plural, one {# fact about an article (byline, publisher, date, its file, …) is left out or no longer marked as such.} other {# facts about articles (byline, publisher, date, their files, …) are left out or no longer marked as such.}}",
  "article-sets":
    "{count, plural, one {Membership in # article set is not exported.} other {Membership in # article sets is not exported.}}",
  "long-cells":
    "{count, plural, one {# text that is too long for a cell is cut short.} other {# texts that are too long for a cell are cut short.}}",
  "unfinished-cards":
    "{count, plural, one {# card without a cue or a claim is left out.} other {# cards without a cue or a claim are left out.}}",
  spaces:
    "{count, plural, one {# mark loses the white space at its edges.} other {# marks lose the white space at their edges.}}",
} as const;
