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

const spoken = speak('fr-FR', {
  oneOf: (count, first, last) => `l’une des ${count} versions allant de ${first} à ${last}`,
  label: (name, text) => `${name}\u00a0: ${text}`,
  tidyDay: (day) => day.replace(/^1 /, '1er '),
});
const { countDays, many, writeCount } = spoken;

/** `de PrestaShop`, `d’OpenCart` */
const de = (name: string) => (/^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`);

const treatAsNo = 'Si ce n’est pas un oui, considérez que c’est un non.';

/** What stands for a name that is not known. */
const unnamed = { platform: 'la plateforme', vendor: 'l’éditeur' };

/** A sentence or two for each reason, behind the word Yes or No. */
const reasons: Record<ReasonKey, (f: Fillings) => string> = {
  unreachable: () => `La boutique n’a pas répondu à notre contrôle. ${treatAsNo}`,
  blocked: () => `Le pare-feu de la boutique a bloqué notre contrôle. ${treatAsNo}`,
  'blocked:opted-out': () => `La boutique demande à ne pas être contrôlée. ${treatAsNo}`,
  'unknown-platform': () => 'De l’extérieur, impossible de savoir quelle plateforme la boutique utilise.',
  'conflicting-evidence': ({ product }) =>
    `Les indications de la boutique sur sa version ${de(product)} se contredisent.`,
  'conflicting-evidence:hosted': ({ product }) =>
    `La boutique montre des traces ${de(product)} et d’une autre plateforme\u00a0; une seule des deux est tenue à jour par son éditeur.`,
  'unknown-version': ({ product }) =>
    `De l’extérieur, impossible de savoir quelle version ${de(product)} est installée.`,
  'unknown-version:claimed': ({ product, claimed }) =>
    `La boutique indique ${product} ${claimed}, mais rien d’autre ne le confirme.`,
  'no-release-data': ({ product }) =>
    `Nous ne savons pas quelles versions ${de(product)} existent\u00a0: nous ne pouvons donc pas juger celle qui est installée.`,
  'data-stale': ({ product }) => `Nos données sur ${product} sont trop anciennes pour juger.`,
  'pre-release': ({ running }) => `La boutique utilise ${running}, une version de test qui n’est pas terminée.`,
  'version-not-known': ({ running }) =>
    `La boutique indique ${running}, qui ne figure pas parmi les versions connues à ce jour.`,
  'end-of-life': ({ running }) =>
    `La boutique utilise ${running}, qui ne reçoit plus de mises à jour de sécurité. Y rester ne peut pas mener à un oui.`,
  'end-of-life:line': ({ product, branch }) =>
    `${product} ${branch} ne reçoit plus de mises à jour de sécurité. Y rester ne peut pas mener à un oui.`,
  'update-missing': ({ running, version }) =>
    `La boutique utilise ${running}\u00a0; la version sécurisée est la ${version}.`,
  'update-missing:today': ({ running, version }) =>
    `La boutique utilise ${running}\u00a0; la version sécurisée est la ${version}, parue aujourd’hui.`,
  'update-missing:days': ({ running, version, outFor }) =>
    `La boutique utilise ${running}\u00a0; la version sécurisée est la ${version}, parue il y a ${outFor}.`,
  'update-missing:unnamed': ({ running }) => `La boutique utilise ${running}, et une version plus récente est parue.`,
  'known-advisory': ({ running }) => `La boutique utilise ${running}, qui présente une faille connue.`,
  'known-advisory:many': ({ running, flawCount }) =>
    `La boutique utilise ${running}, qui présente ${many(flawCount, { one: 'faille connue', many: 'de failles connues', other: 'failles connues' })}.`,
  'sources-disagree': ({ vendor, running }) =>
    `Selon ${vendor}, ${running} est une version sécurisée\u00a0; une fiche publiée lui attribue une faille. C’est l’avis le plus strict qui compte.`,
  'sources-disagree:named': ({ vendor, running, sources }) =>
    `Selon ${vendor}, ${running} est une version sécurisée\u00a0; selon ${sources}, elle présente une faille. C’est l’avis le plus strict qui compte.`,
  'patch-level-unproven': ({ vendor, running }) =>
    `La boutique utilise ${running}, mais ${vendor} a publié depuis des correctifs qui ne s’y voient pas. Demandez la preuve qu’ils sont appliqués.`,
  'evidence-expired': () => 'La déclaration du responsable technique sur le logiciel installé a expiré.',
  'support-unknown': ({ running }) => `Personne ne dit si ${running} reçoit encore des mises à jour de sécurité.`,
  'version-ambiguous': () =>
    'De l’extérieur, plusieurs versions sont possibles. Le responsable technique peut trancher.',
  'version-ambiguous:none': ({ either }) =>
    `Vu de l’extérieur, c’est ${either}, et aucune n’est la dernière version sécurisée.`,
  'version-ambiguous:newer': ({ either }) =>
    `Vu de l’extérieur, c’est ${either}, et seule la plus récente est sécurisée. Le responsable technique peut trancher.`,
  'version-ambiguous:some': ({ either }) =>
    `Vu de l’extérieur, c’est ${either}, et l’une au moins n’est pas sécurisée. Le responsable technique peut trancher.`,
  secure: ({ running }) => `La boutique utilise ${running}, une version sécurisée.`,
  'secure:each': ({ running }) => `La boutique utilise ${running}, chacun dans une version sécurisée.`,
  current: ({ running }) => `La boutique utilise ${running}, la version la plus récente.`,
  'current:each': ({ running }) => `La boutique utilise ${running}, chacun dans sa version la plus récente.`,
  'vendor-hosted': ({ product }) => `La boutique utilise ${product}, que son éditeur tient à jour.`,
  'not-reached': () => `Notre contrôle n’a pas pu accéder à la boutique. ${treatAsNo}`,
  'not-confirmed': ({ product }) =>
    `De l’extérieur, personne ne peut confirmer que la boutique utilise la dernière version sécurisée ${de(product)}.`,
  'not-confirmed:unnamed': () =>
    'De l’extérieur, personne ne peut confirmer que la boutique utilise la dernière version sécurisée de sa plateforme.',
  'not-up-to-date': ({ product }) => `La boutique n’utilise pas la dernière version sécurisée ${de(product)}.`,
  'not-up-to-date:unnamed': () => 'La boutique n’utilise pas la dernière version sécurisée de sa plateforme.',
  'not-checked': () => `La boutique n’a pas encore été contrôlée. ${treatAsNo}`,
  'check-overdue': () => `Le dernier contrôle est trop ancien. ${treatAsNo}`,
  'not-monitored': () => `Plus personne ne contrôle cette boutique. ${treatAsNo}`,
};

/** What is added to a reason. */
const additions = {
  updated: ({ updated }: { updated: string }) => `Dernière mise à jour le ${updated}.`,
  updatedSameDay: ({ updated }: { updated: string }) =>
    `Dernière mise à jour le ${updated}, le jour même de sa parution.`,
  updatedLater: ({ updated, later }: { updated: string; later: string }) =>
    `Dernière mise à jour le ${updated}, ${later} après sa parution.`,
  exploited: 'Des criminels se servent en ce moment d’une faille que cette boutique présente.',
  beforePublic: 'La mise à jour a eu lieu avant que la faille ne devienne publique.',
  statedOnly: ({ author }: { author: string }) => `${author} déclare cette version\u00a0; le contrôle ne la voit pas.`,
};

/** A list of a few versions, one of which is installed. */
const either = ({ versions }: { versions: string }) => versions;

/** Five words at most, for lists and feeds. */
const shortReasons: Record<PublicReason, string> = {
  unreachable: 'La boutique n’a pas répondu',
  blocked: 'Notre contrôle a été bloqué',
  'unknown-platform': 'Plateforme non reconnue',
  'conflicting-evidence': 'Indications contradictoires',
  'unknown-version': 'Version non visible',
  'no-release-data': 'Liste des versions inconnue',
  'data-stale': 'Nos données sont trop anciennes',
  'pre-release': 'Version de test installée',
  'version-not-known': 'Version inconnue',
  'end-of-life': 'Sans mises à jour de sécurité',
  'update-missing': 'Il manque une mise à jour',
  'known-advisory': 'Une faille connue est présente',
  'sources-disagree': 'Les sources se contredisent',
  'patch-level-unproven': 'Correctifs non prouvés',
  'evidence-expired': 'La déclaration a expiré',
  'support-unknown': 'Prise en charge inconnue',
  'version-ambiguous': 'Version incertaine',
  secure: 'Version sécurisée installée',
  current: 'Version la plus récente installée',
  'vendor-hosted': 'Tenue à jour par l’éditeur',
  'not-reached': 'Notre contrôle n’a pas abouti',
  'not-confirmed': 'Non confirmé',
  'not-up-to-date': 'Pas à jour',
  'not-checked': 'Pas encore de contrôle',
  'check-overdue': 'Contrôle en retard',
  'not-monitored': 'Suivi terminé',
};

/** What would make this a yes: a sentence for each next step. */
const nextSteps: Record<StepKey, (f: Fillings) => string> = {
  'keep-going': () => 'Il ne manque rien. Continuer d’installer les mises à jour dès leur parution.',
  'keep-going:hosted': () => 'Il ne manque rien. L’éditeur installe lui-même les mises à jour.',
  update: ({ product, version }) => `Mettre à jour ${product} vers la version ${version}.`,
  'update:unnamed': ({ product }) => `Mettre à jour ${product} vers la dernière version sécurisée.`,
  'change-branch': ({ product, version }) =>
    `Passer à ${product} ${version}, qui reçoit encore des mises à jour de sécurité.`,
  'change-branch:unnamed': ({ product }) =>
    `Passer à une série de versions ${de(product)} qui reçoit encore des mises à jour de sécurité.`,
  'apply-patch': ({ vendor, running }) =>
    `Appliquer les correctifs publiés par ${vendor} pour ${running}, et déclarer qu’ils sont appliqués.`,
  'renew-attestation': () =>
    'Le responsable technique vérifie de nouveau ce qui est installé et quels correctifs sont appliqués, puis renouvelle sa déclaration.',
  'attest-version': ({ product }) => `Le responsable technique déclare quelle version ${de(product)} est installée.`,
  'settle-version': ({ versions }) =>
    `Le responsable technique déclare quelle version est installée\u00a0: ${versions}.`,
  'resolve-conflict': ({ product }) =>
    `Le responsable technique cherche pourquoi deux versions ${de(product)} apparaissent en même temps\u00a0: peut-être une mise à jour inachevée, ou une ancienne copie dans un cache.`,
  'resolve-conflict:hosted': () =>
    'Le responsable technique retire les restes de la plateforme qui ne sert plus\u00a0; si les deux servent, c’est l’autre qu’il faut tenir à jour.',
  'ask-vendor': ({ product }) =>
    `Demander à l’éditeur ${de(product)} une version sécurisée et prise en charge, ou changer de plateforme.`,
  'ask-vendor:newest': ({ product, newest }) =>
    `Installer la version ${newest}, la plus récente. Elle non plus ne donne pas un oui\u00a0: demander aussi à l’éditeur ${de(product)} une version sécurisée et prise en charge, ou changer de plateforme.`,
  'ask-vendor:disagree': ({ vendor, running }) =>
    `Demander à ${vendor} si ${running} présente cette faille\u00a0: soit la fiche est rectifiée, soit une version corrigée doit paraître.`,
  'await-facts': ({ product }) =>
    `Rien à faire du côté de la boutique. Le responsable des contrôles ajoute une source qui recense les versions ${de(product)}.`,
  'allow-check': ({ section }) =>
    `Une ligne dans la liste du pare-feu laisse passer le contrôle. Le nom à y inscrire figure sur la page de cette boutique, sous «\u00a0${section}\u00a0».`,
  'allow-check:opted-out': ({ section }) =>
    `Le responsable technique retire cette demande, dans robots.txt ou patchproof.json. La façon de l’écrire figure sur la page de cette boutique, sous «\u00a0${section}\u00a0».`,
  'restore-site': () =>
    'Ouvrez vous-même la boutique. Si elle s’affiche, le responsable technique laisse passer notre contrôle\u00a0; sinon, il la remet en ligne.',
  'correct-address': () => 'La boutique a changé d’adresse. Inscrire la nouvelle dans la liste.',
  'correct-address:named': ({ url }) =>
    `La boutique a changé d’adresse. Inscrire la nouvelle dans la liste\u00a0: ${url}.`,
  'name-platform': () =>
    'Le responsable technique indique la plateforme dans la liste des boutiques, pour que le contrôle sache quoi chercher.',
  'refresh-sources': () =>
    'Rien à faire du côté de la boutique. Le responsable des contrôles récupère de nouvelles données.',
  'refresh-sources:named': ({ source, sourceAge }) =>
    `Rien à faire du côté de la boutique. Le responsable des contrôles récupère de nouvelles données auprès de la source ${source}\u00a0; les dernières remontent à ${sourceAge}.`,
  'refresh-sources:shipped': ({ sourceAge }) =>
    `Rien à faire du côté de la boutique. Le responsable des contrôles leur rend l’accès à leurs sources, ou installe une version plus récente de Patchproof\u00a0: les données fournies avec celle-ci remontent à ${sourceAge}.`,
};

/** Where whoever runs the shop reads the version. */
const places: Record<VersionPlace['kind'], (place: { name: string }) => string> = {
  'back-office': () => 'Elle est indiquée dans l’administration de la boutique.',
  composer: ({ name }) => `Sur le serveur, «\u00a0composer show ${name}\u00a0» l’affiche.`,
  bundler: ({ name }) => `Sur le serveur, «\u00a0bundle info ${name}\u00a0» l’affiche.`,
  npm: ({ name }) => `Sur le serveur, «\u00a0npm ls ${name}\u00a0» l’affiche.`,
};

/** The next step where details are withheld, or where nothing was checked. */
const generalSteps: Record<GeneralStepKey, (f: Pick<Fillings, 'product'>) => string> = {
  'not-reached': () => 'Le responsable technique laisse notre contrôle accéder à la boutique.',
  'not-confirmed': ({ product }) =>
    `Le responsable technique prouve que la boutique utilise la dernière version sécurisée ${de(product)}.`,
  'not-confirmed:unnamed': () =>
    'Le responsable technique prouve que la boutique utilise la dernière version sécurisée de sa plateforme.',
  'not-up-to-date': ({ product }) => `Installer la dernière version sécurisée ${de(product)}.`,
  'not-up-to-date:unnamed': () => 'Installer la dernière version sécurisée de la plateforme.',
  'not-checked': () => 'Le prochain contrôle donnera la réponse.',
  'check-overdue': () => 'Le responsable des contrôles les relance, et le prochain donnera la réponse.',
  'not-monitored': () => 'Une fois la boutique de nouveau inscrite, le prochain contrôle donnera la réponse.',
};

/** Where nothing but the answer is shown. */
const withheldStep = 'Le responsable technique sait ce qui manque. Posez-lui la question.';

/** Who could do it, by the login it takes. */
const who = {
  anybody: 'Quelqu’un',
  nobody: 'Quelqu’un sans compte',
  user: 'Quelqu’un ayant un compte',
  admin: 'Quelqu’un ayant un compte d’administrateur',
};

/** A flaw in our own words. */
const deeds: Record<Deed, (by: { who: string }) => string> = {
  runCode: ({ who }) => `${who} pourrait exécuter son propre code dans la boutique.`,
  takeOver: ({ who }) => `${who} pourrait prendre la main sur la boutique.`,
  useDatabase: ({ who }) => `${who} pourrait lire ou modifier le contenu de la base de données.`,
  passLogin: ({ who }) => `${who} pourrait entrer dans des comptes qui ne sont pas les siens.`,
  readFiles: ({ who }) => `${who} pourrait lire des fichiers qui ne le regardent pas.`,
  plantScript: ({ who }) => `${who} pourrait glisser un script qui s’exécute dans le navigateur d’autres personnes.`,
  lackRight: ({ who }) => `${who} pourrait faire des choses sans en avoir le droit.`,
  actAsOther: ({ who }) => `${who} pourrait agir au nom d’une personne connectée.`,
  reachInside: ({ who }) => `${who} pourrait amener la boutique à appeler d’autres ordinateurs de son réseau.`,
  guessSecrets: ({ who }) =>
    `${who} pourrait deviner des secrets, comme les liens qui servent à réinitialiser un mot de passe.`,
  forge: ({ who }) => `${who} pourrait faire passer un faux pour authentique.`,
  readAndChange: ({ who }) => `${who} pourrait lire et modifier ce qui devrait rester hors de sa portée.`,
  change: ({ who }) => `${who} pourrait modifier ce qui devrait rester hors de sa portée.`,
  seeData: ({ who }) => `${who} pourrait voir des données qui devraient rester privées.`,
  slipPast: ({ who }) => `${who} pourrait contourner les vérifications qui protègent la boutique.`,
  cheat: ({ who }) =>
    `${who} pourrait tromper la boutique en agissant plus vite qu’elle ne s’y attend, ou dans un autre ordre.`,
  plantFormula: ({ who }) =>
    `${who} pourrait glisser des formules dans des tableaux que d’autres exportent et ouvrent.`,
  stop: ({ who }) => `${who} pourrait mettre la boutique à l’arrêt.`,
  slow: ({ who }) => `${who} pourrait ralentir la boutique.`,
  redirect: ({ who }) => `${who} pourrait envoyer les visiteurs vers un autre site.`,
  unsaid: ({ who }) => `${who} pourrait abuser de la boutique\u00a0; la fiche ne dit pas comment.`,
};

/** How a flaw stands at this shop. */
const flaws = {
  exploited: 'Des criminels se servent de cette faille en ce moment.',
  needsVictim: 'Pour cela, il faut qu’une autre personne ouvre quelque chose ou clique quelque part.',
  gravity: {
    critical: 'C’est l’une des failles les plus graves qui soient.',
    high: 'C’est une faille grave.',
    medium: 'C’est une faille de gravité moyenne.',
    low: 'C’est une faille mineure.',
  },
  published: ({ day }: { day: string }) => `Publique depuis le ${day}.`,
  fixedIn: ({ product, versions }: { product: string; versions: string }) => `Corrigée dans ${product} ${versions}.`,
  notFixed: 'Aucune version ne la corrige pour l’instant.',
  unbounded:
    'La fiche ne cite aucune version qui mette fin à la faille\u00a0: la faille compte donc pour toutes les versions suivantes.',
  fixWithoutVersion: 'Le correctif est fourni dans des fichiers à part et ne change pas la version.',
  exposed: ({ day, days }: { day: string; days: string }) => `Vue ici depuis le ${day}, soit ${days}.`,
  exposedToday: 'Vue ici depuis aujourd’hui.',
  someCandidates: 'Seules certaines des versions possibles ont cette faille.',
  disputed: ({ sources, doubters }: { sources: string; doubters: string }) =>
    `Les sources ne sont pas d’accord sur cette version. Comptée comme touchée par\u00a0: ${sources}. Écartée par\u00a0: ${doubters}. C’est l’avis le plus strict qui compte.`,
  mistaken: 'La fiche cite cette version par erreur\u00a0: elle ne compte pas ici.',
};

/** What waiting costs: rules that give a date for the flaw that presses most. `today`: the date is today. */
const deadlines = {
  exploited: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Des criminels se servent d’une faille présente ici. Les administrations des États-Unis doivent la corriger au plus tard le ${day}\u00a0: il reste ${left}.`,
    today:
      'Des criminels se servent d’une faille présente ici. Les administrations des États-Unis doivent la corriger aujourd’hui.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Des criminels se servent d’une faille présente ici. Les administrations des États-Unis devaient la corriger au plus tard le ${day}, ${ago}.`,
  },
  cyberEssentials: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `Cyber Essentials, les règles britanniques de protection de base, laisse 14 jours pour installer le correctif d’une faille grave. Ce délai prend fin le ${day}\u00a0: il reste ${left}.`,
    today:
      'Cyber Essentials, les règles britanniques de protection de base, laisse 14 jours pour installer le correctif d’une faille grave. Ce délai prend fin aujourd’hui.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `Cyber Essentials, les règles britanniques de protection de base, laisse 14 jours pour installer le correctif d’une faille grave. Ce délai a pris fin le ${day}, ${ago}.`,
  },
  pciDss: {
    ahead: ({ day, left }: { day: string; left: string }) =>
      `PCI DSS, les règles pour tous ceux qui acceptent les paiements par carte, laisse 30 jours pour installer le correctif d’une faille grave. Ce délai prend fin le ${day}\u00a0: il reste ${left}.`,
    today:
      'PCI DSS, les règles pour tous ceux qui acceptent les paiements par carte, laisse 30 jours pour installer le correctif d’une faille grave. Ce délai prend fin aujourd’hui.',
    passed: ({ day, ago }: { day: string; ago: string }) =>
      `PCI DSS, les règles pour tous ceux qui acceptent les paiements par carte, laisse 30 jours pour installer le correctif d’une faille grave. Ce délai a pris fin le ${day}, ${ago}.`,
  },
};

