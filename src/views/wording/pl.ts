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
 *
 * Names, versions and lists arrive uninflected: each stands in the nominative or behind a noun that carries the case. Dates
 * arrive in the genitive; counts of days fit the nominative and the accusative only. Authors and shops may be anybody: no verb
 * about them is in the past tense, which would tell a gender.
 */

const spoken = speak('pl-PL', {
  oneOf: (count, first, last) => `jedna z ${count} wersji od ${first} do ${last}`,
});
const { countDays, many, writeCount } = spoken;

const treatAsNo = 'Dopóki nie ma „tak”, odpowiedź brzmi „nie”.';

/** What stands for a name that is not known: the platform's behind the word `platforma`, the maker's in the genitive. */
const unnamed = { platform: 'e-commerce', vendor: 'producenta' };

/** A sentence or two for each reason, behind the word Yes or No. */
const reasons: Record<ReasonKey, (f: Fillings) => string> = {
  unreachable: () => `Sklep nie odpowiedział na nasze sprawdzenie. ${treatAsNo}`,
  blocked: () => `Zapora sieciowa sklepu odrzuciła nasze sprawdzenie. ${treatAsNo}`,
  'blocked:opted-out': () => `Sklep prosi, aby go nie sprawdzać. ${treatAsNo}`,
  'unknown-platform': () => 'Z zewnątrz nie widać, na jakiej platformie działa sklep.',
  'conflicting-evidence': ({ product }) => `To, co sklep pokazuje o wersji platformy ${product}, jest sprzeczne.`,
  'conflicting-evidence:hosted': ({ product }) =>
    `Sklep pokazuje ślady platformy ${product} i innej platformy; tylko jedną z nich na bieżąco aktualizuje jej producent.`,
  'unknown-version': ({ product }) => `Z zewnątrz nie widać, która wersja platformy ${product} jest zainstalowana.`,
  'unknown-version:claimed': ({ product, claimed }) =>
    `Sklep podaje ${product} ${claimed}, ale nic innego tego nie potwierdza.`,
  'no-release-data': ({ product }) =>
    `Nie wiemy, jakie wersje platformy ${product} istnieją, więc nie możemy ocenić zainstalowanej.`,
  'data-stale': ({ product }) => `To, co wiemy o platformie ${product}, jest zbyt stare, żeby na tym oprzeć ocenę.`,
  'pre-release': ({ running }) => `W sklepie działa ${running}, niedokończona wersja testowa.`,
  'version-not-known': ({ running }) => `Sklep pokazuje ${running}, a takiej wersji nie ma wśród znanych.`,
  'end-of-life': ({ running }) =>
    `W sklepie działa ${running}; ta wersja nie dostaje już aktualizacji zabezpieczeń. Przy niej odpowiedź „tak” nie jest możliwa.`,
  'end-of-life:line': ({ product, branch }) =>
    `${product} ${branch} nie dostaje już aktualizacji zabezpieczeń. Przy tej serii wersji odpowiedź „tak” nie jest możliwa.`,
  'update-missing': ({ running, version }) => `W sklepie działa ${running}; bezpieczna wersja to ${version}.`,
  'update-missing:today': ({ running, version }) =>
    `W sklepie działa ${running}; bezpieczna wersja to ${version}, dostępna od dzisiaj.`,
  'update-missing:days': ({ running, version, outFor }) =>
    `W sklepie działa ${running}; bezpieczna wersja to ${version}, dostępna już ${outFor}.`,
  'update-missing:unnamed': ({ running }) => `W sklepie działa ${running}, a jest już nowsza wersja.`,
  'known-advisory': ({ running }) => `W sklepie działa ${running}; ta wersja ma znaną lukę.`,
  'known-advisory:many': ({ running, flawCount }) =>
    `W sklepie działa ${running}; ta wersja ma ${many(flawCount, { one: 'znaną lukę', few: 'znane luki', many: 'znanych luk', other: 'znanej luki' })}.`,
  'sources-disagree': ({ vendor, running }) =>
    `Według ${vendor} zainstalowana wersja (${running}) jest bezpieczna; według opublikowanego wpisu ma lukę. Liczy się surowsza ocena.`,
  'sources-disagree:named': ({ vendor, running, sources }) =>
    `Według ${vendor} zainstalowana wersja (${running}) jest bezpieczna; inne źródła podają, że ma lukę: ${sources}. Liczy się surowsza ocena.`,
  'patch-level-unproven': ({ vendor, running }) =>
    `W sklepie działa ${running}. Są już późniejsze poprawki od ${vendor}, ale numer wersji ich nie pokazuje. Potrzebny jest dowód, że są zainstalowane.`,
  'evidence-expired': () => 'Oświadczenie opiekuna sklepu o zainstalowanym oprogramowaniu straciło ważność.',
  'support-unknown': ({ running }) => `Nikt nie podaje, czy ${running} nadal dostaje aktualizacje zabezpieczeń.`,
  'version-ambiguous': () => 'Z zewnątrz pasuje więcej niż jedna wersja. Opiekun sklepu może to rozstrzygnąć.',
  'version-ambiguous:none': ({ either }) =>
    `Z zewnątrz widać tyle: to ${either}. Żadna z tych wersji nie jest najnowszą bezpieczną.`,
  'version-ambiguous:newer': ({ either }) =>
    `Z zewnątrz widać tyle: to ${either}. Bezpieczna jest tylko nowsza z tych wersji. Opiekun sklepu może to rozstrzygnąć.`,
  'version-ambiguous:some': ({ either }) =>
    `Z zewnątrz widać tyle: to ${either}. Nie wszystkie te wersje są bezpieczne. Opiekun sklepu może to rozstrzygnąć.`,
  secure: ({ running }) => `W sklepie działa ${running}. To bezpieczna wersja.`,
  'secure:each': ({ running }) => `W sklepie działają ${running}, każda platforma w bezpiecznej wersji.`,
  current: ({ running }) => `W sklepie działa ${running}. To najnowsza wersja.`,
  'current:each': ({ running }) => `W sklepie działają ${running}, każda platforma w najnowszej wersji.`,
  'vendor-hosted': ({ product }) =>
    `Sklep działa na platformie ${product}, którą na bieżąco aktualizuje jej producent.`,
  'not-reached': () => `Nasze sprawdzenie nie dotarło do sklepu. ${treatAsNo}`,
  'not-confirmed': ({ product }) =>
    `Z zewnątrz nikt nie może potwierdzić, że sklep działa na najnowszej bezpiecznej wersji platformy ${product}.`,
  'not-confirmed:unnamed': () =>
    'Z zewnątrz nikt nie może potwierdzić, że sklep działa na najnowszej bezpiecznej wersji swojej platformy.',
  'not-up-to-date': ({ product }) => `Sklep nie działa na najnowszej bezpiecznej wersji platformy ${product}.`,
  'not-up-to-date:unnamed': () => 'Sklep nie działa na najnowszej bezpiecznej wersji swojej platformy.',
  'not-checked': () => `Tego sklepu jeszcze nie sprawdzono. ${treatAsNo}`,
  'check-overdue': () => `Od ostatniego sprawdzenia minęło zbyt dużo czasu. ${treatAsNo}`,
  'not-monitored': () => `Nikt już nie sprawdza tego sklepu. ${treatAsNo}`,
};

