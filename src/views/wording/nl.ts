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
 */

const spoken = speak('nl-NL', {
  oneOf: (count, first, last) => `een van de ${count} versies van ${first} tot en met ${last}`,
});
const { countDays, many, writeCount } = spoken;

const treatAsNo = 'Is het geen ja, ga dan uit van een nee.';

/** What stands for a name that is not known. */
const unnamed = { platform: 'het platform', vendor: 'de maker' };

/** A sentence or two for each reason, behind the word Yes or No. */
const reasons: Record<ReasonKey, (f: Fillings) => string> = {
  unreachable: () => `De webwinkel gaf geen antwoord op onze controle. ${treatAsNo}`,
  blocked: () => `De firewall van de webwinkel hield onze controle tegen. ${treatAsNo}`,
  'blocked:opted-out': () => `De webwinkel vraagt om niet gecontroleerd te worden. ${treatAsNo}`,
  'unknown-platform': () => 'Van buitenaf kunnen we niet zien op welk platform de webwinkel draait.',
  'conflicting-evidence': ({ product }) =>
    `Wat de webwinkel over de versie van ${product} laat zien, spreekt zichzelf tegen.`,
  'conflicting-evidence:hosted': ({ product }) =>
    `De webwinkel toont kenmerken van ${product} en van een ander platform; slechts één van de twee wordt door de maker zelf bijgewerkt.`,
  'unknown-version': ({ product }) => `Van buitenaf kunnen we niet zien welke versie van ${product} is geïnstalleerd.`,
  'unknown-version:claimed': ({ product, claimed }) =>
    `De webwinkel noemt ${product} ${claimed}, maar verder bevestigt niets dat.`,
  'no-release-data': ({ product }) =>
    `We weten niet welke versies van ${product} er zijn en kunnen de geïnstalleerde versie dus niet beoordelen.`,
  'data-stale': ({ product }) => `Wat we over ${product} weten, is te oud voor een oordeel.`,
  'pre-release': ({ running }) => `De webwinkel draait op ${running}. Dat is een testversie die nog niet af is.`,
  'version-not-known': ({ running }) =>
    `De webwinkel toont ${running}. Voor zover bekend is die versie niet uitgebracht.`,
  'end-of-life': ({ running }) =>
    `De webwinkel draait op ${running}. Daarvoor komen geen beveiligingsupdates meer uit. Zolang de webwinkel daarop blijft draaien, wordt het geen ja.`,
  'end-of-life:line': ({ product, branch }) =>
    `Voor ${product} ${branch} komen geen beveiligingsupdates meer uit. Zolang de webwinkel daarop blijft draaien, wordt het geen ja.`,
  'update-missing': ({ running, version }) => `De webwinkel draait op ${running}; de veilige versie is ${version}.`,
  'update-missing:today': ({ running, version }) =>
    `De webwinkel draait op ${running}; de veilige versie is ${version}, die vandaag is uitgekomen.`,
  'update-missing:days': ({ running, version, outFor }) =>
    `De webwinkel draait op ${running}; de veilige versie is ${version}, die al ${outFor} uit is.`,
  'update-missing:unnamed': ({ running }) => `De webwinkel draait op ${running}, en er is een nieuwere versie uit.`,
  'known-advisory': ({ running }) => `De webwinkel draait op ${running}, waarin een bekend lek zit.`,
  'known-advisory:many': ({ running, flawCount }) =>
    `De webwinkel draait op ${running}, waarin ${many(flawCount, { one: 'bekend lek zit', other: 'bekende lekken zitten' })}.`,
  'sources-disagree': ({ vendor, running }) =>
    `Volgens ${vendor} is ${running} veilig; volgens een gepubliceerde melding zit er een lek in. Het strengste oordeel telt.`,
  'sources-disagree:named': ({ vendor, running, sources }) =>
    `Volgens ${vendor} is ${running} veilig; volgens ${sources} zit er een lek in. Het strengste oordeel telt.`,
  'patch-level-unproven': ({ vendor, running }) =>
    `De webwinkel draait op ${running}, maar ${vendor} heeft sindsdien reparaties gepubliceerd die daaraan niet te zien zijn. Vraag om bewijs dat ze zijn geïnstalleerd.`,
  'evidence-expired': () => 'De verklaring van de beheerder over de geïnstalleerde software is verlopen.',
  'support-unknown': ({ running }) => `Niemand zegt of er nog beveiligingsupdates uitkomen voor ${running}.`,
  'version-ambiguous': () =>
    'Wat van buitenaf te zien is, past bij meer dan één versie. De beheerder van de webwinkel kan uitsluitsel geven.',
  'version-ambiguous:none': ({ either }) =>
    `Van buitenaf gezien is het ${either}, en geen daarvan is de nieuwste veilige versie.`,
  'version-ambiguous:newer': ({ either }) =>
    `Van buitenaf gezien is het ${either}, en alleen de nieuwere van de twee is veilig. De beheerder van de webwinkel kan uitsluitsel geven.`,
  'version-ambiguous:some': ({ either }) =>
    `Van buitenaf gezien is het ${either}, en die zijn niet allemaal veilig. De beheerder van de webwinkel kan uitsluitsel geven.`,
  secure: ({ running }) => `De webwinkel draait op ${running}, een veilige versie.`,
  'secure:each': ({ running }) => `De webwinkel draait op ${running}, elk in een veilige versie.`,
  current: ({ running }) => `De webwinkel draait op ${running}, de nieuwste versie.`,
  'current:each': ({ running }) => `De webwinkel draait op ${running}, elk in de nieuwste versie.`,
  'vendor-hosted': ({ product }) => `De webwinkel draait op ${product}; de maker werkt dat platform zelf bij.`,
  'not-reached': () => `Onze controle kon de webwinkel niet bereiken. ${treatAsNo}`,
  'not-confirmed': ({ product }) =>
    `Van buitenaf kan niemand bevestigen dat de webwinkel op de nieuwste veilige versie van ${product} draait.`,
  'not-confirmed:unnamed': () =>
    'Van buitenaf kan niemand bevestigen dat de webwinkel op de nieuwste veilige versie van zijn platform draait.',
  'not-up-to-date': ({ product }) => `De webwinkel draait niet op de nieuwste veilige versie van ${product}.`,
  'not-up-to-date:unnamed': () => 'De webwinkel draait niet op de nieuwste veilige versie van zijn platform.',
  'not-checked': () => `De webwinkel is nog niet gecontroleerd. ${treatAsNo}`,
  'check-overdue': () => `De laatste controle is te lang geleden. ${treatAsNo}`,
  'not-monitored': () => `Deze webwinkel wordt niet meer gecontroleerd. ${treatAsNo}`,
};