/** What a history event says; dates, products and versions arrive as words. */
const events = {
  monitoringStarted: 'Le suivi a commencé.',
  monitoringEnded: 'Le suivi a pris fin.',
  answer: (word: string, shortReason: string | null) =>
    shortReason === null ? `${word}.` : `${word}. ${shortReason}.`,
  installed: (running: string) => `Désormais en place\u00a0: ${running}.`,
  nothingInstalled: 'Plus aucune plateforme n’est reconnue.',
  versionHidden: (product: string) => `${product}, version non visible`,
  affects: (product: string, published: string, id: string) =>
    `Une faille ${de(product)}, rendue publique le ${published}, touche cette boutique (${id}).`,
  affectsMany: (count: number, product: string) =>
    many(count, {
      one: `faille publiée ${de(product)} touche cette boutique.`,
      many: `de failles publiées ${de(product)} touchent cette boutique.`,
      other: `failles publiées ${de(product)} touchent cette boutique.`,
    }),
  fixedMany: (count: number, product: string) =>
    many(count, {
      one: `faille ${de(product)} ne touche plus cette boutique.`,
      many: `de failles ${de(product)} ne touchent plus cette boutique.`,
      other: `failles ${de(product)} ne touchent plus cette boutique.`,
    }),
  fixed: (product: string, id: string) => `Une faille ${de(product)} ne touche plus cette boutique (${id}).`,
  exploited: (product: string, id: string) =>
    `Des criminels se servent d’une faille ${de(product)} qui touche cette boutique (${id}).`,
  promiseMade: (by: string) => `Mise à jour promise pour le ${by}.`,
  promiseMoved: (from: string, by: string) => `La date promise a été déplacée du ${from} au ${by}.`,
  promiseWithdrawn: (by: string) => `La promesse pour le ${by} a été retirée.`,
  promiseKept: (by: string) => `La promesse pour le ${by} a été tenue.`,
  promiseOverdue: (by: string) => `Le ${by}, date promise, est passé sans la mise à jour.`,
  supportEnding: (line: string, days: number, on: string) =>
    `${line} reçoit des mises à jour de sécurité pendant ${many(days, { one: 'jour encore', many: 'de jours encore', other: 'jours encore' })}, jusqu’au ${on}.`,
  supportEndsToday: (line: string) => `C’est le dernier jour où ${line} reçoit des mises à jour de sécurité.`,
  checkFailed: (days: string, since: string) =>
    `Depuis le ${since}, soit ${days}, aucun contrôle n’a pu accéder à la boutique.`,
  checkResumed: 'Un contrôle a de nouveau pu accéder à la boutique.',
  withheld: 'Un changement, masqué jusqu’à la correction.',
  withheldMany: (count: number) =>
    many(count, {
      one: 'changement, masqué jusqu’à la correction.',
      many: 'de changements, masqués jusqu’à la correction.',
      other: 'changements, masqués jusqu’à la correction.',
    }),
};

