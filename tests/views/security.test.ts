import { describe, expect, it } from 'vitest';
import { writeSecurityText } from '../../src/views/security.ts';
import { samplePublished } from './samples.ts';

function write(over: { contact?: string; url?: string }): string[] | undefined {
  const published = { ...samplePublished(), url: 'https://shops.example.org/', ...over };
  return writeSecurityText(published)?.trimEnd().split('\n');
}

describe('writeSecurityText', () => {
  it('names a mail address or an https page', () => {
    expect(write({ contact: 'checks@example.org' })?.[0]).toBe('Contact: mailto:checks@example.org');
    expect(write({ contact: 'https://example.org/contact' })?.[0]).toBe('Contact: https://example.org/contact');
  });

  it.each(['http://example.org/', 'ask us', 'javascript:alert(1)'])('writes nothing for %j', (contact) => {
    expect(write({ contact })).toBeUndefined();
  });

  it('is one line per field, whatever the contact holds', () => {
    expect(
      write({ contact: 'https://example.org/\nExpires: never' })?.filter((line) => line.startsWith('Exp')),
    ).toEqual(['Expires: 2027-02-20T14:05:00.000Z']);
  });

  it('names its own address where that is https', () => {
    expect(write({})?.at(-1)).toBe('Canonical: https://shops.example.org/.well-known/security.txt');
    expect(write({ url: 'http://localhost:4321/' })?.at(-1)).toBe('Preferred-Languages: en');
  });

  it('is not for a base path', () => {
    expect(write({ url: 'https://example.org/status/' })).toBeUndefined();
  });
});