/** What is added to a reason. */
const additions = {
  updated: ({ updated }: { updated: string }) => `Laatste update: ${updated}.`,
  updatedSameDay: ({ updated }: { updated: string }) => `Laatste update: ${updated}, op de dag dat die uitkwam.`,
  updatedLater: ({ updated, later }: { updated: string; later: string }) =>
    `Laatste update: ${updated}, ${later} nadat die uitkwam.`,
  exploited: 'Criminelen maken nu gebruik van een lek in deze webwinkel.',
  beforePublic: 'Bijgewerkt voordat het lek openbaar werd.',
  statedOnly: ({ author }: { author: string }) =>
    `${author} verklaart dat deze versie is geïnstalleerd; de controle kan het niet zien.`,
};

/** A list of a few versions, one of which is installed. */
const either = ({ versions }: { versions: string }) => versions;

/** Five words at most, for lists and feeds. */
const shortReasons: Record<PublicReason, string> = {
  unreachable: 'De webwinkel gaf geen antwoord',
  blocked: 'Onze controle werd tegengehouden',
  'unknown-platform': 'Het platform is niet herkend',
  'conflicting-evidence': 'De versie spreekt zichzelf tegen',
  'unknown-version': 'De versie is niet zichtbaar',
  'no-release-data': 'We kennen de versies niet',
  'data-stale': 'Onze gegevens zijn te oud',
  'pre-release': 'Draait op een testversie',
  'version-not-known': 'Deze versie is niet bekend',
  'end-of-life': 'Geen beveiligingsupdates meer',
  'update-missing': 'Er ontbreekt een update',
  'known-advisory': 'Er is een bekend lek',
  'sources-disagree': 'De bronnen zijn het oneens',
  'patch-level-unproven': 'Reparaties zijn niet aangetoond',
  'evidence-expired': 'De verklaring is verlopen',
  'support-unknown': 'De ondersteuning is niet bekend',
  'version-ambiguous': 'De versie staat niet vast',
  secure: 'Draait op een veilige versie',
  current: 'Draait op de nieuwste versie',
  'vendor-hosted': 'De maker werkt het bij',
  'not-reached': 'Onze controle kwam niet aan',
  'not-confirmed': 'Het is niet bevestigd',
  'not-up-to-date': 'Het platform is niet bijgewerkt',
  'not-checked': 'Nog niet gecontroleerd',
  'check-overdue': 'De controle blijft uit',
  'not-monitored': 'Wordt niet meer gecontroleerd',
};

/** What would make this a yes: a sentence for each next step. */
const nextSteps: Record<StepKey, (f: Fillings) => string> = {
  'keep-going': () => 'Er ontbreekt niets. Blijf updates installeren zodra ze uitkomen.',
  'keep-going:hosted': () => 'Er ontbreekt niets. De maker installeert de updates zelf.',
  update: ({ product, version }) => `Werk ${product} bij naar ${version}.`,
  'update:unnamed': ({ product }) => `Werk ${product} bij naar de nieuwste veilige versie.`,
  'change-branch': ({ product, version }) =>
    `Stap over op ${product} ${version}, waarvoor nog beveiligingsupdates uitkomen.`,
  'change-branch:unnamed': ({ product }) =>
    `Stap met ${product} over op een versiereeks waarvoor nog beveiligingsupdates uitkomen.`,
  'apply-patch': ({ vendor, running }) =>
    `Installeer de reparaties van ${vendor} voor ${running}, en verklaar dat ze zijn geïnstalleerd.`,
  'renew-attestation': () =>
    'De beheerder van de webwinkel gaat opnieuw na welke versie en welke reparaties zijn geïnstalleerd, en vernieuwt de verklaring.',
  'attest-version': ({ product }) =>
    `De beheerder van de webwinkel verklaart welke versie van ${product} is geïnstalleerd.`,
  'settle-version': ({ versions }) =>
    `De beheerder van de webwinkel verklaart welke versie is geïnstalleerd: ${versions}.`,
  'resolve-conflict': ({ product }) =>
    `De beheerder van de webwinkel zoekt uit waarom er twee versies van ${product} tegelijk te zien zijn: misschien een update die niet is afgemaakt, of een oude kopie in een cache.`,
  'resolve-conflict:hosted': () =>
    'De beheerder van de webwinkel verwijdert wat er nog over is van het platform dat niet in gebruik is. Zijn beide in gebruik, dan moet juist het platform dat de maker niet zelf bijwerkt, worden bijgehouden.',
  'ask-vendor': ({ product }) =>
    `Vraag de makers van ${product} om een veilige versie die wordt ondersteund, of stap over op een ander platform.`,
  'ask-vendor:newest': ({ product, newest }) =>
    `Werk bij naar ${newest}, de nieuwste versie. Ook dat is nog geen ja; vraag de makers van ${product} daarom om een veilige versie die wordt ondersteund, of stap over op een ander platform.`,
  'ask-vendor:disagree': ({ vendor, running }) =>
    `Vraag ${vendor} of dit lek echt in ${running} zit. Óf de melding wordt gecorrigeerd, óf er moet een versie uitkomen waarin het lek is gedicht.`,
  'await-facts': ({ product }) =>
    `Bij de webwinkel hoeft niets te gebeuren. Wie deze controles uitvoert, voegt een bron toe met de versies van ${product}.`,
  'allow-check': ({ section }) =>
    `Eén regel in de lijst van de firewall laat de controle binnen. De naam van de controle staat op de pagina van deze webwinkel, onder “${section}”.`,
  'allow-check:opted-out': ({ section }) =>
    `De beheerder trekt dat verzoek in, in robots.txt of patchproof.json. Hoe het wordt geschreven, staat op de pagina van deze webwinkel, onder “${section}”.`,
  'restore-site': () =>
    'Open de webwinkel zelf eens. Lukt dat, dan laat de beheerder onze controle toe; lukt het niet, dan brengt de beheerder de webwinkel weer online.',
  'correct-address': () => 'De webwinkel is verhuisd: zet het nieuwe adres in de lijst van webwinkels.',
  'correct-address:named': ({ url }) =>
    `De webwinkel is verhuisd: zet het nieuwe adres, ${url}, in de lijst van webwinkels.`,
  'name-platform': () =>
    'De beheerder van de webwinkel vermeldt het platform in de lijst van webwinkels, zodat de controle weet waarnaar ze moet zoeken.',
  'refresh-sources': () =>
    'Bij de webwinkel hoeft niets te gebeuren. Wie deze controles uitvoert, haalt nieuwe gegevens op.',
  'refresh-sources:named': ({ source, sourceAge }) =>
    `Bij de webwinkel hoeft niets te gebeuren. Wie deze controles uitvoert, haalt nieuwe gegevens op bij ${source}; de laatste zijn ${sourceAge} oud.`,
  'refresh-sources:shipped': ({ sourceAge }) =>
    `Bij de webwinkel hoeft niets te gebeuren. Wie deze controles uitvoert, laat ze hun bronnen bereiken of installeert een nieuwere Patchproof: de meegeleverde gegevens zijn ${sourceAge} oud.`,
};

