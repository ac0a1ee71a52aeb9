// French.
import type { Lexicon } from "./lexicon.ts";

const participles =
  "dit|déclaré|affirmé|expliqué|ajouté|estimé|indiqué|précisé|souligné|assuré|annoncé|confirmé|reconnu|répondu|averti|dénoncé|regretté|écrit|insisté|rappelé|promis|" +
  "demandé|lancé|tweeté|martelé|jugé|admis|prévenu|conclu|raconté|nié|démenti|contesté|réfuté|rejeté|espéré|exigé|réclamé|proposé|recommandé|décidé|plaidé|rétorqué|répété|" +
  "poursuivi|témoigné|commenté|critiqué|salué|déploré|ironisé|résumé|fait savoir|fait valoir|laissé entendre|tenu à rappeler";

export const french: Lexicon = {
  verbs:
    `(?:a|ont|avait|avaient|aurait) (?:également |aussi |ensuite |encore |par ailleurs )?(?:${participles})|` +
    "(?:s’est|s'est|se sont) (?:félicité|réjoui|inquiété|indigné|étonné|défendu|exclamé|interrogé)(?:e|s|es)?|" +
    "dit|disent|déclare|déclarent|affirme|affirment|explique|expliquent|ajoute|estime|estiment|indique|indiquent|précise|souligne|soulignent|assure|assurent|annonce|confirme|" +
    "reconnaît|répond|avertit|dénonce|dénoncent|regrette|écrit|insiste|rappelle|rappellent|promet|demande|demandent|lance|juge|admet|prévient|conclut|raconte|craint|espère|nie|" +
    "dément|conteste|réfute|rejette|exige|réclame|propose|recommande|pense|croit|redoute|soupire|résume|ironise|plaide|témoigne|commente|tranche|martèle|relève|note|observe|poursuit",
  that: "que|qu[’']",
  according: "selon|d[’']après",
  accordingEnds: ",\\s",
  ends: "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|à|dans|lors|devant|sur|en|au|aux|auprès|hier|ce|cette",
  joined:
    "(?<first>a|ont|avait)-(?:t-)?(?<who>il|elle|on|ils|elles) (?<verb>\\p{L}+)|" +
    "(?<only>dit|déclare|affirme|explique|ajoute|estime|précise|assure|lance|juge|écrit|poursuit|conclut|rappelle|insiste|indique|souligne)-(?:t-)?(?<voice>il|elle|on|ils|elles)",
  so: "selon|d[’']après",
  titles: "MM?|Dr|Pr",
  denies: "nie|nié|dément|démenti|conteste|contesté|réfute|réfuté|rejette|rejeté",
  acts: {
    believe:
      "estime|estiment|estimé|pense|croit|craint|redoute|espère|espéré|juge|jugé|s[’']est inquiétée?|se sont inquiétés",
    want: "demande|demandent|demandé|exige|exigé|réclame|réclamé|propose|proposé|recommande|recommandé|plaide|plaidé",
    decide: "promet|promis|décidé",
  },
  hedges: "aurait|auraient|serait|seraient|pourrait|pourraient|devrait|devraient",
};
