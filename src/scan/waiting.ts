/** Items that wait to be dealt with together. */
export interface Waiting<T> {
  add(item: T): void;
  /** Deals with them where there are many; whoever comes meanwhile waits for that to end. */
  easeOff(): Promise<void>;
  /** Deals with what is left. */
  finish(): Promise<void>;
}

/** Lets about so many items wait at most. `conclude` deals with some of them; never twice at the same time. */
export function makeWaiting<T>(most: number, conclude: (items: T[]) => Promise<void>): Waiting<T> {
  let items: T[] = [];
  let concluding: Promise<void> | null = null;
  const concludeAll = async () => {
    const taken = items;
    items = [];
    await conclude(taken);
    concluding = null;
  };
  return {
    add: (item) => {
      items.push(item);
    },
    easeOff: async () => {
      if (items.length < most) return;
      concluding ??= concludeAll();
      await concluding;
    },
    finish: async () => {
      await concluding;
      if (items.length > 0) await concludeAll();
    },
  };
}