const mailQuestion = 'Mon site utilise-t-il la dernière version sécurisée de sa plateforme e-commerce\u00a0?';
const whenQuestion = 'Si non\u00a0: quand cette version sera-t-elle installée\u00a0?';

/** Lines of the mail to whoever runs the shop. */
const mail = {
  subject: `${mailQuestion} ${whenQuestion}`,
  greeting: 'Bonjour,',
  greetingNamed: ({ name }: { name: string }) => `Bonjour ${name},`,
  intro: ({ shop }: { shop: string }) => `J’ai deux questions à propos de ${shop}`,
  first: `1. ${mailQuestion}`,
  second: `2. ${whenQuestion}`,
  says: ({ word }: { word: string }) => `Un contrôle fait de l’extérieur répond\u00a0: ${word}.`,
  saysOn: ({ day, word }: { day: string; word: string }) =>
    `Un contrôle fait de l’extérieur le ${day} répond\u00a0: ${word}.`,
  toYes: ({ step }: { step: string }) => `Pour que cela devienne un oui\u00a0: ${step}`,
  exposedToday: 'Aujourd’hui, une faille publiée a été vue dans la boutique pour la première fois.',
  exposed: ({ day, days }: { day: string; days: string }) =>
    `Une faille publiée est vue dans la boutique depuis le ${day}, soit ${days}.`,
  ids: ({ ids }: { ids: string }) => `Il s’agit de\u00a0: ${ids}.`,
  idsMore: ({ ids, count }: { ids: string; count: number }) =>
    `Il s’agit de\u00a0: ${ids}, et ${many(count, { one: 'autre', many: 'd’autres', other: 'autres' })}.`,
  page: ({ address }: { address: string }) => `Tous les détails\u00a0: ${address}`,
  thanks: 'Une réponse courte avec une date me suffit. Merci beaucoup\u00a0!',
};

