// Spanish.
import type { Lexicon } from "./lexicon.ts";

export const spanish: Lexicon = {
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
  titles: "Sr|Sra|Dr|Dra",
  denies: "negó|niega",
  acts: {
    believe: "cree|creen|teme|considera|opinó|opina",
    want: "espera|pidió|pide",
    decide: "prometió",
  },
  hedges: "habría|habrían|sería|serían",
};