/** Where whoever runs the shop reads the version. */
const places: Record<VersionPlace['kind'], (place: { name: string }) => string> = {
  'back-office': () => 'De versie staat in de beheeromgeving van de webwinkel.',
  composer: ({ name }) => `Op de server toont “composer show ${name}” de versie.`,
  bundler: ({ name }) => `Op de server toont “bundle info ${name}” de versie.`,
  npm: ({ name }) => `Op de server toont “npm ls ${name}” de versie.`,
};

/** The next step where details are withheld, or where nothing was checked. */
const generalSteps: Record<GeneralStepKey, (f: Pick<Fillings, 'product'>) => string> = {
  'not-reached': () => 'De beheerder van de webwinkel laat onze controle toe.',
  'not-confirmed': ({ product }) =>
    `De beheerder van de webwinkel toont aan dat de webwinkel op de nieuwste veilige versie van ${product} draait.`,
  'not-confirmed:unnamed': () =>
    'De beheerder van de webwinkel toont aan dat de webwinkel op de nieuwste veilige versie van zijn platform draait.',
  'not-up-to-date': ({ product }) => `Installeer de nieuwste veilige versie van ${product}.`,
  'not-up-to-date:unnamed': () => 'Installeer de nieuwste veilige versie van het platform.',
  'not-checked': () => 'De volgende controle geeft het antwoord.',
  'check-overdue': () => 'Wie deze controles uitvoert, start ze opnieuw. De volgende controle geeft het antwoord.',
  'not-monitored': () => 'Zet de webwinkel weer in de lijst. De volgende controle geeft het antwoord.',
};

/** Where nothing but the answer is shown. */
const withheldStep = 'De beheerder van de webwinkel weet wat er ontbreekt. Vraag ernaar.';

/** Who could do it, by the login it takes. */
const who = {
  anybody: 'Iemand',
  nobody: 'Iemand zonder account',
  user: 'Iemand met een account',
  admin: 'Iemand met een account met alle rechten',
};

/** A flaw in our own words. */
const deeds: Record<Deed, (by: { who: string }) => string> = {
  runCode: ({ who }) => `${who} kan eigen code in de webwinkel uitvoeren.`,
  takeOver: ({ who }) => `${who} kan de webwinkel overnemen.`,
  useDatabase: ({ who }) => `${who} kan lezen of wijzigen wat er in de database staat.`,
  passLogin: ({ who }) => `${who} kan in accounts van anderen komen.`,
  readFiles: ({ who }) => `${who} kan bestanden lezen die voor anderen gesloten horen te zijn.`,
  plantScript: ({ who }) => `${who} kan een script plaatsen dat in de browser van anderen draait.`,
  lackRight: ({ who }) => `${who} kan dingen doen zonder daar het recht toe te hebben.`,
  actAsOther: ({ who }) => `${who} kan handelen namens iemand die is ingelogd.`,
  reachInside: ({ who }) => `${who} kan de webwinkel andere computers in zijn netwerk laten aanroepen.`,
  guessSecrets: ({ who }) =>
    `${who} kan geheimen raden, zoals de links waarmee een wachtwoord opnieuw wordt ingesteld.`,
  forge: ({ who }) => `${who} kan iets dat vervalst is voor echt laten doorgaan.`,
  readAndChange: ({ who }) => `${who} kan lezen en wijzigen wat buiten bereik hoort te zijn.`,
  change: ({ who }) => `${who} kan wijzigen wat buiten bereik hoort te zijn.`,
  seeData: ({ who }) => `${who} kan gegevens zien die privé horen te blijven.`,
  slipPast: ({ who }) => `${who} kan langs de beveiliging van de webwinkel glippen.`,
  cheat: ({ who }) =>
    `${who} kan de webwinkel misleiden door sneller of in een andere volgorde te handelen dan die verwacht.`,
  plantFormula: ({ who }) => `${who} kan formules plaatsen in tabellen die anderen exporteren en openen.`,
  stop: ({ who }) => `${who} kan de webwinkel stilleggen.`,
  slow: ({ who }) => `${who} kan de webwinkel trager maken.`,
  redirect: ({ who }) => `${who} kan bezoekers naar een andere website sturen.`,
  unsaid: ({ who }) => `${who} kan de webwinkel misbruiken; de melding zegt niet hoe.`,
};

/** How a flaw stands at this shop. */
const flaws = {
  exploited: 'Criminelen maken nu gebruik van dit lek.',
  needsVictim: 'Daarvoor moet iemand anders iets openen of aanklikken.',
  gravity: {
    critical: 'Het is een van de ernstigste lekken die er zijn.',
    high: 'Het is een ernstig lek.',
    medium: 'Het is een lek van gemiddelde ernst.',
    low: 'Het is een klein lek.',
  },
  published: ({ day }: { day: string }) => `Openbaar sinds ${day}.`,
  fixedIn: ({ product, versions }: { product: string; versions: string }) => `Gedicht in ${product} ${versions}.`,
  notFixed: 'Er is nog geen versie waarin het is gedicht.',
  unbounded: 'De melding noemt geen versie waarin het is gedicht en telt dus voor elke latere versie.',
  fixWithoutVersion: 'De reparatie bestaat uit losse bestanden en verandert de versie niet.',
  exposed: ({ day, days }: { day: string; days: string }) => `Hier te zien sinds ${day}, al ${days}.`,
  exposedToday: 'Hier te zien sinds vandaag.',
  someCandidates: 'Het zit maar in een deel van de passende versies.',
  disputed: ({ sources, doubters }: { sources: string; doubters: string }) =>
    `De bronnen zijn het oneens over deze versie. Meegeteld door: ${sources}. Niet meegeteld door: ${doubters}. Het strengste oordeel telt.`,
  mistaken: 'De melding noemt deze versie per vergissing en telt hier niet mee.',
};