const meaning = {
  title: 'Ce que cela signifie',
  affected: (count: number) =>
    many(count, {
      one: 'faille publiée touche ce qui est installé.',
      many: 'de failles publiées touchent ce qui est installé.',
      other: 'failles publiées touchent ce qui est installé.',
    }),
  perhaps: (count: number) =>
    many(count, {
      one: 'faille publiée touche certaines des versions possibles.',
      many: 'de failles publiées touchent certaines des versions possibles.',
      other: 'failles publiées touchent certaines des versions possibles.',
    }),
  attested: (count: number) =>
    many(count, {
      one: 'faille publiée est corrigée, comme le déclare le responsable technique.',
      many: 'de failles publiées sont corrigées, comme le déclare le responsable technique.',
      other: 'failles publiées sont corrigées, comme le déclare le responsable technique.',
    }),
  flagged: 'L’éditeur de la plateforme dit que la version installée n’est pas sûre. Il ne nomme pas la faille.',
  noneAffects: 'Aucune faille publiée ne touche ce qui est installé.',
  nonePublished:
    'Personne ne publie les failles de cette plateforme\u00a0: il n’y a donc rien à comparer. Cela ne prouve pas qu’elle n’en a aucune.',
  notJudged: 'Ce qui est installé n’est pas assez connu pour être comparé aux failles publiées.',
  vendorHosted:
    'L’éditeur gère lui-même la plateforme et la corrige pour toutes les boutiques à la fois. La boutique n’a rien à installer.',
  mistaken: (count: number) =>
    many(count, {
      one: 'fiche cite la version installée par erreur\u00a0: elle ne compte pas ici.',
      many: 'de fiches citent la version installée par erreur\u00a0: elles ne comptent pas ici.',
      other: 'fiches citent la version installée par erreur\u00a0: elles ne comptent pas ici.',
    }),
  unbounded:
    'Certaines fiches ne citent aucune version qui mette fin à la faille. C’est une limite de la fiche\u00a0: une version plus récente peut tout de même contenir le correctif, mais rien ne le dit.',
  more: (count: number) =>
    `Et ${many(count, { one: 'autre faille', many: 'd’autres failles', other: 'autres failles' })}.`,
  ids: 'Sa fiche',
  exposure:
    'Les jours se comptent à partir du moment où nous avons vu une faille ici pour la première fois. Elle était peut-être là depuis plus longtemps.',
  backport: (product: string) =>
    `Pour ${product}, des correctifs ne sont promis que sur la série de versions la plus récente. Les séries plus anciennes en reçoivent certains par courtoisie, et la version installée les contient peut-être\u00a0; cela ne suffit pas pour un oui.`,
  fixes: (ids: string) => `Les correctifs à prouver\u00a0: ${ids}.`,
};

