import type { EvidenceKind, VersionPlace } from '../../model/identification.ts';
import type { AttestationKind } from '../../model/site.ts';
import type { Deed } from '../deeds.ts';
import type { PublicEventData, PublicReason } from '../disclose.ts';
import type { PromiseStatus } from '../promised.ts';
import type { Fillings, GeneralStepKey, ReasonKey, StepKey } from './fillings.ts';
import type { Wording } from './index.ts';
import { speak } from './speak.ts';

/*
 * Sentences only: which of several is said, and what days and numbers it is filled with, is decided in views/. A key with a
 * colon is a variant of the one before it. Everything that stands in braces arrives as a word, a name or a date, ready to print.
 * Counts of days arrive in the nominative: they stand where nominative or accusative fits, as in `bisher 6 Tage`.
 */

const spoken = speak('de-DE', {
  oneOf: (count, first, last) => `eine von ${count} Versionen von ${first} bis ${last}`,
});
const { countDays, many, writeCount } = spoken;

const treatAsNo = 'Was kein Ja ist, gilt als Nein.';

/** What stands for a name that is not known; within a sentence, the vendor as its subject, the platform also as its object. */
const unnamed = { platform: 'die Plattform', vendor: 'der Hersteller' };

/** A sentence or two for each reason, behind the word Yes or No. */
const reasons: Record<ReasonKey, (f: Fillings) => string> = {
  unreachable: () => `Der Shop hat auf unsere Prüfung nicht geantwortet. ${treatAsNo}`,
  blocked: () => `Die Firewall des Shops hat unsere Prüfung abgewiesen. ${treatAsNo}`,
  'blocked:opted-out': () => `Der Shop bittet darum, nicht geprüft zu werden. ${treatAsNo}`,
  'unknown-platform': () => 'Von außen ist nicht zu erkennen, welche Plattform der Shop nutzt.',
  'conflicting-evidence': ({ product }) =>
    `Der Shop zeigt Widersprüchliches darüber, in welcher Version ${product} installiert ist.`,
  'conflicting-evidence:hosted': ({ product }) =>
    `Im Shop sind Spuren zweier Plattformen zu sehen, ${product} und eine weitere; nur eine davon hält ihr Anbieter selbst aktuell.`,
  'unknown-version': ({ product }) => `Von außen ist nicht zu erkennen, in welcher Version ${product} installiert ist.`,
  'unknown-version:claimed': ({ product, claimed }) =>
    `Der Shop nennt ${product} ${claimed}, aber nichts anderes bestätigt das.`,
  'no-release-data': ({ product }) =>
    `Wir wissen nicht, in welchen Versionen ${product} erschienen ist, und können die installierte deshalb nicht beurteilen.`,
  'data-stale': ({ product }) => `Was wir über ${product} wissen, ist zu alt für ein Urteil.`,
  'pre-release': ({ running }) => `Im Shop läuft ${running}, eine Testversion, die noch nicht fertig ist.`,
  'version-not-known': ({ running }) =>
    `Der Shop zeigt ${running}. Eine solche Version ist, soweit bekannt, nicht erschienen.`,
  'end-of-life': ({ running }) =>
    `Im Shop läuft ${running}. Dafür gibt es keine Sicherheitsupdates mehr. Wer dabei bleibt, kann kein Ja bekommen.`,
  'end-of-life:line': ({ product, branch }) =>
    `${product} ${branch} bekommt keine Sicherheitsupdates mehr. Wer dabei bleibt, kann kein Ja bekommen.`,
  'update-missing': ({ running, version }) => `Im Shop läuft ${running}; die sichere Version ist ${version}.`,
  'update-missing:today': ({ running, version }) =>
    `Im Shop läuft ${running}. Die sichere Version ist ${version}; sie ist heute erschienen.`,
  'update-missing:days': ({ running, version, outFor }) =>
    `Im Shop läuft ${running}. Die sichere Version ist ${version}; sie ist ${outFor} alt.`,
  'update-missing:unnamed': ({ running }) => `Im Shop läuft ${running}, und eine neuere Version ist erschienen.`,
  'known-advisory': ({ running }) => `Im Shop läuft ${running}. Darin gibt es eine bekannte Lücke.`,
  'known-advisory:many': ({ running, flawCount }) =>
    `Im Shop läuft ${running}. Darin gibt es ${many(flawCount, { one: 'bekannte Lücke', other: 'bekannte Lücken' })}.`,
  'sources-disagree': ({ vendor, running }) =>
    `Im Shop läuft ${running}. Zwar nennt ${vendor} diese Version sicher, doch laut einem veröffentlichten Eintrag hat sie eine Lücke. Das strengere Urteil zählt.`,
  'sources-disagree:named': ({ vendor, running, sources }) =>
    `Im Shop läuft ${running}. Zwar nennt ${vendor} diese Version sicher, doch laut ${sources} hat sie eine Lücke. Das strengere Urteil zählt.`,
  'patch-level-unproven': ({ vendor, running }) =>
    `Im Shop läuft ${running}, aber seither hat ${vendor} Korrekturen veröffentlicht, die man der Version nicht ansieht. Bitten Sie um einen Nachweis, dass sie eingespielt sind.`,
  'evidence-expired': () => 'Die Angabe des Betreuers über die installierte Software ist abgelaufen.',
  'support-unknown': ({ running }) =>
    `Im Shop läuft ${running}. Niemand sagt, ob es dafür noch Sicherheitsupdates gibt.`,
  'version-ambiguous': () =>
    'Von außen gesehen kommt mehr als eine Version infrage. Wer den Shop betreut, kann das klären.',
  'version-ambiguous:none': ({ either }) =>
    `Von außen gesehen ist es ${either}, und keine davon ist die neueste sichere Version.`,
  'version-ambiguous:newer': ({ either }) =>
    `Von außen gesehen ist es ${either}, und nur die neuere Version ist sicher. Wer den Shop betreut, kann das klären.`,
  'version-ambiguous:some': ({ either }) =>
    `Von außen gesehen ist es ${either}, und nicht alle davon sind sicher. Wer den Shop betreut, kann das klären.`,
  secure: ({ running }) => `Im Shop läuft ${running}, eine sichere Version.`,
  'secure:each': ({ running }) => `Im Shop laufen ${running}, jeweils eine sichere Version.`,
  current: ({ running }) => `Im Shop läuft ${running}, die neueste Version.`,
  'current:each': ({ running }) => `Im Shop laufen ${running}, jeweils die neueste Version.`,
  'vendor-hosted': ({ product }) => `Der Shop nutzt ${product}; diese Plattform hält ihr Anbieter selbst aktuell.`,
  'not-reached': () => `Unsere Prüfung ist nicht bis zum Shop durchgekommen. ${treatAsNo}`,
  'not-confirmed': ({ product }) =>
    `Von außen kann niemand bestätigen, dass im Shop die neueste sichere Version von ${product} läuft.`,
  'not-confirmed:unnamed': () =>
    'Von außen kann niemand bestätigen, dass im Shop die neueste sichere Version seiner Plattform läuft.',
  'not-up-to-date': ({ product }) => `Im Shop läuft nicht die neueste sichere Version von ${product}.`,
  'not-up-to-date:unnamed': () => 'Im Shop läuft nicht die neueste sichere Version seiner Plattform.',
  'not-checked': () => `Der Shop wurde noch nicht geprüft. ${treatAsNo}`,
  'check-overdue': () => `Die letzte Prüfung ist zu lange her. ${treatAsNo}`,
  'not-monitored': () => `Diesen Shop prüft niemand mehr. ${treatAsNo}`,
};