/** What waiting costs: rules that give a date for the flaw that presses most. `today`: the date is today. */
const deadlines = {
  exploited: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Criminelen maken gebruik van een lek dat hier openstaat. Amerikaanse overheidsdiensten moeten het uiterlijk op ${day} dichten: nog ${left}.`,
    today:
      'Criminelen maken gebruik van een lek dat hier openstaat. Amerikaanse overheidsdiensten moeten het uiterlijk vandaag dichten.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Criminelen maken gebruik van een lek dat hier openstaat. Amerikaanse overheidsdiensten moesten het uiterlijk op ${day} dichten, ${ago}.`,
  },
  cyberEssentials: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Volgens Cyber Essentials, de Britse regels voor basisbescherming, moet de reparatie van een ernstig lek binnen 14 dagen zijn geïnstalleerd. Die termijn loopt af op ${day}: nog ${left}.`,
    today:
      'Volgens Cyber Essentials, de Britse regels voor basisbescherming, moet de reparatie van een ernstig lek binnen 14 dagen zijn geïnstalleerd. Die termijn loopt vandaag af.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Volgens Cyber Essentials, de Britse regels voor basisbescherming, moet de reparatie van een ernstig lek binnen 14 dagen zijn geïnstalleerd. Die termijn liep af op ${day}, ${ago}.`,
  },
  pciDss: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Volgens PCI DSS, de regels voor iedereen die kaartbetalingen accepteert, moet de reparatie van een ernstig lek binnen 30 dagen zijn geïnstalleerd. Die termijn loopt af op ${day}: nog ${left}.`,
    today:
      'Volgens PCI DSS, de regels voor iedereen die kaartbetalingen accepteert, moet de reparatie van een ernstig lek binnen 30 dagen zijn geïnstalleerd. Die termijn loopt vandaag af.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Volgens PCI DSS, de regels voor iedereen die kaartbetalingen accepteert, moet de reparatie van een ernstig lek binnen 30 dagen zijn geïnstalleerd. Die termijn liep af op ${day}, ${ago}.`,
  },
};

/** What a history event says; dates, products and versions arrive as words. */
const events = {
  monitoringStarted: 'De controles zijn begonnen.',
  monitoringEnded: 'De controles zijn gestopt.',
  answer: (word: string, shortReason: string | null) =>
    shortReason === null ? `${word}.` : `${word}. ${shortReason}.`,
  installed: (running: string) => `Nu geïnstalleerd: ${running}.`,
  nothingInstalled: 'Er wordt geen platform meer herkend.',
  versionHidden: (product: string) => `${product}, versie niet zichtbaar`,
  affects: (product: string, published: string, id: string) =>
    `Een lek in ${product}, openbaar sinds ${published}, treft deze webwinkel (${id}).`,
  affectsMany: (count: number, product: string) =>
    many(count, {
      one: `gepubliceerd lek in ${product} treft deze webwinkel.`,
      other: `gepubliceerde lekken in ${product} treffen deze webwinkel.`,
    }),
  fixedMany: (count: number, product: string) =>
    many(count, {
      one: `lek in ${product} treft deze webwinkel niet meer.`,
      other: `lekken in ${product} treffen deze webwinkel niet meer.`,
    }),
  fixed: (product: string, id: string) => `Een lek in ${product} treft deze webwinkel niet meer (${id}).`,
  exploited: (product: string, id: string) =>
    `Criminelen maken gebruik van een lek in ${product} dat deze webwinkel treft (${id}).`,
  promiseMade: (by: string) => `Toegezegd voor ${by}.`,
  promiseMoved: (from: string, by: string) => `De toezegging is verschoven van ${from} naar ${by}.`,
  promiseWithdrawn: (by: string) => `De toezegging voor ${by} is ingetrokken.`,
  promiseKept: (by: string) => `De toezegging voor ${by} is nagekomen.`,
  promiseOverdue: (by: string) => `De toegezegde dag, ${by}, is verstreken zonder de update.`,
  supportEnding: (line: string, days: number, on: string) =>
    `Voor ${line} komen nog ${many(days, { one: 'dag', other: 'dagen' })} lang beveiligingsupdates uit, tot en met ${on}.`,
  supportEndsToday: (line: string) => `Dit is de laatste dag waarop er voor ${line} beveiligingsupdates uitkomen.`,
  checkFailed: (days: string, since: string) =>
    `Al ${days}, sinds ${since}, heeft geen controle de webwinkel kunnen bereiken.`,
  checkResumed: 'Een controle heeft de webwinkel weer bereikt.',
  withheld: 'Een wijziging, achtergehouden tot het is opgelost.',
  withheldMany: (count: number) =>
    many(count, {
      one: 'wijziging, achtergehouden tot het is opgelost.',
      other: 'wijzigingen, achtergehouden tot het is opgelost.',
    }),
};

const mailQuestion = 'Gebruikt mijn website de nieuwste veilige versie van zijn e-commerceplatform?';
const whenQuestion = 'Zo nee: wanneer wordt die versie geïnstalleerd?';

/** Lines of the mail to whoever runs the shop. */
const mail = {
  subject: `${mailQuestion} ${whenQuestion}`,
  greeting: 'Goedendag,',
  greetingNamed: ({ name }: { name: string }) => `Beste ${name},`,
  intro: ({ shop }: { shop: string }) => `Ik heb twee vragen over ${shop}`,
  first: `1. ${mailQuestion}`,
  second: `2. ${whenQuestion}`,
  says: ({ word }: { word: string }) => `Een controle van buitenaf zegt: ${word}.`,
  saysOn: ({ day, word }: { day: string; word: string }) => `Een controle van buitenaf op ${day} zegt: ${word}.`,
  toYes: ({ step }: { step: string }) => `Zo wordt het een ja: ${step}`,
  exposedToday: 'Vandaag is in de webwinkel voor het eerst een gepubliceerd lek gezien.',
  exposed: ({ day, days }: { day: string; days: string }) =>
    `Sinds ${day} is in de webwinkel een gepubliceerd lek te zien, al ${days}.`,
  ids: ({ ids }: { ids: string }) => `Het gaat om: ${ids}.`,
  idsMore: ({ ids, count }: { ids: string; count: number }) =>
    `Het gaat om: ${ids}, en nog ${many(count, { one: 'andere', other: 'andere' })}.`,
  page: ({ address }: { address: string }) => `Alles hierover: ${address}`,
  thanks: 'Een kort antwoord met een datum is genoeg. Alvast bedankt!',
};

const meaning = {
  title: 'Wat dit betekent',
  affected: (count: number) =>
    many(count, {
      one: 'gepubliceerd lek zit in de geïnstalleerde software.',
      other: 'gepubliceerde lekken zitten in de geïnstalleerde software.',
    }),
  perhaps: (count: number) =>
    many(count, {
      one: 'gepubliceerd lek zit in een deel van de passende versies.',
      other: 'gepubliceerde lekken zitten in een deel van de passende versies.',
    }),
  attested: (count: number) =>
    many(count, {
      one: 'gepubliceerd lek is gedicht, zo verklaart de beheerder.',
      other: 'gepubliceerde lekken zijn gedicht, zo verklaart de beheerder.',
    }),
  flagged: 'De maker van het platform noemt de geïnstalleerde versie onveilig. Het lek noemt hij niet.',
  noneAffects: 'In de geïnstalleerde software zit geen gepubliceerd lek.',
  nonePublished:
    'Niemand publiceert de lekken van dit platform, dus valt er niets te vergelijken. Dat bewijst niet dat er geen zijn.',
  notJudged:
    'Wat er is geïnstalleerd, is niet goed genoeg bekend om het met gepubliceerde lekken te kunnen vergelijken.',
  vendorHosted:
    'Het platform draait bij de maker, die het voor alle webwinkels tegelijk repareert. Bij de webwinkel hoeft niemand iets te installeren.',
  mistaken: (count: number) =>
    many(count, {
      one: 'melding noemt de geïnstalleerde versie per vergissing en telt hier niet mee.',
      other: 'meldingen noemen de geïnstalleerde versie per vergissing en tellen hier niet mee.',
    }),
  unbounded:
    'Sommige meldingen noemen geen versie waarin een lek is gedicht. Dat is een beperking van de melding: in een nieuwere versie kan het lek toch gedicht zijn, maar niets zegt dat.',
  more: (count: number) => `En nog ${many(count, { one: 'lek', other: 'lekken' })}.`,
  ids: 'De melding',
  exposure: 'De dagen tellen vanaf de eerste keer dat we hier een lek zagen. Het kan er al langer zijn geweest.',
  backport: (product: string) =>
    `Voor ${product} worden reparaties alleen in de nieuwste versiereeks gegarandeerd. Oudere versiereeksen krijgen er uit coulance ook een paar, en de geïnstalleerde versie kan ze bevatten; dat maakt het geen ja.`,
  fixes: (ids: string) => `De reparaties die aangetoond moeten worden: ${ids}.`,
};