/** What spoke of the version. */
const clues: Record<EvidenceKind, string> = {
  header: 'une ligne que le serveur envoie avec la page',
  cookie: 'un cookie',
  generator: 'le nom du logiciel que la page indique',
  asset: 'l’adresse d’un fichier',
  markup: 'la façon dont la page est écrite',
  script: 'un script de la page',
  'asset-version': 'un numéro dans l’adresse d’un fichier',
  'text-file': 'un fichier texte',
  'version-endpoint': 'une page qui indique la version',
  'cookie-proof': 'un cookie qui change à chaque version',
  'file-hash': 'l’empreinte d’un fichier',
  'asset-name': 'le nom d’un fichier',
  'feature-flags': 'une liste de réglages dans la page',
  'api-schema': 'ce que propose l’interface de la boutique',
  'deploy-time': 'le moment où les fichiers ont été déposés',
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
    `${author} a déclaré le ${made} que la version ${version} est installée\u00a0; le contrôle ne la voit pas. Cela compte jusqu’au ${expires}.`,
  'patch-status': ({ author, version, made, expires }) =>
    `${author} a déclaré le ${made}, rapport patch-status d’Adobe à l’appui, que la version ${version} est installée\u00a0; le contrôle ne la voit pas. Cela compte jusqu’au ${expires}.`,
  composer: ({ author, version, made, expires }) =>
    `${author} a déclaré le ${made}, liste des paquets Composer à l’appui, que la version ${version} est installée\u00a0; le contrôle ne la voit pas. Cela compte jusqu’au ${expires}.`,
  'shopware-plugin': ({ author, version, made, expires }) =>
    `${author} a déclaré le ${made}, liste du plugin de sécurité à l’appui, que la version ${version} est installée\u00a0; le contrôle ne la voit pas. Cela compte jusqu’au ${expires}.`,
  openvex: ({ author, version, made, expires }) =>
    `${author} a déclaré le ${made}, document OpenVEX à l’appui, que la version ${version} est installée\u00a0; le contrôle ne la voit pas. Cela compte jusqu’au ${expires}.`,
};

const evidence = {
  title: 'Comment nous le savons',
  none: 'Le dernier contrôle n’a rien donné à montrer.',
  confidence: (percent: number) => `Le produit est reconnu avec ${percent}\u00a0% de certitude.`,
  clues,
  clue: ({ clue, count }: { clue: string; count: number }) =>
    `${clue} (correspond à ${many(count, { one: 'version', many: 'de versions', other: 'versions' })})`,
  cluesSeen: ({ clues }: { clues: string }) => `Voici ce qui a été vu de la version\u00a0: ${clues}.`,
  candidates: ({ count, versions }: { count: number; versions: string }) =>
    `${many(count, { one: 'version correspond', many: 'de versions correspondent', other: 'versions correspondent' })} à tout ce que nous avons vu\u00a0: ${versions}. Nous les montrons toutes plutôt que de deviner.`,
  sameFiles: 'Des fichiers restés identiques d’une version à l’autre ne permettent pas de distinguer les deux.',
  settle: 'Le responsable technique peut trancher en déclarant la version.',
  claimedOnly: (claimed: string) =>
    `La boutique indique la version ${claimed}. Un seul texte n’est pas une preuve\u00a0: il ne compte donc pas.`,
  conflict: 'Aucune version ne correspond à tout ce que nous avons vu.',
  found: 'Trouvé\u00a0:',
  fits: (versions: string) => `Correspond à ${versions}.`,
  fitsMany: (count: number, first: string, last: string) =>
    `Correspond à ${many(count, { one: 'version', many: 'de versions', other: 'versions' })}, de ${first} à ${last}.`,
  known: {
    measured: 'Mesuré.',
    stated: 'Déclaré par le responsable technique.',
    archived: 'Tiré d’une copie archivée.',
  },
  look: (at: string, status: number) => `${at}, statut ${status}.`,
  check: 'Vérifiez par vous-même',
  expect: 'Cela affiche\u00a0:',
  stated,
  withheld: (paths: string) =>
    `Non demandé, car le fichier robots.txt de la boutique l’interdit\u00a0: ${paths}. Avec «\u00a0robots: owner-consents\u00a0» dans la liste des boutiques, le propriétaire l’autorise.`,
  hashHint:
    "Si une autre empreinte s’affiche, le serveur a peut-être modifié les fins de ligne\u00a0: placez «\u00a0tr -d '\\r' |\u00a0» devant «\u00a0sha256sum\u00a0».",
};

const conduct = {
  title: 'Comment nous contrôlons',
  requests: (count: number) =>
    `Le dernier contrôle a envoyé ${many(count, { one: 'requête', many: 'de requêtes', other: 'requêtes' })} à la boutique\u00a0; il peut en envoyer dix au plus.`,
  budget: 'Un contrôle envoie au plus dix requêtes à la boutique.',
  polite: 'Il ne lit que des pages publiques, respecte robots.txt et ne tente rien qu’un visiteur ne ferait pas.',
  introduces: 'Il se présente ainsi\u00a0:',
  optOut:
    'Une boutique qui ne souhaite pas être contrôlée l’indique par {"optOut": true} dans /.well-known/patchproof.json ou dans robots.txt (User-agent: Patchproof, Disallow: /).',
  problemsTitle: 'Ce qui n’a pas fonctionné\u00a0:',
  sourcesTitle: 'La réponse s’appuie sur\u00a0:',
  source: (name: string, kind: string, day: string, licence: string) => `${name}, ${kind}, état au ${day} (${licence})`,
  kinds: {
    advisories: 'failles publiées',
    releases: 'versions',
    support: 'durées de prise en charge',
    exploited: 'failles dont se servent des criminels',
  },
  standIn: (name: string, kind: string, day: string, licence: string) =>
    `${name}, ${kind}\u00a0: pas de réponse utilisable cette fois, sa dernière bonne copie, celle du ${day}, sert donc à la place (${licence})`,
};

