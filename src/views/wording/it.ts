import type { EvidenceKind, VersionPlace } from '../../model/identification.ts';
import type { AttestationKind } from '../../model/site.ts';
import type { Deed } from '../deeds.ts';
import type { PublicEventData, PublicReason } from '../disclose.ts';
import type { PromiseStatus } from '../promised.ts';
import type { Fillings, GeneralStepKey, ReasonKey, StepKey } from './fillings.ts';
import type { Wording } from './index.ts';
import type { Forms } from './speak.ts';
import { speak } from './speak.ts';

/*
 * Sentences only: which of several is said, and what days and numbers it is filled with, is decided in views/. A key with a
 * colon is a variant of the one before it. Everything that stands in braces arrives as a word, a name or a date, ready to print.
 */

const spoken = speak('it-IT', {
  oneOf: (count, first, last) => `una delle ${count} versioni da ${first} a ${last}`,
});
const { countDays, many, writeCount } = spoken;

/** A round million takes a preposition: `1.000.000 di falle`. */
const forms = (one: string, other: string): Forms => ({ one, many: `di ${other}`, other });

/** `il 22 novembre`, `dall’8 novembre`: before otto and undici, the only days that begin with a vowel, the article is cut. */
const withArticle = (full: string, cut: string) => (day: string) =>
  /^(?:8|11)\b/.test(day) ? `${cut}’${day}` : `${full} ${day}`;
const il = withArticle('il', 'l');
const al = withArticle('al', 'all');
const dal = withArticle('dal', 'dall');
const del = withArticle('del', 'dell');

/** `a PrestaShop`, `ad Adobe` */
const to = (name: string) => (/^a/i.test(name) ? `ad ${name}` : `a ${name}`);

const treatAsNo = 'Se non è un sì, vale come un no.';

/** What stands for a name that is not known. Neither begins with an article, which a preposition would swallow. */
const unnamed = { platform: 'questa piattaforma', vendor: 'chi produce la piattaforma' };

/** A sentence or two for each reason, behind the word Yes or No. */
const reasons: Record<ReasonKey, (f: Fillings) => string> = {
  unreachable: () => `Il sito non ha risposto al nostro controllo. ${treatAsNo}`,
  blocked: () => `Il firewall del sito ha respinto il nostro controllo. ${treatAsNo}`,
  'blocked:opted-out': () => `Il sito chiede di non essere controllato. ${treatAsNo}`,
  'unknown-platform': () => 'Da fuori non si capisce quale piattaforma usa il sito.',
  'conflicting-evidence': ({ product }) => `Ciò che il sito mostra della sua versione di ${product} si contraddice.`,
  'conflicting-evidence:hosted': ({ product }) =>
    `Il sito mostra tracce di ${product} e di un’altra piattaforma; solo una delle due è tenuta aggiornata dal suo produttore.`,
  'unknown-version': ({ product }) => `Da fuori non si capisce quale versione di ${product} è installata.`,
  'unknown-version:claimed': ({ product, claimed }) =>
    `Il sito indica ${product} ${claimed}, ma nient’altro lo conferma.`,
  'no-release-data': ({ product }) =>
    `Non sappiamo quali versioni di ${product} esistono, quindi non possiamo giudicare quella installata.`,
  'data-stale': ({ product }) => `Ciò che sappiamo di ${product} è troppo vecchio per dare un giudizio.`,
  'pre-release': ({ running }) => `Il sito usa ${running}, una versione di prova non ancora finita.`,
  'version-not-known': ({ running }) => `Il sito mostra ${running}, che non è tra le versioni di cui è nota l’uscita.`,
  'end-of-life': ({ running }) =>
    `Il sito usa ${running}, che non riceve più aggiornamenti di sicurezza. Restando così, la risposta non può diventare un sì.`,
  'end-of-life:line': ({ product, branch }) =>
    `${product} ${branch} non riceve più aggiornamenti di sicurezza. Restando così, la risposta non può diventare un sì.`,
  'update-missing': ({ running, version }) => `Il sito usa ${running}; la versione sicura è ${version}.`,
  'update-missing:today': ({ running, version }) =>
    `Il sito usa ${running}; la versione sicura è ${version}, uscita oggi.`,
  'update-missing:days': ({ running, version, outFor }) =>
    `Il sito usa ${running}; la versione sicura è ${version}, uscita da ${outFor}.`,
  'update-missing:unnamed': ({ running }) => `Il sito usa ${running}, ed è uscita una versione più recente.`,
  'known-advisory': ({ running }) => `Il sito usa ${running}, che ha una falla nota.`,
  'known-advisory:many': ({ running, flawCount }) =>
    `Il sito usa ${running}, che ha ${many(flawCount, forms('falla nota', 'falle note'))}.`,
  'sources-disagree': ({ vendor, running }) =>
    `Secondo ${vendor}, ${running} è una versione sicura; una scheda pubblica dice che ha una falla. Vale il giudizio più severo.`,
  'sources-disagree:named': ({ vendor, running, sources }) =>
    `Secondo ${vendor}, ${running} è una versione sicura; secondo ${sources}, ha una falla. Vale il giudizio più severo.`,
  'patch-level-unproven': ({ vendor, running }) =>
    `Il sito usa ${running}, ma in seguito ${vendor} ha pubblicato correzioni che da fuori non si vedono. Chieda la prova che sono applicate.`,
  'evidence-expired': () => 'La dichiarazione del gestore sul software installato è scaduta.',
  'support-unknown': ({ running }) => `Nessuno dice se ${running} riceve ancora aggiornamenti di sicurezza.`,
  'version-ambiguous': () => 'Da fuori è possibile più di una versione. Chi gestisce il sito può chiarirlo.',
  'version-ambiguous:none': ({ either }) =>
    `Da fuori può essere ${either}, e nessuna di queste versioni è l’ultima sicura.`,
  'version-ambiguous:newer': ({ either }) =>
    `Da fuori può essere ${either}, e solo la più recente è sicura. Chi gestisce il sito può chiarirlo.`,
  'version-ambiguous:some': ({ either }) =>
    `Da fuori può essere ${either}, e non tutte queste versioni sono sicure. Chi gestisce il sito può chiarirlo.`,
  secure: ({ running }) => `Il sito usa ${running}, una versione sicura.`,
  'secure:each': ({ running }) => `Il sito usa ${running}, ognuno in una versione sicura.`,
  current: ({ running }) => `Il sito usa ${running}, la versione più recente.`,
  'current:each': ({ running }) => `Il sito usa ${running}, ognuno nella versione più recente.`,
  'vendor-hosted': ({ product }) => `Il sito usa ${product}, e gli aggiornamenti li installa il produttore.`,
  'not-reached': () => `Il nostro controllo non ha raggiunto il sito. ${treatAsNo}`,
  'not-confirmed': ({ product }) =>
    `Da fuori nessuno può confermare che il sito usi l’ultima versione sicura di ${product}.`,
  'not-confirmed:unnamed': () =>
    'Da fuori nessuno può confermare che il sito usi l’ultima versione sicura della sua piattaforma.',
  'not-up-to-date': ({ product }) => `Il sito non usa l’ultima versione sicura di ${product}.`,
  'not-up-to-date:unnamed': () => 'Il sito non usa l’ultima versione sicura della sua piattaforma.',
  'not-checked': () => `Il sito non è ancora stato controllato. ${treatAsNo}`,
  'check-overdue': () => `L’ultimo controllo è troppo lontano nel tempo. ${treatAsNo}`,
  'not-monitored': () => `Nessuno controlla più questo sito. ${treatAsNo}`,
};