/** What spoke of the version. */
const clues: Record<EvidenceKind, string> = {
  header: 'een regel die de server meestuurt',
  cookie: 'een cookie',
  generator: 'de software die de pagina als haar maker noemt',
  asset: 'het adres van een bestand',
  markup: 'de manier waarop de pagina is geschreven',
  script: 'een script op de pagina',
  'asset-version': 'een nummer in het adres van een bestand',
  'text-file': 'een tekstbestand',
  'version-endpoint': 'een pagina die de versie noemt',
  'cookie-proof': 'een cookie die in elke versie opnieuw wordt gemaakt',
  'file-hash': 'de hash van een bestand',
  'asset-name': 'de naam van een bestand',
  'feature-flags': 'een lijst met schakelaars op de pagina',
  'api-schema': 'wat de webwinkel aan andere programma’s aanbiedt',
  'deploy-time': 'het tijdstip waarop de bestanden daar zijn neergezet',
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
    `${author} heeft op ${made} verklaard dat ${version} is geïnstalleerd; de controle kan het niet zien. Dit telt tot en met ${expires}.`,
  'patch-status': ({ author, version, made, expires }) =>
    `${author} heeft op ${made}, met een rapport van patch-status van Adobe, verklaard dat ${version} is geïnstalleerd; de controle kan het niet zien. Dit telt tot en met ${expires}.`,
  composer: ({ author, version, made, expires }) =>
    `${author} heeft op ${made}, met een lijst van de pakketten van Composer, verklaard dat ${version} is geïnstalleerd; de controle kan het niet zien. Dit telt tot en met ${expires}.`,
  'shopware-plugin': ({ author, version, made, expires }) =>
    `${author} heeft op ${made}, met de eigen lijst van de beveiligingsplug-in, verklaard dat ${version} is geïnstalleerd; de controle kan het niet zien. Dit telt tot en met ${expires}.`,
  openvex: ({ author, version, made, expires }) =>
    `${author} heeft op ${made}, met een OpenVEX-document, verklaard dat ${version} is geïnstalleerd; de controle kan het niet zien. Dit telt tot en met ${expires}.`,
};

const evidence = {
  title: 'Hoe we dit weten',
  none: 'De laatste controle leverde niets op om te laten zien.',
  confidence: (percent: number) => `Het product staat voor ${percent}% vast.`,
  clues,
  clue: ({ clue, count }: { clue: string; count: number }) =>
    `${clue} (past bij ${many(count, { one: 'versie', other: 'versies' })})`,
  cluesSeen: ({ clues }: { clues: string }) => `Dit was van de versie te zien: ${clues}.`,
  candidates: ({ count, versions }: { count: number; versions: string }) =>
    `${many(count, { one: 'versie past', other: 'versies passen' })} bij alles wat we zagen: ${versions}. We tonen ze allemaal in plaats van te gokken.`,
  sameFiles: 'Aan bestanden die van de ene versie op de andere gelijk bleven, zijn die twee niet te onderscheiden.',
  settle: 'De beheerder van de webwinkel kan met een verklaring uitsluitsel geven over de versie.',
  claimedOnly: (claimed: string) =>
    `De webwinkel noemt versie ${claimed}. Eén tekst alleen is geen bewijs en telt dus niet.`,
  conflict: 'Geen enkele versie past bij alles wat we zagen.',
  found: 'Gevonden:',
  fits: (versions: string) => `Past bij ${versions}.`,
  fitsMany: (count: number, first: string, last: string) =>
    `Past bij ${many(count, { one: 'versie', other: 'versies' })}, ${first} tot en met ${last}.`,
  known: {
    measured: 'Gemeten.',
    stated: 'Verklaard door de beheerder.',
    archived: 'Uit een gearchiveerde kopie.',
  },
  look: (at: string, status: number) => `${at}, status ${status}.`,
  check: 'Controleer het zelf',
  expect: 'Dit komt eruit:',
  stated,
  withheld: (paths: string) =>
    `Niet opgevraagd, omdat robots.txt van de webwinkel dat verbiedt: ${paths}. Met “robots: owner-consents” in de lijst van webwinkels staat de eigenaar het toe.`,
  hashHint:
    "Komt er een andere hash uit, dan heeft de server misschien regeleinden veranderd: zet “tr -d '\\r' |” vóór “sha256sum”.",
};

const conduct = {
  title: 'Hoe we controleren',
  requests: (count: number) =>
    `De laatste controle stuurde ${many(count, { one: 'verzoek', other: 'verzoeken' })} naar de webwinkel; tien is het maximum.`,
  budget: 'Een controle stuurt hoogstens tien verzoeken naar de webwinkel.',
  polite:
    'De controle leest alleen openbare pagina’s, houdt zich aan robots.txt en doet niets wat een bezoeker niet zou doen.',
  introduces: 'Zo stelt de controle zich voor:',
  optOut:
    'Een webwinkel die niet gecontroleerd wil worden, zegt dat met {"optOut": true} in /.well-known/patchproof.json of in robots.txt (User-agent: Patchproof, Disallow: /).',
  problemsTitle: 'Wat niet lukte:',
  sourcesTitle: 'Beoordeeld aan de hand van:',
  source: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}, stand van ${day} (${licence})`,
  kinds: {
    advisories: 'gepubliceerde lekken',
    releases: 'versies',
    support: 'ondersteuningsperiodes',
    exploited: 'lekken waarvan criminelen gebruikmaken',
  },
  standIn: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}: gaf deze keer geen bruikbaar antwoord, daarom geldt de laatste goede kopie van ${day} (${licence})`,
};