/** What is added to a reason. */
const additions = {
  updated: ({ updated }: { updated: string }) => `Letztes Update: ${updated}.`,
  updatedSameDay: ({ updated }: { updated: string }) => `Letztes Update: ${updated}, noch am Tag des Erscheinens.`,
  updatedLater: ({ updated, later }: { updated: string; later: string }) =>
    `Letztes Update: ${updated}, ${later} nach dem Erscheinen.`,
  exploited: 'Kriminelle nutzen zurzeit eine Lücke, die dieser Shop hat.',
  beforePublic: 'Aktualisiert, bevor die Lücke öffentlich wurde.',
  statedOnly: ({ author }: { author: string }) => `${author} gibt diese Version an; die Prüfung sieht sie nicht.`,
};

/** A list of a few versions, one of which is installed. */
const either = ({ versions }: { versions: string }) => `entweder ${versions}`;

/** Five words at most, for lists and feeds. */
const shortReasons: Record<PublicReason, string> = {
  unreachable: 'Der Shop antwortet nicht',
  blocked: 'Unsere Prüfung wurde abgewiesen',
  'unknown-platform': 'Die Plattform ist nicht erkennbar',
  'conflicting-evidence': 'Die Version widerspricht sich',
  'unknown-version': 'Die Version ist verborgen',
  'no-release-data': 'Wir kennen die Versionen nicht',
  'data-stale': 'Unsere Daten sind zu alt',
  'pre-release': 'Eine Testversion ist installiert',
  'version-not-known': 'Diese Version ist nicht bekannt',
  'end-of-life': 'Keine Sicherheitsupdates mehr',
  'update-missing': 'Ein Update fehlt',
  'known-advisory': 'Es gibt eine bekannte Lücke',
  'sources-disagree': 'Die Quellen sind sich uneinig',
  'patch-level-unproven': 'Korrekturen sind nicht belegt',
  'evidence-expired': 'Die Angabe ist abgelaufen',
  'support-unknown': 'Weitere Updates sind ungewiss',
  'version-ambiguous': 'Die Version ist nicht eindeutig',
  secure: 'Es läuft eine sichere Version',
  current: 'Es läuft die neueste Version',
  'vendor-hosted': 'Updates kommen vom Anbieter',
  'not-reached': 'Unsere Prüfung kam nicht an',
  'not-confirmed': 'Es ist nicht bestätigt',
  'not-up-to-date': 'Nicht auf dem neuesten Stand',
  'not-checked': 'Noch nicht geprüft',
  'check-overdue': 'Die Prüfung ist überfällig',
  'not-monitored': 'Nicht mehr geprüft',
};

/** What would make this a yes: a sentence for each next step. */
const nextSteps: Record<StepKey, (f: Fillings) => string> = {
  'keep-going': () => 'Es fehlt nichts. Spielen Sie Updates weiterhin ein, sobald sie erscheinen.',
  'keep-going:hosted': () => 'Es fehlt nichts. Der Anbieter spielt Updates selbst ein.',
  update: ({ product, version }) => `Aktualisieren Sie ${product} auf ${version}.`,
  'update:unnamed': ({ product }) => `Aktualisieren Sie ${product} auf die neueste sichere Version.`,
  'change-branch': ({ product, version }) =>
    `Stellen Sie ${product} auf ${version} um. Dafür gibt es noch Sicherheitsupdates.`,
  'change-branch:unnamed': ({ product }) =>
    `Stellen Sie ${product} auf eine Versionsreihe um, die noch Sicherheitsupdates bekommt.`,
  'apply-patch': ({ vendor, running }) =>
    `Spielen Sie die Korrekturen ein, die ${vendor} für ${running} veröffentlicht hat, und geben Sie an, dass sie eingespielt sind.`,
  'renew-attestation': () =>
    'Wer den Shop betreut, prüft noch einmal, was installiert ist und welche Korrekturen eingespielt sind, und erneuert die Angabe.',
  'attest-version': ({ product }) => `Wer den Shop betreut, gibt an, in welcher Version ${product} installiert ist.`,
  'settle-version': ({ versions }) => `Wer den Shop betreut, gibt an, welche Version installiert ist: ${versions}.`,
  'resolve-conflict': ({ product }) =>
    `Wer den Shop betreut, findet heraus, warum ${product} in zwei Versionen zugleich zu sehen ist: vielleicht ein unfertiges Update oder eine alte Kopie in einem Zwischenspeicher.`,
  'resolve-conflict:hosted': () =>
    'Wer den Shop betreut, entfernt die Reste der Plattform, die nicht mehr in Gebrauch ist. Sind beide in Gebrauch, muss diejenige aktuell gehalten werden, für die kein Anbieter sorgt.',
  'ask-vendor': ({ product }) =>
    `Fragen Sie beim Hersteller, ob es ${product} in einer sicheren Version gibt, die noch Updates bekommt, oder wechseln Sie zu einer anderen Plattform.`,
  'ask-vendor:newest': ({ product, newest }) =>
    `Aktualisieren Sie auf ${newest}, die neueste Version. Auch sie ist noch kein Ja. Fragen Sie deshalb beim Hersteller, ob es ${product} in einer sicheren Version gibt, die noch Updates bekommt, oder wechseln Sie zu einer anderen Plattform.`,
  'ask-vendor:disagree': ({ vendor, running }) =>
    `Fragen Sie nach, was ${vendor} zu dieser Lücke in ${running} sagt: Entweder wird der Eintrag berichtigt, oder eine Version ohne die Lücke muss erscheinen.`,
  'await-facts': ({ product }) =>
    `Am Shop ist nichts zu tun. Wer diese Prüfungen betreibt, ergänzt eine Quelle, die nennt, in welchen Versionen ${product} erschienen ist.`,
  'allow-check': ({ section }) =>
    `Eine Zeile in der Liste der Firewall lässt die Prüfung durch. Der Name der Prüfung steht auf der Seite dieses Shops, unter „${section}“.`,
  'allow-check:opted-out': ({ section }) =>
    `Wer den Shop betreut, nimmt diese Bitte zurück, in robots.txt oder patchproof.json. Wie sie geschrieben wird, steht auf der Seite dieses Shops, unter „${section}“.`,
  'restore-site': () =>
    'Rufen Sie den Shop selbst auf. Geht das, lässt der Betreuer unsere Prüfung durch; geht es nicht, bringt er den Shop wieder zum Laufen.',
  'correct-address': () => 'Der Shop ist umgezogen: Tragen Sie seine neue Adresse in die Liste ein.',
  'correct-address:named': ({ url }) =>
    `Der Shop ist umgezogen: Tragen Sie seine neue Adresse in die Liste ein, ${url}.`,
  'name-platform': () =>
    'Wer den Shop betreut, trägt in der Liste der Shops seine Plattform ein. Dann weiß die Prüfung, wonach sie sucht.',
  'refresh-sources': () => 'Am Shop ist nichts zu tun. Wer diese Prüfungen betreibt, holt neue Daten.',
  'refresh-sources:named': ({ source, sourceAge }) =>
    `Am Shop ist nichts zu tun. Wer diese Prüfungen betreibt, holt neue Daten von ${source}; die letzten sind ${sourceAge} alt.`,
  'refresh-sources:shipped': ({ sourceAge }) =>
    `Am Shop ist nichts zu tun. Wer diese Prüfungen betreibt, lässt sie ihre Quellen erreichen oder installiert ein neueres Patchproof: Die mitgelieferten Daten sind ${sourceAge} alt.`,
};