/** What is added to a reason. */
const additions = {
  updated: ({ updated }: { updated: string }) => `Ultimo aggiornamento: ${updated}.`,
  updatedSameDay: ({ updated }: { updated: string }) =>
    `Ultimo aggiornamento: ${updated}, il giorno stesso dell’uscita.`,
  updatedLater: ({ updated, later }: { updated: string; later: string }) =>
    `Ultimo aggiornamento: ${updated}, ${later} dopo l’uscita.`,
  exploited: 'Alcuni criminali stanno usando una falla presente in questo sito.',
  beforePublic: 'Aggiornato prima che la falla diventasse pubblica.',
  statedOnly: ({ author }: { author: string }) => `${author} dichiara questa versione; il controllo non la vede.`,
};

/** A list of a few versions, one of which is installed. */
const either = ({ versions }: { versions: string }) => versions;

/** Five words at most, for lists and feeds. */
const shortReasons: Record<PublicReason, string> = {
  unreachable: 'Il sito non ha risposto',
  blocked: 'Il controllo è stato respinto',
  'unknown-platform': 'Piattaforma non riconosciuta',
  'conflicting-evidence': 'La versione si contraddice',
  'unknown-version': 'La versione non si vede',
  'no-release-data': 'Non ne conosciamo le versioni',
  'data-stale': 'I dati sono troppo vecchi',
  'pre-release': 'Usa una versione di prova',
  'version-not-known': 'La versione non è nota',
  'end-of-life': 'Senza aggiornamenti di sicurezza',
  'update-missing': 'Manca un aggiornamento',
  'known-advisory': 'Ha una falla nota',
  'sources-disagree': 'Le fonti non concordano',
  'patch-level-unproven': 'Correzioni non dimostrate',
  'evidence-expired': 'La dichiarazione è scaduta',
  'support-unknown': 'Il supporto non è noto',
  'version-ambiguous': 'La versione non è certa',
  secure: 'Usa una versione sicura',
  current: 'Usa la versione più recente',
  'vendor-hosted': 'Lo aggiorna il produttore',
  'not-reached': 'Il controllo non è arrivato',
  'not-confirmed': 'Non è confermato',
  'not-up-to-date': 'Non è aggiornato',
  'not-checked': 'Non ancora controllato',
  'check-overdue': 'Il controllo è in ritardo',
  'not-monitored': 'Non più controllato',
};

/** What would make this a yes: a sentence for each next step. */
const nextSteps: Record<StepKey, (f: Fillings) => string> = {
  'keep-going': () => 'Non manca nulla. Continuare a installare gli aggiornamenti quando escono.',
  'keep-going:hosted': () => 'Non manca nulla. Gli aggiornamenti li installa il produttore.',
  update: ({ product, version }) => `Aggiornare ${product} alla versione ${version}.`,
  'update:unnamed': ({ product }) => `Aggiornare ${product} all’ultima versione sicura.`,
  'change-branch': ({ product, version }) =>
    `Passare ${to(product)} ${version}, che riceve ancora aggiornamenti di sicurezza.`,
  'change-branch:unnamed': ({ product }) =>
    `Portare ${product} a una serie di versioni che riceve ancora aggiornamenti di sicurezza.`,
  'apply-patch': ({ vendor, running }) =>
    `Applicare le correzioni che ${vendor} ha pubblicato per ${running}, e dichiarare che sono applicate.`,
  'renew-attestation': () =>
    'Chi gestisce il sito deve verificare di nuovo che cosa è installato e quali correzioni sono applicate, e rinnovare la dichiarazione.',
  'attest-version': ({ product }) => `Chi gestisce il sito deve dichiarare quale versione di ${product} è installata.`,
  'settle-version': ({ versions }) => `Chi gestisce il sito deve dichiarare quale versione è installata: ${versions}.`,
  'resolve-conflict': ({ product }) =>
    `Chi gestisce il sito deve scoprire perché si vedono insieme due versioni di ${product}: forse un aggiornamento rimasto a metà, o una vecchia copia nella cache.`,
  'resolve-conflict:hosted': () =>
    'Chi gestisce il sito deve togliere ciò che resta della piattaforma non in uso; se sono in uso tutte e due, è l’altra quella da tenere aggiornata.',
  'ask-vendor': ({ product }) =>
    `Chiedere a chi produce ${product} una versione sicura e supportata, oppure passare a un’altra piattaforma.`,
  'ask-vendor:newest': ({ product, newest }) =>
    `Aggiornare alla versione ${newest}, la più recente. Nemmeno questa è un sì: chiedere quindi a chi produce ${product} una versione sicura e supportata, oppure passare a un’altra piattaforma.`,
  'ask-vendor:disagree': ({ vendor, running }) =>
    `Chiedere ${to(vendor)} se ${running} ha questa falla: o viene corretta la scheda, o deve uscire una versione corretta.`,
  'await-facts': ({ product }) =>
    `Nel sito non c’è nulla da fare. Chi esegue questi controlli deve aggiungere una fonte che elenchi le versioni di ${product}.`,
  'allow-check': ({ section }) =>
    `Una riga nell’elenco del firewall lascia passare il controllo. Il nome da inserire è nella pagina di questo sito, alla voce «${section}».`,
  'allow-check:opted-out': ({ section }) =>
    `Chi gestisce il sito ritira questa richiesta, in robots.txt o patchproof.json. Come si scrive è nella pagina di questo sito, alla voce «${section}».`,
  'restore-site': () =>
    'Provare ad aprire il sito. Se si apre, chi lo gestisce deve lasciar passare il nostro controllo; se non si apre, deve rimetterlo in funzione.',
  'correct-address': () => 'Il sito ha cambiato indirizzo: inserire quello nuovo nell’elenco.',
  'correct-address:named': ({ url }) => `Il sito ha cambiato indirizzo: inserire quello nuovo nell’elenco, ${url}.`,
  'name-platform': () =>
    'Chi gestisce il sito deve indicarne la piattaforma nell’elenco dei siti, così il controllo sa che cosa cercare.',
  'refresh-sources': () => 'Nel sito non c’è nulla da fare. Chi esegue questi controlli deve scaricare dati nuovi.',
  'refresh-sources:named': ({ source, sourceAge }) =>
    `Nel sito non c’è nulla da fare. Chi esegue questi controlli deve scaricare dati nuovi da ${source}; gli ultimi risalgono a ${sourceAge} fa.`,
  'refresh-sources:shipped': ({ sourceAge }) =>
    `Nel sito non c’è nulla da fare. Chi esegue questi controlli deve dare loro accesso alle fonti, o installare una versione più recente di Patchproof: i dati forniti con questa risalgono a ${sourceAge} fa.`,
};