const history = {
  title: 'Alle wijzigingen',
  columns: { when: 'Wanneer', what: 'Wat', proof: 'Bewijs' },
  empty: 'Er is nog niets gewijzigd.',
  headTitle:
    'Elke wijziging draagt een hash over zichzelf en de wijziging ervoor, zodat er later geen ongemerkt kan worden aangepast. De laatste:',
};

const subscribe = {
  title: 'Op de hoogte blijven',
  feed: 'Feed van deze webwinkel',
  feedHint: 'Zet het adres in een feedlezer; die laat u weten wanneer het antwoord verandert.',
  calendar: 'Zet het in uw agenda',
  calendarFile: 'Het adres van de agenda',
  calendarHint:
    'Uw agenda toont dan de dagen waarvoor updates zijn toegezegd en de dagen waarop beveiligingsupdates eindigen.',
  how: 'Zo abonneert u zich, ook per e-mail',
  status: 'Dit antwoord voor machines (JSON)',
  history: 'Alle wijzigingen voor machines (JSON Lines)',
  vex: 'Gepubliceerde lekken voor machines (OpenVEX)',
  badge: 'Een badge voor de eigen pagina’s van de webwinkel',
  html: 'HTML',
  markdown: 'Markdown',
  shield: 'Markdown, getekend door shields.io; bezoekers van uw pagina halen de badge dan bij die dienst op',
};

/** The page that explains how to subscribe. */
const subscribing = {
  title: 'Op de hoogte blijven',
  lead: 'U hoort het wanneer een antwoord verandert. Niemand heeft daarvoor uw e-mailadres nodig. Deze adressen gelden voor alle webwinkels; elke webwinkel heeft op zijn pagina eigen adressen.',
  reader: {
    title: 'In een feedlezer',
    text: 'Kopieer dit adres naar een feedlezer naar keuze. Elke wijziging komt als één bericht binnen.',
  },
  mail: {
    title: 'Per e-mail',
    text: 'E-mailprogramma’s zoals Thunderbird nemen hetzelfde adres aan en tonen de wijzigingen als e-mail. Diensten die van een feed e-mail maken, nemen het ook aan.',
  },
  calendar: {
    title: 'In uw agenda',
    text: 'Abonneer uw agenda op dit adres. Die toont dan de dagen waarvoor updates zijn toegezegd en de dagen waarop beveiligingsupdates eindigen.',
  },
  groups: { maintainer: 'Feeds per beheerder', tag: 'Feeds per onderwerp' },
};

/** The picture of a site's past, and its table. Days arrive as words. */
const timeline = {
  title: 'Wat er was geïnstalleerd, en wanneer',
  answersTitle: 'De antwoorden, en wanneer ze veranderden',
  answers: 'Antwoord',
  notVisible: 'versie niet zichtbaar',
  installed: ({ running, since }: { running: string; since: string }) =>
    `Voor het eerst gezien op ${since}: ${running}.`,
  span: ({ from, to }: { from: string; to: string }) => `De tijd van ${from} tot en met ${to}.`,
  releases: ({ count, product }: { count: number; product: string }) =>
    many(count, {
      one: `versie van ${product} kwam in deze tijd uit.`,
      other: `versies van ${product} kwamen in deze tijd uit.`,
    }),
  hit: (count: number) =>
    many(count, {
      one: 'gepubliceerd lek ging hier in deze tijd open.',
      other: 'gepubliceerde lekken gingen hier in deze tijd open.',
    }),
  uncheckedDays: (days: string) => `Op ${days} daarvan kon niemand controleren.`,
  exposed: ({ days, since }: { days: string; since: string }) =>
    `Sinds ${since} stonden hier in totaal ${days} lang gepubliceerde lekken open.`,
  neverExposed: (since: string) => `Voor zover we zagen, stond hier sinds ${since} geen gepubliceerd lek open.`,
  exposedNow: ({ since, days }: { since: string; days: string }) =>
    `Hier staat sinds ${since} een gepubliceerd lek open, al ${days}.`,
  exposedToday: 'Hier staat sinds vandaag een gepubliceerd lek open.',
  median: (days: string) => `De helft van de lekken was binnen ${days} weg.`,
  counted:
    'De dagen tellen vanaf de eerste keer dat we de versie met het lek zagen. Die kan er al langer zijn geweest.',
  legendTitle: 'Wat de afbeelding toont',
  legend: {
    version: 'Een geïnstalleerde versie',
    archived: 'Uit een gearchiveerde kopie',
    yes: 'Het antwoord was ja',
    no: 'Het antwoord was nee',
    unchecked: 'Niemand kon controleren',
    release: 'Er kwam een versie uit',
    flaw: 'Een gepubliceerd lek ging open',
    exposed: 'Een gepubliceerd lek stond open',
    14: '14 dagen open (Cyber Essentials)',
    30: '30 dagen open (PCI DSS)',
    due: 'Toegezegde dag',
    kept: 'Toezegging nagekomen',
    missed: 'Toegezegde dag die verstreek',
    gone: 'Toegezegde dag die verviel',
    later: 'Toegezegd: later dan getoond',
    slip: 'De toezegging verschoof',
    today: 'Vandaag',
  },
  tableTitle: 'De afbeelding in cijfers',
  versions: {
    title: 'Geïnstalleerde versies',
    columns: { what: 'Versie', from: 'Van', to: 'Tot', days: 'Dagen' },
    archived: (running: string) => `${running}, uit een gearchiveerde kopie`,
    now: 'vandaag',
  },
  answerTable: { title: 'Antwoorden', columns: { what: 'Antwoord', from: 'Van', to: 'Tot', days: 'Dagen' } },
  unchecked: { title: 'Wanneer niemand kon controleren', columns: { from: 'Van', to: 'Tot', days: 'Dagen' } },
  flaws: {
    title: 'Gepubliceerde lekken',
    columns: {
      what: 'Lek',
      published: 'Gepubliceerd',
      from: 'Hier open sinds',
      to: 'Weg op',
      days: 'Dagen open',
      14: '14 dagen (Cyber Essentials)',
      30: '30 dagen (PCI DSS)',
    },
    one: ({ id, product }: { id: string; product: string }) => `${id} in ${product}`,
    several: ({ count, product }: { count: number; product: string }) =>
      many(count, { one: `lek in ${product}`, other: `lekken in ${product}` }),
    between: ({ first, last }: { first: string; last: string }) => `${first} tot en met ${last}`,
    open: 'nog open',
    within: 'op tijd',
    passed: 'overschreden',
    notYet: 'nog niet',
  },
  promises: {
    title: 'Toezeggingen',
    columns: { due: 'Toegezegd voor', outcome: 'Wat ervan is gekomen' },
    open: (relative: string) => `Staat nog, uiterlijk ${relative}.`,
    kept: 'Nagekomen.',
    passed: 'Verstreken zonder de update.',
    late: (day: string) => `Verstreken; de update is voor het eerst gezien op ${day}.`,
    moved: (day: string) => `Verschoven naar ${day}.`,
    passedAndMoved: (day: string) => `Verstreken zonder de update, daarna verschoven naar ${day}.`,
    withdrawn: 'Ingetrokken.',
  },
  more: (count: number) => `En nog ${many(count, { one: 'eerdere regel', other: 'eerdere regels' })}.`,
};