/** Where whoever runs the shop reads the version. */
const places: Record<VersionPlace['kind'], (place: { name: string }) => string> = {
  'back-office': () => 'Sie steht in der Verwaltung des Shops.',
  composer: ({ name }) => `Auf dem Server zeigt „composer show ${name}“ sie an.`,
  bundler: ({ name }) => `Auf dem Server zeigt „bundle info ${name}“ sie an.`,
  npm: ({ name }) => `Auf dem Server zeigt „npm ls ${name}“ sie an.`,
};

/** The next step where details are withheld, or where nothing was checked. */
const generalSteps: Record<GeneralStepKey, (f: Pick<Fillings, 'product'>) => string> = {
  'not-reached': () => 'Wer den Shop betreut, lässt unsere Prüfung zum Shop durch.',
  'not-confirmed': ({ product }) =>
    `Wer den Shop betreut, weist nach, dass dort die neueste sichere Version von ${product} läuft.`,
  'not-confirmed:unnamed': () =>
    'Wer den Shop betreut, weist nach, dass dort die neueste sichere Version der Plattform läuft.',
  'not-up-to-date': ({ product }) => `Spielen Sie die neueste sichere Version von ${product} ein.`,
  'not-up-to-date:unnamed': () => 'Spielen Sie die neueste sichere Version der Plattform ein.',
  'not-checked': () => 'Die nächste Prüfung beantwortet das.',
  'check-overdue': () => 'Wer diese Prüfungen betreibt, startet sie wieder, und die nächste beantwortet das.',
  'not-monitored': () => 'Tragen Sie den Shop wieder in die Liste ein, und die nächste Prüfung beantwortet das.',
};

/** Where nothing but the answer is shown. */
const withheldStep = 'Wer den Shop betreut, weiß, was fehlt. Fragen Sie dort nach.';

/** Who could do it, by the login it takes. */
const who = {
  anybody: 'Jemand',
  nobody: 'Jemand ohne Benutzerkonto',
  user: 'Jemand mit einem Benutzerkonto',
  admin: 'Jemand mit einem Administratorkonto',
};

/** A flaw in our own words. */
const deeds: Record<Deed, (by: { who: string }) => string> = {
  runCode: ({ who }) => `${who} könnte im Shop eigene Programme ausführen.`,
  takeOver: ({ who }) => `${who} könnte die Kontrolle über den Shop übernehmen.`,
  useDatabase: ({ who }) => `${who} könnte lesen oder ändern, was in der Datenbank steht.`,
  passLogin: ({ who }) => `${who} könnte in fremde Konten gelangen.`,
  readFiles: ({ who }) => `${who} könnte Dateien lesen, die nicht für fremde Augen bestimmt sind.`,
  plantScript: ({ who }) => `${who} könnte ein Skript einschleusen, das in den Browsern anderer läuft.`,
  lackRight: ({ who }) => `${who} könnte Dinge tun, ohne das Recht dazu zu haben.`,
  actAsOther: ({ who }) => `${who} könnte im Namen einer angemeldeten Person handeln.`,
  reachInside: ({ who }) => `${who} könnte den Shop dazu bringen, andere Computer in seinem Netz aufzurufen.`,
  guessSecrets: ({ who }) =>
    `${who} könnte Geheimnisse erraten, etwa die Links, mit denen man ein Passwort zurücksetzt.`,
  forge: ({ who }) => `${who} könnte Gefälschtes als echt ausgeben.`,
  readAndChange: ({ who }) => `${who} könnte lesen und ändern, was unerreichbar sein sollte.`,
  change: ({ who }) => `${who} könnte ändern, was unerreichbar sein sollte.`,
  seeData: ({ who }) => `${who} könnte Daten sehen, die vertraulich bleiben sollten.`,
  slipPast: ({ who }) => `${who} könnte die Kontrollen umgehen, die den Shop schützen.`,
  cheat: ({ who }) =>
    `${who} könnte den Shop mit Schritten überlisten, die schneller oder in anderer Reihenfolge kommen als erwartet.`,
  plantFormula: ({ who }) => `${who} könnte Formeln in Tabellen einschleusen, die andere exportieren und öffnen.`,
  stop: ({ who }) => `${who} könnte den Shop zum Stillstand bringen.`,
  slow: ({ who }) => `${who} könnte den Shop verlangsamen.`,
  redirect: ({ who }) => `${who} könnte Besucher auf eine andere Website umleiten.`,
  unsaid: ({ who }) => `${who} könnte den Shop missbrauchen; wie, sagt der Eintrag nicht.`,
};

/** How a flaw stands at this shop. */
const flaws = {
  exploited: 'Kriminelle nutzen diese Lücke zurzeit.',
  needsVictim: 'Dazu muss jemand anderes etwas öffnen oder anklicken.',
  gravity: {
    critical: 'Sie gehört zu den schwersten Lücken, die es gibt.',
    high: 'Es ist eine schwere Lücke.',
    medium: 'Es ist eine mittelschwere Lücke.',
    low: 'Es ist eine geringfügige Lücke.',
  },
  published: ({ day }: { day: string }) => `Öffentlich seit dem ${day}.`,
  fixedIn: ({ product, versions }: { product: string; versions: string }) => `Behoben in ${product} ${versions}.`,
  notFixed: 'Noch keine Version behebt sie.',
  unbounded: 'Der Eintrag nennt keine Version, mit der sie endet; darum gilt er auch für jede spätere.',
  fixWithoutVersion: 'Die Korrektur besteht aus einzelnen Dateien und ändert die Version nicht.',
  exposed: ({ day, days }: { day: string; days: string }) => `Hier gesehen seit dem ${day}, bisher ${days}.`,
  exposedToday: 'Hier gesehen seit heute.',
  someCandidates: 'Nur einige der Versionen, die infrage kommen, haben sie.',
  disputed: ({ sources, doubters }: { sources: string; doubters: string }) =>
    `Die Quellen sind sich über diese Version nicht einig. Mitgezählt von: ${sources}. Ausgenommen von: ${doubters}. Das strengere Urteil zählt.`,
  mistaken: 'Der Eintrag nennt diese Version irrtümlich: Er zählt hier nicht.',
};