/** Where whoever runs the shop reads the version. */
const places: Record<VersionPlace['kind'], (place: { name: string }) => string> = {
  'back-office': () => 'Si legge nell’area di amministrazione del sito.',
  composer: ({ name }) => `Sul server la mostra il comando «composer show ${name}».`,
  bundler: ({ name }) => `Sul server la mostra il comando «bundle info ${name}».`,
  npm: ({ name }) => `Sul server la mostra il comando «npm ls ${name}».`,
};

/** The next step where details are withheld, or where nothing was checked. */
const generalSteps: Record<GeneralStepKey, (f: Pick<Fillings, 'product'>) => string> = {
  'not-reached': () => 'Chi gestisce il sito deve lasciar passare il nostro controllo.',
  'not-confirmed': ({ product }) =>
    `Chi gestisce il sito deve dimostrare che usa l’ultima versione sicura di ${product}.`,
  'not-confirmed:unnamed': () =>
    'Chi gestisce il sito deve dimostrare che usa l’ultima versione sicura della sua piattaforma.',
  'not-up-to-date': ({ product }) => `Installare l’ultima versione sicura di ${product}.`,
  'not-up-to-date:unnamed': () => 'Installare l’ultima versione sicura della piattaforma.',
  'not-checked': () => 'Lo dirà il prossimo controllo.',
  'check-overdue': () => 'Chi esegue questi controlli deve riavviarli; poi lo dirà il prossimo controllo.',
  'not-monitored': () => 'Rimettere il sito nell’elenco; poi lo dirà il prossimo controllo.',
};

/** Where nothing but the answer is shown. */
const withheldStep = 'Chi gestisce il sito sa che cosa manca. Basta chiedere.';

/** Who could do it, by the login it takes. */
const who = {
  anybody: 'Qualcuno',
  nobody: 'Qualcuno senza un account',
  user: 'Qualcuno con un account',
  admin: 'Qualcuno con un account da amministratore',
};

/** A flaw in our own words. */
const deeds: Record<Deed, (by: { who: string }) => string> = {
  runCode: ({ who }) => `${who} potrebbe eseguire il proprio codice nel sito.`,
  takeOver: ({ who }) => `${who} potrebbe prendere il controllo del sito.`,
  useDatabase: ({ who }) => `${who} potrebbe leggere o modificare ciò che è nel database.`,
  passLogin: ({ who }) => `${who} potrebbe entrare negli account di altri.`,
  readFiles: ({ who }) => `${who} potrebbe leggere file che non lo riguardano.`,
  plantScript: ({ who }) => `${who} potrebbe inserire uno script che viene eseguito nel browser di altri.`,
  lackRight: ({ who }) => `${who} potrebbe fare cose che non ha il permesso di fare.`,
  actAsOther: ({ who }) => `${who} potrebbe agire a nome di chi ha effettuato l’accesso.`,
  reachInside: ({ who }) => `${who} potrebbe far sì che il sito contatti altri computer della sua rete.`,
  guessSecrets: ({ who }) => `${who} potrebbe indovinare dati segreti, come i link per reimpostare una password.`,
  forge: ({ who }) => `${who} potrebbe far passare per autentico qualcosa di falso.`,
  readAndChange: ({ who }) => `${who} potrebbe leggere e modificare ciò a cui non dovrebbe arrivare.`,
  change: ({ who }) => `${who} potrebbe modificare ciò a cui non dovrebbe arrivare.`,
  seeData: ({ who }) => `${who} potrebbe vedere dati che dovrebbero restare riservati.`,
  slipPast: ({ who }) => `${who} potrebbe aggirare i controlli che proteggono il sito.`,
  cheat: ({ who }) => `${who} potrebbe ingannare il sito agendo più in fretta del previsto, o in un altro ordine.`,
  plantFormula: ({ who }) => `${who} potrebbe inserire formule in tabelle che altri esportano e aprono.`,
  stop: ({ who }) => `${who} potrebbe bloccare il sito.`,
  slow: ({ who }) => `${who} potrebbe rallentare il sito.`,
  redirect: ({ who }) => `${who} potrebbe mandare i visitatori su un altro sito.`,
  unsaid: ({ who }) => `${who} potrebbe abusare del sito; la scheda non dice come.`,
};

/** How a flaw stands at this shop. */
const flaws = {
  exploited: 'Alcuni criminali stanno usando questa falla.',
  needsVictim: 'Per riuscirci, serve che un’altra persona apra qualcosa o vi faccia clic.',
  gravity: {
    critical: 'È una delle falle più gravi che ci siano.',
    high: 'È una falla grave.',
    medium: 'È una falla di media gravità.',
    low: 'È una falla lieve.',
  },
  published: ({ day }: { day: string }) => `Pubblica ${dal(day)}.`,
  fixedIn: ({ product, versions }: { product: string; versions: string }) => `Corretta in ${product} ${versions}.`,
  notFixed: 'Nessuna versione la corregge ancora.',
  unbounded: 'La scheda non indica una versione che la corregge, quindi vale anche per tutte le successive.',
  fixWithoutVersion: 'La correzione arriva in file separati e non cambia la versione.',
  exposed: ({ day, days }: { day: string; days: string }) => `Vista qui ${dal(day)} (${days}).`,
  exposedToday: 'Vista qui da oggi.',
  someCandidates: 'Ce l’hanno solo alcune delle versioni possibili.',
  disputed: ({ sources, doubters }: { sources: string; doubters: string }) =>
    `Le fonti non concordano su questa versione. La includono: ${sources}. La escludono: ${doubters}. Vale il giudizio più severo.`,
  mistaken: 'La scheda indica questa versione per errore: qui non conta.',
};

