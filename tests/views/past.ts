import type { PublicEventData } from '../../src/views/disclose.ts';
import type { TimedEvent } from '../../src/views/exposure.ts';

/** An event of six in the morning. */
export function on(day: string, data: PublicEventData): TimedEvent {
  return { at: `${day}T06:00:00.000Z`, data };
}

export function versions(version: string, product = 'prestashop') {
  return { kind: 'version-changed' as const, installed: [{ product, versions: [version] }] };
}

export function affects(advisory: string, published: string, product = 'prestashop') {
  return { kind: 'advisory-affects' as const, product, advisory, published };
}

export function fixed(advisory: string, product = 'prestashop') {
  return { kind: 'advisory-fixed' as const, product, advisory };
}