/** What waiting costs: rules that give a date for the flaw that presses most. `today`: the date is today. */
const deadlines = {
  exploited: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Kriminelle nutzen eine Lücke, die hier offen ist. Behörden der USA müssen sie bis zum ${day} beheben: noch ${left}.`,
    today: 'Kriminelle nutzen eine Lücke, die hier offen ist. Behörden der USA müssen sie heute beheben.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Kriminelle nutzen eine Lücke, die hier offen ist. Behörden der USA mussten sie bis zum ${day} beheben; das war ${ago}.`,
  },
  cyberEssentials: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Cyber Essentials, das britische Regelwerk für grundlegenden Schutz, lässt 14 Tage Zeit, um die Korrektur für eine schwere Lücke einzuspielen. Die Frist endet am ${day}: noch ${left}.`,
    today:
      'Cyber Essentials, das britische Regelwerk für grundlegenden Schutz, lässt 14 Tage Zeit, um die Korrektur für eine schwere Lücke einzuspielen. Die Frist endet heute.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Cyber Essentials, das britische Regelwerk für grundlegenden Schutz, lässt 14 Tage Zeit, um die Korrektur für eine schwere Lücke einzuspielen. Die Frist endete am ${day}, ${ago}.`,
  },
  pciDss: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `PCI DSS, das Regelwerk für alle, die Kartenzahlungen annehmen, lässt 30 Tage Zeit, um die Korrektur für eine schwere Lücke einzuspielen. Die Frist endet am ${day}: noch ${left}.`,
    today:
      'PCI DSS, das Regelwerk für alle, die Kartenzahlungen annehmen, lässt 30 Tage Zeit, um die Korrektur für eine schwere Lücke einzuspielen. Die Frist endet heute.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `PCI DSS, das Regelwerk für alle, die Kartenzahlungen annehmen, lässt 30 Tage Zeit, um die Korrektur für eine schwere Lücke einzuspielen. Die Frist endete am ${day}, ${ago}.`,
  },
};

/** What a history event says; dates, products and versions arrive as words. */
const events = {
  monitoringStarted: 'Die Prüfungen haben begonnen.',
  monitoringEnded: 'Die Prüfungen sind beendet.',
  answer: (word: string, shortReason: string | null) =>
    shortReason === null ? `${word}.` : `${word}. ${shortReason}.`,
  installed: (running: string) => `Jetzt installiert: ${running}.`,
  nothingInstalled: 'Es ist keine Plattform mehr zu erkennen.',
  versionHidden: (product: string) => `${product}, Version nicht sichtbar`,
  affects: (product: string, published: string, id: string) =>
    `Eine Lücke in ${product}, öffentlich seit dem ${published}, betrifft diesen Shop (${id}).`,
  affectsMany: (count: number, product: string) =>
    many(count, {
      one: `veröffentlichte Lücke in ${product} betrifft diesen Shop.`,
      other: `veröffentlichte Lücken in ${product} betreffen diesen Shop.`,
    }),
  fixedMany: (count: number, product: string) =>
    many(count, {
      one: `Lücke in ${product} betrifft diesen Shop nicht mehr.`,
      other: `Lücken in ${product} betreffen diesen Shop nicht mehr.`,
    }),
  fixed: (product: string, id: string) => `Eine Lücke in ${product} betrifft diesen Shop nicht mehr (${id}).`,
  exploited: (product: string, id: string) =>
    `Kriminelle nutzen eine Lücke in ${product}, die diesen Shop betrifft (${id}).`,
  promiseMade: (by: string) => `Zugesagt für den ${by}.`,
  promiseMoved: (from: string, by: string) => `Die Zusage wurde vom ${from} auf den ${by} verschoben.`,
  promiseWithdrawn: (by: string) => `Die Zusage für den ${by} wurde zurückgenommen.`,
  promiseKept: (by: string) => `Die Zusage für den ${by} wurde eingehalten.`,
  promiseOverdue: (by: string) => `Der zugesagte ${by} ist ohne das Update verstrichen.`,
  supportEnding: (line: string, days: number, on: string) =>
    `${line} bekommt noch ${many(days, { one: 'Tag', other: 'Tage' })} lang Sicherheitsupdates, bis zum ${on}.`,
  supportEndsToday: (line: string) => `Dies ist der letzte Tag, an dem ${line} Sicherheitsupdates bekommt.`,
  checkFailed: (days: string, since: string) =>
    `Seit dem ${since} ist keine Prüfung zum Shop durchgekommen, bisher ${days}.`,
  checkResumed: 'Eine Prüfung ist wieder zum Shop durchgekommen.',
  withheld: 'Eine Änderung, zurückgehalten bis zur Behebung.',
  withheldMany: (count: number) =>
    many(count, {
      one: 'Änderung, zurückgehalten bis zur Behebung.',
      other: 'Änderungen, zurückgehalten bis zur Behebung.',
    }),
};

const mailQuestion = 'Nutzt meine Website die neueste sichere Version ihrer E-Commerce-Plattform?';
const whenQuestion = 'Wenn nein: Wann wird sie eingespielt?';

/** Lines of the mail to whoever runs the shop. */
const mail = {
  subject: `${mailQuestion} ${whenQuestion}`,
  greeting: 'Guten Tag,',
  greetingNamed: ({ name }: { name: string }) => `Guten Tag ${name},`,
  intro: ({ shop }: { shop: string }) => `ich habe zwei Fragen zu ${shop}`,
  first: `1. ${mailQuestion}`,
  second: `2. ${whenQuestion}`,
  says: ({ word }: { word: string }) => `Eine Prüfung von außen ergab: ${word}.`,
  saysOn: ({ day, word }: { day: string; word: string }) => `Eine Prüfung von außen ergab am ${day}: ${word}.`,
  toYes: ({ step }: { step: string }) => `So wird daraus ein Ja: ${step}`,
  exposedToday: 'Heute wurde im Shop zum ersten Mal eine veröffentlichte Lücke gesehen.',
  exposed: ({ day, days }: { day: string; days: string }) =>
    `Seit dem ${day} ist im Shop eine veröffentlichte Lücke zu sehen, bisher ${days}.`,
  ids: ({ ids }: { ids: string }) => `Es geht um: ${ids}.`,
  idsMore: ({ ids, count }: { ids: string; count: number }) =>
    `Es geht um: ${ids} und ${many(count, { one: 'weitere', other: 'weitere' })}.`,
  page: ({ address }: { address: string }) => `Alles dazu: ${address}`,
  thanks: 'Eine kurze Antwort mit einem Termin genügt. Vielen Dank!',
};