/** What waiting costs: rules that give a date for the flaw that presses most. `today`: the date is today. */
const deadlines = {
  exploited: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Alcuni criminali stanno usando una falla aperta qui. Gli enti pubblici degli Stati Uniti devono chiuderla entro ${il(day)}: ancora ${left}.`,
    today:
      'Alcuni criminali stanno usando una falla aperta qui. Gli enti pubblici degli Stati Uniti devono chiuderla entro oggi.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Alcuni criminali stanno usando una falla aperta qui. Gli enti pubblici degli Stati Uniti dovevano chiuderla entro ${il(day)}, ${ago}.`,
  },
  cyberEssentials: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Cyber Essentials, le regole britanniche di protezione di base: 14 giorni per installare la correzione di una falla grave. Il termine è ${il(day)}: ancora ${left}.`,
    today:
      'Cyber Essentials, le regole britanniche di protezione di base: 14 giorni per installare la correzione di una falla grave. Il termine è oggi.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Cyber Essentials, le regole britanniche di protezione di base: 14 giorni per installare la correzione di una falla grave. Il termine era ${il(day)}, ${ago}.`,
  },
  pciDss: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `PCI DSS, le regole per tutti quelli che accettano pagamenti con carta: 30 giorni per installare la correzione di una falla grave. Il termine è ${il(day)}: ancora ${left}.`,
    today:
      'PCI DSS, le regole per tutti quelli che accettano pagamenti con carta: 30 giorni per installare la correzione di una falla grave. Il termine è oggi.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `PCI DSS, le regole per tutti quelli che accettano pagamenti con carta: 30 giorni per installare la correzione di una falla grave. Il termine era ${il(day)}, ${ago}.`,
  },
};

/** What a history event says; dates, products and versions arrive as words. */
const events = {
  monitoringStarted: 'I controlli sono iniziati.',
  monitoringEnded: 'I controlli sono terminati.',
  answer: (word: string, shortReason: string | null) =>
    shortReason === null ? `${word}.` : `${word}. ${shortReason}.`,
  installed: (running: string) => `Ora installato: ${running}.`,
  nothingInstalled: 'Non si riconosce più nessuna piattaforma.',
  versionHidden: (product: string) => `${product}, versione non visibile`,
  affects: (product: string, published: string, id: string) =>
    `Una falla in ${product}, resa pubblica ${il(published)}, riguarda questo sito (${id}).`,
  affectsMany: (count: number, product: string) =>
    many(
      count,
      forms(
        `falla pubblica in ${product} riguarda questo sito.`,
        `falle pubbliche in ${product} riguardano questo sito.`,
      ),
    ),
  fixedMany: (count: number, product: string) =>
    many(
      count,
      forms(`falla in ${product} non riguarda più questo sito.`, `falle in ${product} non riguardano più questo sito.`),
    ),
  fixed: (product: string, id: string) => `Una falla in ${product} non riguarda più questo sito (${id}).`,
  exploited: (product: string, id: string) =>
    `Alcuni criminali stanno usando una falla in ${product} che riguarda questo sito (${id}).`,
  promiseMade: (by: string) => `Aggiornamento promesso per ${il(by)}.`,
  promiseMoved: (from: string, by: string) => `La promessa è stata spostata ${dal(from)} ${al(by)}.`,
  promiseWithdrawn: (by: string) => `La promessa per ${il(by)} è stata ritirata.`,
  promiseKept: (by: string) => `La promessa per ${il(by)} è stata mantenuta.`,
  promiseOverdue: (by: string) => `La data promessa, ${il(by)}, è passata senza l’aggiornamento.`,
  supportEnding: (line: string, days: number, on: string) =>
    `${line} riceve aggiornamenti di sicurezza ancora per ${many(days, forms('giorno', 'giorni'))}, fino ${al(on)}.`,
  supportEndsToday: (line: string) => `Questo è l’ultimo giorno in cui ${line} riceve aggiornamenti di sicurezza.`,
  checkFailed: (days: string, since: string) => `Nessun controllo raggiunge il sito ${dal(since)} (${days}).`,
  checkResumed: 'Un controllo ha raggiunto di nuovo il sito.',
  withheld: 'Un cambiamento, riservato fino alla correzione.',
  withheldMany: (count: number) =>
    many(count, forms('cambiamento, riservato fino alla correzione.', 'cambiamenti, riservati fino alla correzione.')),
};

const mailQuestion = 'Il mio sito usa l’ultima versione sicura della sua piattaforma di e-commerce?';
const whenQuestion = 'Se no: quando sarà installata?';

/** Lines of the mail to whoever runs the shop. */
const mail = {
  subject: `${mailQuestion} ${whenQuestion}`,
  greeting: 'Buongiorno,',
  greetingNamed: ({ name }: { name: string }) => `Buongiorno ${name},`,
  intro: ({ shop }: { shop: string }) => `ho due domande su ${shop}`,
  first: `1. ${mailQuestion}`,
  second: `2. ${whenQuestion}`,
  says: ({ word }: { word: string }) => `Un controllo esterno dice: ${word}.`,
  saysOn: ({ day, word }: { day: string; word: string }) => `Un controllo esterno fatto ${il(day)} dice: ${word}.`,
  toYes: ({ step }: { step: string }) => `Che cosa serve per un sì: ${step}`,
  exposedToday: 'Oggi nel sito è stata vista per la prima volta una falla pubblica.',
  exposed: ({ day, days }: { day: string; days: string }) =>
    `Nel sito si vede una falla pubblica ${dal(day)} (${days}).`,
  ids: ({ ids }: { ids: string }) => `Si tratta di: ${ids}.`,
  idsMore: ({ ids, count }: { ids: string; count: number }) =>
    `Si tratta di: ${ids} e ${many(count, forms('altra', 'altre'))}.`,
  page: ({ address }: { address: string }) => `Tutti i dettagli: ${address}`,
  thanks: 'Basta una risposta breve con una data. Grazie!',
};