/** What is added to a reason. */
const additions = {
  updated: ({ updated }: { updated: string }) => `Ostatnia aktualizacja: ${updated}.`,
  updatedSameDay: ({ updated }: { updated: string }) => `Ostatnia aktualizacja: ${updated}, w dniu wydania.`,
  updatedLater: ({ updated, later }: { updated: string; later: string }) =>
    `Ostatnia aktualizacja: ${updated}, ${later} po wydaniu.`,
  exploited: 'Przestępcy wykorzystują teraz lukę, którą ma ten sklep.',
  beforePublic: 'Zaktualizowano, zanim lukę ujawniono.',
  statedOnly: ({ author }: { author: string }) =>
    `Tę wersję podaje w oświadczeniu ${author}; sprawdzenie jej nie widzi.`,
};

/** A list of a few versions, one of which is installed. */
const either = ({ versions }: { versions: string }) => versions;

/** Five words at most, for lists and feeds. */
const shortReasons: Record<PublicReason, string> = {
  unreachable: 'Sklep nie odpowiedział',
  blocked: 'Nasze sprawdzenie odrzucono',
  'unknown-platform': 'Nie rozpoznano platformy',
  'conflicting-evidence': 'Ślady wersji są sprzeczne',
  'unknown-version': 'Wersja jest ukryta',
  'no-release-data': 'Nie wiadomo, jakie są wersje',
  'data-stale': 'Nasze dane są zbyt stare',
  'pre-release': 'Zainstalowano wersję testową',
  'version-not-known': 'Tej wersji nie znamy',
  'end-of-life': 'Brak aktualizacji zabezpieczeń',
  'update-missing': 'Brakuje aktualizacji',
  'known-advisory': 'Ma znaną lukę',
  'sources-disagree': 'Źródła nie są zgodne',
  'patch-level-unproven': 'Brak dowodu na poprawki',
  'evidence-expired': 'Dowód stracił ważność',
  'support-unknown': 'Wsparcie nie jest znane',
  'version-ambiguous': 'Wersja nie jest pewna',
  secure: 'Działa bezpieczna wersja',
  current: 'Działa najnowsza wersja',
  'vendor-hosted': 'Platformę aktualizuje producent',
  'not-reached': 'Nasze sprawdzenie nie dotarło',
  'not-confirmed': 'Brak potwierdzenia',
  'not-up-to-date': 'Wersja nie jest aktualna',
  'not-checked': 'Jeszcze nie sprawdzono',
  'check-overdue': 'Sprawdzenie się opóźnia',
  'not-monitored': 'Monitorowanie zakończono',
};

/** What would make this a yes: a sentence for each next step. */
const nextSteps: Record<StepKey, (f: Fillings) => string> = {
  'keep-going': () => 'Niczego nie brakuje. Wystarczy instalować kolejne aktualizacje, gdy się ukażą.',
  'keep-going:hosted': () => 'Niczego nie brakuje. Producent sam instaluje aktualizacje.',
  update: ({ product, version }) => `Aktualizacja platformy ${product} do wersji ${version}.`,
  'update:unnamed': ({ product }) => `Aktualizacja platformy ${product} do najnowszej bezpiecznej wersji.`,
  'change-branch': ({ product, version }) =>
    `Przejście na ${product} ${version}: ta wersja nadal dostaje aktualizacje zabezpieczeń.`,
  'change-branch:unnamed': ({ product }) =>
    `Przejście na taką serię wersji platformy ${product}, która nadal dostaje aktualizacje zabezpieczeń.`,
  'apply-patch': ({ vendor, running }) =>
    `Instalacja poprawek od ${vendor} przeznaczonych dla ${running} i oświadczenie, że są zainstalowane.`,
  'renew-attestation': () =>
    'Opiekun sklepu jeszcze raz ustala, co jest zainstalowane i z jakimi poprawkami, a potem odnawia oświadczenie.',
  'attest-version': ({ product }) =>
    `Oświadczenie opiekuna sklepu, która wersja platformy ${product} jest zainstalowana.`,
  'settle-version': ({ versions }) => `Oświadczenie opiekuna sklepu, która wersja jest zainstalowana: ${versions}.`,
  'resolve-conflict': ({ product }) =>
    `Opiekun sklepu ustala, dlaczego widać naraz dwie wersje platformy ${product}: może to niedokończona aktualizacja albo stara kopia w pamięci podręcznej.`,
  'resolve-conflict:hosted': () =>
    'Opiekun sklepu usuwa pozostałości platformy, która nie jest używana; jeśli używane są obie, na bieżąco trzeba aktualizować tę, której nie aktualizuje producent.',
  'ask-vendor': ({ product }) =>
    `Pytanie do producenta platformy ${product} o bezpieczną i wspieraną wersję albo przejście na inną platformę.`,
  'ask-vendor:newest': ({ product, newest }) =>
    `Aktualizacja do ${newest}, czyli najnowszej wersji. Ona też nie daje „tak”, więc pozostaje pytanie do producenta platformy ${product} o bezpieczną i wspieraną wersję albo przejście na inną platformę.`,
  'ask-vendor:disagree': ({ vendor, running }) =>
    `Pytanie do ${vendor}, czy ${running} ma tę lukę: albo wpis zostanie poprawiony, albo musi się ukazać wersja bez tej luki.`,
  'await-facts': ({ product }) =>
    `W sklepie nie trzeba nic robić. Osoba, która prowadzi te sprawdzenia, dodaje źródło z listą wersji platformy ${product}.`,
  'allow-check': ({ section }) =>
    `Jedna linijka na liście zapory sieciowej wpuszcza nasze sprawdzenie. Nazwa, pod którą się przedstawia, jest na stronie tego sklepu, w części „${section}”.`,
  'allow-check:opted-out': ({ section }) =>
    `Opiekun sklepu wycofuje tę prośbę, w pliku robots.txt lub patchproof.json. Jak ją zapisać, jest na stronie tego sklepu, w części „${section}”.`,
  'restore-site': () =>
    'Warto otworzyć sklep w przeglądarce. Jeśli się otwiera, opiekun sklepu wpuszcza nasze sprawdzenie; jeśli nie, przywraca działanie sklepu.',
  'correct-address': () => 'Sklep się przeniósł: na listę trzeba wpisać nowy adres.',
  'correct-address:named': ({ url }) => `Sklep się przeniósł: na listę trzeba wpisać nowy adres, ${url}.`,
  'name-platform': () =>
    'Opiekun sklepu podaje jego platformę na liście sklepów, żeby sprawdzenie wiedziało, czego szukać.',
  'refresh-sources': () => 'W sklepie nie trzeba nic robić. Osoba, która prowadzi te sprawdzenia, pobiera nowe dane.',
  'refresh-sources:named': ({ source, sourceAge }) =>
    `W sklepie nie trzeba nic robić. Osoba, która prowadzi te sprawdzenia, pobiera nowe dane ze źródła ${source}; ostatnie mają już ${sourceAge}.`,
  'refresh-sources:shipped': ({ sourceAge }) =>
    `W sklepie nie trzeba nic robić. Osoba, która prowadzi te sprawdzenia, zapewnia im dostęp do źródeł albo instaluje nowszą wersję Patchproof: dołączone dane mają już ${sourceAge}.`,
};

