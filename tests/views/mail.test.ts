import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/verdict.ts';
import { explainSite } from '../../src/views/answer.ts';
import { linkMail, viewMail } from '../../src/views/mail.ts';
import { en } from '../../src/views/wording/en.ts';
import { sampleEvent, sampleFinding, samplePublished, sampleReport, sampleSite, today } from './samples.ts';

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

  const flaw = sampleFinding({ fixedOn: '2026-11-10', published: '2026-11-10' });
  const affects = {
    kind: 'advisory-affects',
    product: 'prestashop',
    advisory: 'GHSA-1',
    published: '2026-11-10',
  } as const;
  const report = (findings: Finding[]) => sampleReport({ findings });
  const bodyOf = (href: string | null) => new URL(href ?? '').searchParams.get('body')?.split('\r\n');

  it('tells how long the shop has been open to a flaw, which dates that passes, and the ids', () => {
    const events = [sampleEvent(0, affects, '2026-11-12T06:00:00.000Z')];
    const body = bodyOf(write(sampleSite({ report: report([flaw]), events })).href);
    // first seen on the 12th, 10 days before the 22nd
    expect(body).toContain('A published flaw has been seen in the shop since 12 November, for 10 days.');
    expect(body?.join(' ')).toContain('They end on 24 November: 2 days left.');
    expect(body).toContain('It is about: GHSA-1.');
  });

  it('says today where it was seen today', () => {
    const events = [sampleEvent(0, affects)];
    expect(bodyOf(write(sampleSite({ report: report([flaw]), events })).href)).toContain(
      'Today a published flaw was seen in the shop for the first time.',
    );
  });

  it('keeps its link short, whatever there is to tell: long lists go first, both questions never', () => {
    const crowd = Array.from({ length: 300 }, (_, i) =>
      sampleFinding({ id: `CVE-2026-${100_000 + i}`, fixedOn: '2026-11-10' }),
    );
    const events = [sampleEvent(0, { ...affects, advisory: 'CVE-2026-100000' }, '2026-11-12T06:00:00.000Z')];
    const { href, text } = write(sampleSite({ report: report(crowd), events }));
    expect(href?.length).toBeLessThanOrEqual(1_800);
    expect(bodyOf(href)).toContain('2. If no: when will it be applied?');
    expect(bodyOf(href)?.join(' ')).toContain('for 10 days');
    expect(text).toContain('and 292 more.');
  });

  it('keeps it short where every name is as long and as foreign as it may be', () => {
    const site = sampleSite({
      name: '店'.repeat(200),
      url: `https://${'店'.repeat(60)}.example/`,
      maintainer: { name: '店'.repeat(200), email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example` },
    });
    const { href } = write(site);
    expect(href?.length).toBeLessThanOrEqual(1_800);
    expect(bodyOf(href)).toContain('2. If no: when will it be applied?');
  });

  it('tells nothing that is withheld', () => {
    const events = [sampleEvent(0, affects, '2026-11-12T06:00:00.000Z')];
    const site = sampleSite({
      report: null,
      withheld: true,
      reason: 'not-up-to-date',
      products: ['prestashop'],
      events,
    });
    expect(write(site).text).not.toMatch(/8\.1|GHSA|since/);
  });

  it('becomes a text to copy where no address is known', () => {
    const { href, label, text } = write(sampleSite({ maintainer: null }));
    expect(href).toBeNull();
    expect(label).toBe('Ask whoever runs the shop');
    expect(text).toContain('2. If no: when will it be applied?');
  });
});
