import { describe, expect, it } from 'vitest';
import { explainSite } from '../../src/views/answer.ts';
import { linkMail, viewMail } from '../../src/views/mail.ts';
import { en } from '../../src/views/wording/en.ts';
import { samplePublished, sampleSite, today } from './samples.ts';

describe('linkMail', () => {
  it('encodes everything that has a meaning in a mailto link', () => {
    const href = linkMail('care+shop@acme.example', 'A & B? 100 %', ['one', 'two=2', 'é']);
    expect(href).toBe(
      'mailto:care%2Bshop@acme.example?subject=A%20%26%20B%3F%20100%20%25&body=one%0D%0Atwo%3D2%0D%0A%C3%A9',
    );
  });

  it('survives half a surrogate pair', () => {
    expect(linkMail('a@example.org', '\ud83d', [])).toBe('mailto:a@example.org?subject=%EF%BF%BD&body=');
  });
});

describe('viewMail', () => {
  const write = (site = sampleSite()) =>
    viewMail(samplePublished(), { site, explanation: explainSite(site, today, en) }, en);

  it('asks both questions, with version, reason and next step', () => {
    const { href, label } = write();
    const query = new URL(href ?? '').searchParams;
    expect(label).toBe('Ask Acme Web');
    expect(query.get('subject')).toBe(
      'Does my website use the latest secure version of its e-commerce platform? If no: when will it be applied?',
    );
    const body = query.get('body')?.split('\r\n');
    expect(body).toContain('1. Does my website use the latest secure version of its e-commerce platform?');
    expect(body).toContain('2. If no: when will it be applied?');
    expect(body).toContain(
      'An outside check on 22 November 2026 says: No. It runs PrestaShop 8.1.5; the secure version is 8.1.6, out for 3 days.',
    );
    expect(body).toContain('All of it: https://shops.example.org/status/sites/acme/');
  });

  it('becomes a text to copy where no address is known', () => {
    const { href, label, text } = write(sampleSite({ maintainer: null }));
    expect(href).toBeNull();
    expect(label).toBe('Ask whoever runs the shop');
    expect(text).toContain('2. If no: when will it be applied?');
  });
});
