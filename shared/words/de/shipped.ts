// German words of the tagset that Sayso ships, by the ids of its parts; what a project names itself keeps its name.
import type { shipped as english } from "../en/shipped.ts";
import type { Translated } from "../translated.ts";

export const shipped = {
  // Span types
  "type-speaker": "Sprecher",
  "type-speaker-about":
    "Jemand mit einer Stimme, wie auch immer genannt: ein Name mit Titel, eine Beschreibung, ein Pronomen.",
  "type-cue": "Signalwort",
  "type-cue-about": "Die kürzesten Wörter dafür, dass etwas gesagt, gedacht, gewollt oder entschieden wird.",
  "type-claim": "Aussage",
  "type-claim-about":
    "Was gesagt wird: mit „dass“ oder „zu“, mit den Anführungszeichen, ohne den Punkt am Satzende.",
  "type-source": "Quelle",
  "type-source-about":
    "Woher die Worte kommen, wenn nicht von der Stimme selbst: ein Medium, ein Beitrag, ein Dokument, „Berichte“.",

  // Slots of the card
  "slot-voice": "Stimme",
  "slot-cue": "Signalwort",
  "slot-claim": "Aussage",
  "slot-via": "Über",

  // Roles of a source that words came through
  "role-told-to": "gesagt zu",
  "role-told-to-about": "Diesem oder einem anderen Medium gesagt.",
  "role-published-in": "erschienen in",
  "role-published-in-about": "Ein Beitrag, ein Artikel, ein Dokument.",
  "role-first-reported-by": "zuerst berichtet von",
  "role-first-reported-by-about": "Ein anderes Medium hatte es zuerst.",

  // Fields of the card and their values
  "field-polarity": "Haltung",
  "field-polarity-about": "Ob die Stimme hinter der Aussage steht.",
  "choice-polarity-asserts": "bejaht",
  "choice-polarity-denies": "bestreitet",
  "choice-polarity-denies-about": "Bestreitet, spielt herunter, lehnt ab.",
  "choice-polarity-withholds": "hält zurück",
  "choice-polarity-withholds-about":
    "Lehnt eine Antwort ab, antwortet nicht, bestätigt nicht und dementiert nicht.",
  "field-act": "Redehandlung",
  "field-act-about": "Was die Stimme mit der Aussage tut.",
  "choice-act-say": "sagen",
  "choice-act-believe": "glauben",
  "choice-act-want": "wollen",
  "choice-act-decide": "entscheiden",
  "choice-act-show": "zeigen",
  "choice-act-show-about": "Ein Bericht zeigt.",
  "field-hedged": "Abgeschwächt",
  "field-hedged-about": "Die Redaktion oder das Signalwort schwächt ab.",
  "field-channel": "Kanal",
  "field-channel-about": "Auf welchem Weg die Worte an die Öffentlichkeit kamen.",
  "choice-channel-interview": "Interview",
  "choice-channel-other-media": "andere Medien",
  "choice-channel-briefing": "Pressekonferenz",
  "choice-channel-statement": "Mitteilung",
  "choice-channel-post": "Beitrag im Netz",
  "choice-channel-speech": "Rede",
  "choice-channel-document": "Dokument",
  "choice-channel-press-report": "Pressebericht",
  "choice-channel-no-comment": "kein Kommentar",
  "choice-channel-unspecified": "ohne Angabe",
  "field-claimType": "Art der Aussage",
  "field-claimType-about": "Welche Art von Aussage es ist (zweiter Durchgang, freiwillig).",
  "choice-claimType-fact": "Tatsache",
  "choice-claimType-prediction": "Vorhersage",
  "choice-claimType-plan": "Vorhaben",
  "choice-claimType-opinion": "Meinung",
  "choice-claimType-question": "Frage",
  "field-checkWorthy": "Prüfenswert",
  "field-checkWorthy-about": "Ob die Aussage einen Faktencheck verdient (zweiter Durchgang, freiwillig).",
  "choice-checkWorthy-yes": "ja",
  "choice-checkWorthy-minor": "nebensächlich",
  "choice-checkWorthy-no": "nein",

  // Flags
  "flag-discuss": "Besprechen",
  "flag-discuss-about": "Mit Kolleginnen und Kollegen zu besprechen.",

  // The tagset itself
  "tagset-news-attribution": "Zuschreibungen in Nachrichten",
} as const satisfies Translated<typeof english>;
