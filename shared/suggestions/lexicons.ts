// What is known of reporting in languages other than English: some dozens of verb forms and the words around them, as data.
import type { KnownLanguage } from "./language.ts";

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
  /** A verb and its pronoun as one: "a-t-il dit". The groups `voice` and `verb` of a whole expression. */
  readonly joined: string | null;
  /** "…“, so der Minister": a cue that is no verb. */
  readonly so: string | null;
}

export const lexicons: Readonly<Record<Exclude<KnownLanguage, "en">, Lexicon>> = {
  de: {
    verbs:
      "sagt(?:e|en)?|erklärt(?:e|en)?|betont(?:e|en)?|mein(?:t|te|ten)|teilt(?:e|en)?|füg(?:t|te|ten)|kritisiert(?:e|en)?|forder(?:t|te|ten)|warn(?:t|te|ten)|" +
      "räum(?:t|te|ten)|bestätigt(?:e|en)?|berichtet(?:e|en)?|schr(?:eibt|ieb|ieben)|antwortet(?:e|en)?|frag(?:t|te|ten)|kündigt(?:e|en)?|behauptet(?:e|en)?|" +
      "versicher(?:t|te|ten)|glaub(?:t|te|ten)|hoff(?:t|te|ten)|fürchtet(?:e|en)?|beklagt(?:e|en)?|twitter(?:t|te|ten)|rief(?:en)?|ergänzt(?:e|en)?|urteilt(?:e|en)?|" +
      "mutmaßt(?:e|en)?|verkündet(?:e|en)?|findet|fand|schimpft(?:e|en)?|spottet(?:e|en)?|lobt(?:e|en)?|bekräftigt(?:e|en)?|bezweifelt(?:e|en)?|bestreitet|bestritt",
    that: "dass|ob",
    according: "laut|nach angaben (?:von|der|des)",
    accordingEnds:
      "\\s(?=(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|soll|sollen|kann|können|gibt|gab|muss|müssen|wurde|wurden|will|wollen|liegt|lag|stieg|sank)\\s)",
    ends: "am|im|in|bei|nach|vor|gegenüber|auf|während|zu|zum|zur|heute|gestern|dazu|der (?:zeitung|nachrichtenagentur|deutschen)|dem|weiter|hinzu|mit|an|ein",
    joined: null,
    so: "so|hieß es (?:aus|bei|in|von)",
  },
  fr: {
    verbs:
      "(?:a|ont|avait|avaient) (?:dit|déclaré|affirmé|expliqué|ajouté|estimé|indiqué|précisé|souligné|assuré|annoncé|confirmé|reconnu|répondu|averti|dénoncé|regretté|" +
      "écrit|insisté|rappelé|promis|demandé|lancé|tweeté|martelé|jugé|admis|prévenu|conclu|raconté)|dit|disent|déclare|affirme|affirment|explique|ajoute|estime|estiment|indique|" +
      "précise|souligne|assure|annonce|confirme|reconnaît|répond|avertit|dénonce|regrette|écrit|insiste|rappelle|promet|demande|lance|juge|admet|prévient|conclut|raconte|craint|espère",
    that: "que|qu[’']",
    according: "selon|d[’']après",
    accordingEnds: ",\\s",
    ends: "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|à|dans|lors|devant|sur|en|au|aux|auprès|hier|jeudi|ce|cette",
    joined:
      "(?<first>a|ont|avait)-(?:t-)?(?<who>il|elle|on|ils|elles) (?<verb>\\p{L}+)|(?<only>dit|déclare|affirme|explique|ajoute|estime|précise|assure|lance|juge|écrit)-(?:t-)?(?<voice>il|elle|on)",
    so: null,
  },
  es: {
    verbs:
      "dijo|dijeron|dice|dicen|afirmó|afirmaron|afirma|aseguró|aseguraron|asegura|declaró|declararon|explicó|explica|añadió|añade|señaló|señalaron|señala|indicó|indica|sostuvo|" +
      "sostiene|manifestó|advirtió|advierte|agregó|agrega|comentó|confirmó|confirma|insistió|insiste|reconoció|reconoce|respondió|escribió|escribe|anunció|anuncia|denunció|denuncia|" +
      "lamentó|lamenta|criticó|prometió|preguntó|recordó|recuerda|subrayó|subraya|negó|niega|cree|creen|teme|espera|considera|opinó|opina|concluyó|relató|apuntó|apunta",
    that: "que|si",
    according: "según|de acuerdo con",
    accordingEnds: ",\\s",
    ends: "el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|este|esta|en|ante|durante|tras|a|al|ayer|hoy|por|sobre|desde",
    joined: null,
    so: null,
  },
};
