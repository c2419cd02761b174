/** What a history event says; dates, products and versions arrive as words. */
export const eventWords = {
  monitoringStarted: 'Monitoring began.',
  monitoringEnded: 'Monitoring ended.',
  answer: (word: string, shortReason: string | null) =>
    shortReason === null ? `${word}.` : `${word}. ${shortReason}.`,
  installed: (running: string) => `Now installed: ${running}.`,
  nothingInstalled: 'No platform is recognised any more.',
  versionHidden: (product: string) => `${product}, version not visible`,
  affects: (product: string, published: string, id: string) =>
    `A flaw in ${product}, made public on ${published}, affects this shop (${id}).`,
  affectsMany: (count: number, product: string) => `${count} published flaws in ${product} affect this shop.`,
  fixedMany: (count: number, product: string) => `${count} flaws in ${product} no longer affect this shop.`,
  fixed: (product: string, id: string) => `A flaw in ${product} no longer affects this shop (${id}).`,
  exploited: (product: string, id: string) =>
    `Criminals are using a flaw in ${product} that affects this shop (${id}).`,
  promiseMade: (by: string) => `Promised for ${by}.`,
  promiseMoved: (from: string, by: string) => `The promise moved from ${from} to ${by}.`,
  promiseWithdrawn: (by: string) => `The promise for ${by} was taken back.`,
  promiseKept: (by: string) => `The promise for ${by} was kept.`,
  promiseOverdue: (by: string) => `The promised ${by} passed without the update.`,
  withheld: 'A change, withheld until it is fixed.',
  withheldMany: (count: number) => `${count} changes, withheld until they are fixed.`,
};
