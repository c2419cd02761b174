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

const spoken = speak('es-ES', {
  oneOf: (count, first, last) => `una de ${count} versiones desde ${first} hasta ${last}`,
});
const { countDays, many, writeCount } = spoken;

/** Whole millions take a preposition: `1.000.000 de fallos`. */
const forms = (one: string, other: string): Forms => ({ one, many: `de ${other}`, other });

const treatAsNo = 'Si no es un sí, tómelo como un no.';

/** What stands for a name that is not known. */
const unnamed = { platform: 'la plataforma', vendor: 'su fabricante' };

/** A sentence or two for each reason, behind the word Yes or No. */
const reasons: Record<ReasonKey, (f: Fillings) => string> = {
  unreachable: () => `La tienda no ha respondido a nuestra comprobación. ${treatAsNo}`,
  blocked: () => `El cortafuegos de la tienda ha rechazado nuestra comprobación. ${treatAsNo}`,
  'blocked:opted-out': () => `La tienda pide que no se la compruebe. ${treatAsNo}`,
  'unknown-platform': () => 'Desde fuera no podemos saber qué plataforma usa la tienda.',
  'conflicting-evidence': ({ product }) => `Lo que la tienda muestra de su versión de ${product} se contradice.`,
  'conflicting-evidence:hosted': ({ product }) =>
    `La tienda muestra señales de ${product} y de otra plataforma; solo una de las dos la mantiene al día su propio fabricante.`,
  'unknown-version': ({ product }) => `Desde fuera no podemos saber qué versión de ${product} está instalada.`,
  'unknown-version:claimed': ({ product, claimed }) =>
    `La tienda dice usar ${product} ${claimed}, pero nada más lo confirma.`,
  'no-release-data': ({ product }) =>
    `No sabemos qué versiones de ${product} existen, así que no podemos juzgar la que está instalada.`,
  'data-stale': ({ product }) => `Lo que sabemos de ${product} es demasiado antiguo para poder juzgar.`,
  'pre-release': ({ running }) => `Usa ${running}, una versión de prueba sin terminar.`,
  'version-not-known': ({ running }) =>
    `Muestra ${running}, que no es ninguna de las versiones publicadas que se conocen.`,
  'end-of-life': ({ running }) =>
    `Usa ${running}, que ya no recibe actualizaciones de seguridad. Si se queda ahí, la respuesta no puede ser un sí.`,
  'end-of-life:line': ({ product, branch }) =>
    `${product} ${branch} ya no recibe actualizaciones de seguridad. Si la tienda se queda ahí, la respuesta no puede ser un sí.`,
  'update-missing': ({ running, version }) => `Usa ${running}; la versión segura es la ${version}.`,
  'update-missing:today': ({ running, version }) =>
    `Usa ${running}; la versión segura es la ${version}, publicada hoy.`,
  'update-missing:days': ({ running, version, outFor }) =>
    `Usa ${running}; la versión segura es la ${version}, publicada hace ${outFor}.`,
  'update-missing:unnamed': ({ running }) => `Usa ${running}, y ya hay una versión más reciente.`,
  'known-advisory': ({ running }) => `Usa ${running}, que tiene un fallo conocido.`,
  'known-advisory:many': ({ running, flawCount }) =>
    `Usa ${running}, que tiene ${many(flawCount, forms('fallo conocido', 'fallos conocidos'))}.`,
  'sources-disagree': ({ vendor, running }) =>
    `Según ${vendor}, ${running} es una versión segura; una ficha publicada dice que tiene un fallo. Cuenta el criterio más estricto.`,
  'sources-disagree:named': ({ vendor, running, sources }) =>
    `Según ${vendor}, ${running} es una versión segura; según ${sources}, tiene un fallo. Cuenta el criterio más estricto.`,
  'patch-level-unproven': ({ vendor, running }) =>
    `Usa ${running}, pero ${vendor} ha publicado después correcciones que no se ven en la versión. Hace falta una prueba de que están aplicadas.`,
  'evidence-expired': () => 'La declaración de quien mantiene la tienda sobre lo que está instalado ha caducado.',
  'support-unknown': ({ running }) => `Nadie dice si ${running} sigue recibiendo actualizaciones de seguridad.`,
  'version-ambiguous': () => 'Desde fuera encaja más de una versión. Quien mantiene la tienda puede aclararlo.',
  'version-ambiguous:none': ({ either }) =>
    `Desde fuera puede ser ${either}, y ninguna es la versión segura más reciente.`,
  'version-ambiguous:newer': ({ either }) =>
    `Desde fuera puede ser ${either}, y solo la más reciente es segura. Quien mantiene la tienda puede aclararlo.`,
  'version-ambiguous:some': ({ either }) =>
    `Desde fuera puede ser ${either}, y no todas son seguras. Quien mantiene la tienda puede aclararlo.`,
  secure: ({ running }) => `Usa ${running}, una versión segura.`,
  'secure:each': ({ running }) => `Usa ${running}, cada una en una versión segura.`,
  current: ({ running }) => `Usa ${running}, la versión más reciente.`,
  'current:each': ({ running }) => `Usa ${running}, cada una en su versión más reciente.`,
  'vendor-hosted': ({ product }) => `Funciona con ${product}, que su fabricante mantiene al día.`,
  'not-reached': () => `Nuestra comprobación no ha llegado hasta la tienda. ${treatAsNo}`,
  'not-confirmed': ({ product }) =>
    `Desde fuera nadie puede confirmar que use la versión segura más reciente de ${product}.`,
  'not-confirmed:unnamed': () =>
    'Desde fuera nadie puede confirmar que use la versión segura más reciente de su plataforma.',
  'not-up-to-date': ({ product }) => `No usa la versión segura más reciente de ${product}.`,
  'not-up-to-date:unnamed': () => 'No usa la versión segura más reciente de su plataforma.',
  'not-checked': () => `La tienda aún no se ha comprobado. ${treatAsNo}`,
  'check-overdue': () => `La última comprobación es de hace demasiado tiempo. ${treatAsNo}`,
  'not-monitored': () => `Ya nadie comprueba esta tienda. ${treatAsNo}`,
};