const history = {
  title: 'Tous les changements',
  columns: { when: 'Date', what: 'Changement', proof: 'Preuve' },
  empty: 'Rien n’a encore changé.',
  headTitle:
    'Chaque changement porte une empreinte calculée sur lui-même et sur le changement précédent\u00a0: aucun ne peut donc être modifié après coup sans que cela se voie. La dernière\u00a0:',
};

const subscribe = {
  title: 'Suivre les changements',
  feed: 'Flux de cette boutique',
  feedHint: 'Ajoutez son adresse à un lecteur de flux\u00a0: il vous prévient quand la réponse change.',
  calendar: 'Ajouter à votre agenda',
  calendarFile: 'Adresse de l’agenda',
  calendarHint:
    'Votre agenda affiche alors les jours pour lesquels des mises à jour sont promises, et ceux où les mises à jour de sécurité prennent fin.',
  how: 'Comment s’abonner, y compris par e-mail',
  status: 'Cette réponse pour les machines (JSON)',
  history: 'Tous les changements pour les machines (JSON lines)',
  vex: 'Failles publiées pour les machines (OpenVEX)',
  badge: 'Un badge pour les pages de la boutique',
  html: 'HTML',
  markdown: 'Markdown',
  shield: 'Markdown, dessiné par shields.io\u00a0; les visiteurs de votre page le demandent alors à ce service',
};

/** The page that explains how to subscribe. */
const subscribing = {
  title: 'Suivre les changements',
  lead: 'Vous êtes au courant dès qu’une réponse change. Personne n’a besoin de votre adresse e-mail pour cela. Ces adresses valent pour toutes les boutiques\u00a0; la page de chaque boutique a les siennes.',
  reader: {
    title: 'Dans un lecteur de flux',
    text: 'Copiez cette adresse dans n’importe quel lecteur de flux. Chaque changement y arrive comme un article.',
  },
  mail: {
    title: 'Par e-mail',
    text: 'Les logiciels de messagerie comme Thunderbird acceptent la même adresse et affichent les changements comme des e-mails. Les services qui transforment un flux en e-mails l’acceptent aussi.',
  },
  calendar: {
    title: 'Dans votre agenda',
    text: 'Abonnez-vous à cette adresse dans votre agenda. Il affiche les jours pour lesquels des mises à jour sont promises, et ceux où les mises à jour de sécurité prennent fin.',
  },
  groups: { maintainer: 'Flux par responsable technique', tag: 'Flux par étiquette' },
};

/** The picture of a site's past, and its table. Days arrive as words. */
const timeline = {
  title: 'Ce qui était installé, et quand',
  answersTitle: 'Les réponses, et quand elles ont changé',
  answers: 'Réponse',
  notVisible: 'version non visible',
  installed: ({ running, since }: { running: string; since: string }) =>
    `${running} a été vu pour la première fois le ${since}.`,
  span: ({ from, to }: { from: string; to: string }) => `La période du ${from} au ${to}.`,
  releases: ({ count, product }: { count: number; product: string }) =>
    many(count, {
      one: `version ${de(product)} est parue pendant cette période.`,
      many: `de versions ${de(product)} sont parues pendant cette période.`,
      other: `versions ${de(product)} sont parues pendant cette période.`,
    }),
  hit: (count: number) =>
    many(count, {
      one: 'faille publiée est apparue ici pendant cette période.',
      many: 'de failles publiées sont apparues ici pendant cette période.',
      other: 'failles publiées sont apparues ici pendant cette période.',
    }),
  uncheckedDays: (days: string) => `Pendant ${days} de cette période, aucun contrôle n’a été possible.`,
  exposed: ({ days, since }: { days: string; since: string }) =>
    `Depuis le ${since}, la boutique a été exposée à des failles publiées pendant ${days}.`,
  neverExposed: (since: string) =>
    `D’après ce que nous avons vu, aucune faille publiée n’a été présente ici depuis le ${since}.`,
  exposedNow: ({ since, days }: { since: string; days: string }) =>
    `Une faille publiée est présente ici depuis le ${since}, soit ${days}.`,
  exposedToday: 'Une faille publiée est présente ici depuis aujourd’hui.',
  median: (days: string) => `La moitié des failles avaient disparu au bout de ${days}.`,
  counted:
    'Les jours se comptent à partir du moment où nous avons vu la version touchée pour la première fois. Elle était peut-être là depuis plus longtemps.',
  legendTitle: 'Ce que montre le graphique',
  legend: {
    version: 'Une version installée',
    archived: 'Tiré d’une copie archivée',
    yes: 'La réponse était oui',
    no: 'La réponse était non',
    unchecked: 'Aucun contrôle possible',
    release: 'Une version est parue',
    flaw: 'Une faille publiée apparaît ici',
    exposed: 'Exposée à une faille publiée',
    14: 'Exposée 14 jours (Cyber Essentials)',
    30: 'Exposée 30 jours (PCI DSS)',
    due: 'Date promise',
    kept: 'Promesse tenue',
    missed: 'Date promise dépassée',
    gone: 'Date promise abandonnée',
    later: 'Date promise hors du graphique',
    slip: 'La date promise a changé',
    today: 'Aujourd’hui',
  },
  tableTitle: 'Le graphique en chiffres',
  versions: {
    title: 'Versions installées',
    columns: { what: 'Version', from: 'Début', to: 'Fin', days: 'Durée' },
    archived: (running: string) => `${running}, tiré d’une copie archivée`,
    now: 'aujourd’hui',
  },
  answerTable: { title: 'Réponses', columns: { what: 'Réponse', from: 'Début', to: 'Fin', days: 'Durée' } },
  unchecked: {
    title: 'Quand aucun contrôle n’a été possible',
    columns: { from: 'Début', to: 'Fin', days: 'Durée' },
  },
  flaws: {
    title: 'Failles publiées',
    columns: {
      what: 'Faille',
      published: 'Publication',
      from: 'Apparition ici',
      to: 'Disparition',
      days: 'Durée',
      14: '14 jours (UK Cyber Essentials)',
      30: '30 jours (PCI DSS)',
    },
    one: ({ id, product }: { id: string; product: string }) => `${id} dans ${product}`,
    several: ({ count, product }: { count: number; product: string }) =>
      many(count, {
        one: `faille ${de(product)}`,
        many: `de failles ${de(product)}`,
        other: `failles ${de(product)}`,
      }),
    between: ({ first, last }: { first: string; last: string }) => `du ${first} au ${last}`,
    open: 'toujours présente',
    within: 'dans le délai',
    passed: 'dépassé',
    notYet: 'pas encore',
  },
  promises: {
    title: 'Promesses',
    columns: { due: 'Date promise', outcome: 'Ce qu’elle est devenue' },
    open: (relative: string) => `Toujours valable, échéance ${relative}.`,
    kept: 'Tenue.',
    passed: 'Dépassée sans la mise à jour.',
    late: (day: string) => `Dépassée\u00a0; la mise à jour a été vue pour la première fois le ${day}.`,
    moved: (day: string) => `Déplacée au ${day}.`,
    passedAndMoved: (day: string) => `Dépassée sans la mise à jour, puis déplacée au ${day}.`,
    withdrawn: 'Retirée.',
  },
  more: (count: number) =>
    `Et ${many(count, { one: 'ligne plus ancienne', many: 'de lignes plus anciennes', other: 'lignes plus anciennes' })}.`,
};

