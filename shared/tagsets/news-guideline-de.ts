// The shipped guideline in German, with examples of its own; the same pages as the English one.
import type { GuidelinePage } from "../model/tagset.ts";

export const newsGuidelineInGerman: readonly GuidelinePage[] = [
  {
    id: "rules",
    title: "Zehn Regeln",
    text: `Markieren Sie, **wer spricht**, **mit welchen Worten**, **was gesagt wird** und **woher es kommt**, und verbinden Sie es zu einer Karte.

1. Das Signalwort ist so kurz wie möglich.
2. Zeit und Ort bleiben außerhalb des Signalworts; ein Medium gehört zu *über*.
3. Der Titel gehört zum Namen.
4. Ein Relativsatz gehört nur dann zum Sprecher, wenn er sagt, wer gemeint ist.
5. Das Pronomen ist die Nennung, der Eintrag im Register ist die Antwort.
6. *dass* und *zu* gehören zur Aussage.
7. Die Anführungszeichen gehören zur Aussage, der Punkt am Satzende nicht.
8. Eine Karte je Signalwort. Ein Zitat, das nach einer Unterbrechung weitergeht, ist eine Aussage mit zwei Abschnitten.
9. Handlungen und Stimmungen sind keine Aussagen.
10. Eine innere Stimme bekommt eine innere Karte; die Anführungszeichen bleiben bei der äußeren.

Eine Aussage ohne Karte ist die Stimme des Artikels selbst.`,
  },
  {
    id: "speaker",
    title: "Sprecher",
    text: `Jemand mit einer Stimme, wie auch immer genannt: ein Name mit Titel, eine Beschreibung, ein Pronomen.

- **Hafenmeisterin Ines Prado** sagte, die Brücke sei sicher.
- **Sie** ergänzte, die Prüfung habe eine Woche gedauert. *(Die Nennung ist „Sie“; gemeint ist Ines Prado.)*
- **Zwei Personen, die an dem Treffen teilnahmen**, sagten das. *(Der Satz sagt, wer gemeint ist, und gehört zum Sprecher.)*
- **Prado**, die ihr Amt im Mai antrat, widersprach. *(Der Satz fügt nur etwas hinzu und bleibt draußen.)*

**Kein Sprecher:** jemand, über den nur geredet wird. In „Prado sagte, der Bürgermeister sei zu spät gekommen“ spricht der Bürgermeister nicht.

Ordnen Sie jedem Sprecher einen Eintrag zu, auch den Pronomen.`,
  },
  {
    id: "cue",
    title: "Signalwort",
    text: `Die kürzesten Wörter dafür, dass etwas gesagt, gedacht, gewollt oder entschieden wird: das Verb mit seinem *nicht*, seinen Hilfsverben und seiner Vorsilbe.

- Prado **sagte** am Dienstag, dass … *(nicht „sagte am Dienstag“)*
- Der Rat **hat nicht entschieden**, ob …
- **Laut** dem Ministerium …
- Die Gewerkschaft **rief** zu einer Abstimmung **auf**. *(Ein Signalwort, zwei Abschnitte.)*
- Er **wollte** den Plan **weder bestätigen noch dementieren**. *(Haltung: hält zurück.)*

**Kein Signalwort:** was jemand tut, ohne es zu sagen. „Prado verließ den Raum“ ist eine Handlung, „Prado war wütend“ eine Stimmung.

Teilen sich zwei Verben eine Aussage („sagte und wiederholte“), markieren Sie beide als ein Signalwort mit zwei Abschnitten.`,
  },
  {
    id: "claim",
    title: "Aussage",
    text: `Was gesagt wird, mit *dass* oder *zu*, mit den Anführungszeichen, ohne den Punkt am Satzende.

- Prado sagte, **dass die Brücke sicher sei**.
- **„Die Brücke ist sicher“**, sagte Prado.
- **„Die Brücke“**, sagte sie, **„ist sicher“**. *(Eine Aussage, zwei Abschnitte.)*
- Der Bürgermeister will **den Hafen schließen**.
- Prado nannte den Bericht **„einen schlechten Witz“**. *(Auch gemischte und kurze Aussagen zählen.)*

**Keine Aussage:** ein Name in Anführungszeichen, den niemand sagt, etwa der Titel eines Films.

Spricht in einer Aussage eine innere Stimme, markieren Sie auch die innere Aussage und geben ihr eine eigene Karte *innerhalb* der äußeren.`,
  },
  {
    id: "source",
    title: "Quelle",
    text: `Woher die Worte kommen, wenn nicht von der Stimme selbst: ein Medium, ein Beitrag, ein Dokument, eine Umfrage, „Berichte“.

- Prado sagte **dem Hafenblatt**, dass … *(über, gesagt zu)*
- In **einem Brief an den Rat** schrieb Prado … *(über, erschienen in)*
- Über den Plan hatte zuerst **Radio Delta** berichtet. *(über, zuerst berichtet von)*
- **Eine Untersuchung der Hafenbehörde** zeigt … *(Die Stimme ist das Dokument; Redehandlung: zeigen)*

Eine Quelle kann die Stimme sein, wenn niemand genannt ist, der dahintersteht: „**Berichten zufolge** …“.`,
  },
  {
    id: "card",
    title: "Die Karte",
    text: `Eine Karte verbindet ein Signalwort und eine Aussage mit denen, die dahinterstehen.

- **Stimme**: Sprecher oder Quellen; keine, wenn niemand genannt ist („Es hieß, dass …“).
- **Signalwort** und **Aussage**: je eines. Eine Karte braucht eine Aussage und eine Stimme oder ein Signalwort.
- **Über**: wodurch die Worte gingen, jeweils mit seiner Rolle.
- **Innerhalb**: die Karte der äußeren Stimme. In „Prado sagte, der Bürgermeister habe zugestimmt zu gehen“ liegt die Karte des Bürgermeisters in der von Prado.

Eine Stimme mit zwei Signalwörtern ergibt zwei Karten: „Prado **lobte** die Mannschaft und **sagte**, die Arbeit gehe weiter.“`,
  },
  {
    id: "polarity",
    title: "Haltung",
    text: `- **bejaht**: Die Stimme steht hinter der Aussage.
- **bestreitet**: Sie bestreitet sie, spielt sie herunter oder lehnt sie ab. Die Aussage ist das Bestrittene: Prado bestritt, **dass die Brücke gesperrt war**.
- **hält zurück**: Sie lehnt eine Antwort ab, antwortet nicht oder will weder bestätigen noch dementieren. Die Aussage ist, wonach gefragt wurde, wenn der Text es sagt.`,
  },
  {
    id: "act",
    title: "Redehandlung",
    text: `- **sagen**: gesprochene oder geschriebene Worte.
- **glauben**: meint, erwartet, fürchtet, bezweifelt.
- **wollen**: bittet, drängt, hofft, plant.
- **entscheiden**: ordnet an, urteilt, stimmt zu, verspricht.
- **zeigen**: Ein Dokument oder Zahlen sprechen: *ein Bericht zeigt*.`,
  },
  {
    id: "hedged",
    title: "Abgeschwächt",
    text: `Die Redaktion oder das Signalwort schwächt die Aussage ab: *Berichten zufolge*, *offenbar*, *soll gesagt haben*, *deutete an, dass*. Eine Abschwächung in der Aussage selbst („es könnte regnen“) ist die des Sprechers und wird hier nicht vermerkt.`,
  },
  {
    id: "channel",
    title: "Kanal",
    text: `Auf welchem Weg die Worte an die Öffentlichkeit kamen, wenn der Artikel es sagt: ein Interview, ein anderes Medium, eine Pressekonferenz, eine Mitteilung, ein Beitrag im Netz, eine Rede, ein Dokument, ein Pressebericht. **Kein Kommentar** für die, die gefragt wurden und nicht antworteten. Lassen Sie lieber **ohne Angabe** stehen, als zu raten.`,
  },
  {
    id: "anonymous",
    title: "Quellen ohne Namen",
    text: `- **benannt**: mit Eigennamen oder durch ein Amt, das nur eine Person haben kann: *die Hafenmeisterin*.
- **beschrieben**: *zwei Beamte der Hafenbehörde*.
- **anonym**: *eine Quelle*, *mit der Sache vertraute Personen*.

Halten Sie bei einer Quelle ohne Namen fest, unter welchen Bedingungen sie spricht und welchen Grund der Artikel nennt, mit den Worten, die ihn nennen: „**der nicht öffentlich sprechen durfte**“. Nennt der Artikel keinen, sagt es eine Prüfung; das ist ein Befund über den Artikel, kein Fehler von Ihnen: Lassen Sie ihn mit einer Begründung stehen.`,
  },
];