const meaning = {
  title: 'Was das bedeutet',
  affected: (count: number) =>
    many(count, {
      one: 'veröffentlichte Lücke betrifft die installierte Software.',
      other: 'veröffentlichte Lücken betreffen die installierte Software.',
    }),
  perhaps: (count: number) =>
    many(count, {
      one: 'veröffentlichte Lücke betrifft einige der Versionen, die infrage kommen.',
      other: 'veröffentlichte Lücken betreffen einige der Versionen, die infrage kommen.',
    }),
  attested: (count: number) =>
    many(count, {
      one: 'veröffentlichte Lücke ist behoben, wie der Betreuer angibt.',
      other: 'veröffentlichte Lücken sind behoben, wie der Betreuer angibt.',
    }),
  flagged: 'Der Hersteller der Plattform nennt die installierte Version unsicher. Die Lücke nennt er nicht.',
  noneAffects: 'Keine veröffentlichte Lücke betrifft die installierte Software.',
  nonePublished:
    'Die Lücken dieser Plattform veröffentlicht niemand; darum lässt sich nichts vergleichen. Das beweist nicht, dass es keine gibt.',
  notJudged: 'Über die installierte Software ist zu wenig bekannt, um sie mit veröffentlichten Lücken zu vergleichen.',
  vendorHosted:
    'Der Anbieter betreibt die Plattform und repariert sie für alle Shops zugleich. Am Shop muss niemand etwas einspielen.',
  mistaken: (count: number) =>
    many(count, {
      one: 'Eintrag nennt die installierte Version irrtümlich: Er zählt hier nicht.',
      other: 'Einträge nennen die installierte Version irrtümlich: Sie zählen hier nicht.',
    }),
  unbounded:
    'Manche Einträge nennen keine Version, mit der eine Lücke endet. Das liegt am Eintrag: Eine neuere Version kann die Korrektur trotzdem enthalten, nur steht das nirgends.',
  more: (count: number) => `Und ${many(count, { one: 'weitere Lücke', other: 'weitere Lücken' })}.`,
  ids: 'Der Eintrag dazu',
  exposure:
    'Die Tage zählen ab dem Tag, an dem wir eine Lücke hier zum ersten Mal gesehen haben. Sie kann schon länger da gewesen sein.',
  backport: (product: string) =>
    `${product} verspricht Korrekturen nur für die neueste Versionsreihe. Ältere bekommen manche aus Entgegenkommen, und die installierte Version kann sie enthalten; ein Ja wird daraus nicht.`,
  fixes: (ids: string) => `Diese Korrekturen sind nachzuweisen: ${ids}.`,
};

/** What spoke of the version. */
const clues: Record<EvidenceKind, string> = {
  header: 'eine Zeile, die der Server mitschickt',
  cookie: 'ein Cookie',
  generator: 'der Name der Software, den die Seite nennt',
  asset: 'die Adresse einer Datei',
  markup: 'der Aufbau der Seite',
  script: 'ein Skript in der Seite',
  'asset-version': 'eine Zahl in der Adresse einer Datei',
  'text-file': 'eine Textdatei',
  'version-endpoint': 'eine Seite, die die Version nennt',
  'cookie-proof': 'ein Cookie, das jede Version neu bildet',
  'file-hash': 'die Prüfsumme einer Datei',
  'asset-name': 'der Name einer Datei',
  'feature-flags': 'eine Liste von Schaltern in der Seite',
  'api-schema': 'das Angebot der Schnittstelle des Shops',
  'deploy-time': 'der Zeitpunkt, zu dem die Dateien dort abgelegt wurden',
};

interface StatedFillings {
  author: string;
  version: string;
  made: string;
  expires: string;
}

/** What the maintainer states, by what it is stated with. */
const stated: Record<AttestationKind, (f: StatedFillings) => string> = {
  statement: ({ author, version, made, expires }) =>
    `${author} hat am ${made} angegeben, dass ${version} installiert ist; die Prüfung sieht es nicht. Das gilt bis zum ${expires}.`,
  'patch-status': ({ author, version, made, expires }) =>
    `${author} hat am ${made} mit einem Bericht von Adobes patch-status angegeben, dass ${version} installiert ist; die Prüfung sieht es nicht. Das gilt bis zum ${expires}.`,
  composer: ({ author, version, made, expires }) =>
    `${author} hat am ${made} mit einer Liste der Composer-Pakete angegeben, dass ${version} installiert ist; die Prüfung sieht es nicht. Das gilt bis zum ${expires}.`,
  'shopware-plugin': ({ author, version, made, expires }) =>
    `${author} hat am ${made} mit der eigenen Liste des Sicherheits-Plugins angegeben, dass ${version} installiert ist; die Prüfung sieht es nicht. Das gilt bis zum ${expires}.`,
  openvex: ({ author, version, made, expires }) =>
    `${author} hat am ${made} mit einem OpenVEX-Dokument angegeben, dass ${version} installiert ist; die Prüfung sieht es nicht. Das gilt bis zum ${expires}.`,
};

const evidence = {
  title: 'Woher wir das wissen',
  none: 'Die letzte Prüfung hat nichts ergeben, was sich zeigen lässt.',
  confidence: (percent: number) => `Das Produkt steht zu ${percent}\u00a0% fest.`,
  clues,
  clue: ({ clue, count }: { clue: string; count: number }) =>
    `${clue} (passt zu ${many(count, { one: 'Version', other: 'Versionen' })})`,
  cluesSeen: ({ clues }: { clues: string }) => `Das war von der Version zu sehen: ${clues}.`,
  candidates: ({ count, versions }: { count: number; versions: string }) =>
    `${many(count, { one: 'Version passt', other: 'Versionen passen' })} zu allem, was wir gesehen haben: ${versions}. Wir zeigen sie alle, statt zu raten.`,
  sameFiles:
    'An Dateien, die sich von einer Version zur nächsten nicht geändert haben, lassen sich die beiden nicht unterscheiden.',
  settle: 'Wer den Shop betreut, kann das klären, indem er die Version angibt.',
  claimedOnly: (claimed: string) =>
    `Der Shop nennt die Version ${claimed}. Ein einzelner Text ist kein Beweis, darum zählt er nicht.`,
  conflict: 'Keine Version passt zu allem, was wir gesehen haben.',
  found: 'Gefunden:',
  fits: (versions: string) => `Passt zu ${versions}.`,
  fitsMany: (count: number, first: string, last: string) =>
    `Passt zu ${many(count, { one: 'Version', other: 'Versionen' })}, ${first} bis ${last}.`,
  known: { measured: 'Gemessen.', stated: 'Vom Betreuer angegeben.', archived: 'Aus einer archivierten Kopie.' },
  look: (at: string, status: number) => `${at}, Status ${status}.`,
  check: 'Prüfen Sie es selbst',
  expect: 'Das wird ausgegeben:',
  stated,
  withheld: (paths: string) =>
    `Nicht abgerufen, weil die robots.txt des Shops es verbietet: ${paths}. Mit „robots: owner-consents“ in der Liste der Shops erlaubt es der Inhaber.`,
  hashHint:
    "Kommt eine andere Prüfsumme heraus, hat der Server vielleicht die Zeilenenden geändert: Setzen Sie „tr -d '\\r' |“ vor „sha256sum“.",
};