/** What is added to a reason. */
const additions = {
  updated: ({ updated }: { updated: string }) => `Última actualización: ${updated}.`,
  updatedSameDay: ({ updated }: { updated: string }) => `Última actualización: ${updated}, el mismo día en que salió.`,
  updatedLater: ({ updated, later }: { updated: string; later: string }) =>
    `Última actualización: ${updated}, ${later} después de que saliera.`,
  exploited: 'Hay delincuentes que aprovechan ahora un fallo que tiene esta tienda.',
  beforePublic: 'Se actualizó antes de que el fallo se hiciera público.',
  statedOnly: ({ author }: { author: string }) => `${author} declara esta versión; la comprobación no la ve.`,
};

/** A list of a few versions, one of which is installed. */
const either = ({ versions }: { versions: string }) => versions;

/** Five words at most, for lists and feeds. */
const shortReasons: Record<PublicReason, string> = {
  unreachable: 'La tienda no responde',
  blocked: 'Comprobación rechazada',
  'unknown-platform': 'No se reconoce su plataforma',
  'conflicting-evidence': 'Su versión se contradice',
  'unknown-version': 'Su versión está oculta',
  'no-release-data': 'No conocemos sus versiones',
  'data-stale': 'Nuestros datos están anticuados',
  'pre-release': 'Usa una versión de prueba',
  'version-not-known': 'Muestra una versión desconocida',
  'end-of-life': 'Sin actualizaciones de seguridad',
  'update-missing': 'Falta una actualización',
  'known-advisory': 'Tiene un fallo conocido',
  'sources-disagree': 'Las fuentes no coinciden',
  'patch-level-unproven': 'Correcciones no demostradas',
  'evidence-expired': 'Su declaración ha caducado',
  'support-unknown': 'Su soporte no está confirmado',
  'version-ambiguous': 'Su versión no está clara',
  secure: 'Usa una versión segura',
  current: 'Usa la versión más reciente',
  'vendor-hosted': 'La actualiza su fabricante',
  'not-reached': 'Nuestra comprobación no llegó',
  'not-confirmed': 'No está confirmado',
  'not-up-to-date': 'No está al día',
  'not-checked': 'Aún sin comprobar',
  'check-overdue': 'Comprobación atrasada',
  'not-monitored': 'Ya sin seguimiento',
};

/** What would make this a yes: a sentence for each next step. */
const nextSteps: Record<StepKey, (f: Fillings) => string> = {
  'keep-going': () => 'No falta nada. Basta con seguir instalando las actualizaciones en cuanto salgan.',
  'keep-going:hosted': () => 'No falta nada. El fabricante instala las actualizaciones por su cuenta.',
  update: ({ product, version }) => `Actualizar ${product} a la versión ${version}.`,
  'update:unnamed': ({ product }) => `Actualizar ${product} a la versión segura más reciente.`,
  'change-branch': ({ product, version }) =>
    `Pasar a ${product} ${version}, que sigue recibiendo actualizaciones de seguridad.`,
  'change-branch:unnamed': ({ product }) =>
    `Pasar ${product} a una línea de versiones que siga recibiendo actualizaciones de seguridad.`,
  'apply-patch': ({ vendor, running }) =>
    `Aplicar las correcciones que ${vendor} ha publicado para ${running} y declarar que están aplicadas.`,
  'renew-attestation': () =>
    'Hace falta que quien mantiene la tienda vuelva a mirar qué está instalado y qué correcciones están aplicadas, y que renueve la declaración.',
  'attest-version': ({ product }) =>
    `Hace falta que quien mantiene la tienda declare qué versión de ${product} está instalada.`,
  'settle-version': ({ versions }) =>
    `Hace falta que quien mantiene la tienda declare cuál está instalada: ${versions}.`,
  'resolve-conflict': ({ product }) =>
    `Hace falta que quien mantiene la tienda averigüe por qué se ven dos versiones de ${product} a la vez: quizá una actualización a medias, o una copia antigua en una caché.`,
  'resolve-conflict:hosted': () =>
    'Hace falta que quien mantiene la tienda retire lo que queda de la plataforma que no se usa; si se usan las dos, hay que mantener al día la que no actualiza su fabricante.',
  'ask-vendor': ({ product }) =>
    `Pedir al fabricante de ${product} una versión segura y con soporte, o cambiar de plataforma.`,
  'ask-vendor:newest': ({ product, newest }) =>
    `Actualizar a la versión ${newest}, la más reciente. Tampoco es un sí, así que hay que pedir al fabricante de ${product} una que sea segura y tenga soporte, o cambiar de plataforma.`,
  'ask-vendor:disagree': ({ vendor, running }) =>
    `Preguntar a ${vendor} si ${running} tiene este fallo: o se corrige la ficha, o tiene que salir una versión corregida.`,
  'await-facts': ({ product }) =>
    `En la tienda no hay nada que hacer. Hace falta que quien gestiona estas comprobaciones añada una fuente con las versiones de ${product}.`,
  'allow-check': ({ section }) =>
    `Una línea en la lista del cortafuegos deja pasar la comprobación. Su nombre está en la página de esta tienda, en «${section}».`,
  'allow-check:opted-out': ({ section }) =>
    `Quien mantiene la tienda retira esa petición, en robots.txt o patchproof.json. Cómo se escribe está en la página de esta tienda, en «${section}».`,
  'restore-site': () =>
    'Abra la tienda en su navegador. Si se abre, quien la mantiene tiene que dejar pasar nuestra comprobación; si no se abre, tiene que ponerla de nuevo en marcha.',
  'correct-address': () => 'La tienda ha cambiado de dirección: hay que poner la nueva en la lista.',
  'correct-address:named': ({ url }) =>
    `La tienda ha cambiado de dirección: hay que poner en la lista la nueva, ${url}.`,
  'name-platform': () =>
    'Hace falta que quien mantiene la tienda indique su plataforma en la lista de tiendas, para que la comprobación sepa qué buscar.',
  'refresh-sources': () =>
    'En la tienda no hay nada que hacer. Hace falta que quien gestiona estas comprobaciones traiga datos nuevos.',
  'refresh-sources:named': ({ source, sourceAge }) =>
    `En la tienda no hay nada que hacer. Hace falta que quien gestiona estas comprobaciones traiga datos nuevos de ${source}; los últimos son de hace ${sourceAge}.`,
  'refresh-sources:shipped': ({ sourceAge }) =>
    `En la tienda no hay nada que hacer. Hace falta que quien gestiona estas comprobaciones les dé acceso a sus fuentes, o instale un Patchproof más reciente: los datos que trae este son de hace ${sourceAge}.`,
};