const meaning = {
  title: 'Che cosa significa',
  affected: (count: number) =>
    many(
      count,
      forms('falla pubblica riguarda ciò che è installato.', 'falle pubbliche riguardano ciò che è installato.'),
    ),
  perhaps: (count: number) =>
    many(
      count,
      forms(
        'falla pubblica riguarda alcune delle versioni possibili.',
        'falle pubbliche riguardano alcune delle versioni possibili.',
      ),
    ),
  attested: (count: number) =>
    many(
      count,
      forms(
        'falla pubblica è corretta, come dichiara il gestore.',
        'falle pubbliche sono corrette, come dichiara il gestore.',
      ),
    ),
  flagged: 'Il produttore della piattaforma dice che la versione installata non è sicura. Non nomina la falla.',
  noneAffects: 'Nessuna falla pubblica riguarda ciò che è installato.',
  nonePublished:
    'Nessuno pubblica le falle di questa piattaforma, quindi il confronto non è possibile. Non è una prova che non ce ne siano.',
  notJudged: 'Di ciò che è installato si sa troppo poco per confrontarlo con le falle pubbliche.',
  vendorHosted:
    'La piattaforma è nelle mani del produttore, che la corregge per tutti i siti in una volta. Nel sito non c’è nulla da installare.',
  mistaken: (count: number) =>
    many(
      count,
      forms(
        'scheda indica per errore la versione installata: qui non conta.',
        'schede indicano per errore la versione installata: qui non contano.',
      ),
    ),
  unbounded:
    'Alcune schede non indicano una versione che corregge la falla. È un limite della scheda: una versione più recente può comunque avere la correzione, ma nulla lo dice.',
  more: (count: number) => `E ancora ${many(count, forms('falla', 'falle'))}.`,
  ids: 'La sua scheda',
  exposure: 'I giorni si contano dalla prima volta in cui abbiamo visto qui una falla. Poteva esserci già da prima.',
  backport: (product: string) =>
    `${product} promette correzioni solo per la serie di versioni più recente. Le serie più vecchie ne ricevono alcune per cortesia, e la versione installata può contenerle; questo non basta per un sì.`,
  fixes: (ids: string) => `Le correzioni da dimostrare: ${ids}.`,
};

/** What spoke of the version. */
const clues: Record<EvidenceKind, string> = {
  header: 'una riga che il server invia con la pagina',
  cookie: 'un cookie',
  generator: 'il nome del programma scritto nella pagina',
  asset: 'l’indirizzo di un file',
  markup: 'il modo in cui è scritta la pagina',
  script: 'uno script nella pagina',
  'asset-version': 'un numero nell’indirizzo di un file',
  'text-file': 'un file di testo',
  'version-endpoint': 'una pagina che indica la versione',
  'cookie-proof': 'un cookie che cambia a ogni versione',
  'file-hash': 'l’hash di un file',
  'asset-name': 'il nome di un file',
  'feature-flags': 'un elenco di opzioni nella pagina',
  'api-schema': 'ciò che offre l’interfaccia del sito',
  'deploy-time': 'il momento in cui i file sono stati caricati',
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
    `${author} ha dichiarato ${il(made)} che è installata la versione ${version}; il controllo non la vede. La dichiarazione vale fino ${al(expires)}.`,
  'patch-status': ({ author, version, made, expires }) =>
    `${author} ha dichiarato ${il(made)}, con un rapporto di patch-status di Adobe, che è installata la versione ${version}; il controllo non la vede. La dichiarazione vale fino ${al(expires)}.`,
  composer: ({ author, version, made, expires }) =>
    `${author} ha dichiarato ${il(made)}, con un elenco dei pacchetti di Composer, che è installata la versione ${version}; il controllo non la vede. La dichiarazione vale fino ${al(expires)}.`,
  'shopware-plugin': ({ author, version, made, expires }) =>
    `${author} ha dichiarato ${il(made)}, con l’elenco del plugin di sicurezza, che è installata la versione ${version}; il controllo non la vede. La dichiarazione vale fino ${al(expires)}.`,
  openvex: ({ author, version, made, expires }) =>
    `${author} ha dichiarato ${il(made)}, con un documento OpenVEX, che è installata la versione ${version}; il controllo non la vede. La dichiarazione vale fino ${al(expires)}.`,
};

const evidence = {
  title: 'Come lo sappiamo',
  none: 'L’ultimo controllo non ha trovato nulla da mostrare.',
  confidence: (percent: number) => `Certezza sul prodotto: ${percent}%.`,
  clues,
  clue: ({ clue, count }: { clue: string; count: number }) =>
    `${clue} (${many(count, forms('versione possibile', 'versioni possibili'))})`,
  cluesSeen: ({ clues }: { clues: string }) => `Della versione si è visto questo: ${clues}.`,
  candidates: ({ count, versions }: { count: number; versions: string }) =>
    `${many(count, forms('versione è possibile', 'versioni sono possibili'))} in base a tutto ciò che abbiamo visto: ${versions}. Preferiamo mostrarle tutte piuttosto che tirare a indovinare.`,
  sameFiles: 'I file che non cambiano da una versione all’altra non permettono di distinguerle.',
  settle: 'Chi gestisce il sito può chiarirlo dichiarando la versione.',
  claimedOnly: (claimed: string) =>
    `Il sito indica la versione ${claimed}. Un testo da solo non è una prova, quindi non conta.`,
  conflict: 'Nessuna versione corrisponde a tutto ciò che abbiamo visto.',
  found: 'Trovato:',
  fits: (versions: string) => `Versione possibile: ${versions}.`,
  fitsMany: (count: number, first: string, last: string) =>
    `${many(count, forms('versione possibile', 'versioni possibili'))}, da ${first} a ${last}.`,
  known: { measured: 'Misurato.', stated: 'Dichiarato dal gestore.', archived: 'Da una copia d’archivio.' },
  look: (at: string, status: number) => `${at}, stato ${status}.`,
  check: 'Come verificarlo di persona',
  expect: 'Il risultato è:',
  stated,
  withheld: (paths: string) =>
    `Non richiesto, perché il robots.txt del sito lo vieta: ${paths}. Con «robots: owner-consents» nell’elenco dei siti, il proprietario lo permette.`,
  hashHint:
    "Se risulta un altro hash, forse il server ha cambiato i fine riga: mettere «tr -d '\\r' |» prima di «sha256sum».",
};

const conduct = {
  title: 'Come controlliamo',
  requests: (count: number) =>
    `L’ultimo controllo ha inviato al sito ${many(count, forms('richiesta', 'richieste'))}; può inviarne al massimo dieci.`,
  budget: 'Un controllo invia al sito al massimo dieci richieste.',
  polite: 'Legge solo pagine pubbliche, rispetta robots.txt e non prova nulla che un visitatore non farebbe.',
  introduces: 'Si presenta così:',
  optOut:
    'Un sito che non vuole essere controllato lo dice con {"optOut": true} in /.well-known/patchproof.json o in robots.txt (User-agent: Patchproof, Disallow: /).',
  problemsTitle: 'Che cosa non ha funzionato:',
  sourcesTitle: 'Il giudizio si basa su:',
  source: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}, dati ${del(day)} (${licence})`,
  kinds: {
    advisories: 'falle pubbliche',
    releases: 'versioni',
    support: 'periodi di supporto',
    exploited: 'falle usate da criminali',
  },
  standIn: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}: questa volta non ha dato una risposta utilizzabile, quindi si usa l’ultima copia buona, ${del(day)} (${licence})`,
};