const conduct = {
  title: 'Wie wir prüfen',
  requests: (count: number) =>
    `Die letzte Prüfung hat ${many(count, { one: 'Anfrage', other: 'Anfragen' })} an den Shop geschickt; mehr als zehn darf sie nicht schicken.`,
  budget: 'Eine Prüfung schickt höchstens zehn Anfragen an den Shop.',
  polite: 'Sie liest nur öffentliche Seiten, hält sich an robots.txt und versucht nichts, was ein Besucher nicht täte.',
  introduces: 'Sie stellt sich so vor:',
  optOut:
    'Ein Shop, der nicht geprüft werden will, sagt das mit {"optOut": true} in /.well-known/patchproof.json oder in robots.txt (User-agent: Patchproof, Disallow: /).',
  problemsTitle: 'Was nicht geklappt hat:',
  sourcesTitle: 'Grundlage des Urteils:',
  source: (name: string, kind: string, day: string, licence: string) => `${name}, ${kind}, Stand ${day} (${licence})`,
  kinds: {
    advisories: 'veröffentlichte Lücken',
    releases: 'Versionen',
    support: 'Dauer der Sicherheitsupdates',
    exploited: 'Lücken, die Kriminelle nutzen',
  },
  standIn: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}: Die Quelle gab diesmal keine brauchbare Antwort; darum gilt ihre letzte gute Kopie vom ${day} (${licence})`,
};

const history = {
  title: 'Jede Änderung',
  columns: { when: 'Wann', what: 'Was', proof: 'Nachweis' },
  empty: 'Bisher hat sich nichts geändert.',
  headTitle:
    'Jede Änderung trägt eine Prüfsumme über sich selbst und die Änderung davor, sodass später keine unbemerkt verändert werden kann. Die letzte:',
};

const subscribe = {
  title: 'Auf dem Laufenden bleiben',
  feed: 'Feed dieses Shops',
  feedHint: 'Tragen Sie seine Adresse in einen Feed-Reader ein, und er meldet Ihnen, wenn sich die Antwort ändert.',
  calendar: 'In Ihren Kalender eintragen',
  calendarFile: 'Die Adresse des Kalenders',
  calendarHint:
    'Ihr Kalender zeigt dann die Tage, für die Updates zugesagt sind, und die Tage, an denen Sicherheitsupdates enden.',
  how: 'So abonnieren Sie, auch per E-Mail',
  status: 'Diese Antwort für Maschinen (JSON)',
  history: 'Jede Änderung für Maschinen (JSON Lines)',
  vex: 'Veröffentlichte Lücken für Maschinen (OpenVEX)',
  badge: 'Eine Plakette für die Seiten des Shops',
  html: 'HTML',
  markdown: 'Markdown',
  shield: 'Markdown, gezeichnet von shields.io; Besucher Ihrer Seite rufen das Bild dann bei diesem Dienst ab',
};

/** The page that explains how to subscribe. */
const subscribing = {
  title: 'Auf dem Laufenden bleiben',
  lead: 'Sie erfahren es, wenn sich eine Antwort ändert. Ihre E-Mail-Adresse braucht dafür niemand. Diese Adressen gelten für alle Shops; auf der Seite jedes Shops stehen seine eigenen.',
  reader: {
    title: 'Im Feed-Reader',
    text: 'Kopieren Sie diese Adresse in einen beliebigen Feed-Reader. Jede Änderung kommt als eigene Meldung.',
  },
  mail: {
    title: 'Per E-Mail',
    text: 'E-Mail-Programme wie Thunderbird nehmen dieselbe Adresse und zeigen die Änderungen wie E-Mails. Dienste, die einen Feed in E-Mails umwandeln, nehmen sie auch.',
  },
  calendar: {
    title: 'In Ihrem Kalender',
    text: 'Abonnieren Sie diese Adresse in Ihrem Kalender. Er zeigt die Tage, für die Updates zugesagt sind, und die Tage, an denen Sicherheitsupdates enden.',
  },
  groups: { maintainer: 'Feeds nach Betreuer', tag: 'Feeds nach Schlagwort' },
};

/** The picture of a site's past, and its table. Days arrive as words. */
const timeline = {
  title: 'Was installiert war, und wann',
  answersTitle: 'Die Antworten, und wann sie sich geändert haben',
  answers: 'Antwort',
  notVisible: 'Version nicht sichtbar',
  installed: ({ running, since }: { running: string; since: string }) => `Zuerst gesehen am ${since}: ${running}.`,
  span: ({ from, to }: { from: string; to: string }) => `Die Zeit vom ${from} bis zum ${to}.`,
  releases: ({ count, product }: { count: number; product: string }) =>
    many(count, {
      one: `Version von ${product} ist in dieser Zeit erschienen.`,
      other: `Versionen von ${product} sind in dieser Zeit erschienen.`,
    }),
  hit: (count: number) =>
    many(count, {
      one: 'veröffentlichte Lücke kam hier in dieser Zeit hinzu.',
      other: 'veröffentlichte Lücken kamen hier in dieser Zeit hinzu.',
    }),
  uncheckedDays: (days: string) => `Davon konnte ${days} lang niemand prüfen.`,
  exposed: ({ days, since }: { days: string; since: string }) =>
    `Seit dem ${since} standen veröffentlichte Lücken insgesamt ${days} offen.`,
  neverExposed: (since: string) =>
    `Nach dem, was wir gesehen haben, stand hier seit dem ${since} keine veröffentlichte Lücke offen.`,
  exposedNow: ({ since, days }: { since: string; days: string }) =>
    `Eine veröffentlichte Lücke steht hier seit dem ${since} offen, bisher ${days}.`,
  exposedToday: 'Eine veröffentlichte Lücke steht hier seit heute offen.',
  median: (days: string) => `Die Hälfte der Lücken stand höchstens ${days} offen.`,
  counted:
    'Die Tage zählen ab dem Tag, an dem wir die betroffene Version zum ersten Mal gesehen haben. Sie kann schon länger da gewesen sein.',
  legendTitle: 'Was das Bild zeigt',
  legend: {
    version: 'Eine installierte Version',
    archived: 'Aus einer archivierten Kopie',
    yes: 'Die Antwort war Ja',
    no: 'Die Antwort war Nein',
    unchecked: 'Niemand konnte prüfen',
    release: 'Eine Version ist erschienen',
    flaw: 'Veröffentlichte Lücke kam hinzu',
    exposed: 'Veröffentlichte Lücke offen',
    14: '14 Tage offen (UK Cyber Essentials)',
    30: '30 Tage offen (PCI DSS)',
    due: 'Zugesagter Tag',
    kept: 'Zusage eingehalten',
    missed: 'Zugesagter Tag verstrichen',
    gone: 'Zugesagter Tag aufgegeben',
    later: 'Zugesagt für später als gezeigt',
    slip: 'Die Zusage wurde verschoben',
    today: 'Heute',
  },
  tableTitle: 'Das Bild in Zahlen',
  versions: {
    title: 'Installierte Versionen',
    columns: { what: 'Version', from: 'Von', to: 'Bis', days: 'Dauer' },
    archived: (running: string) => `${running}, aus einer archivierten Kopie`,
    now: 'heute',
  },
  answerTable: { title: 'Antworten', columns: { what: 'Antwort', from: 'Von', to: 'Bis', days: 'Dauer' } },
  unchecked: { title: 'Wann niemand prüfen konnte', columns: { from: 'Von', to: 'Bis', days: 'Dauer' } },
  flaws: {
    title: 'Veröffentlichte Lücken',
    columns: {
      what: 'Lücke',
      published: 'Veröffentlicht',
      from: 'Hier offen seit',
      to: 'Behoben am',
      days: 'Tage offen',
      14: '14 Tage (UK Cyber Essentials)',
      30: '30 Tage (PCI DSS)',
    },
    one: ({ id, product }: { id: string; product: string }) => `${id} in ${product}`,
    several: ({ count, product }: { count: number; product: string }) =>
      many(count, { one: `Lücke in ${product}`, other: `Lücken in ${product}` }),
    between: ({ first, last }: { first: string; last: string }) => `${first} bis ${last}`,
    open: 'noch offen',
    within: 'eingehalten',
    passed: 'überschritten',
    notYet: 'noch nicht',
  },
  promises: {
    title: 'Zusagen',
    columns: { due: 'Zugesagt für', outcome: 'Was daraus wurde' },
    open: (relative: string) => `Gilt, fällig ${relative}.`,
    kept: 'Eingehalten.',
    passed: 'Ohne das Update verstrichen.',
    late: (day: string) => `Verstrichen; das Update war zuerst am ${day} zu sehen.`,
    moved: (day: string) => `Auf den ${day} verschoben.`,
    passedAndMoved: (day: string) => `Ohne das Update verstrichen, dann auf den ${day} verschoben.`,
    withdrawn: 'Zurückgenommen.',
  },
  more: (count: number) => `Und ${many(count, { one: 'frühere Zeile', other: 'frühere Zeilen' })}.`,
};

const overview = {
  counts: (yes: number, no: number) => `${writeCount(yes)} Ja, ${writeCount(no)} Nein.`,
  since: (days: number) => (days < 1 ? 'seit heute' : countDays(days)),
  noDate: 'kein Termin',
  byDate: (day: string) => `bis ${day}`,
  overdue: (days: number) => `${countDays(days)} überfällig`,
  columns: { answer: 'Antwort', shop: 'Shop', reason: 'Grund', since: 'Bisher', promise: 'Zusage' },
  former: 'Nicht mehr geprüft',
  empty: 'Noch ist kein Shop eingetragen.',
  emptyGroup: 'Heute ist hier kein Shop.',
  feed: 'Feed aller Änderungen',
  status: 'Alle Antworten für Maschinen (JSON)',
};

/** Words that not everybody knows, explained where they are used. */
const glossary = {
  title: 'Wörter, die hier vorkommen',
  terms: {
    platform: {
      term: 'Plattform',
      text: 'Die Software, mit der ein Shop gemacht ist, etwa WooCommerce, Magento oder PrestaShop.',
    },
    version: {
      term: 'Version',
      text: 'Die Nummer einer Ausgabe dieser Software. Eine höhere Nummer ist eine neuere Ausgabe.',
    },
    line: {
      term: 'Versionsreihe',
      text: 'Versionen, die mit denselben Zahlen beginnen, etwa 5.2.1 und 5.2.2. Hersteller reparieren eine Versionsreihe einige Jahre lang und hören dann auf.',
    },
    flaw: {
      term: 'Veröffentlichte Lücke',
      text: 'Ein Fehler in der Software, den andere missbrauchen können und der öffentlich beschrieben ist.',
    },
    record: {
      term: 'Eintrag',
      text: 'Die öffentliche Notiz über eine Lücke. Sie hat eine Nummer und sagt, welche Versionen die Lücke haben.',
    },
    cyberEssentials: {
      term: 'Cyber Essentials',
      text: 'Ein Regelwerk für grundlegenden Schutz, aufgestellt von der britischen Regierung. Versicherer und öffentliche Auftraggeber fragen danach.',
    },
    pciDss: {
      term: 'PCI DSS',
      text: 'Das Regelwerk der Kartenfirmen für Sicherheit. Wer Kartenzahlungen annimmt, hat ihm zugestimmt.',
    },
    hash: {
      term: 'Prüfsumme',
      text: 'Ein Fingerabdruck einer Datei oder eines Textes: eine lange Zahl, die sich ändert, sobald sich ein einziger Buchstabe ändert. Auch Hash genannt.',
    },
    status: {
      term: 'Status',
      text: 'Die Zahl, mit der ein Server antwortet: 200 heißt, dass er geschickt hat, wonach gefragt wurde.',
    },
    statement: {
      term: 'Angabe',
      text: 'Was der Betreuer über den Shop sagt, wo es von außen niemand sehen kann, mit Namen und Datum. Auf Englisch: attestation.',
    },
    robots: {
      term: 'robots.txt',
      text: 'Eine Datei, in der eine Website Programmen sagt, was sie lesen dürfen. Diese Prüfung hält sich daran.',
    },
    feed: {
      term: 'Feed',
      text: 'Eine Liste von Änderungen, die ein Feed-Reader von selbst abholt, sodass Sie nicht hier nachsehen müssen.',
    },
    badge: {
      term: 'Plakette',
      text: 'Ein kleines Bild mit der jetzigen Antwort, das auf anderen Seiten gezeigt werden kann.',
    },
  },
};

/** Lists of some of the shops, and the way between them. */
const lists = {
  /** What a list has in common, above its name. */
  kinds: { platform: 'Plattform', maintainer: 'Betreuer', tag: 'Schlagwort' },
  /** Of the answers' own lists. */
  answers: { yes: 'Shops mit der Antwort Ja', no: 'Shops mit der Antwort Nein' },
  hall: 'Ja seit einem Jahr',
  hallMeans:
    'Jede Prüfung der letzten 365 Tage ergab Ja; das gilt für die Plattform selbst, nicht für Erweiterungen, Design, Server oder Passwörter, und nicht für die Zeit zwischen zwei Prüfungen.',
  titleOf: (kind: string, name: string) => `${kind}: ${name}`,
  pageOf: (page: number, count: number) => `Seite ${writeCount(page)} von ${writeCount(count)}`,
  titlePage: (title: string, page: string) => `${title}. ${page}`,
  pages: 'Seiten',
  previous: 'Zurück',
  next: 'Weiter',
  filters: 'Einen Teil der Shops zeigen',
  all: 'Alle',
  more: 'Weitere Filter',
  groups: { platform: 'Plattformen', maintainer: 'Betreuer', tag: 'Schlagwörter' },
  every: {
    platform: (count: number) => `Alle ${many(count, { one: 'Plattform', other: 'Plattformen' })}`,
    maintainer: (count: number) => `Alle ${many(count, { one: 'Betreuer', other: 'Betreuer' })}`,
    tag: (count: number) => `Alle ${many(count, { one: 'Schlagwort', other: 'Schlagwörter' })}`,
  },
  shops: (count: number) => many(count, { one: 'Shop', other: 'Shops' }),
  open: (no: number) => (no === 0 ? 'alle Ja' : `${writeCount(no)} Nein`),
  pace: (days: number, flaws: number) =>
    `Zeit bis zum Update im Median: ${days < 1 ? 'weniger als ein Tag' : countDays(days)}, bei ${many(flaws, { one: 'behobener Lücke', other: 'behobenen Lücken' })}.`,
  paceMeans:
    'Die Zeit zählt von dem Tag, an dem eine Lücke öffentlich und im Shop zu sehen war, bis zu dem Tag, an dem sie behoben war.',
  tooFew: (flaws: number) =>
    flaws === 0
      ? 'Noch ist keine behobene Lücke verzeichnet; darum lässt sich nicht sagen, wie lange Updates dauern.'
      : `${many(flaws, { one: 'behobene Lücke ist', other: 'behobene Lücken sind' })} verzeichnet: zu wenig, um zu sagen, wie lange Updates dauern.`,
  promises: (kept: number, moved: number, missed: number) =>
    `Zusagen: ${writeCount(kept)} eingehalten, ${writeCount(moved)} verschoben, ${writeCount(missed)} nicht eingehalten.`,
  withheld: 'Einige dieser Shops zeigen ihren Verlauf nicht; was sie zurückhalten, ist nicht mitgezählt.',
};

/** Headings, labels and sentences of the pages. Dates arrive as words. */
const page = {
  skip: 'Direkt zur Antwort',
  checked: (at: string) => `Geprüft am ${at}.`,
  staleAfter: (day: string) => `Ist der ${day} vorbei, gilt dies als Nein.`,
  seen: (at: string) =>
    `Zuletzt gut zu sehen war der Shop am ${at}; was damals lief, wird nach heutigem Wissen beurteilt.`,
  endedOn: (day: string) => `Seit dem ${day} nicht mehr geprüft.`,
  demo: (day: string) =>
    `Dies ist eine Vorführung: erfundene Shops, beurteilt nach dem Stand vom ${day}, dem Datum der mitgelieferten Daten.`,
  toYes: 'So wird daraus ein Ja',
  toStayYes: 'So bleibt es beim Ja',
  visit: 'Der Shop:',
  withheld: 'Einzelheiten werden gezeigt, sobald es behoben ist.',
  withheldAlways: 'Hier wird nur die Antwort gezeigt.',
  applied: 'Sie ist eingespielt.',
  promised: (by: string, relative: string) => `Bis zum ${by}, ${relative}.`,
  promisedBy: ({ name }: { name: string }) => `Zugesagt von ${name}.`,
  promisedOn: ({ day }: { day: string }) => `Zugesagt am ${day}.`,
  promisedByOn: ({ name, day }: { name: string; day: string }) => `Zugesagt von ${name} am ${day}.`,
  overdue: (by: string, relative: string) => `Zugesagt war sie für den ${by}; das war ${relative}.`,
  noPromise: 'Niemand hat einen Termin genannt.',
  earlierPromises: (days: string) => `Früher zugesagt: ${days}.`,
  note: 'Der Betreuer sagt:',
  noteNamed: ({ name }: { name: string }) => `${name} sagt:`,
  ask: 'Betreuer fragen',
  askNamed: ({ name }: { name: string }) => `${name} fragen`,
  copyMail: 'Es ist keine E-Mail-Adresse eingetragen. Kopieren Sie diesen Text und schicken Sie ihn an den Betreuer.',
  about: 'Patchproof stellt zwei Fragen zu Onlineshops und veröffentlicht die Antworten.',
  contact: 'Kontakt',
  licences: 'Woher die Daten stammen',
  glossary,
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht hat der Shop hier einen anderen Namen.',
    home: 'Alle Shops',
  },
  meaning,
  evidence,
  conduct,
  history,
  timeline,
  subscribe,
  overview,
  sourceDay: (licence: string, day: string) => `${licence}, Stand ${day}`,
  lists,
};

/** What a change means for whoever reads of it; kinds that need no more words are left out. */
const meanings: Partial<Record<PublicEventData['kind'], string>> = {
  'monitoring-ended': `Diesen Shop prüft niemand mehr. ${treatAsNo}`,
  'advisory-exploited': 'Bitten Sie noch heute um das Update.',
  'promise-moved': 'Beide Termine bleiben sichtbar.',
  'promise-withdrawn': 'Niemand hat einen anderen Termin genannt.',
  'promise-overdue': 'Fragen Sie den Betreuer nach einem neuen Termin.',
  'support-ending': 'Wer nach diesem Tag dabei bleibt, kann kein Ja bekommen.',
  'check-failed': treatAsNo,
};

/** Sentences of the feeds. */
const feed = {
  title: (name: string) => `${name}: neueste sichere Version?`,
  description: 'Jede Änderung der Antwort, der installierten Software und der Zusagen.',
  groupDescription: 'Jede Änderung der Antworten dieser Shops, der installierten Software und der Zusagen.',
  askWhen: 'Fragen Sie den Betreuer: Eine E-Mail mit beiden Fragen liegt auf der Seite bereit.',
  meanings,
  head: (hash: string) => `Prüfsumme des Verlaufs nach dieser Änderung: ${hash}`,
  verify: (hash: string) =>
    `Wer die Daten hat, kann prüfen, dass davor nichts verändert wurde: npm run verify -- --head ${hash}`,
};

/** Sentences of the calendars. Titles are read in a narrow column: the word that matters comes first. */
const calendar = {
  title: (name: string) => `${name}: zugesagte Updates`,
  description: 'Tage, für die Updates zugesagt sind, und Tage, an denen Sicherheitsupdates enden.',
  titles: {
    open: (shop: string) => `Zugesagt: Update für ${shop}`,
    overdue: (shop: string) => `Überfällig: Update für ${shop}`,
    kept: (shop: string) => `Eingehalten: Update für ${shop}`,
    late: (shop: string) => `Nach diesem Tag erledigt: Update für ${shop}`,
    withdrawn: (shop: string) => `Zurückgenommen: Update für ${shop}`,
    dropped: (shop: string) => `Nicht mehr geprüft: Update für ${shop}`,
  } satisfies Record<PromiseStatus, (shop: string) => string>,
  promised: (name: string | null) => `${name ?? 'Der Betreuer'} hat das Update bis zu diesem Tag zugesagt.`,
  supportTitle: (line: string, shop: string) => `Sicherheitsupdates enden: ${line} (${shop})`,
  support: (line: string) =>
    `Dies ist der letzte Tag, an dem ${line} Sicherheitsupdates bekommt. Wer danach dabei bleibt, kann kein Ja bekommen.`,
  page: (address: string) => `So steht es heute: ${address}`,
};

/** Words of the badge. */
const badge = {
  label: 'Neueste sichere Version?',
  unchecked: 'noch nicht geprüft',
  checked: (day: string) => `geprüft am ${day}`,
  expires: (day: string) => `nach dem ${day} gilt dies als Nein`,
  message: (word: string, checked: string) => `${word}, ${checked}`,
  alternative: (word: string, details: string) =>
    `Neueste sichere Version der E-Commerce-Plattform? ${word}, ${details}.`,
  /** Stands on other pages and stays there, so it must not answer. */
  linked:
    'Nutzt diese Website die neueste sichere Version ihrer E-Commerce-Plattform? Die Antwort steht hinter diesem Link.',
};

/** Words of the OpenVEX documents. */
const vex = {
  role: 'Beobachter von außen',
  because: {
    version: 'Zu erkennen an der Version, die von außen zu sehen war.',
    'known-false-positive': 'Der Eintrag nennt die installierte Version irrtümlich.',
    attested: 'Der Betreuer gibt an, dass die Lücke behoben ist; die Prüfung sieht es nicht.',
    'some-candidates':
      'Mehrere Versionen passen zu dem, was von außen zu sehen war, und nur einige davon haben die Lücke.',
  },
};

/** Every phrase of the German pages, feeds, badges and mails. */
export const de: Wording = {
  ...spoken,
  language: 'de',
  question: 'Nutzt diese Website die neueste sichere Version ihrer E-Commerce-Plattform?',
  whenQuestion,
  answers: { yes: 'Ja', no: 'Nein' },
  covers: 'Das gilt für die Plattform selbst, nicht für Erweiterungen, Design, Server oder Passwörter.',
  unnamed,
  either,
  reasons,
  additions,
  shortReasons,
  nextSteps,
  places,
  generalSteps,
  withheldStep,
  who,
  deeds,
  flaws,
  deadlines,
  mail,
  events,
  page,
  subscribing,
  feed,
  calendar,
  badge,
  vex,
};