/** Where whoever runs the shop reads the version. */
const places: Record<VersionPlace['kind'], (place: { name: string }) => string> = {
  'back-office': () => 'Se ve en la administración de la tienda.',
  composer: ({ name }) => `En el servidor, «composer show ${name}» la muestra.`,
  bundler: ({ name }) => `En el servidor, «bundle info ${name}» la muestra.`,
  npm: ({ name }) => `En el servidor, «npm ls ${name}» la muestra.`,
};

/** The next step where details are withheld, or where nothing was checked. */
const generalSteps: Record<GeneralStepKey, (f: Pick<Fillings, 'product'>) => string> = {
  'not-reached': () => 'Hace falta que quien mantiene la tienda deje llegar nuestra comprobación.',
  'not-confirmed': ({ product }) =>
    `Hace falta que quien mantiene la tienda demuestre que esta usa la versión segura más reciente de ${product}.`,
  'not-confirmed:unnamed': () =>
    'Hace falta que quien mantiene la tienda demuestre que esta usa la versión segura más reciente de su plataforma.',
  'not-up-to-date': ({ product }) => `Instalar la versión segura más reciente de ${product}.`,
  'not-up-to-date:unnamed': () => 'Instalar la versión segura más reciente de la plataforma.',
  'not-checked': () => 'La próxima comprobación lo dirá.',
  'check-overdue': () => 'Hace falta que quien gestiona estas comprobaciones las reanude; la próxima lo dirá.',
  'not-monitored': () => 'Hay que volver a poner la tienda en la lista; la próxima comprobación lo dirá.',
};

/** Where nothing but the answer is shown. */
const withheldStep = 'Quien mantiene la tienda sabe qué falta. Pregúntele.';

/** Who could do it, by the login it takes. */
const who = {
  anybody: 'Alguien',
  nobody: 'Alguien sin cuenta',
  user: 'Alguien con cuenta',
  admin: 'Alguien con cuenta de administrador',
};

/** A flaw in our own words. */
const deeds: Record<Deed, (by: { who: string }) => string> = {
  runCode: ({ who }) => `${who} podría ejecutar su propio código en la tienda.`,
  takeOver: ({ who }) => `${who} podría hacerse con el control de la tienda.`,
  useDatabase: ({ who }) => `${who} podría leer o cambiar lo que hay en la base de datos.`,
  passLogin: ({ who }) => `${who} podría entrar en cuentas ajenas.`,
  readFiles: ({ who }) => `${who} podría leer archivos que no le incumben.`,
  plantScript: ({ who }) => `${who} podría colar un script que se ejecuta en el navegador de otras personas.`,
  lackRight: ({ who }) => `${who} podría hacer cosas a las que no tiene derecho.`,
  actAsOther: ({ who }) => `${who} podría actuar en nombre de una persona que ha iniciado sesión.`,
  reachInside: ({ who }) => `${who} podría hacer que la tienda contacte con otros ordenadores de su red.`,
  guessSecrets: ({ who }) =>
    `${who} podría adivinar secretos, como los enlaces que sirven para cambiar una contraseña.`,
  forge: ({ who }) => `${who} podría hacer pasar por auténtico algo falsificado.`,
  readAndChange: ({ who }) => `${who} podría leer y cambiar cosas que deberían estar fuera de su alcance.`,
  change: ({ who }) => `${who} podría cambiar cosas que deberían estar fuera de su alcance.`,
  seeData: ({ who }) => `${who} podría ver datos que deberían ser privados.`,
  slipPast: ({ who }) => `${who} podría esquivar los controles que protegen la tienda.`,
  cheat: ({ who }) => `${who} podría engañar a la tienda si actúa más deprisa de lo que ella espera, o en otro orden.`,
  plantFormula: ({ who }) => `${who} podría colar fórmulas en tablas que otras personas exportan y abren.`,
  stop: ({ who }) => `${who} podría dejar la tienda parada.`,
  slow: ({ who }) => `${who} podría hacer que la tienda vaya lenta.`,
  redirect: ({ who }) => `${who} podría enviar a los visitantes a otro sitio web.`,
  unsaid: ({ who }) => `${who} podría hacer un mal uso de la tienda; la ficha no dice cómo.`,
};

/** How a flaw stands at this shop. */
const flaws = {
  exploited: 'Hay delincuentes que aprovechan ahora este fallo.',
  needsVictim: 'Para eso, otra persona tiene que abrir algo o hacer clic en algo.',
  gravity: {
    critical: 'Es uno de los fallos más graves que hay.',
    high: 'Es un fallo grave.',
    medium: 'Es un fallo de gravedad media.',
    low: 'Es un fallo leve.',
  },
  published: ({ day }: { day: string }) => `Público desde el ${day}.`,
  fixedIn: ({ product, versions }: { product: string; versions: string }) => `Corregido en ${product} ${versions}.`,
  notFixed: 'Ninguna versión lo corrige todavía.',
  unbounded: 'La ficha no nombra ninguna versión que le ponga fin, así que cuenta para todas las posteriores.',
  fixWithoutVersion: 'La corrección viene en archivos aparte y no cambia la versión.',
  exposed: ({ day, days }: { day: string; days: string }) => `Visto aquí desde el ${day}, hace ${days}.`,
  exposedToday: 'Visto aquí desde hoy.',
  someCandidates: 'Solo lo tienen algunas de las versiones que encajan.',
  disputed: ({ sources, doubters }: { sources: string; doubters: string }) =>
    `Las fuentes no coinciden sobre esta versión. La incluyen: ${sources}. La excluyen: ${doubters}. Cuenta el criterio más estricto.`,
  mistaken: 'La ficha nombra esta versión por error: aquí no cuenta.',
};

/** What waiting costs: rules that give a date for the flaw that presses most. `today`: the date is today. */
const deadlines = {
  exploited: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Hay delincuentes que aprovechan un fallo presente aquí. Las autoridades de Estados Unidos tienen que corregirlo a más tardar el ${day}, dentro de ${left}.`,
    today:
      'Hay delincuentes que aprovechan un fallo presente aquí. Las autoridades de Estados Unidos tienen que corregirlo hoy.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Hay delincuentes que aprovechan un fallo presente aquí. Las autoridades de Estados Unidos tenían que corregirlo a más tardar el ${day}, ${ago}.`,
  },
  cyberEssentials: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Cyber Essentials, las normas británicas de protección básica, dan 14 días para instalar la corrección de un fallo grave. El plazo termina el ${day}, dentro de ${left}.`,
    today:
      'Cyber Essentials, las normas británicas de protección básica, dan 14 días para instalar la corrección de un fallo grave. El plazo termina hoy.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Cyber Essentials, las normas británicas de protección básica, dan 14 días para instalar la corrección de un fallo grave. El plazo terminó el ${day}, ${ago}.`,
  },
  pciDss: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `PCI DSS, las normas para quienes cobran con tarjeta, dan 30 días para instalar la corrección de un fallo grave. El plazo termina el ${day}, dentro de ${left}.`,
    today:
      'PCI DSS, las normas para quienes cobran con tarjeta, dan 30 días para instalar la corrección de un fallo grave. El plazo termina hoy.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `PCI DSS, las normas para quienes cobran con tarjeta, dan 30 días para instalar la corrección de un fallo grave. El plazo terminó el ${day}, ${ago}.`,
  },
};