/** Where whoever runs the shop reads the version. */
const places: Record<VersionPlace['kind'], (place: { name: string }) => string> = {
  'back-office': () => 'Wersję widać w panelu administracyjnym sklepu.',
  composer: ({ name }) => `Na serwerze pokazuje ją polecenie „composer show ${name}”.`,
  bundler: ({ name }) => `Na serwerze pokazuje ją polecenie „bundle info ${name}”.`,
  npm: ({ name }) => `Na serwerze pokazuje ją polecenie „npm ls ${name}”.`,
};

/** The next step where details are withheld, or where nothing was checked. */
const generalSteps: Record<GeneralStepKey, (f: Pick<Fillings, 'product'>) => string> = {
  'not-reached': () => 'Opiekun sklepu wpuszcza nasze sprawdzenie.',
  'not-confirmed': ({ product }) =>
    `Opiekun sklepu przedstawia dowód, że działa w nim najnowsza bezpieczna wersja platformy ${product}.`,
  'not-confirmed:unnamed': () =>
    'Opiekun sklepu przedstawia dowód, że działa w nim najnowsza bezpieczna wersja platformy.',
  'not-up-to-date': ({ product }) => `Instalacja najnowszej bezpiecznej wersji platformy ${product}.`,
  'not-up-to-date:unnamed': () => 'Instalacja najnowszej bezpiecznej wersji platformy.',
  'not-checked': () => 'Odpowiedź da następne sprawdzenie.',
  'check-overdue': () =>
    'Osoba, która prowadzi te sprawdzenia, uruchamia je ponownie; odpowiedź da następne sprawdzenie.',
  'not-monitored': () => 'Sklep musi wrócić na listę; odpowiedź da następne sprawdzenie.',
};

/** Where nothing but the answer is shown. */
const withheldStep = 'Czego brakuje, wie opiekun sklepu. Warto go zapytać.';

/** Who could do it, by the login it takes. */
const who = {
  anybody: 'Ktoś',
  nobody: 'Ktoś bez konta',
  user: 'Ktoś z kontem',
  admin: 'Ktoś z kontem administratora',
};

/** A flaw in our own words. */
const deeds: Record<Deed, (by: { who: string }) => string> = {
  runCode: ({ who }) => `${who} mógłby uruchomić w sklepie własny kod.`,
  takeOver: ({ who }) => `${who} mógłby przejąć kontrolę nad sklepem.`,
  useDatabase: ({ who }) => `${who} mógłby odczytać lub zmienić zawartość bazy danych.`,
  passLogin: ({ who }) => `${who} mógłby dostać się na cudze konta.`,
  readFiles: ({ who }) => `${who} mógłby odczytać pliki, które nie są dla niego przeznaczone.`,
  plantScript: ({ who }) => `${who} mógłby podrzucić skrypt, który działa w przeglądarkach innych osób.`,
  lackRight: ({ who }) => `${who} mógłby robić rzeczy, do których nie ma prawa.`,
  actAsOther: ({ who }) => `${who} mógłby działać w imieniu zalogowanej osoby.`,
  reachInside: ({ who }) => `${who} mógłby sprawić, że sklep połączy się z innymi komputerami w swojej sieci.`,
  guessSecrets: ({ who }) => `${who} mógłby odgadnąć tajne dane, na przykład linki do zmiany hasła.`,
  forge: ({ who }) => `${who} mógłby podsunąć coś podrobionego jako prawdziwe.`,
  readAndChange: ({ who }) => `${who} mógłby odczytać i zmienić dane, do których nie powinien mieć dostępu.`,
  change: ({ who }) => `${who} mógłby zmienić dane, do których nie powinien mieć dostępu.`,
  seeData: ({ who }) => `${who} mógłby zobaczyć dane, które powinny pozostać prywatne.`,
  slipPast: ({ who }) => `${who} mógłby ominąć zabezpieczenia, które chronią sklep.`,
  cheat: ({ who }) =>
    `${who} mógłby oszukać sklep, działając szybciej albo w innej kolejności, niż sklep się spodziewa.`,
  plantFormula: ({ who }) => `${who} mógłby podrzucić formuły do tabel, które inni eksportują i otwierają.`,
  stop: ({ who }) => `${who} mógłby unieruchomić sklep.`,
  slow: ({ who }) => `${who} mógłby spowolnić sklep.`,
  redirect: ({ who }) => `${who} mógłby skierować odwiedzających na inną stronę.`,
  unsaid: ({ who }) => `${who} mógłby użyć sklepu w złym celu; wpis nie mówi, w jaki sposób.`,
};

/** How a flaw stands at this shop. */
const flaws = {
  exploited: 'Przestępcy wykorzystują teraz tę lukę.',
  needsVictim: 'Do tego ktoś inny musi coś otworzyć albo kliknąć.',
  gravity: {
    critical: 'To jedna z najpoważniejszych luk, jakie istnieją.',
    high: 'To poważna luka.',
    medium: 'To luka średniej wagi.',
    low: 'To drobna luka.',
  },
  published: ({ day }: { day: string }) => `Publicznie znana od ${day}.`,
  fixedIn: ({ product, versions }: { product: string; versions: string }) => `Usunięta w ${product} ${versions}.`,
  notFixed: 'Żadna wersja jeszcze jej nie usuwa.',
  unbounded: 'Wpis nie podaje wersji, która ją usuwa, więc luka liczy się w każdej późniejszej.',
  fixWithoutVersion: 'Poprawka to osobne pliki i nie zmienia numeru wersji.',
  exposed: ({ day, days }: { day: string; days: string }) => `Widać ją tutaj od ${day}, już ${days}.`,
  exposedToday: 'Widać ją tutaj od dzisiaj.',
  someCandidates: 'Mają ją tylko niektóre z pasujących wersji.',
  disputed: ({ sources, doubters }: { sources: string; doubters: string }) =>
    `Źródła nie są zgodne co do tej wersji. Uwzględniają ją: ${sources}. Pomijają ją: ${doubters}. Liczy się surowsza ocena.`,
  mistaken: 'Wpis wymienia tę wersję przez pomyłkę: tutaj się nie liczy.',
};

/** What waiting costs: rules that give a date for the flaw that presses most. `today`: the date is today. */
const deadlines = {
  exploited: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Przestępcy wykorzystują lukę, którą ma ten sklep. Urzędy w USA muszą ją usunąć do ${day}; pozostało: ${left}.`,
    today: 'Przestępcy wykorzystują lukę, którą ma ten sklep. Urzędy w USA muszą ją usunąć dzisiaj.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Przestępcy wykorzystują lukę, którą ma ten sklep. Urzędy w USA musiały ją usunąć do ${day}, ${ago}.`,
  },
  cyberEssentials: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Cyber Essentials, brytyjskie zasady podstawowej ochrony, dają 14 dni na usunięcie poważnej luki. Ten czas kończy się ${day}; pozostało: ${left}.`,
    today:
      'Cyber Essentials, brytyjskie zasady podstawowej ochrony, dają 14 dni na usunięcie poważnej luki. Ten czas kończy się dzisiaj.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Cyber Essentials, brytyjskie zasady podstawowej ochrony, dają 14 dni na usunięcie poważnej luki. Ten czas skończył się ${day}, ${ago}.`,
  },
  pciDss: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `PCI DSS, zasady dla wszystkich, którzy przyjmują płatności kartą, dają 30 dni na usunięcie poważnej luki. Ten czas kończy się ${day}; pozostało: ${left}.`,
    today:
      'PCI DSS, zasady dla wszystkich, którzy przyjmują płatności kartą, dają 30 dni na usunięcie poważnej luki. Ten czas kończy się dzisiaj.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `PCI DSS, zasady dla wszystkich, którzy przyjmują płatności kartą, dają 30 dni na usunięcie poważnej luki. Ten czas skończył się ${day}, ${ago}.`,
  },
};