const overview = {
  counts: (yes: number, no: number) => `${writeCount(yes)} ja, ${writeCount(no)} nee.`,
  since: (days: number) => (days < 1 ? 'sinds vandaag' : countDays(days)),
  noDate: 'geen datum',
  byDate: (day: string) => `uiterlijk ${day}`,
  overdue: (days: number) => `${countDays(days)} te laat`,
  columns: { answer: 'Antwoord', shop: 'Webwinkel', reason: 'Reden', since: 'Hoelang', promise: 'Toezegging' },
  former: 'Niet meer gecontroleerd',
  empty: 'Er staat nog geen webwinkel in de lijst.',
  emptyGroup: 'Vandaag staat hier geen webwinkel.',
  feed: 'Feed van alle wijzigingen',
  status: 'Alle antwoorden voor machines (JSON)',
};

/** Words that not everybody knows, explained where they are used. */
const glossary = {
  title: 'Woorden op deze pagina',
  terms: {
    platform: {
      term: 'Platform',
      text: 'De software waarmee een webwinkel is gemaakt, zoals WooCommerce, Magento of PrestaShop.',
    },
    version: {
      term: 'Versie',
      text: 'Het nummer van een uitgave van die software. Een hoger nummer is een nieuwere uitgave.',
    },
    line: {
      term: 'Versiereeks',
      text: 'Versies die met dezelfde cijfers beginnen, zoals 5.2.1 en 5.2.2. Makers repareren een versiereeks een paar jaar en stoppen daarmee.',
    },
    flaw: {
      term: 'Gepubliceerd lek',
      text: 'Een fout in de software die anderen kunnen misbruiken en die openbaar is beschreven.',
    },
    record: {
      term: 'Melding',
      text: 'Het openbare bericht over een lek. Het heeft een nummer en zegt in welke versies het lek zit.',
    },
    cyberEssentials: {
      term: 'Cyber Essentials',
      text: 'Regels voor basisbescherming van de Britse overheid. Verzekeraars en overheidsklanten vragen erom.',
    },
    pciDss: {
      term: 'PCI DSS',
      text: 'De beveiligingsregels van de creditcardmaatschappijen. Wie kaartbetalingen accepteert, heeft ermee ingestemd.',
    },
    hash: {
      term: 'Hash',
      text: 'Een vingerafdruk van een bestand of een tekst: een lang getal dat verandert zodra er één letter verandert.',
    },
    status: {
      term: 'Status',
      text: 'Het getal waarmee een server antwoordt: 200 betekent dat hij heeft gestuurd wat er werd gevraagd.',
    },
    statement: {
      term: 'Verklaring',
      text: 'Wat de beheerder over de webwinkel zegt waar niemand het van buitenaf kan zien, met naam en datum. Heet ook attestatie.',
    },
    robots: {
      term: 'robots.txt',
      text: 'Een bestand waarin een website programma’s vertelt wat ze mogen lezen. Deze controle houdt zich eraan.',
    },
    feed: {
      term: 'Feed',
      text: 'Een lijst van wijzigingen die een feedlezer vanzelf ophaalt, zodat u hier niet hoeft te kijken.',
    },
    badge: {
      term: 'Badge',
      text: 'Een kleine afbeelding met het huidige antwoord, om op andere pagina’s te tonen.',
    },
  },
};

/** Lists of some of the shops, and the way between them. */
const lists = {
  /** What a list has in common, above its name. */
  kinds: { platform: 'Platform', maintainer: 'Beheerder', tag: 'Onderwerp' },
  /** Of the answers' own lists. */
  answers: { yes: 'Webwinkels met ja als antwoord', no: 'Webwinkels met nee als antwoord' },
  hall: 'Een jaar lang ja',
  hallMeans:
    'Elke controle van de laatste 365 dagen zei ja; dat gaat over het platform zelf, niet over extensies, thema, server of wachtwoorden, en niet over de tijd tussen twee controles.',
  titleOf: (kind: string, name: string) => `${kind}: ${name}`,
  pageOf: (page: number, count: number) => `Pagina ${writeCount(page)} van ${writeCount(count)}`,
  titlePage: (title: string, page: string) => `${title}. ${page}`,
  pages: 'Pagina’s',
  previous: 'Vorige',
  next: 'Volgende',
  filters: 'Toon een deel van de webwinkels',
  all: 'Alle',
  more: 'Meer filters',
  groups: { platform: 'Platforms', maintainer: 'Beheerders', tag: 'Onderwerpen' },
  every: {
    platform: (count: number) => `Alle ${many(count, { one: 'platform', other: 'platforms' })}`,
    maintainer: (count: number) => `Alle ${many(count, { one: 'beheerder', other: 'beheerders' })}`,
    tag: (count: number) => `Alle ${many(count, { one: 'onderwerp', other: 'onderwerpen' })}`,
  },
  shops: (count: number) => many(count, { one: 'webwinkel', other: 'webwinkels' }),
  open: (no: number) => (no === 0 ? 'allemaal ja' : `${writeCount(no)} nee`),
  pace: (days: number, flaws: number) =>
    `Mediaan van de tijd tot de reparatie: ${days < 1 ? 'minder dan een dag' : countDays(days)}, over ${many(flaws, { one: 'gedicht lek', other: 'gedichte lekken' })}.`,
  paceMeans:
    'De tijd telt vanaf de dag waarop een lek openbaar was en bij de webwinkel was gezien, tot de dag waarop het weg was.',
  tooFew: (flaws: number) =>
    flaws === 0
      ? 'Er is nog geen gedicht lek vastgelegd, dus valt niet te zeggen hoeveel tijd updates kosten.'
      : `${many(flaws, { one: 'gedicht lek is', other: 'gedichte lekken zijn' })} vastgelegd: te weinig om te zeggen hoeveel tijd updates kosten.`,
  promises: (kept: number, moved: number, missed: number) =>
    `Toezeggingen: ${writeCount(kept)} nagekomen, ${writeCount(moved)} verschoven, ${writeCount(missed)} niet nagekomen.`,
  withheld: 'Sommige van deze webwinkels tonen hun geschiedenis niet; wat ze achterhouden, telt niet mee.',
};