/** What a history event says; dates, products and versions arrive as words. */
const events = {
  monitoringStarted: 'Empieza el seguimiento.',
  monitoringEnded: 'Termina el seguimiento.',
  answer: (word: string, shortReason: string | null) =>
    shortReason === null ? `${word}.` : `${word}. ${shortReason}.`,
  installed: (running: string) => `Instalado ahora: ${running}.`,
  nothingInstalled: 'Ya no se reconoce ninguna plataforma.',
  versionHidden: (product: string) => `${product}, versión no visible`,
  affects: (product: string, published: string, id: string) =>
    `Un fallo en ${product}, público desde el ${published}, afecta a esta tienda (${id}).`,
  affectsMany: (count: number, product: string) =>
    many(
      count,
      forms(
        `fallo publicado en ${product} afecta a esta tienda.`,
        `fallos publicados en ${product} afectan a esta tienda.`,
      ),
    ),
  fixedMany: (count: number, product: string) =>
    many(
      count,
      forms(`fallo en ${product} ya no afecta a esta tienda.`, `fallos en ${product} ya no afectan a esta tienda.`),
    ),
  fixed: (product: string, id: string) => `Un fallo en ${product} ya no afecta a esta tienda (${id}).`,
  exploited: (product: string, id: string) =>
    `Hay delincuentes que aprovechan un fallo en ${product} que afecta a esta tienda (${id}).`,
  promiseMade: (by: string) => `Prometido para el ${by}.`,
  promiseMoved: (from: string, by: string) => `La promesa pasa del ${from} al ${by}.`,
  promiseWithdrawn: (by: string) => `La promesa para el ${by} se ha retirado.`,
  promiseKept: (by: string) => `La promesa para el ${by} se ha cumplido.`,
  promiseOverdue: (by: string) => `Ha pasado el ${by}, el día prometido, sin la actualización.`,
  supportEnding: (line: string, days: number, on: string) =>
    `${line} recibe actualizaciones de seguridad durante ${many(days, forms('día más', 'días más'))}, hasta el ${on}.`,
  supportEndsToday: (line: string) => `Este es el último día en que ${line} recibe actualizaciones de seguridad.`,
  checkFailed: (days: string, since: string) =>
    `Ninguna comprobación ha llegado hasta la tienda desde el ${since}, hace ${days}.`,
  checkResumed: 'Una comprobación ha vuelto a llegar hasta la tienda.',
  withheld: 'Un cambio, reservado hasta que se corrija.',
  withheldMany: (count: number) =>
    many(count, forms('cambio, reservado hasta que se corrija.', 'cambios, reservados hasta que se corrijan.')),
};

const mailQuestion = '¿Usa mi sitio web la versión segura más reciente de su plataforma de comercio electrónico?';
const whenQuestion = 'Si la respuesta es no, ¿cuándo se instalará?';

/** Lines of the mail to whoever runs the shop. */
const mail = {
  subject: `${mailQuestion} ${whenQuestion}`,
  greeting: 'Hola:',
  greetingNamed: ({ name }: { name: string }) => `Hola, ${name}:`,
  intro: ({ shop }: { shop: string }) => `Tengo dos preguntas sobre ${shop}`,
  first: `1. ${mailQuestion}`,
  second: `2. ${whenQuestion}`,
  says: ({ word }: { word: string }) => `Una comprobación externa dice: ${word}.`,
  saysOn: ({ day, word }: { day: string; word: string }) => `Una comprobación externa del ${day} dice: ${word}.`,
  toYes: ({ step }: { step: string }) => `Qué hace falta para que sea un sí: ${step}`,
  exposedToday: 'Hoy se ha visto por primera vez un fallo publicado en la tienda.',
  exposed: ({ day, days }: { day: string; days: string }) =>
    `Desde el ${day}, hace ${days}, se ve en la tienda un fallo publicado.`,
  ids: ({ ids }: { ids: string }) => `Se trata de: ${ids}.`,
  idsMore: ({ ids, count }: { ids: string; count: number }) =>
    `Se trata de: ${ids} y ${many(count, { one: 'más', many: 'más', other: 'más' })}.`,
  page: ({ address }: { address: string }) => `Todos los detalles: ${address}`,
  thanks: 'Me basta con una respuesta breve y una fecha. ¡Muchas gracias!',
};

const meaning = {
  title: 'Qué significa',
  affected: (count: number) =>
    many(
      count,
      forms('fallo publicado afecta a lo que está instalado.', 'fallos publicados afectan a lo que está instalado.'),
    ),
  perhaps: (count: number) =>
    many(
      count,
      forms(
        'fallo publicado afecta a algunas de las versiones que encajan.',
        'fallos publicados afectan a algunas de las versiones que encajan.',
      ),
    ),
  attested: (count: number) =>
    many(
      count,
      forms(
        'fallo publicado está corregido, según declara quien mantiene la tienda.',
        'fallos publicados están corregidos, según declara quien mantiene la tienda.',
      ),
    ),
  flagged: 'El fabricante de la plataforma dice que la versión instalada no es segura. No nombra el fallo.',
  noneAffects: 'Ningún fallo publicado afecta a lo que está instalado.',
  nonePublished:
    'Nadie publica los fallos de esta plataforma, así que no hay con qué comparar. Eso no demuestra que no haya ninguno.',
  notJudged: 'No se sabe lo suficiente de lo que está instalado para compararlo con los fallos publicados.',
  vendorHosted:
    'El fabricante gestiona la plataforma y la repara para todas las tiendas a la vez. En la tienda nadie tiene que instalar nada.',
  mistaken: (count: number) =>
    many(
      count,
      forms(
        'ficha nombra la versión instalada por error: aquí no cuenta.',
        'fichas nombran la versión instalada por error: aquí no cuentan.',
      ),
    ),
  unbounded:
    'Algunas fichas no nombran ninguna versión que ponga fin a un fallo. Es un límite de la ficha: puede que una versión más reciente ya tenga la corrección, pero nada lo dice.',
  more: (count: number) => `Y ${many(count, forms('fallo más', 'fallos más'))}.`,
  ids: 'Su ficha',
  exposure: 'Los días se cuentan desde la primera vez que vimos un fallo aquí. Puede que llevara más tiempo.',
  backport: (product: string) =>
    `${product} solo promete correcciones para su línea más reciente. Las líneas anteriores reciben algunas por cortesía, y la versión instalada puede tenerlas; eso no basta para un sí.`,
  fixes: (ids: string) => `Correcciones por demostrar: ${ids}.`,
};