const overview = {
  counts: (yes: number, no: number) => `${writeCount(yes)} oui, ${writeCount(no)} non.`,
  since: (days: number) => (days < 1 ? 'moins d’un jour' : countDays(days)),
  noDate: 'sans date',
  byDate: (day: string) => `pour le ${day}`,
  overdue: (days: number) => `${countDays(days)} de retard`,
  columns: { answer: 'Réponse', shop: 'Boutique', reason: 'Raison', since: 'Depuis', promise: 'Promesse' },
  former: 'Boutiques dont le suivi est terminé',
  empty: 'Aucune boutique n’est encore inscrite.',
  emptyGroup: 'Aucune boutique ici aujourd’hui.',
  feed: 'Flux de tous les changements',
  status: 'Toutes les réponses pour les machines (JSON)',
};

/** Words that not everybody knows, explained where they are used. */
const glossary = {
  title: 'Les mots utilisés ici',
  terms: {
    platform: {
      term: 'Plateforme',
      text: 'Le logiciel avec lequel une boutique est faite, comme WooCommerce, Magento ou PrestaShop.',
    },
    version: {
      term: 'Version',
      text: 'Le numéro d’une édition de ce logiciel. Un numéro plus élevé désigne une édition plus récente.',
    },
    line: {
      term: 'Série de versions',
      text: 'Les versions qui commencent par les mêmes chiffres, comme 5.2.1 et 5.2.2. Un éditeur corrige une série pendant quelques années, puis s’arrête.',
    },
    flaw: {
      term: 'Faille publiée',
      text: 'Une erreur dans le logiciel, dont d’autres peuvent abuser et qui est décrite publiquement.',
    },
    record: {
      term: 'Fiche',
      text: 'La note publique sur une faille. Elle porte un numéro et indique quelles versions ont la faille.',
    },
    cyberEssentials: {
      term: 'Cyber Essentials',
      text: 'Des règles de protection de base, fixées par le gouvernement britannique. Des assureurs et des clients publics les exigent.',
    },
    pciDss: {
      term: 'PCI DSS',
      text: 'Les règles de sécurité des réseaux de cartes bancaires. Quiconque accepte des paiements par carte s’est engagé à les suivre.',
    },
    hash: {
      term: 'Empreinte',
      text: 'Un long nombre calculé à partir d’un fichier ou d’un texte, qui change dès qu’une seule lettre change. En anglais\u00a0: hash.',
    },
    status: {
      term: 'Statut',
      text: 'Le nombre par lequel un serveur répond\u00a0: 200 signifie qu’il a envoyé ce qui était demandé.',
    },
    statement: {
      term: 'Déclaration',
      text: 'Ce que le responsable technique dit de la boutique quand personne ne peut le voir de l’extérieur, avec un nom et une date. On parle aussi d’attestation.',
    },
    robots: {
      term: 'robots.txt',
      text: 'Un fichier dans lequel un site dit aux programmes ce qu’ils peuvent lire. Ce contrôle le respecte.',
    },
    feed: {
      term: 'Flux',
      text: 'Une liste de changements qu’un lecteur de flux récupère tout seul\u00a0: vous n’avez pas besoin de revenir voir ici.',
    },
    badge: { term: 'Badge', text: 'Une petite image avec la réponse actuelle, à afficher sur d’autres pages.' },
  },
};

/** Lists of some of the shops, and the way between them. */
const lists = {
  /** What a list has in common, above its name. */
  kinds: { platform: 'Plateforme', maintainer: 'Responsable technique', tag: 'Étiquette' },
  /** Of the answers' own lists. */
  answers: { yes: 'Boutiques dont la réponse est oui', no: 'Boutiques dont la réponse est non' },
  hall: 'Oui depuis un an',
  hallMeans:
    'Tous les contrôles des 365 derniers jours ont répondu oui\u00a0; cela concerne la plateforme elle-même, pas les extensions, le thème, le serveur ni les mots de passe, et pas le temps entre deux contrôles.',
  titleOf: (kind: string, name: string) => `${kind}\u00a0: ${name}`,
  pageOf: (page: number, count: number) => `Page ${writeCount(page)} sur ${writeCount(count)}`,
  titlePage: (title: string, page: string) => `${title}. ${page}`,
  pages: 'Pages',
  previous: 'Précédente',
  next: 'Suivante',
  filters: 'Afficher une partie des boutiques',
  all: 'Toutes',
  more: 'Plus de filtres',
  groups: { platform: 'Plateformes', maintainer: 'Responsables techniques', tag: 'Étiquettes' },
  every: {
    platform: (count: number) =>
      `Tout voir\u00a0: ${many(count, { one: 'plateforme', many: 'de plateformes', other: 'plateformes' })}`,
    maintainer: (count: number) =>
      `Tout voir\u00a0: ${many(count, { one: 'responsable technique', many: 'de responsables techniques', other: 'responsables techniques' })}`,
    tag: (count: number) =>
      `Tout voir\u00a0: ${many(count, { one: 'étiquette', many: 'd’étiquettes', other: 'étiquettes' })}`,
  },
  shops: (count: number) => many(count, { one: 'boutique', many: 'de boutiques', other: 'boutiques' }),
  open: (no: number) => (no === 0 ? 'que des oui' : `${writeCount(no)} non`),
  pace: (days: number, flaws: number) =>
    `Délai médian de correction\u00a0: ${days < 1 ? 'moins d’un jour' : countDays(days)}, sur ${many(flaws, { one: 'faille corrigée', many: 'de failles corrigées', other: 'failles corrigées' })}.`,
  paceMeans:
    'Le délai va du jour où une faille était publique et vue dans la boutique jusqu’au jour où elle avait disparu.',
  tooFew: (flaws: number) =>
    flaws === 0
      ? 'Aucune faille corrigée n’est encore enregistrée\u00a0: rien n’indique donc combien de temps prennent les mises à jour.'
      : `${many(flaws, { one: 'faille corrigée est enregistrée', many: 'de failles corrigées sont enregistrées', other: 'failles corrigées sont enregistrées' })}\u00a0: c’est trop peu pour dire combien de temps prennent les mises à jour.`,
  promises: (kept: number, moved: number, missed: number) =>
    `Promesses\u00a0: ${many(kept, { one: 'tenue', other: 'tenues' })}, ${many(moved, { one: 'déplacée', other: 'déplacées' })}, ${many(missed, { one: 'non tenue', other: 'non tenues' })}.`,
  withheld:
    'Certaines de ces boutiques ne montrent pas leur historique\u00a0; ce qu’elles gardent pour elles n’est pas compté.',
};

