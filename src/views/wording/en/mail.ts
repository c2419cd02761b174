/** The mail to whoever runs the shop. Every text may be null. */
export interface MailFillings {
  maintainer: string | null;
  shop: string;
  checked: string | null;
  word: string;
  reason: string | null;
  nextStep: string | null;
  ids: string | null;
  page: string;
}

export const mailQuestion = 'Does my website use the latest secure version of its e-commerce platform?';

/** Lines of the mail, both questions in it. */
export function writeMail(mail: MailFillings): string[] {
  return [
    mail.maintainer === null ? 'Hello,' : `Hello ${mail.maintainer},`,
    '',
    `I have two questions about ${mail.shop}`,
    '',
    `1. ${mailQuestion}`,
    '2. If no: when will it be applied?',
    '',
    `${mail.checked === null ? 'An outside check' : `An outside check on ${mail.checked}`} says: ${mail.word}.${mail.reason === null ? '' : ` ${mail.reason}`}`,
    ...(mail.nextStep === null ? [] : [`What would make this a yes: ${mail.nextStep}`]),
    ...(mail.ids === null ? [] : [`It is about: ${mail.ids}`]),
    '',
    `All of it: ${mail.page}`,
    '',
    'A short answer with a date is enough. Thank you!',
  ];
}