/** What a history event says; dates, products and versions arrive as words. */
const events = {
  monitoringStarted: 'Rozpoczęto monitorowanie.',
  monitoringEnded: 'Zakończono monitorowanie.',
  answer: (word: string, shortReason: string | null) =>
    shortReason === null ? `${word}.` : `${word}. ${shortReason}.`,
  installed: (running: string) => `Teraz zainstalowane: ${running}.`,
  nothingInstalled: 'Nie widać już żadnej znanej platformy.',
  versionHidden: (product: string) => `${product}, wersja niewidoczna`,
  affects: (product: string, published: string, id: string) =>
    `Luka w platformie ${product}, ujawniona ${published}, dotyczy tego sklepu (${id}).`,
  affectsMany: (count: number, product: string) =>
    many(count, {
      one: `ujawniona luka w platformie ${product} dotyczy tego sklepu.`,
      few: `ujawnione luki w platformie ${product} dotyczą tego sklepu.`,
      many: `ujawnionych luk w platformie ${product} dotyczy tego sklepu.`,
      other: `ujawnionej luki w platformie ${product} dotyczy tego sklepu.`,
    }),
  fixedMany: (count: number, product: string) =>
    many(count, {
      one: `luka w platformie ${product} nie dotyczy już tego sklepu.`,
      few: `luki w platformie ${product} nie dotyczą już tego sklepu.`,
      many: `luk w platformie ${product} nie dotyczy już tego sklepu.`,
      other: `luki w platformie ${product} nie dotyczy już tego sklepu.`,
    }),
  fixed: (product: string, id: string) => `Luka w platformie ${product} nie dotyczy już tego sklepu (${id}).`,
  exploited: (product: string, id: string) =>
    `Przestępcy wykorzystują lukę w platformie ${product} dotyczącą tego sklepu (${id}).`,
  promiseMade: (by: string) => `Obiecany termin: ${by}.`,
  promiseMoved: (from: string, by: string) => `Obiecany termin przesunięto z ${from} na ${by}.`,
  promiseWithdrawn: (by: string) => `Wycofano obiecany termin: ${by}.`,
  promiseKept: (by: string) => `Dotrzymano obiecanego terminu: ${by}.`,
  promiseOverdue: (by: string) => `Obiecany termin (${by}) minął bez aktualizacji.`,
  supportEnding: (line: string, days: number, on: string) =>
    `${line} dostaje aktualizacje zabezpieczeń jeszcze przez ${many(days, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' })}, do ${on}.`,
  supportEndsToday: (line: string) => `To ostatni dzień, w którym ${line} dostaje aktualizacje zabezpieczeń.`,
  checkFailed: (days: string, since: string) => `Od ${since}, już ${days}, żadne sprawdzenie nie dotarło do sklepu.`,
  checkResumed: 'Sprawdzenie znowu dotarło do sklepu.',
  withheld: 'Zmiana, niepokazywana do czasu naprawy.',
  withheldMany: (count: number) =>
    many(count, {
      one: 'zmiana, niepokazywana do czasu naprawy.',
      few: 'zmiany, niepokazywane do czasu naprawy.',
      many: 'zmian, niepokazywanych do czasu naprawy.',
      other: 'zmiany, niepokazywanej do czasu naprawy.',
    }),
};

const mailQuestion =
  'Czy moja strona internetowa korzysta z najnowszej bezpiecznej wersji swojej platformy e-commerce?';
const whenQuestion = 'Jeśli nie, to kiedy zostanie zainstalowana?';

/** Lines of the mail to whoever runs the shop. */
const mail = {
  subject: `${mailQuestion} ${whenQuestion}`,
  greeting: 'Dzień dobry!',
  greetingNamed: ({ name }: { name: string }) => `Dzień dobry, ${name}!`,
  intro: ({ shop }: { shop: string }) => `Mam dwa pytania dotyczące sklepu ${shop}`,
  first: `1. ${mailQuestion}`,
  second: `2. ${whenQuestion}`,
  says: ({ word }: { word: string }) => `Wynik zewnętrznego sprawdzenia: ${word}.`,
  saysOn: ({ day, word }: { day: string; word: string }) => `Wynik zewnętrznego sprawdzenia z ${day}: ${word}.`,
  toYes: ({ step }: { step: string }) => `Co da odpowiedź „tak”: ${step}`,
  exposedToday: 'Dzisiaj po raz pierwszy widać w sklepie ujawnioną lukę.',
  exposed: ({ day, days }: { day: string; days: string }) => `Ujawnioną lukę widać w sklepie od ${day}, już ${days}.`,
  ids: ({ ids }: { ids: string }) => `Chodzi o: ${ids}.`,
  idsMore: ({ ids, count }: { ids: string; count: number }) =>
    `Chodzi o: ${ids} i jeszcze ${many(count, { one: 'inną', few: 'inne', many: 'innych', other: 'innej' })}.`,
  page: ({ address }: { address: string }) => `Wszystkie szczegóły: ${address}`,
  thanks: 'Wystarczy krótka odpowiedź z datą. Dziękuję!',
};

const meaning = {
  title: 'Co to oznacza',
  affected: (count: number) =>
    many(count, {
      one: 'ujawniona luka dotyczy zainstalowanego oprogramowania.',
      few: 'ujawnione luki dotyczą zainstalowanego oprogramowania.',
      many: 'ujawnionych luk dotyczy zainstalowanego oprogramowania.',
      other: 'ujawnionej luki dotyczy zainstalowanego oprogramowania.',
    }),
  perhaps: (count: number) =>
    many(count, {
      one: 'ujawniona luka dotyczy niektórych z pasujących wersji.',
      few: 'ujawnione luki dotyczą niektórych z pasujących wersji.',
      many: 'ujawnionych luk dotyczy niektórych z pasujących wersji.',
      other: 'ujawnionej luki dotyczy niektórych z pasujących wersji.',
    }),
  attested: (count: number) =>
    many(count, {
      one: 'ujawniona luka jest usunięta według oświadczenia opiekuna sklepu.',
      few: 'ujawnione luki są usunięte według oświadczenia opiekuna sklepu.',
      many: 'ujawnionych luk jest usuniętych według oświadczenia opiekuna sklepu.',
      other: 'ujawnionej luki jest usunięte według oświadczenia opiekuna sklepu.',
    }),
  flagged: 'Producent platformy uznaje zainstalowaną wersję za niebezpieczną. Nie podaje, o jaką lukę chodzi.',
  noneAffects: 'Żadna ujawniona luka nie dotyczy zainstalowanego oprogramowania.',
  nonePublished:
    'Nikt nie publikuje informacji o lukach tej platformy, więc nie ma czego porównać. To nie dowód, że luk nie ma.',
  notJudged: 'O zainstalowanym oprogramowaniu wiadomo za mało, żeby porównać je z ujawnionymi lukami.',
  vendorHosted:
    'Producent prowadzi platformę i naprawia ją dla wszystkich sklepów naraz. W sklepie nikt nie musi niczego instalować.',
  mistaken: (count: number) =>
    many(count, {
      one: 'wpis wymienia zainstalowaną wersję przez pomyłkę: tutaj się nie liczy.',
      few: 'wpisy wymieniają zainstalowaną wersję przez pomyłkę: tutaj się nie liczą.',
      many: 'wpisów wymienia zainstalowaną wersję przez pomyłkę: tutaj się nie liczą.',
      other: 'wpisu wymienia zainstalowaną wersję przez pomyłkę: tutaj się nie liczy.',
    }),
  unbounded:
    'Niektóre wpisy nie podają wersji, która usuwa lukę. To ograniczenie samego wpisu: nowsza wersja może mimo to mieć poprawkę, ale nic tego nie potwierdza.',
  more: (count: number) => `I jeszcze ${many(count, { one: 'luka', few: 'luki', many: 'luk', other: 'luki' })}.`,
  ids: 'Wpis o tej luce',
  exposure: 'Dni liczymy od chwili, gdy po raz pierwszy zobaczyliśmy tu lukę. Mogła tu być już wcześniej.',
  backport: (product: string) =>
    `${product} obiecuje poprawki tylko dla najnowszej serii wersji. Starsze serie też dostają niektóre, ale bez obietnicy. Zainstalowana wersja może je mieć; to jednak nie daje „tak”.`,
  fixes: (ids: string) => `Poprawki, na które potrzebny jest dowód: ${ids}.`,
};