/** Headings, labels and sentences of the pages. Dates arrive as words. */
const page = {
  skip: 'Aller à la réponse',
  checked: (at: string) => `Contrôle du ${at}.`,
  staleAfter: (day: string) => `Si nous sommes après le ${day}, considérez que c’est un non.`,
  seen: (at: string) =>
    `Le dernier contrôle réussi de la boutique date du ${at}\u00a0; ce qu’elle utilisait alors est jugé d’après ce que l’on sait maintenant.`,
  endedOn: (day: string) => `Suivi terminé depuis le ${day}.`,
  demo: (day: string) =>
    `Ceci est une démonstration\u00a0: des boutiques inventées, jugées à la date du ${day}, celle des données fournies avec elle.`,
  toYes: 'Pour que cela devienne un oui',
  toStayYes: 'Pour que cela reste un oui',
  visit: 'La boutique\u00a0:',
  withheld: 'Les détails s’affichent une fois la correction faite.',
  withheldAlways: 'Seule la réponse s’affiche ici.',
  applied: 'Elle est installée.',
  promised: (by: string, relative: string) => `Au plus tard le ${by}, ${relative}.`,
  promisedBy: ({ name }: { name: string }) => `Promis par ${name}.`,
  promisedOn: ({ day }: { day: string }) => `Promis le ${day}.`,
  promisedByOn: ({ name, day }: { name: string; day: string }) => `Promis par ${name} le ${day}.`,
  overdue: (by: string, relative: string) => `C’était promis pour le ${by}, ${relative}.`,
  noPromise: 'Personne n’a donné de date.',
  earlierPromises: (days: string) => `Dates promises auparavant\u00a0: ${days}.`,
  note: 'Le responsable technique précise\u00a0:',
  noteNamed: ({ name }: { name: string }) => `${name} précise\u00a0:`,
  ask: 'Écrire au responsable technique',
  askNamed: ({ name }: { name: string }) => `Écrire à ${name}`,
  copyMail: 'Aucune adresse e-mail n’est indiquée. Copiez ce texte et envoyez-le au responsable technique.',
  about: 'Patchproof pose deux questions sur les boutiques en ligne et publie les réponses.',
  contact: 'Contact',
  licences: 'D’où viennent les données',
  glossary,
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'La boutique porte peut-être un autre nom ici.',
    home: 'Toutes les boutiques',
  },
  meaning,
  evidence,
  conduct,
  history,
  timeline,
  subscribe,
  overview,
  sourceDay: (licence: string, day: string) => `${licence}, état au ${day}`,
  lists,
};

/** What a change means for whoever reads of it; kinds that need no more words are left out. */
const meanings: Partial<Record<PublicEventData['kind'], string>> = {
  'monitoring-ended': `Plus personne ne contrôle cette boutique. ${treatAsNo}`,
  'advisory-exploited': 'Demandez la mise à jour dès aujourd’hui.',
  'promise-moved': 'Les deux dates restent visibles.',
  'promise-withdrawn': 'Personne n’a donné d’autre date.',
  'promise-overdue': 'Demandez une nouvelle date au responsable technique.',
  'support-ending': 'Après ce jour, y rester ne peut pas mener à un oui.',
  'check-failed': treatAsNo,
};

/** Sentences of the feeds. */
const feed = {
  title: (name: string) => `${name}\u00a0: dernière version sécurisée\u00a0?`,
  description: 'Chaque changement de la réponse, de ce qui est installé et de ce qui est promis.',
  groupDescription: 'Chaque changement des réponses de ces boutiques, de ce qui est installé et de ce qui est promis.',
  askWhen: 'Écrivez au responsable technique\u00a0: un e-mail avec les deux questions est prêt sur la page.',
  meanings,
  head: (hash: string) => `Dernière empreinte de l’historique après ce changement\u00a0: ${hash}`,
  verify: (hash: string) =>
    `Quiconque détient les données peut vérifier que rien d’antérieur n’a été modifié\u00a0: npm run verify -- --head ${hash}`,
};

/** Sentences of the calendars. Titles are read in a narrow column: the word that matters comes first. */
const calendar = {
  title: (name: string) => `${name}\u00a0: mises à jour promises`,
  description:
    'Les jours pour lesquels des mises à jour sont promises, et ceux où les mises à jour de sécurité prennent fin.',
  titles: {
    open: (shop: string) => `Promise\u00a0: mise à jour (${shop})`,
    overdue: (shop: string) => `En retard\u00a0: mise à jour (${shop})`,
    kept: (shop: string) => `Promesse tenue\u00a0: mise à jour (${shop})`,
    late: (shop: string) => `Faite après ce jour\u00a0: mise à jour (${shop})`,
    withdrawn: (shop: string) => `Promesse retirée\u00a0: mise à jour (${shop})`,
    dropped: (shop: string) => `Suivi terminé\u00a0: mise à jour (${shop})`,
  } satisfies Record<PromiseStatus, (shop: string) => string>,
  promised: (name: string | null) =>
    `${name ?? 'Le responsable technique'} a promis la mise à jour pour ce jour au plus tard.`,
  supportTitle: (line: string, shop: string) => `Fin des mises à jour de sécurité\u00a0: ${line} (${shop})`,
  support: (line: string) =>
    `C’est le dernier jour où ${line} reçoit des mises à jour de sécurité. Ensuite, y rester ne peut pas mener à un oui.`,
  page: (address: string) => `La situation aujourd’hui\u00a0: ${address}`,
};

/** Words of the badge. */
const badge = {
  label: 'Dernière version sécurisée\u00a0?',
  unchecked: 'pas encore de contrôle',
  checked: (day: string) => `contrôle du ${day}`,
  expires: (day: string) => `après le ${day}, à lire comme un non`,
  message: (word: string, checked: string) => `${word}, ${checked}`,
  alternative: (word: string, details: string) =>
    `Dernière version sécurisée de sa plateforme e-commerce\u00a0? ${word}, ${details}.`,
  /** Stands on other pages and stays there, so it must not answer. */
  linked:
    'Ce site utilise-t-il la dernière version sécurisée de sa plateforme e-commerce\u00a0? La réponse est derrière ce lien.',
};

/** Words of the OpenVEX documents. */
const vex = {
  role: 'Observateur extérieur',
  because: {
    version: 'D’après la version vue de l’extérieur.',
    'known-false-positive': 'La fiche cite la version installée par erreur.',
    attested: 'Le responsable technique déclare que la faille est corrigée\u00a0; le contrôle ne le voit pas.',
    'some-candidates':
      'Plusieurs versions correspondent à ce qui a été vu de l’extérieur, et seules certaines ont la faille.',
  },
};

/** Every phrase of the French pages, feeds, badges and mails. */
export const fr: Wording = {
  ...spoken,
  language: 'fr',
  question: 'Ce site utilise-t-il la dernière version sécurisée de sa plateforme e-commerce\u00a0?',
  whenQuestion,
  answers: { yes: 'Oui', no: 'Non' },
  covers: 'Cela concerne la plateforme elle-même, pas les extensions, le thème, le serveur ni les mots de passe.',
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