/** What spoke of the version. */
const clues: Record<EvidenceKind, string> = {
  header: 'una línea que envía el servidor',
  cookie: 'una cookie',
  generator: 'el nombre de programa que indica la página',
  asset: 'la dirección de un archivo',
  markup: 'la forma en que está escrita la página',
  script: 'un script de la página',
  'asset-version': 'un número en la dirección de un archivo',
  'text-file': 'un archivo de texto',
  'version-endpoint': 'una página que indica la versión',
  'cookie-proof': 'una cookie que se crea de otro modo en cada versión',
  'file-hash': 'el hash de un archivo',
  'asset-name': 'el nombre de un archivo',
  'feature-flags': 'una lista de opciones en la página',
  'api-schema': 'lo que ofrece la interfaz de la tienda',
  'deploy-time': 'el momento en que se subieron los archivos',
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
    `${author} declaró el ${made} que la versión ${version} está instalada; la comprobación no la ve. Esto cuenta hasta el ${expires}.`,
  'patch-status': ({ author, version, made, expires }) =>
    `${author} declaró el ${made}, con un informe de patch-status de Adobe, que la versión ${version} está instalada; la comprobación no la ve. Esto cuenta hasta el ${expires}.`,
  composer: ({ author, version, made, expires }) =>
    `${author} declaró el ${made}, con una lista de los paquetes de Composer, que la versión ${version} está instalada; la comprobación no la ve. Esto cuenta hasta el ${expires}.`,
  'shopware-plugin': ({ author, version, made, expires }) =>
    `${author} declaró el ${made}, con la lista de la propia extensión de seguridad, que la versión ${version} está instalada; la comprobación no la ve. Esto cuenta hasta el ${expires}.`,
  openvex: ({ author, version, made, expires }) =>
    `${author} declaró el ${made}, con un documento OpenVEX, que la versión ${version} está instalada; la comprobación no la ve. Esto cuenta hasta el ${expires}.`,
};

const evidence = {
  title: 'Cómo lo sabemos',
  none: 'La última comprobación no ha traído nada que mostrar.',
  confidence: (percent: number) => `Certeza sobre el producto: ${percent}\u00a0%.`,
  clues,
  clue: ({ clue, count }: { clue: string; count: number }) =>
    `${clue} (encaja con ${many(count, forms('versión', 'versiones'))})`,
  cluesSeen: ({ clues }: { clues: string }) => `De la versión se ha visto esto: ${clues}.`,
  candidates: ({ count, versions }: { count: number; versions: string }) =>
    `${many(count, forms('versión encaja', 'versiones encajan'))} con todo lo que hemos visto: ${versions}. Las mostramos todas en lugar de adivinar.`,
  sameFiles: 'Los archivos que no cambian de una versión a la siguiente no permiten distinguirlas.',
  settle: 'Quien mantiene la tienda puede aclararlo si declara la versión.',
  claimedOnly: (claimed: string) =>
    `La tienda dice usar la versión ${claimed}. Un solo texto no es una prueba, así que no cuenta.`,
  conflict: 'Ninguna versión encaja con todo lo que hemos visto.',
  found: 'Encontrado:',
  fits: (versions: string) => `Encaja con ${versions}.`,
  fitsMany: (count: number, first: string, last: string) =>
    `Encaja con ${many(count, forms('versión', 'versiones'))}, desde ${first} hasta ${last}.`,
  known: {
    measured: 'Medido.',
    stated: 'Declarado por quien mantiene la tienda.',
    archived: 'De una copia archivada.',
  },
  look: (at: string, status: number) => `${at}, estado ${status}.`,
  check: 'Compruébelo usted',
  expect: 'El resultado es:',
  stated,
  withheld: (paths: string) =>
    `Sin consultar, porque el robots.txt de la tienda lo prohíbe: ${paths}. Con «robots: owner-consents» en la lista de tiendas, el propietario lo permite.`,
  hashHint:
    "Si sale otro hash, puede que el servidor haya cambiado los finales de línea: ponga «tr -d '\\r' |» antes de «sha256sum».",
};

const conduct = {
  title: 'Cómo comprobamos',
  requests: (count: number) =>
    `La última comprobación envió ${many(count, forms('petición', 'peticiones'))} a la tienda; el máximo es diez.`,
  budget: 'Una comprobación envía como máximo diez peticiones a la tienda.',
  polite: 'Solo lee páginas públicas, respeta robots.txt y no intenta nada que no haría un visitante.',
  introduces: 'Se presenta así:',
  optOut:
    'Si una tienda no quiere que la comprueben, lo dice con {"optOut": true} en /.well-known/patchproof.json o en robots.txt (User-agent: Patchproof, Disallow: /).',
  problemsTitle: 'Lo que no funcionó:',
  sourcesTitle: 'Se ha juzgado con:',
  source: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}, datos del ${day} (${licence})`,
  kinds: {
    advisories: 'fallos publicados',
    releases: 'versiones',
    support: 'periodos de soporte',
    exploited: 'fallos que aprovechan los delincuentes',
  },
  standIn: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}: esta vez no ha dado ninguna respuesta útil, así que se usa su última copia buena, del ${day} (${licence})`,
};

const history = {
  title: 'Todos los cambios',
  columns: { when: 'Cuándo', what: 'Qué', proof: 'Prueba' },
  empty: 'Aún no ha cambiado nada.',
  headTitle:
    'Cada cambio lleva un hash de sí mismo y del cambio anterior, así que ninguno se puede alterar después sin que se note. El último:',
};