/** What spoke of the version. */
const clues: Record<EvidenceKind, string> = {
  header: 'linia, którą serwer dołącza do odpowiedzi',
  cookie: 'plik cookie',
  generator: 'nazwa oprogramowania podana na stronie',
  asset: 'adres pliku',
  markup: 'budowa strony',
  script: 'skrypt na stronie',
  'asset-version': 'liczba w adresie pliku',
  'text-file': 'plik tekstowy',
  'version-endpoint': 'strona, która podaje wersję',
  'cookie-proof': 'plik cookie, inny w każdej wersji',
  'file-hash': 'suma kontrolna pliku',
  'asset-name': 'nazwa pliku',
  'feature-flags': 'lista przełączników na stronie',
  'api-schema': 'to, co oferuje interfejs sklepu',
  'deploy-time': 'czas umieszczenia plików na serwerze',
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
    `${author} oświadcza (${made}), że zainstalowana jest wersja ${version}; sprawdzenie tego nie widzi. Liczy się to do ${expires}.`,
  'patch-status': ({ author, version, made, expires }) =>
    `${author} oświadcza (${made}, z raportem Adobe patch-status), że zainstalowana jest wersja ${version}; sprawdzenie tego nie widzi. Liczy się to do ${expires}.`,
  composer: ({ author, version, made, expires }) =>
    `${author} oświadcza (${made}, z listą pakietów Composer), że zainstalowana jest wersja ${version}; sprawdzenie tego nie widzi. Liczy się to do ${expires}.`,
  'shopware-plugin': ({ author, version, made, expires }) =>
    `${author} oświadcza (${made}, z listą z wtyczki zabezpieczeń), że zainstalowana jest wersja ${version}; sprawdzenie tego nie widzi. Liczy się to do ${expires}.`,
  openvex: ({ author, version, made, expires }) =>
    `${author} oświadcza (${made}, z dokumentem OpenVEX), że zainstalowana jest wersja ${version}; sprawdzenie tego nie widzi. Liczy się to do ${expires}.`,
};

const evidence = {
  title: 'Skąd to wiemy',
  none: 'Ostatnie sprawdzenie nie przyniosło nic do pokazania.',
  confidence: (percent: number) => `Pewność co do platformy: ${percent}%.`,
  clues,
  clue: ({ clue, count }: { clue: string; count: number }) =>
    `${clue} (${many(count, { one: 'wersja pasuje', few: 'wersje pasują', many: 'wersji pasuje', other: 'wersji pasuje' })})`,
  cluesSeen: ({ clues }: { clues: string }) => `Ślady wersji: ${clues}.`,
  candidates: ({ count, versions }: { count: number; versions: string }) =>
    `${many(count, { one: 'wersja pasuje', few: 'wersje pasują', many: 'wersji pasuje', other: 'wersji pasuje' })} do wszystkiego, co widzieliśmy: ${versions}. Pokazujemy je wszystkie, zamiast zgadywać.`,
  sameFiles: 'Po plikach, które nie zmieniły się z jednej wersji na drugą, nie da się tych wersji odróżnić.',
  settle: 'Opiekun sklepu może to rozstrzygnąć oświadczeniem, która wersja jest zainstalowana.',
  claimedOnly: (claimed: string) =>
    `Sklep podaje wersję ${claimed}. Jeden tekst to jeszcze nie dowód, więc się nie liczy.`,
  conflict: 'Żadna wersja nie pasuje do wszystkiego, co widzieliśmy.',
  found: 'Znaleziono:',
  fits: (versions: string) => `Pasuje do: ${versions}.`,
  fitsMany: (count: number, first: string, last: string) =>
    `Pasuje do ${many(count, { one: 'wersji', few: 'wersji', many: 'wersji', other: 'wersji' })}, od ${first} do ${last}.`,
  known: { measured: 'Zmierzone.', stated: 'Z oświadczenia opiekuna sklepu.', archived: 'Z kopii archiwalnej.' },
  look: (at: string, status: number) => `${at}, status ${status}.`,
  check: 'Jak sprawdzić to samodzielnie',
  expect: 'To polecenie wypisuje:',
  stated,
  withheld: (paths: string) =>
    `O to nie pytamy, bo zabrania tego robots.txt sklepu: ${paths}. Ustawienie „robots: owner-consents” na liście sklepów oznacza zgodę właściciela.`,
  hashHint:
    "Jeśli wychodzi inna suma kontrolna, serwer mógł zmienić końce wierszy: wtedy przed „sha256sum” trzeba wstawić „tr -d '\\r' |”.",
};