const history = {
  title: 'Tutti i cambiamenti',
  columns: { when: 'Quando', what: 'Che cosa', proof: 'Prova' },
  empty: 'Finora non è cambiato nulla.',
  headTitle:
    'Ogni cambiamento porta un hash calcolato su sé stesso e sul cambiamento precedente, così nessuno può essere alterato in seguito senza che si veda. L’ultimo:',
};

const subscribe = {
  title: 'Restare informati',
  feed: 'Feed di questo sito',
  feedHint: 'Basta inserirne l’indirizzo in un lettore di feed, che avvisa quando la risposta cambia.',
  calendar: 'Aggiungere al calendario',
  calendarFile: 'L’indirizzo del calendario',
  calendarHint:
    'Il calendario mostra poi i giorni per cui sono promessi aggiornamenti e quelli in cui finiscono gli aggiornamenti di sicurezza.',
  how: 'Come abbonarsi, anche per e-mail',
  status: 'Questa risposta per i programmi (JSON)',
  history: 'Tutti i cambiamenti per i programmi (JSON Lines)',
  vex: 'Le falle pubbliche per i programmi (OpenVEX)',
  badge: 'Un badge per le pagine del sito',
  html: 'HTML',
  markdown: 'Markdown',
  shield: 'Markdown, disegnato da shields.io; il browser di chi visita la pagina lo chiede allora a quel servizio',
};

/** The page that explains how to subscribe. */
const subscribing = {
  title: 'Restare informati',
  lead: 'Così si viene a sapere quando una risposta cambia. Per questo a nessuno serve il Suo indirizzo e-mail. Questi indirizzi valgono per tutti i siti; la pagina di ogni sito ha i propri.',
  reader: {
    title: 'In un lettore di feed',
    text: 'Copiare questo indirizzo in un lettore di feed qualsiasi. Ogni cambiamento arriva come una voce.',
  },
  mail: {
    title: 'Per e-mail',
    text: 'Programmi di posta come Thunderbird accettano lo stesso indirizzo e mostrano i cambiamenti come e-mail. Lo accettano anche i servizi che trasformano un feed in e-mail.',
  },
  calendar: {
    title: 'Nel calendario',
    text: 'Abbonarsi a questo indirizzo nel proprio calendario. Mostra i giorni per cui sono promessi aggiornamenti e quelli in cui finiscono gli aggiornamenti di sicurezza.',
  },
  groups: { maintainer: 'Feed per gestore dei siti', tag: 'Feed per etichetta' },
};

/** The picture of a site's past, and its table. Days arrive as words. */
const timeline = {
  title: 'Che cosa era installato, e quando',
  answersTitle: 'Le risposte, e quando sono cambiate',
  answers: 'Risposta',
  notVisible: 'versione non visibile',
  installed: ({ running, since }: { running: string; since: string }) =>
    `${running}: visto per la prima volta ${il(since)}.`,
  span: ({ from, to }: { from: string; to: string }) => `Il periodo ${dal(from)} ${al(to)}.`,
  releases: ({ count, product }: { count: number; product: string }) =>
    many(
      count,
      forms(
        `versione di ${product} è uscita in questo periodo.`,
        `versioni di ${product} sono uscite in questo periodo.`,
      ),
    ),
  hit: (count: number) =>
    many(
      count,
      forms(
        'falla pubblica si è aperta qui in questo periodo.',
        'falle pubbliche si sono aperte qui in questo periodo.',
      ),
    ),
  uncheckedDays: (days: string) => `Per ${days} nessuno ha potuto controllare.`,
  exposed: ({ days, since }: { days: string; since: string }) =>
    `Esposto a falle pubbliche per ${days}, ${dal(since)} in poi.`,
  neverExposed: (since: string) =>
    `Per quanto abbiamo visto, qui non c’è stata nessuna falla pubblica aperta ${dal(since)} in poi.`,
  exposedNow: ({ since, days }: { since: string; days: string }) =>
    `Una falla pubblica è aperta qui ${dal(since)} (${days}).`,
  exposedToday: 'Una falla pubblica è aperta qui da oggi.',
  median: (days: string) => `Metà delle falle si è chiusa entro ${days}.`,
  counted:
    'I giorni si contano dalla prima volta in cui abbiamo visto la versione interessata. Poteva esserci già da prima.',
  legendTitle: 'Che cosa mostra l’immagine',
  legend: {
    version: 'Una versione installata',
    archived: 'Noto da una copia d’archivio',
    yes: 'La risposta era sì',
    no: 'La risposta era no',
    unchecked: 'Nessuno poteva controllare',
    release: 'È uscita una versione',
    flaw: 'Una falla pubblica si è aperta',
    exposed: 'Esposto a una falla pubblica',
    14: '14 giorni aperta (Cyber Essentials)',
    30: '30 giorni aperta (PCI DSS)',
    due: 'Giorno promesso',
    kept: 'Promessa mantenuta',
    missed: 'Giorno promesso, ormai passato',
    gone: 'Giorno promesso, poi abbandonato',
    later: 'Promesso oltre questo periodo',
    slip: 'La promessa è stata spostata',
    today: 'Oggi',
  },
  tableTitle: 'L’immagine in cifre',
  versions: {
    title: 'Versioni installate',
    columns: { what: 'Versione', from: 'Inizio', to: 'Fine', days: 'Giorni' },
    archived: (running: string) => `${running}, da una copia d’archivio`,
    now: 'oggi',
  },
  answerTable: { title: 'Risposte', columns: { what: 'Risposta', from: 'Inizio', to: 'Fine', days: 'Giorni' } },
  unchecked: {
    title: 'Quando nessuno poteva controllare',
    columns: { from: 'Inizio', to: 'Fine', days: 'Giorni' },
  },
  flaws: {
    title: 'Falle pubbliche',
    columns: {
      what: 'Falla',
      published: 'Resa pubblica',
      from: 'Aperta qui',
      to: 'Chiusa',
      days: 'Giorni aperta',
      14: '14 giorni (UK Cyber Essentials)',
      30: '30 giorni (PCI DSS)',
    },
    one: ({ id, product }: { id: string; product: string }) => `${id} in ${product}`,
    several: ({ count, product }: { count: number; product: string }) =>
      many(count, forms(`falla in ${product}`, `falle in ${product}`)),
    between: ({ first, last }: { first: string; last: string }) => `${dal(first)} ${al(last)}`,
    open: 'ancora aperta',
    within: 'rispettati',
    passed: 'superati',
    notYet: 'non ancora passati',
  },
  promises: {
    title: 'Promesse',
    columns: { due: 'Scadenza', outcome: 'Com’è andata' },
    open: (relative: string) => `In corso, scade ${relative}.`,
    kept: 'Mantenuta.',
    passed: 'Passata senza l’aggiornamento.',
    late: (day: string) => `Passata; l’aggiornamento è stato visto per la prima volta ${il(day)}.`,
    moved: (day: string) => `Spostata ${al(day)}.`,
    passedAndMoved: (day: string) => `Passata senza l’aggiornamento, poi spostata ${al(day)}.`,
    withdrawn: 'Ritirata.',
  },
  more: (count: number) => `E ancora ${many(count, forms('riga precedente', 'righe precedenti'))}.`,
};