const subscribe = {
  title: 'Recibir avisos',
  feed: 'Canal RSS de esta tienda',
  feedHint: 'Ponga su dirección en un lector RSS y este le avisa cuando cambia la respuesta.',
  calendar: 'Añadir a su calendario',
  calendarFile: 'La dirección del calendario',
  calendarHint:
    'Su calendario muestra entonces los días para los que se prometen actualizaciones y los días en que terminan las actualizaciones de seguridad.',
  how: 'Cómo suscribirse, también por correo',
  status: 'Esta respuesta para máquinas (JSON)',
  history: 'Todos los cambios para máquinas (líneas JSON)',
  vex: 'Fallos publicados para máquinas (OpenVEX)',
  badge: 'Un distintivo para las páginas de la propia tienda',
  html: 'HTML',
  markdown: 'Markdown',
  shield: 'Markdown, dibujado por shields.io; quienes visitan su página se lo piden entonces a ese servicio',
};

/** The page that explains how to subscribe. */
const subscribing = {
  title: 'Recibir avisos',
  lead: 'Le llega un aviso cuando cambia una respuesta. Para eso nadie necesita su dirección de correo. Estas direcciones son para todas las tiendas; la página de cada tienda tiene las suyas.',
  reader: {
    title: 'En un lector RSS',
    text: 'Copie esta dirección en cualquier lector RSS. Cada cambio llega como una entrada.',
  },
  mail: {
    title: 'Por correo',
    text: 'Los programas de correo como Thunderbird aceptan la misma dirección y muestran los cambios como mensajes. Los servicios que convierten un canal RSS en correos también la aceptan.',
  },
  calendar: {
    title: 'En su calendario',
    text: 'Suscríbase a esta dirección en su calendario. Muestra los días para los que se prometen actualizaciones y los días en que terminan las actualizaciones de seguridad.',
  },
  groups: { maintainer: 'Canales RSS según quién mantiene las tiendas', tag: 'Canales RSS por tema' },
};

/** The picture of a site's past, and its table. Days arrive as words. */
const timeline = {
  title: 'Qué estaba instalado y cuándo',
  answersTitle: 'Las respuestas y cuándo cambiaron',
  answers: 'Respuesta',
  notVisible: 'versión no visible',
  installed: ({ running, since }: { running: string; since: string }) =>
    `${running} se vio por primera vez el ${since}.`,
  span: ({ from, to }: { from: string; to: string }) => `El periodo del ${from} al ${to}.`,
  releases: ({ count, product }: { count: number; product: string }) =>
    many(
      count,
      forms(`versión de ${product} salió en este periodo.`, `versiones de ${product} salieron en este periodo.`),
    ),
  hit: (count: number) =>
    many(
      count,
      forms('fallo publicado apareció aquí en este periodo.', 'fallos publicados aparecieron aquí en este periodo.'),
    ),
  uncheckedDays: (days: string) => `Durante ${days} de este periodo nadie pudo comprobar la tienda.`,
  exposed: ({ days, since }: { days: string; since: string }) =>
    `Desde el ${since}, la tienda ha estado expuesta a fallos publicados ${days} en total.`,
  neverExposed: (since: string) =>
    `Desde el ${since}, la tienda no ha estado expuesta, por lo que hemos visto, a ningún fallo publicado.`,
  exposedNow: ({ since, days }: { since: string; days: string }) =>
    `Desde el ${since}, hace ${days}, la tienda está expuesta a un fallo publicado.`,
  exposedToday: 'Desde hoy, la tienda está expuesta a un fallo publicado.',
  median: (days: string) => `La mitad de los fallos desapareció en un plazo de ${days}.`,
  counted: 'Los días se cuentan desde la primera vez que vimos la versión afectada. Puede que llevara ahí más tiempo.',
  legendTitle: 'Qué muestra el gráfico',
  legend: {
    version: 'Una versión instalada',
    archived: 'Visto en una copia archivada',
    yes: 'La respuesta era sí',
    no: 'La respuesta era no',
    unchecked: 'Nadie pudo comprobar',
    release: 'Salió una versión',
    flaw: 'Apareció aquí un fallo publicado',
    exposed: 'Expuesta a un fallo publicado',
    14: '14 días expuesta (UK Cyber Essentials)',
    30: '30 días expuesta (PCI DSS)',
    due: 'Día prometido',
    kept: 'Promesa cumplida',
    missed: 'Día prometido que pasó',
    gone: 'Día prometido que se retiró',
    later: 'Prometido para después del gráfico',
    slip: 'La promesa cambió de día',
    today: 'Hoy',
  },
  tableTitle: 'El gráfico en cifras',
  versions: {
    title: 'Versiones instaladas',
    columns: { what: 'Versión', from: 'Desde', to: 'Hasta', days: 'Días' },
    archived: (running: string) => `${running}, de una copia archivada`,
    now: 'hoy',
  },
  answerTable: { title: 'Respuestas', columns: { what: 'Respuesta', from: 'Desde', to: 'Hasta', days: 'Días' } },
  unchecked: { title: 'Días en que nadie pudo comprobar', columns: { from: 'Desde', to: 'Hasta', days: 'Días' } },
  flaws: {
    title: 'Fallos publicados',
    columns: {
      what: 'Fallo',
      published: 'Publicado',
      from: 'Presente aquí desde',
      to: 'Desapareció',
      days: 'Días expuesta',
      14: '14 días (UK Cyber Essentials)',
      30: '30 días (PCI DSS)',
    },
    one: ({ id, product }: { id: string; product: string }) => `${id} en ${product}`,
    several: ({ count, product }: { count: number; product: string }) =>
      many(count, forms(`fallo en ${product}`, `fallos en ${product}`)),
    between: ({ first, last }: { first: string; last: string }) => `del ${first} al ${last}`,
    open: 'sigue presente',
    within: 'en plazo',
    passed: 'superado',
    notYet: 'todavía no',
  },
  promises: {
    title: 'Promesas',
    columns: { due: 'Día prometido', outcome: 'Qué ha sido de ella' },
    open: (relative: string) => `Sigue en pie, vence ${relative}.`,
    kept: 'Cumplida.',
    passed: 'Pasó sin la actualización.',
    late: (day: string) => `Pasó; la actualización se vio por primera vez el ${day}.`,
    moved: (day: string) => `Cambió al ${day}.`,
    passedAndMoved: (day: string) => `Pasó sin la actualización y después cambió al ${day}.`,
    withdrawn: 'Retirada.',
  },
  more: (count: number) => `Y ${many(count, forms('fila anterior', 'filas anteriores'))}.`,
};