const conduct = {
  title: 'Jak sprawdzamy',
  requests: (count: number) =>
    `Ostatnie sprawdzenie wysłało do sklepu ${many(count, { one: 'zapytanie', few: 'zapytania', many: 'zapytań', other: 'zapytania' })}; najwyżej może ich być dziesięć.`,
  budget: 'Sprawdzenie wysyła do sklepu najwyżej dziesięć zapytań.',
  polite:
    'Czyta tylko publiczne strony, przestrzega robots.txt i nie próbuje niczego, czego nie zrobiłby odwiedzający.',
  introduces: 'Przedstawia się tak:',
  optOut:
    'Sklep, który nie chce być sprawdzany, mówi o tym wpisem {"optOut": true} w /.well-known/patchproof.json albo w robots.txt (User-agent: Patchproof, Disallow: /).',
  problemsTitle: 'Co się nie udało:',
  sourcesTitle: 'Podstawa oceny:',
  source: (name: string, kind: string, day: string, licence: string) => `${name}, ${kind}, stan na ${day} (${licence})`,
  kinds: {
    advisories: 'ujawnione luki',
    releases: 'wersje',
    support: 'okresy wsparcia',
    exploited: 'luki, które wykorzystują przestępcy',
  },
  standIn: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}: tym razem bez użytecznej odpowiedzi, więc używamy ostatniej dobrej kopii z ${day} (${licence})`,
};

const history = {
  title: 'Wszystkie zmiany',
  columns: { when: 'Kiedy', what: 'Co', proof: 'Dowód' },
  empty: 'Nic się jeszcze nie zmieniło.',
  headTitle:
    'Każda zmiana ma sumę kontrolną, która obejmuje ją samą i zmianę przed nią, więc żadnej nie da się później niepostrzeżenie przerobić. Ostatnia suma kontrolna:',
};

const subscribe = {
  title: 'Jak być na bieżąco',
  feed: 'Kanał RSS tego sklepu',
  feedHint: 'Wystarczy dodać jego adres do czytnika RSS, a ten da znać, gdy odpowiedź się zmieni.',
  calendar: 'Dodaj do kalendarza',
  calendarFile: 'Adres kalendarza',
  calendarHint:
    'W kalendarzu widać wtedy dni, na które obiecano aktualizacje, i dni, w których kończą się aktualizacje zabezpieczeń.',
  how: 'Jak subskrybować, także e-mailem',
  status: 'Ta odpowiedź dla programów (JSON)',
  history: 'Wszystkie zmiany dla programów (JSON lines)',
  vex: 'Ujawnione luki dla programów (OpenVEX)',
  badge: 'Plakietka na strony samego sklepu',
  html: 'HTML',
  markdown: 'Markdown',
  shield: 'Markdown, obrazek rysuje shields.io; odwiedzający stronę pobierają go wtedy z tego serwisu',
};

/** The page that explains how to subscribe. */
const subscribing = {
  title: 'Jak być na bieżąco',
  lead: 'Informacja o zmianie odpowiedzi przychodzi sama. Nikt nie potrzebuje do tego adresu e-mail. Poniższe adresy dotyczą wszystkich sklepów; strona każdego sklepu ma własne.',
  reader: {
    title: 'W czytniku RSS',
    text: 'Ten adres można skopiować do dowolnego czytnika RSS. Każda zmiana to jedna pozycja.',
  },
  mail: {
    title: 'E-mailem',
    text: 'Programy pocztowe, takie jak Thunderbird, przyjmują ten sam adres i pokazują zmiany jak wiadomości. Przyjmują go też usługi, które zamieniają kanał RSS na e-maile.',
  },
  calendar: {
    title: 'W kalendarzu',
    text: 'Ten adres można zasubskrybować w kalendarzu. Widać tam dni, na które obiecano aktualizacje, i dni, w których kończą się aktualizacje zabezpieczeń.',
  },
  groups: { maintainer: 'Kanały RSS według opiekunów sklepów', tag: 'Kanały RSS według tematów' },
};

/** The picture of a site's past, and its table. Days arrive as words. */
const timeline = {
  title: 'Co było zainstalowane i kiedy',
  answersTitle: 'Jakie były odpowiedzi i kiedy się zmieniały',
  answers: 'Odpowiedź',
  notVisible: 'wersja niewidoczna',
  installed: ({ running, since }: { running: string; since: string }) => `Widoczne w sklepie od ${since}: ${running}.`,
  span: ({ from, to }: { from: string; to: string }) => `Okres od ${from} do ${to}.`,
  releases: ({ count, product }: { count: number; product: string }) =>
    many(count, {
      one: `wersja platformy ${product} ukazała się w tym okresie.`,
      few: `wersje platformy ${product} ukazały się w tym okresie.`,
      many: `wersji platformy ${product} ukazało się w tym okresie.`,
      other: `wersji platformy ${product} ukazało się w tym okresie.`,
    }),
  hit: (count: number) =>
    many(count, {
      one: 'ujawniona luka pojawiła się tu w tym okresie.',
      few: 'ujawnione luki pojawiły się tu w tym okresie.',
      many: 'ujawnionych luk pojawiło się tu w tym okresie.',
      other: 'ujawnionej luki pojawiło się tu w tym okresie.',
    }),
  uncheckedDays: (days: string) => `Przez ${days} z tego okresu nikt nie mógł sprawdzić sklepu.`,
  exposed: ({ days, since }: { days: string; since: string }) =>
    `Czas z ujawnionymi lukami, licząc od ${since}: ${days}.`,
  neverExposed: (since: string) => `Od ${since} nie widzieliśmy tu żadnej ujawnionej luki.`,
  exposedNow: ({ since, days }: { since: string; days: string }) => `Sklep ma ujawnioną lukę od ${since}, już ${days}.`,
  exposedToday: 'Sklep ma ujawnioną lukę od dzisiaj.',
  median: (days: string) => `Połowę luk usunięto w czasie nie dłuższym niż ${days}.`,
  counted: 'Dni liczymy od chwili, gdy po raz pierwszy zobaczyliśmy wersję z luką. Mogła tu być już wcześniej.',
  legendTitle: 'Co pokazuje wykres',
  legend: {
    version: 'Zainstalowana wersja',
    archived: 'Znane z kopii archiwalnej',
    yes: 'Odpowiedź brzmiała „tak”',
    no: 'Odpowiedź brzmiała „nie”',
    unchecked: 'Nikt nie mógł sprawdzić',
    release: 'Ukazała się wersja',
    flaw: 'Pojawiła się tu ujawniona luka',
    exposed: 'Czas z ujawnioną luką',
    14: '14 dni z luką (Cyber Essentials)',
    30: '30 dni z luką (PCI DSS)',
    due: 'Obiecany termin',
    kept: 'Dotrzymana obietnica',
    missed: 'Obiecany termin, który minął',
    gone: 'Obiecany termin, już nieaktualny',
    later: 'Obiecany termin poza wykresem',
    slip: 'Termin przesunięto',
    today: 'Dzisiaj',
  },
  tableTitle: 'Wykres w liczbach',
  versions: {
    title: 'Zainstalowane wersje',
    columns: { what: 'Wersja', from: 'Od', to: 'Do', days: 'Dni' },
    archived: (running: string) => `${running}, z kopii archiwalnej`,
    now: 'dzisiaj',
  },
  answerTable: { title: 'Odpowiedzi', columns: { what: 'Odpowiedź', from: 'Od', to: 'Do', days: 'Dni' } },
  unchecked: { title: 'Kiedy nikt nie mógł sprawdzić', columns: { from: 'Od', to: 'Do', days: 'Dni' } },
  flaws: {
    title: 'Ujawnione luki',
    columns: {
      what: 'Luka',
      published: 'Ujawniona',
      from: 'W sklepie od',
      to: 'Usunięta',
      days: 'Dni w sklepie',
      14: '14 dni (Cyber Essentials)',
      30: '30 dni (PCI DSS)',
    },
    one: ({ id, product }: { id: string; product: string }) => `${id} w platformie ${product}`,
    several: ({ count, product }: { count: number; product: string }) =>
      many(count, {
        one: `luka w platformie ${product}`,
        few: `luki w platformie ${product}`,
        many: `luk w platformie ${product}`,
        other: `luki w platformie ${product}`,
      }),
    between: ({ first, last }: { first: string; last: string }) => `od ${first} do ${last}`,
    open: 'nadal obecna',
    within: 'w tym czasie',
    passed: 'przekroczone',
    notYet: 'jeszcze nie',
  },
  promises: {
    title: 'Obietnice',
    columns: { due: 'Termin', outcome: 'Wynik' },
    open: (relative: string) => `Aktualna, termin: ${relative}.`,
    kept: 'Dotrzymana.',
    passed: 'Termin minął bez aktualizacji.',
    late: (day: string) => `Termin minął; aktualizację po raz pierwszy zobaczyliśmy ${day}.`,
    moved: (day: string) => `Przesunięta na ${day}.`,
    passedAndMoved: (day: string) => `Termin minął bez aktualizacji, potem przesunięto go na ${day}.`,
    withdrawn: 'Wycofana.',
  },
  more: (count: number) =>
    `I jeszcze ${many(count, { one: 'wcześniejszy wiersz', few: 'wcześniejsze wiersze', many: 'wcześniejszych wierszy', other: 'wcześniejszego wiersza' })}.`,
};

const overview = {
  counts: (yes: number, no: number) => `Tak: ${writeCount(yes)}, nie: ${writeCount(no)}.`,
  since: (days: number) => (days < 1 ? 'od dzisiaj' : countDays(days)),
  noDate: 'brak terminu',
  byDate: (day: string) => `do ${day}`,
  overdue: (days: number) => `${countDays(days)} po terminie`,
  columns: { answer: 'Odpowiedź', shop: 'Sklep', reason: 'Powód', since: 'Trwa', promise: 'Obietnica' },
  former: 'Dawniej monitorowane',
  empty: 'Na liście nie ma jeszcze żadnego sklepu.',
  emptyGroup: 'Dzisiaj nie ma tu żadnego sklepu.',
  feed: 'Kanał RSS ze wszystkimi zmianami',
  status: 'Wszystkie odpowiedzi dla programów (JSON)',
};

/** Words that not everybody knows, explained where they are used. */
const glossary = {
  title: 'Objaśnienia słów',
  terms: {
    platform: {
      term: 'Platforma',
      text: 'Oprogramowanie, na którym działa sklep, na przykład WooCommerce, Magento albo PrestaShop.',
    },
    version: {
      term: 'Wersja',
      text: 'Numer wydania tego oprogramowania. Wyższy numer to nowsze wydanie.',
    },
    line: {
      term: 'Seria wersji',
      text: 'Wersje, których numery zaczynają się tak samo, na przykład 5.2.1 i 5.2.2. Producent naprawia serię przez kilka lat, a potem przestaje.',
    },
    flaw: {
      term: 'Ujawniona luka',
      text: 'Błąd w oprogramowaniu, który inni mogą wykorzystać i który jest publicznie opisany.',
    },
    record: {
      term: 'Wpis',
      text: 'Publiczna notatka o luce. Ma numer i podaje, które wersje mają tę lukę.',
    },
    cyberEssentials: {
      term: 'Cyber Essentials',
      text: 'Podstawowe zasady ochrony, ustalone przez rząd brytyjski. Wymagają ich ubezpieczyciele i instytucje publiczne.',
    },
    pciDss: {
      term: 'PCI DSS',
      text: 'Zasady bezpieczeństwa organizacji kart płatniczych. Zgadza się na nie każdy, kto przyjmuje płatności kartą.',
    },
    hash: {
      term: 'Suma kontrolna',
      text: 'Odcisk palca pliku lub tekstu: długa liczba, która zmienia się, gdy zmieni się choćby jedna litera.',
    },
    status: {
      term: 'Status',
      text: 'Liczba, którą serwer podaje w odpowiedzi: 200 oznacza, że wysłał to, o co poproszono.',
    },
    statement: {
      term: 'Oświadczenie',
      text: 'To, co opiekun sklepu mówi o rzeczach niewidocznych z zewnątrz, z nazwą autora i datą. Po angielsku: attestation.',
    },
    robots: {
      term: 'robots.txt',
      text: 'Plik, w którym strona mówi programom, co mogą czytać. To sprawdzenie go przestrzega.',
    },
    feed: {
      term: 'Kanał RSS',
      text: 'Lista zmian, którą czytnik RSS pobiera sam, więc nie trzeba tu zaglądać.',
    },
    badge: { term: 'Plakietka', text: 'Mały obrazek z obecną odpowiedzią, do pokazania na innych stronach.' },
  },
};

/** Lists of some of the shops, and the way between them. */
const lists = {
  /** What a list has in common, above its name. */
  kinds: { platform: 'Platforma', maintainer: 'Opiekun sklepów', tag: 'Temat' },
  /** Of the answers' own lists. */
  answers: { yes: 'Sklepy z odpowiedzią „tak”', no: 'Sklepy z odpowiedzią „nie”' },
  hall: 'Tak od roku',
  hallMeans:
    'Każde sprawdzenie z ostatnich 365 dni dało „tak”; dotyczy to samej platformy, a nie rozszerzeń, szablonu, serwera czy haseł, i nie dotyczy czasu między dwoma sprawdzeniami.',
  titleOf: (kind: string, name: string) => `${kind}: ${name}`,
  pageOf: (page: number, count: number) => `Strona ${writeCount(page)} z ${writeCount(count)}`,
  titlePage: (title: string, page: string) => `${title}. ${page}`,
  pages: 'Strony',
  previous: 'Poprzednia',
  next: 'Następna',
  filters: 'Pokaż część sklepów',
  all: 'Wszystkie',
  more: 'Więcej filtrów',
  groups: { platform: 'Platformy', maintainer: 'Opiekunowie sklepów', tag: 'Tematy' },
  every: {
    platform: (count: number) =>
      `Wszystkie: ${many(count, { one: 'platforma', few: 'platformy', many: 'platform', other: 'platformy' })}`,
    maintainer: (count: number) =>
      `Wszyscy: ${many(count, { one: 'opiekun', few: 'opiekunów', many: 'opiekunów', other: 'opiekuna' })}`,
    tag: (count: number) =>
      `Wszystkie: ${many(count, { one: 'temat', few: 'tematy', many: 'tematów', other: 'tematu' })}`,
  },
  shops: (count: number) => many(count, { one: 'sklep', few: 'sklepy', many: 'sklepów', other: 'sklepu' }),
  open: (no: number) => (no === 0 ? 'wszędzie „tak”' : `„nie”: ${writeCount(no)}`),
  pace: (days: number, flaws: number) =>
    `Typowy czas usunięcia luki (mediana): ${days < 1 ? 'mniej niż dzień' : countDays(days)} (${many(flaws, { one: 'usunięta luka', few: 'usunięte luki', many: 'usuniętych luk', other: 'usuniętej luki' })}).`,
  paceMeans: 'Czas liczymy od dnia, w którym luka była ujawniona i widoczna w sklepie, do dnia, w którym zniknęła.',
  tooFew: (flaws: number) =>
    flaws === 0
      ? 'Nie odnotowano jeszcze żadnej usuniętej luki, więc nie wiadomo, jak długo trwają aktualizacje.'
      : `Odnotowano ${many(flaws, { one: 'usuniętą lukę', few: 'usunięte luki', many: 'usuniętych luk', other: 'usuniętej luki' })}: to za mało, żeby powiedzieć, jak długo trwają aktualizacje.`,
  promises: (kept: number, moved: number, missed: number) =>
    `Obietnice dotrzymane: ${writeCount(kept)}, przesunięte: ${writeCount(moved)}, niedotrzymane: ${writeCount(missed)}.`,
  withheld: 'Niektóre z tych sklepów nie pokazują swojej historii; to, czego nie pokazują, nie jest liczone.',
};

/** Headings, labels and sentences of the pages. Dates arrive as words. */
const page = {
  skip: 'Przejdź do odpowiedzi',
  checked: (at: string) => `Sprawdzono ${at}.`,
  staleAfter: (day: string) => `Jeśli dziś jest już po ${day}, odpowiedź brzmi „nie”.`,
  seen: (at: string) =>
    `Ostatni raz sklep odpowiedział prawidłowo ${at}; to, co wtedy w nim działało, oceniamy według tego, co wiadomo teraz.`,
  endedOn: (day: string) => `Monitorowanie zakończono ${day}.`,
  demo: (day: string) => `To demo: wymyślone sklepy, ocenione na dzień ${day}, czyli na datę dołączonych danych.`,
  toYes: 'Co da odpowiedź „tak”',
  toStayYes: 'Co utrzyma odpowiedź „tak”',
  visit: 'Sklep:',
  withheld: 'Szczegóły pokażemy po naprawie.',
  withheldAlways: 'Tutaj pokazujemy tylko odpowiedź.',
  applied: 'Jest już zainstalowana.',
  promised: (by: string, relative: string) => `Do ${by}, ${relative}.`,
  promisedBy: ({ name }: { name: string }) => `Tak obiecuje ${name}.`,
  promisedOn: ({ day }: { day: string }) => `Obietnica z ${day}.`,
  promisedByOn: ({ name, day }: { name: string; day: string }) => `Tak obiecuje ${name} (obietnica z ${day}).`,
  overdue: (by: string, relative: string) => `Obiecany termin minął: ${by}, ${relative}.`,
  noPromise: 'Nikt nie podał terminu.',
  earlierPromises: (days: string) => `Wcześniej obiecano: ${days}.`,
  note: 'Opiekun sklepu dodaje:',
  noteNamed: ({ name }: { name: string }) => `${name} dodaje:`,
  ask: 'Zapytaj opiekuna sklepu',
  askNamed: ({ name }: { name: string }) => `Zapytaj: ${name}`,
  copyMail: 'Na liście nie ma adresu e-mail. Ten tekst można skopiować i wysłać opiekunowi sklepu.',
  about: 'Patchproof zadaje dwa pytania o sklepy internetowe i publikuje odpowiedzi.',
  contact: 'Kontakt',
  licences: 'Skąd pochodzą dane',
  glossary,
  notFound: { title: 'Nie ma takiej strony', text: 'Może sklep ma tutaj inną nazwę.', home: 'Wszystkie sklepy' },
  meaning,
  evidence,
  conduct,
  history,
  timeline,
  subscribe,
  overview,
  sourceDay: (licence: string, day: string) => `${licence}, stan na ${day}`,
  lists,
};

/** What a change means for whoever reads of it; kinds that need no more words are left out. */
const meanings: Partial<Record<PublicEventData['kind'], string>> = {
  'monitoring-ended': `Nikt już nie sprawdza tego sklepu. ${treatAsNo}`,
  'advisory-exploited': 'O aktualizację trzeba poprosić jeszcze dzisiaj.',
  'promise-moved': 'Oba terminy pozostają widoczne.',
  'promise-withdrawn': 'Nikt nie podał innego terminu.',
  'promise-overdue': 'Trzeba zapytać opiekuna sklepu o nowy termin.',
  'support-ending': 'Po tym dniu przy tej serii wersji odpowiedź „tak” nie będzie możliwa.',
  'check-failed': treatAsNo,
};

/** Sentences of the feeds. */
const feed = {
  title: (name: string) => `${name}: najnowsza bezpieczna wersja?`,
  description: 'Każda zmiana odpowiedzi, tego, co jest zainstalowane, i tego, co obiecano.',
  groupDescription: 'Każda zmiana odpowiedzi tych sklepów, tego, co mają zainstalowane, i tego, co obiecano.',
  askWhen: 'Warto zapytać opiekuna sklepu: na stronie czeka gotowy e-mail z oboma pytaniami.',
  meanings,
  head: (hash: string) => `Ostatnia suma kontrolna historii po tej zmianie: ${hash}`,
  verify: (hash: string) =>
    `Kto ma dane, może sprawdzić, że wcześniejszych zmian nikt nie przerobił: npm run verify -- --head ${hash}`,
};

/** Sentences of the calendars. Titles are read in a narrow column: the word that matters comes first. */
const calendar = {
  title: (name: string) => `${name}: obiecane aktualizacje`,
  description: 'Dni, na które obiecano aktualizacje, i dni, w których kończą się aktualizacje zabezpieczeń.',
  titles: {
    open: (shop: string) => `Obiecane: aktualizacja sklepu ${shop}`,
    overdue: (shop: string) => `Po terminie: aktualizacja sklepu ${shop}`,
    kept: (shop: string) => `Dotrzymane: aktualizacja sklepu ${shop}`,
    late: (shop: string) => `Wykonane po tym dniu: aktualizacja sklepu ${shop}`,
    withdrawn: (shop: string) => `Wycofane: aktualizacja sklepu ${shop}`,
    dropped: (shop: string) => `Monitorowanie zakończono: aktualizacja sklepu ${shop}`,
  } satisfies Record<PromiseStatus, (shop: string) => string>,
  promised: (name: string | null) => `${name ?? 'Opiekun sklepu'} obiecuje aktualizację do tego dnia.`,
  supportTitle: (line: string, shop: string) => `Koniec aktualizacji zabezpieczeń: ${line} (${shop})`,
  support: (line: string) =>
    `To ostatni dzień, w którym ${line} dostaje aktualizacje zabezpieczeń. Później przy tej serii wersji odpowiedź „tak” nie będzie możliwa.`,
  page: (address: string) => `Jak to wygląda dzisiaj: ${address}`,
};

/** Words of the badge. */
const badge = {
  label: 'Najnowsza bezpieczna wersja?',
  unchecked: 'jeszcze nie sprawdzono',
  checked: (day: string) => `sprawdzono ${day}`,
  expires: (day: string) => `po ${day} oznacza „nie”`,
  message: (word: string, checked: string) => `${word}, ${checked}`,
  alternative: (word: string, details: string) =>
    `Najnowsza bezpieczna wersja platformy e-commerce? ${word}, ${details}.`,
  /** Stands on other pages and stays there, so it must not answer. */
  linked:
    'Czy ta strona internetowa korzysta z najnowszej bezpiecznej wersji swojej platformy e-commerce? Odpowiedź jest pod tym linkiem.',
};

/** Words of the OpenVEX documents. */
const vex = {
  role: 'Obserwator z zewnątrz',
  because: {
    version: 'Wynika z wersji, którą widać z zewnątrz.',
    'known-false-positive': 'Wpis wymienia zainstalowaną wersję przez pomyłkę.',
    attested: 'Opiekun sklepu oświadcza, że luka jest usunięta; sprawdzenie tego nie widzi.',
    'some-candidates': 'Do tego, co widać z zewnątrz, pasuje kilka wersji i tylko niektóre z nich mają tę lukę.',
  },
};

/** Every phrase of the Polish pages, feeds, badges and mails. */
export const pl: Wording = {
  ...spoken,
  language: 'pl',
  question: 'Czy ta strona internetowa korzysta z najnowszej bezpiecznej wersji swojej platformy e-commerce?',
  whenQuestion,
  answers: { yes: 'Tak', no: 'Nie' },
  covers: 'Dotyczy to samej platformy, a nie rozszerzeń, szablonu, serwera czy haseł.',
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