const overview = {
  counts: (yes: number, no: number) => `${writeCount(yes)} sì, ${writeCount(no)} no.`,
  since: (days: number) => (days < 1 ? 'da oggi' : `da ${countDays(days)}`),
  noDate: 'nessuna data',
  byDate: (day: string) => `entro ${il(day)}`,
  overdue: (days: number) => `in ritardo di ${countDays(days)}`,
  columns: { answer: 'Risposta', shop: 'Sito', reason: 'Motivo', since: 'Così', promise: 'Promessa' },
  former: 'Non più controllati',
  empty: 'Nessun sito è ancora in elenco.',
  emptyGroup: 'Oggi qui non c’è nessun sito.',
  feed: 'Feed di tutti i cambiamenti',
  status: 'Tutte le risposte per i programmi (JSON)',
};

/** Words that not everybody knows, explained where they are used. */
const glossary = {
  title: 'Parole usate qui',
  terms: {
    platform: {
      term: 'Piattaforma',
      text: 'Il software con cui è fatto un negozio online, come WooCommerce, Magento o PrestaShop.',
    },
    version: {
      term: 'Versione',
      text: 'Il numero di un’edizione di quel software. Un numero più alto è un’edizione più recente.',
    },
    line: {
      term: 'Serie di versioni',
      text: 'Versioni che iniziano con gli stessi numeri, come 5.2.1 e 5.2.2. I produttori correggono una serie per alcuni anni e poi smettono.',
    },
    flaw: {
      term: 'Falla pubblica',
      text: 'Un errore nel software di cui altri possono abusare, e che è descritto pubblicamente.',
    },
    record: {
      term: 'Scheda',
      text: 'La nota pubblica su una falla. Ha un numero e dice quali versioni hanno la falla.',
    },
    cyberEssentials: {
      term: 'Cyber Essentials',
      text: 'Regole di protezione di base, fissate dal governo britannico. Le chiedono assicurazioni e clienti pubblici.',
    },
    pciDss: {
      term: 'PCI DSS',
      text: 'Le regole di sicurezza dei circuiti delle carte. Chi accetta pagamenti con carta le ha accettate.',
    },
    hash: {
      term: 'Hash',
      text: 'Un’impronta di un file o di un testo: un lungo numero che cambia appena cambia una sola lettera.',
    },
    status: {
      term: 'Stato',
      text: 'Il numero con cui risponde un server: 200 significa che ha inviato ciò che gli è stato chiesto.',
    },
    statement: {
      term: 'Dichiarazione',
      text: 'Ciò che il gestore dice del sito dove da fuori nessuno può vederlo, con un nome e una data. Detta anche attestazione.',
    },
    robots: {
      term: 'robots.txt',
      text: 'Un file in cui un sito dice ai programmi che cosa possono leggere. Questo controllo lo rispetta.',
    },
    feed: {
      term: 'Feed',
      text: 'Un elenco di cambiamenti che un lettore di feed scarica da solo, così non serve venire a guardare qui.',
    },
    badge: { term: 'Badge', text: 'Una piccola immagine con la risposta attuale, da mostrare in altre pagine.' },
  },
};

/** Lists of some of the shops, and the way between them. */
const lists = {
  /** What a list has in common, above its name. */
  kinds: { platform: 'Piattaforma', maintainer: 'Gestore', tag: 'Etichetta' },
  /** Of the answers' own lists. */
  answers: { yes: 'Siti con risposta sì', no: 'Siti con risposta no' },
  hall: 'Un anno di sì',
  hallMeans:
    'Ogni controllo degli ultimi 365 giorni ha detto sì; questo riguarda la piattaforma in sé, non estensioni, tema, server o password, e non il tempo tra due controlli.',
  titleOf: (kind: string, name: string) => `${kind}: ${name}`,
  pageOf: (page: number, count: number) => `Pagina ${writeCount(page)} di ${writeCount(count)}`,
  titlePage: (title: string, page: string) => `${title}. ${page}`,
  pages: 'Pagine',
  previous: 'Precedente',
  next: 'Successiva',
  filters: 'Mostrare solo alcuni siti',
  all: 'Tutti',
  more: 'Altri filtri',
  groups: { platform: 'Piattaforme', maintainer: 'Gestori', tag: 'Etichette' },
  every: {
    platform: (count: number) => `Tutte: ${many(count, forms('piattaforma', 'piattaforme'))}`,
    maintainer: (count: number) => `Tutti: ${many(count, forms('gestore', 'gestori'))}`,
    tag: (count: number) => `Tutte: ${many(count, forms('etichetta', 'etichette'))}`,
  },
  shops: (count: number) => many(count, forms('sito', 'siti')),
  open: (no: number) => (no === 0 ? 'tutti sì' : `${writeCount(no)} no`),
  pace: (days: number, flaws: number) =>
    `Tempo mediano di correzione: ${days < 1 ? 'meno di un giorno' : countDays(days)}, su ${many(flaws, forms('falla corretta', 'falle corrette'))}.`,
  paceMeans: 'Il tempo va dal giorno in cui una falla era pubblica e vista nel sito al giorno in cui non c’era più.',
  tooFew: (flaws: number) =>
    flaws === 0
      ? 'Non risulta ancora nessuna falla corretta, quindi nulla dice quanto tempo richiedono gli aggiornamenti.'
      : `${many(flaws, forms('falla corretta registrata', 'falle corrette registrate'))}: troppo poco per dire quanto tempo richiedono gli aggiornamenti.`,
  promises: (kept: number, moved: number, missed: number) =>
    `Promesse mantenute: ${writeCount(kept)}; spostate: ${writeCount(moved)}; mancate: ${writeCount(missed)}.`,
  withheld: 'Alcuni di questi siti non mostrano la loro cronologia; ciò che tengono riservato non è contato.',
};