const overview = {
  counts: (yes: number, no: number) => `${writeCount(yes)} sí, ${writeCount(no)} no.`,
  since: (days: number) => (days < 1 ? 'menos de un día' : countDays(days)),
  noDate: 'sin fecha',
  byDate: (day: string) => `para el ${day}`,
  overdue: (days: number) => `${countDays(days)} de retraso`,
  columns: { answer: 'Respuesta', shop: 'Tienda', reason: 'Motivo', since: 'Desde hace', promise: 'Promesa' },
  former: 'Ya sin seguimiento',
  empty: 'Aún no hay ninguna tienda en la lista.',
  emptyGroup: 'Hoy no hay ninguna tienda aquí.',
  feed: 'Canal RSS de todos los cambios',
  status: 'Todas las respuestas para máquinas (JSON)',
};

/** Words that not everybody knows, explained where they are used. */
const glossary = {
  title: 'Palabras que se usan aquí',
  terms: {
    platform: {
      term: 'Plataforma',
      text: 'El programa con el que está hecha una tienda, como WooCommerce, Magento o PrestaShop.',
    },
    version: {
      term: 'Versión',
      text: 'El número de una edición de ese programa. Un número más alto es una edición más reciente.',
    },
    line: {
      term: 'Línea de versiones',
      text: 'Versiones que empiezan por los mismos números, como 5.2.1 y 5.2.2. Los fabricantes reparan una línea durante unos años y después dejan de hacerlo.',
    },
    flaw: {
      term: 'Fallo publicado',
      text: 'Un error del programa del que otros pueden aprovecharse y que está descrito en público.',
    },
    record: {
      term: 'Ficha',
      text: 'La nota pública sobre un fallo. Tiene un número y dice qué versiones tienen el fallo.',
    },
    cyberEssentials: {
      term: 'Cyber Essentials',
      text: 'Normas básicas de protección del Gobierno británico. Las piden aseguradoras y clientes públicos.',
    },
    pciDss: {
      term: 'PCI DSS',
      text: 'Las normas de seguridad de las empresas de tarjetas. Quien cobra con tarjeta las ha aceptado.',
    },
    hash: {
      term: 'Hash',
      text: 'La huella de un archivo o de un texto: un número largo que cambia en cuanto cambia una sola letra.',
    },
    status: {
      term: 'Estado',
      text: 'El número con el que responde un servidor: 200 significa que ha enviado lo que se le pedía.',
    },
    statement: {
      term: 'Declaración',
      text: 'Lo que quien mantiene la tienda dice de ella cuando nadie puede verlo desde fuera, con un nombre y una fecha. También se llama atestación.',
    },
    robots: {
      term: 'robots.txt',
      text: 'Un archivo en el que un sitio web dice a los programas qué pueden leer. Esta comprobación lo respeta.',
    },
    feed: {
      term: 'Canal RSS',
      text: 'Una lista de cambios que un lector RSS recoge por sí solo, para que usted no tenga que mirar aquí.',
    },
    badge: {
      term: 'Distintivo',
      text: 'Una imagen pequeña con la respuesta actual, para mostrarla en otras páginas.',
    },
  },
};

/** Lists of some of the shops, and the way between them. */
const lists = {
  /** What a list has in common, above its name. */
  kinds: { platform: 'Plataforma', maintainer: 'Mantenimiento', tag: 'Etiqueta' },
  /** Of the answers' own lists. */
  answers: { yes: 'Tiendas cuya respuesta es sí', no: 'Tiendas cuya respuesta es no' },
  hall: 'Sí durante un año',
  hallMeans:
    'Todas las comprobaciones de los últimos 365 días han dado un sí; esto vale para la propia plataforma, no para las extensiones, la plantilla, el servidor ni las contraseñas, y tampoco para el tiempo entre dos comprobaciones.',
  titleOf: (kind: string, name: string) => `${kind}: ${name}`,
  pageOf: (page: number, count: number) => `Página ${writeCount(page)} de ${writeCount(count)}`,
  titlePage: (title: string, page: string) => `${title}. ${page}`,
  pages: 'Páginas',
  previous: 'Anterior',
  next: 'Siguiente',
  filters: 'Mostrar solo algunas tiendas',
  all: 'Todas',
  more: 'Más filtros',
  groups: { platform: 'Plataformas', maintainer: 'Mantenimiento', tag: 'Etiquetas' },
  every: {
    platform: (count: number) => `Todas las plataformas (${writeCount(count)})`,
    maintainer: (count: number) => `Todos los responsables de mantenimiento (${writeCount(count)})`,
    tag: (count: number) => `Todas las etiquetas (${writeCount(count)})`,
  },
  shops: (count: number) => many(count, forms('tienda', 'tiendas')),
  open: (no: number) => (no === 0 ? 'todas sí' : `${writeCount(no)} no`),
  pace: (days: number, flaws: number) =>
    `Mediana del tiempo hasta la corrección: ${days < 1 ? 'menos de un día' : countDays(days)}, con ${many(flaws, forms('fallo corregido', 'fallos corregidos'))}.`,
  paceMeans:
    'El tiempo se cuenta desde el día en que un fallo era público y se veía en la tienda hasta el día en que desapareció.',
  tooFew: (flaws: number) =>
    flaws === 0
      ? 'Aún no consta ningún fallo corregido, así que nada indica cuánto tardan las actualizaciones.'
      : `${many(flaws, forms('fallo corregido', 'fallos corregidos'))} hasta ahora: es muy poco para saber cuánto tardan las actualizaciones.`,
  promises: (kept: number, moved: number, missed: number) =>
    `Promesas cumplidas: ${writeCount(kept)}; cambiadas de día: ${writeCount(moved)}; no cumplidas: ${writeCount(missed)}.`,
  withheld: 'Algunas de estas tiendas no muestran su historial; lo que reservan no se cuenta.',
};