/** Headings, labels and sentences of the pages. Dates arrive as words. */
const page = {
  skip: 'Ga naar het antwoord',
  checked: (at: string) => `Gecontroleerd op ${at}.`,
  staleAfter: (day: string) => `Is het vandaag later dan ${day}, ga dan uit van een nee.`,
  seen: (at: string) =>
    `De webwinkel is voor het laatst goed gezien op ${at}; wat er toen draaide, is beoordeeld naar wat nu bekend is.`,
  endedOn: (day: string) => `Niet meer gecontroleerd sinds ${day}.`,
  demo: (day: string) =>
    `Dit is een demo: verzonnen webwinkels, beoordeeld naar de stand van ${day}, de datum van de meegeleverde gegevens.`,
  toYes: 'Zo wordt het een ja',
  toStayYes: 'Zo blijft het een ja',
  visit: 'De webwinkel:',
  withheld: 'Details zijn te zien zodra het is opgelost.',
  withheldAlways: 'Hier is alleen het antwoord te zien.',
  applied: 'Die versie is geïnstalleerd.',
  promised: (by: string, relative: string) => `Uiterlijk op ${by}, ${relative}.`,
  promisedBy: ({ name }: { name: string }) => `Toegezegd door ${name}.`,
  promisedOn: ({ day }: { day: string }) => `Toegezegd op ${day}.`,
  promisedByOn: ({ name, day }: { name: string; day: string }) => `Toegezegd door ${name} op ${day}.`,
  overdue: (by: string, relative: string) => `Het was toegezegd voor ${by}, ${relative}.`,
  noPromise: 'Niemand heeft een datum genoemd.',
  earlierPromises: (days: string) => `Eerder was het toegezegd voor ${days}.`,
  note: 'De beheerder zegt:',
  noteNamed: ({ name }: { name: string }) => `${name} zegt:`,
  ask: 'Vraag het aan de beheerder',
  askNamed: ({ name }: { name: string }) => `Vraag het aan ${name}`,
  copyMail: 'Er is geen e-mailadres vermeld. Kopieer deze tekst en stuur die naar de beheerder van de webwinkel.',
  about: 'Patchproof stelt twee vragen over webwinkels en publiceert de antwoorden.',
  contact: 'Contact',
  licences: 'Waar de gegevens vandaan komen',
  glossary,
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Misschien heet de webwinkel hier anders.',
    home: 'Alle webwinkels',
  },
  meaning,
  evidence,
  conduct,
  history,
  timeline,
  subscribe,
  overview,
  sourceDay: (licence: string, day: string) => `${licence}, stand van ${day}`,
  lists,
};

/** What a change means for whoever reads of it; kinds that need no more words are left out. */
const meanings: Partial<Record<PublicEventData['kind'], string>> = {
  'monitoring-ended': `Deze webwinkel wordt niet meer gecontroleerd. ${treatAsNo}`,
  'advisory-exploited': 'Vraag vandaag nog om de update.',
  'promise-moved': 'Beide datums blijven zichtbaar.',
  'promise-withdrawn': 'Niemand heeft een andere datum genoemd.',
  'promise-overdue': 'Vraag de beheerder van de webwinkel om een nieuwe datum.',
  'support-ending': 'Na die dag wordt het geen ja zolang de webwinkel daarop blijft draaien.',
  'check-failed': treatAsNo,
};

/** Sentences of the feeds. */
const feed = {
  title: (name: string) => `${name}: nieuwste veilige versie?`,
  description: 'Elke wijziging van het antwoord, van wat er is geïnstalleerd en van wat er is toegezegd.',
  groupDescription:
    'Elke wijziging van de antwoorden van deze webwinkels, van wat er is geïnstalleerd en van wat er is toegezegd.',
  askWhen: 'Vraag het aan de beheerder van de webwinkel: een e-mail met beide vragen staat klaar op de pagina.',
  meanings,
  head: (hash: string) => `Laatste hash van de geschiedenis na deze wijziging: ${hash}`,
  verify: (hash: string) =>
    `Wie de gegevens heeft, kan nagaan dat alles daarvóór onveranderd is: npm run verify -- --head ${hash}`,
};

/** Sentences of the calendars. Titles are read in a narrow column: the word that matters comes first. */
const calendar = {
  title: (name: string) => `${name}: toegezegde updates`,
  description: 'Dagen waarvoor updates zijn toegezegd, en dagen waarop beveiligingsupdates eindigen.',
  titles: {
    open: (shop: string) => `Toegezegd: update van ${shop}`,
    overdue: (shop: string) => `Te laat: update van ${shop}`,
    kept: (shop: string) => `Nagekomen: update van ${shop}`,
    late: (shop: string) => `Na deze dag gedaan: update van ${shop}`,
    withdrawn: (shop: string) => `Ingetrokken: update van ${shop}`,
    dropped: (shop: string) => `Niet meer gecontroleerd: update van ${shop}`,
  } satisfies Record<PromiseStatus, (shop: string) => string>,
  promised: (name: string | null) =>
    `${name ?? 'De beheerder van de webwinkel'} heeft toegezegd dat de update uiterlijk op deze dag is geïnstalleerd.`,
  supportTitle: (line: string, shop: string) => `Beveiligingsupdates eindigen: ${line} (${shop})`,
  support: (line: string) =>
    `Dit is de laatste dag waarop er voor ${line} beveiligingsupdates uitkomen. Daarna wordt het geen ja zolang de webwinkel daarop blijft draaien.`,
  page: (address: string) => `Zo staat het er vandaag voor: ${address}`,
};

/** Words of the badge. */
const badge = {
  label: 'Nieuwste veilige versie?',
  unchecked: 'nog niet gecontroleerd',
  checked: (day: string) => `gecontroleerd op ${day}`,
  expires: (day: string) => `na ${day} telt dit als nee`,
  message: (word: string, checked: string) => `${word}, ${checked}`,
  alternative: (word: string, details: string) =>
    `Nieuwste veilige versie van het e-commerceplatform? ${word}, ${details}.`,
  /** Stands on other pages and stays there, so it must not answer. */
  linked:
    'Gebruikt deze website de nieuwste veilige versie van zijn e-commerceplatform? Het antwoord staat achter deze link.',
};

/** Words of the OpenVEX documents. */
const vex = {
  role: 'Waarnemer van buitenaf',
  because: {
    version: 'Blijkt uit de versie die van buitenaf te zien was.',
    'known-false-positive': 'De melding noemt de geïnstalleerde versie per vergissing.',
    attested: 'De beheerder verklaart dat het is gedicht; de controle kan het niet zien.',
    'some-candidates':
      'Bij wat van buitenaf te zien was, passen meerdere versies, en het lek zit maar in een deel daarvan.',
  },
};

/** Every phrase of the Dutch pages, feeds, badges and mails. */
export const nl: Wording = {
  ...spoken,
  language: 'nl',
  question: 'Gebruikt deze website de nieuwste veilige versie van zijn e-commerceplatform?',
  whenQuestion,
  answers: { yes: 'Ja', no: 'Nee' },
  covers: 'Dit gaat over het platform zelf, niet over extensies, thema, server of wachtwoorden.',
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