/** Headings, labels and sentences of the pages. Dates arrive as words. */
const page = {
  skip: 'Passare alla risposta',
  // The next four are made around a mark, whose place the date takes later: none may choose its article by the day.
  checked: (at: string) => `Ultimo controllo: ${at}.`,
  staleAfter: (day: string) => `Dopo il giorno ${day}, questa risposta vale come un no.`,
  seen: (at: string) =>
    `Ultimo controllo riuscito: ${at}; ciò che il sito usava allora è giudicato in base a ciò che si sa adesso.`,
  endedOn: (day: string) => `Non più controllato dal giorno ${day}.`,
  demo: (day: string) =>
    `Questa è una dimostrazione: siti inventati, giudicati con i dati che contiene, aggiornati ${al(day)}.`,
  toYes: 'Che cosa serve per un sì',
  toStayYes: 'Che cosa serve perché resti un sì',
  visit: 'Il sito:',
  withheld: 'I dettagli saranno visibili dopo la correzione.',
  withheldAlways: 'Qui si mostra solo la risposta.',
  applied: 'È già installata.',
  promised: (by: string, relative: string) => `Entro ${il(by)}, ${relative}.`,
  promisedBy: ({ name }: { name: string }) => `Promessa da ${name}.`,
  promisedOn: ({ day }: { day: string }) => `Promessa ${il(day)}.`,
  promisedByOn: ({ name, day }: { name: string; day: string }) => `Promessa da ${name} ${il(day)}.`,
  overdue: (by: string, relative: string) => `Era promessa per ${il(by)}, ${relative}.`,
  noPromise: 'Nessuno ha indicato una data.',
  earlierPromises: (days: string) => `Prima era promessa per: ${days}.`,
  note: 'Il gestore dice:',
  noteNamed: ({ name }: { name: string }) => `${name} dice:`,
  ask: 'Chiedere a chi gestisce il sito',
  askNamed: ({ name }: { name: string }) => `Chiedere ${to(name)}`,
  copyMail: 'Nessun indirizzo e-mail è in elenco. Copi questo testo e lo invii a chi gestisce il sito.',
  about: 'Patchproof fa due domande sui negozi online e pubblica le risposte.',
  contact: 'Contatto',
  licences: 'Da dove vengono i dati',
  glossary,
  notFound: { title: 'Questa pagina non esiste', text: 'Forse qui il sito ha un altro nome.', home: 'Tutti i siti' },
  meaning,
  evidence,
  conduct,
  history,
  timeline,
  subscribe,
  overview,
  sourceDay: (licence: string, day: string) => `${licence}, dati ${del(day)}`,
  lists,
};

/** What a change means for whoever reads of it; kinds that need no more words are left out. */
const meanings: Partial<Record<PublicEventData['kind'], string>> = {
  'monitoring-ended': `Nessuno controlla più questo sito. ${treatAsNo}`,
  'advisory-exploited': 'Chieda l’aggiornamento oggi stesso.',
  'promise-moved': 'Restano visibili entrambe le date.',
  'promise-withdrawn': 'Nessuno ha indicato un’altra data.',
  'promise-overdue': 'Chieda una nuova data a chi gestisce il sito.',
  'support-ending': 'Dopo quel giorno, restando così, la risposta non può diventare un sì.',
  'check-failed': treatAsNo,
};

/** Sentences of the feeds. */
const feed = {
  title: (name: string) => `${name}: ultima versione sicura?`,
  description: 'Tutti i cambiamenti della risposta, di ciò che è installato e di ciò che è stato promesso.',
  groupDescription:
    'Tutti i cambiamenti delle risposte di questi siti, di ciò che è installato e di ciò che è stato promesso.',
  askWhen: 'Chieda a chi gestisce il sito: nella pagina è pronta un’e-mail con entrambe le domande.',
  meanings,
  head: (hash: string) => `Ultimo hash della cronologia dopo questo cambiamento: ${hash}`,
  verify: (hash: string) =>
    `Chi ha i dati può verificare che nulla di precedente sia stato alterato: npm run verify -- --head ${hash}`,
};

/** Sentences of the calendars. Titles are read in a narrow column: the word that matters comes first. */
const calendar = {
  title: (name: string) => `${name}: aggiornamenti promessi`,
  description: 'Giorni per cui sono promessi aggiornamenti e giorni in cui finiscono gli aggiornamenti di sicurezza.',
  titles: {
    open: (shop: string) => `Promesso: aggiornamento di ${shop}`,
    overdue: (shop: string) => `In ritardo: aggiornamento di ${shop}`,
    kept: (shop: string) => `Fatto in tempo: aggiornamento di ${shop}`,
    late: (shop: string) => `Fatto dopo questo giorno: aggiornamento di ${shop}`,
    withdrawn: (shop: string) => `Ritirato: aggiornamento di ${shop}`,
    dropped: (shop: string) => `Non più controllato: aggiornamento di ${shop}`,
  } satisfies Record<PromiseStatus, (shop: string) => string>,
  promised: (name: string | null) =>
    `${name ?? 'Chi gestisce il sito'} ha promesso l’aggiornamento entro questo giorno.`,
  supportTitle: (line: string, shop: string) => `Fine degli aggiornamenti di sicurezza: ${line} (${shop})`,
  support: (line: string) =>
    `Questo è l’ultimo giorno in cui ${line} riceve aggiornamenti di sicurezza. Dopo, restando così, la risposta non può diventare un sì.`,
  page: (address: string) => `La situazione di oggi: ${address}`,
};

/** Words of the badge. */
const badge = {
  label: 'Ultima versione sicura?',
  unchecked: 'non ancora controllato',
  checked: (day: string) => `controllato ${il(day)}`,
  expires: (day: string) => `dopo ${il(day)} vale come un no`,
  message: (word: string, checked: string) => `${word}, ${checked}`,
  alternative: (word: string, details: string) =>
    `Ultima versione sicura della sua piattaforma di e-commerce? ${word}, ${details}.`,
  /** Stands on other pages and stays there, so it must not answer. */
  linked:
    'Questo sito usa l’ultima versione sicura della sua piattaforma di e-commerce? La risposta è dietro questo link.',
};

/** Words of the OpenVEX documents. */
const vex = {
  role: 'Osservatore esterno',
  because: {
    version: 'Lo dice la versione vista da fuori.',
    'known-false-positive': 'La scheda indica per errore la versione installata.',
    attested: 'Il gestore dichiara che è corretta; il controllo non lo vede.',
    'some-candidates': 'Da fuori sono possibili più versioni, e solo alcune hanno la falla.',
  },
};

/** Every phrase of the Italian pages, feeds, badges and mails. */
export const it: Wording = {
  ...spoken,
  language: 'it',
  question: 'Questo sito usa l’ultima versione sicura della sua piattaforma di e-commerce?',
  whenQuestion,
  answers: { yes: 'Sì', no: 'No' },
  covers: 'Questo riguarda la piattaforma in sé, non estensioni, tema, server o password.',
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