/** Headings, labels and sentences of the pages. Dates arrive as words. */
const page = {
  skip: 'Ir a la respuesta',
  checked: (at: string) => `Comprobado el ${at}.`,
  staleAfter: (day: string) => `Si ya ha pasado el ${day}, tómelo como un no.`,
  seen: (at: string) =>
    `La última vez que se vio bien la tienda fue el ${at}; lo que usaba entonces se juzga con lo que se sabe ahora.`,
  endedOn: (day: string) => `Sin seguimiento desde el ${day}.`,
  demo: (day: string) =>
    `Esto es una demostración: tiendas inventadas, juzgadas con fecha del ${day}, la de los datos que incluye.`,
  toYes: 'Qué hace falta para que sea un sí',
  toStayYes: 'Qué hace falta para que siga siendo un sí',
  visit: 'La tienda:',
  withheld: 'Los detalles se mostrarán cuando esté corregido.',
  withheldAlways: 'Aquí solo se muestra la respuesta.',
  applied: 'Ya está instalada.',
  promised: (by: string, relative: string) => `A más tardar el ${by}, ${relative}.`,
  promisedBy: ({ name }: { name: string }) => `Prometido por ${name}.`,
  promisedOn: ({ day }: { day: string }) => `Prometido el ${day}.`,
  promisedByOn: ({ name, day }: { name: string; day: string }) => `Prometido por ${name} el ${day}.`,
  overdue: (by: string, relative: string) => `Estaba prometido para el ${by}, ${relative}.`,
  noPromise: 'Nadie ha dado una fecha.',
  earlierPromises: (days: string) => `Fechas prometidas antes: ${days}.`,
  note: 'Quien mantiene la tienda dice:',
  noteNamed: ({ name }: { name: string }) => `${name} dice:`,
  ask: 'Preguntar a quien la mantiene',
  askNamed: ({ name }: { name: string }) => `Preguntar a ${name}`,
  copyMail: 'No consta ninguna dirección de correo. Copie este texto y envíelo a quien mantiene la tienda.',
  about: 'Patchproof hace dos preguntas sobre tiendas en línea y publica las respuestas.',
  contact: 'Contacto',
  licences: 'De dónde vienen los datos',
  glossary,
  notFound: {
    title: 'Esta página no existe',
    text: 'Puede que la tienda tenga aquí otro nombre.',
    home: 'Todas las tiendas',
  },
  meaning,
  evidence,
  conduct,
  history,
  timeline,
  subscribe,
  overview,
  sourceDay: (licence: string, day: string) => `${licence}, datos del ${day}`,
  lists,
};

/** What a change means for whoever reads of it; kinds that need no more words are left out. */
const meanings: Partial<Record<PublicEventData['kind'], string>> = {
  'monitoring-ended': `Ya nadie comprueba esta tienda. ${treatAsNo}`,
  'advisory-exploited': 'Pida la actualización hoy mismo.',
  'promise-moved': 'Las dos fechas siguen a la vista.',
  'promise-withdrawn': 'Nadie ha dado otra fecha.',
  'promise-overdue': 'Pida una fecha nueva a quien mantiene la tienda.',
  'support-ending': 'Después de ese día, si la tienda se queda ahí, la respuesta no puede ser un sí.',
  'check-failed': treatAsNo,
};

/** Sentences of the feeds. */
const feed = {
  title: (name: string) => `${name}: ¿versión segura más reciente?`,
  description: 'Todos los cambios de la respuesta, de lo que está instalado y de lo que se ha prometido.',
  groupDescription:
    'Todos los cambios de las respuestas de estas tiendas, de lo que está instalado y de lo que se ha prometido.',
  askWhen: 'Pregunte a quien mantiene la tienda: en la página hay un correo preparado con las dos preguntas.',
  meanings,
  head: (hash: string) => `Hash del historial después de este cambio: ${hash}`,
  verify: (hash: string) =>
    `Quien tenga los datos puede comprobar que no se ha alterado nada anterior: npm run verify -- --head ${hash}`,
};

/** Sentences of the calendars. Titles are read in a narrow column: the word that matters comes first. */
const calendar = {
  title: (name: string) => `${name}: actualizaciones prometidas`,
  description: 'Días para los que se prometen actualizaciones y días en que terminan las actualizaciones de seguridad.',
  titles: {
    open: (shop: string) => `Prometida: actualización de ${shop}`,
    overdue: (shop: string) => `Con retraso: actualización de ${shop}`,
    kept: (shop: string) => `Cumplida: actualización de ${shop}`,
    late: (shop: string) => `Hecha después de este día: actualización de ${shop}`,
    withdrawn: (shop: string) => `Retirada: actualización de ${shop}`,
    dropped: (shop: string) => `Ya sin seguimiento: actualización de ${shop}`,
  } satisfies Record<PromiseStatus, (shop: string) => string>,
  promised: (name: string | null) => `${name ?? 'Quien mantiene la tienda'} prometió la actualización para este día.`,
  supportTitle: (line: string, shop: string) => `Terminan las actualizaciones de seguridad: ${line} (${shop})`,
  support: (line: string) =>
    `Este es el último día en que ${line} recibe actualizaciones de seguridad. Después, si la tienda se queda ahí, la respuesta no puede ser un sí.`,
  page: (address: string) => `Cómo está hoy: ${address}`,
};

/** Words of the badge. */
const badge = {
  label: '¿Versión segura más reciente?',
  unchecked: 'aún sin comprobar',
  checked: (day: string) => `comprobado el ${day}`,
  expires: (day: string) => `tras el ${day}, cuenta como no`,
  message: (word: string, checked: string) => `${word}, ${checked}`,
  alternative: (word: string, details: string) =>
    `¿Versión segura más reciente de su plataforma de comercio electrónico? ${word}, ${details}.`,
  /** Stands on other pages and stays there, so it must not answer. */
  linked:
    '¿Usa este sitio web la versión segura más reciente de su plataforma de comercio electrónico? La respuesta está detrás de este enlace.',
};

/** Words of the OpenVEX documents. */
const vex = {
  role: 'Observador externo',
  because: {
    version: 'Se deduce de la versión que se vio desde fuera.',
    'known-false-positive': 'La ficha nombra la versión instalada por error.',
    attested: 'Quien mantiene la tienda declara que está corregido; la comprobación no lo ve.',
    'some-candidates': 'Varias versiones encajan con lo que se vio desde fuera, y solo algunas tienen el fallo.',
  },
};

/** Every phrase of the Spanish pages, feeds, badges and mails. */
export const es: Wording = {
  ...spoken,
  language: 'es',
  question: '¿Usa este sitio web la versión segura más reciente de su plataforma de comercio electrónico?',
  whenQuestion,
  answers: { yes: 'Sí', no: 'No' },
  covers: 'Esto vale para la propia plataforma, no para las extensiones, la plantilla, el servidor ni las contraseñas.',
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
