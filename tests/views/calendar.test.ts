import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { answerCalendar } from '../../src/layouts/calendar.ts';
import type { Disclosure } from '../../src/model/site.ts';
import type { Calendar } from '../../src/views/calendar.ts';
import { viewCalendar, viewSiteCalendar } from '../../src/views/calendar.ts';
import { cleanStrings } from '../../src/views/clean.ts';
import type { PublicEvent, PublicSite } from '../../src/views/disclose.ts';
import { disclose } from '../../src/views/disclose.ts';
import { en } from '../../src/views/wording/en.ts';
import { listed, sampleEvent, sampleKnown, samplePublished, sampleReport, sampleSite } from './samples.ts';

const started = sampleEvent(0, { kind: 'monitoring-started' }, '2026-10-01T06:00:00.000Z');
const installed = sampleEvent(
  1,
  { kind: 'version-changed', installed: [{ product: 'prestashop', versions: ['8.1.5'] }] },
  '2026-10-02T06:00:00.000Z',
);
const made = sampleEvent(2, { kind: 'promise-made', by: '2026-11-10' }, '2026-11-01T06:00:00.000Z');
const moved = sampleEvent(
  3,
  { kind: 'promise-moved', from: '2026-11-10', by: '2026-11-28' },
  '2026-11-09T06:00:00.000Z',
);
const withdrawn = sampleEvent(4, { kind: 'promise-withdrawn', by: '2026-11-28' }, '2026-11-12T06:00:00.000Z');

const supportEnds = [
  { product: 'prestashop', branch: '8.1', on: '2026-12-31' },
  { product: 'prestashop', branch: '8.0', on: '2025-12-31' },
];

function shop(events: PublicEvent[], over: Partial<PublicSite> = {}): PublicSite {
  return sampleSite({ events, ...over });
}

async function write(sites: PublicSite[]): Promise<string> {
  return answerCalendar(viewCalendar(samplePublished(sites), en)).text();
}

async function read(sites: PublicSite[]): Promise<ICAL.Event[]> {
  const calendar = new ICAL.Component(ICAL.parse(await write(sites)));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

function property(event: ICAL.Event, name: string): string {
  return String(event.component.getFirstPropertyValue(name));
}

describe('a promise', () => {
  it('fills its day, takes no time, and has the instant of its event', async () => {
    const [event, ...others] = await read([shop([started, made])]);
    if (event === undefined) throw new Error('no event');
    expect(others).toEqual([]);
    expect(event.uid).toBe('promise-acme-2@shops.example.org');
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-11-10', '2026-11-11']);
    expect(event.startDate.isDate).toBe(true);
    expect(event.summary).toBe('Promised: update of Acme Shoes');
    expect(event.description).toBe(
      'Acme Web promised the update by this day.\nHow it stands today: https://shops.example.org/status/sites/acme/',
    );
    expect(
      ['status', 'transp', 'sequence', 'dtstamp', 'last-modified', 'url'].map((name) => property(event, name)),
    ).toEqual([
      'CONFIRMED',
      'TRANSPARENT',
      '0',
      '2026-11-01T06:00:00Z',
      '2026-11-01T06:00:00Z',
      'https://shops.example.org/status/sites/acme/',
    ]);
    expect(event.component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('that moved is the same entry on another day, with a higher number and its earlier day', async () => {
    const [event] = await read([shop([started, made, moved])]);
    expect(event?.uid).toBe('promise-acme-2@shops.example.org');
    expect(event?.sequence).toBe(1);
    expect(event?.startDate.toString()).toBe('2026-11-28');
    expect(event?.description).toContain('Earlier it was promised for 10 November 2026.');
    expect(event && property(event, 'dtstamp')).toBe('2026-11-09T06:00:00Z');
  });

  it('that was taken back is cancelled, and so is one of a shop that nobody monitors any more', async () => {
    const [back] = await read([shop([started, made, moved, withdrawn])]);
    expect(back && [property(back, 'status'), back.sequence]).toEqual(['CANCELLED', 2]);
    const ended = sampleEvent(4, { kind: 'monitoring-ended' }, '2026-11-12T06:00:00.000Z');
    const [dropped] = await read([shop([started, made, moved, ended], { endedOn: '2026-11-12' })]);
    expect(dropped && [property(dropped, 'status'), dropped.sequence]).toEqual(['CANCELLED', 2]);
    const again = sampleEvent(5, { kind: 'monitoring-started' }, '2026-11-14T06:00:00.000Z');
    const [standing] = await read([shop([started, made, moved, ended, again])]);
    expect(standing && [property(standing, 'status'), standing.sequence, standing.summary]).toEqual([
      'CONFIRMED',
      3,
      'Promised: update of Acme Shoes',
    ]);
  });

  it('keeps its id when the shop gets another id', async () => {
    const [event] = await read([shop([started, made], { id: 'acme-shoes' })]);
    expect(event?.uid).toBe('promise-acme-2@shops.example.org');
  });
});

describe('the end of support', () => {
  const report = sampleReport({ supportEnds });

  it('fills its day; what ended before monitoring began is no entry', async () => {
    const [event, ...others] = await read([shop([started, installed], { report })]);
    expect(others).toEqual([]);
    expect(event?.uid).toBe('support-acme-prestashop-8.1-2026-12-31@shops.example.org');
    expect(event?.summary).toBe('Security updates end: PrestaShop 8.1 (Acme Shoes)');
    expect(event?.startDate.toString()).toBe('2026-12-31');
    // The instant at which the version was last seen to change.
    expect(event && property(event, 'dtstamp')).toBe('2026-10-02T06:00:00Z');
  });
  it('is left out for a shop that nobody monitors any more', async () => {
    expect(await read([shop([started, installed], { report, endedOn: '2026-11-20' })])).toEqual([]);
  });
  it('a line with signs that a calendar reads as its own is harmless', async () => {
    const odd = [{ product: 'prestashop', branch: '8,1;\r\nX:y@z', on: '2026-12-31' }];
    const [event] = await read([shop([started, installed], { report: sampleReport({ supportEnds: odd }) })]);
    expect(event?.uid).toBe('support-acme-prestashop-8%2C1%3B%0D%0AX%3Ay%40z-2026-12-31@shops.example.org');
  });
});

describe('disclosure', () => {
  const promise = { by: '2026-11-28', made: '2026-11-20', note: 'We go to 8.1.6.' };
  const data = [started, installed, made, moved].map(({ data }) => data);
  const known = sampleKnown({
    site: { ...listed, promise },
    report: sampleReport({ supportEnds }),
    events: [started, installed, made, moved].map((event, i) => ({
      ...event,
      data: data[i] as never,
      salt: 'c'.repeat(32),
      previous: '0'.repeat(64),
    })),
  });
  const titles = async (level: Disclosure) => (await read([disclose(known, level)])).map(({ summary }) => summary);

  it('full shows promises and ends of support', async () => {
    expect(await titles('full')).toEqual([
      'Promised: update of Acme Shoes',
      'Security updates end: PrestaShop 8.1 (Acme Shoes)',
    ]);
  });
  it.each(['after-patch', 'answer-only'] as const)(
    '%s shows the promise alone while the answer is no',
    async (level) => {
      expect(await titles(level)).toEqual(['Promised: update of Acme Shoes']);
      expect(await write([disclose(known, level)])).not.toMatch(/8\.1|PrestaShop|2026-?12-?31/i);
    },
  );
  it('answer-only tells nothing of what was promised before', async () => {
    const text = await write([disclose(known, 'answer-only')]);
    expect(text).toContain('UID:promise-acme-2026-11-28@shops.example.org');
    expect(text).toContain('DTSTAMP:20261120T000000Z');
    expect(text).not.toMatch(/10 November|SEQUENCE:[1-9]/);
  });
  it('answer-only says overdue, and leaves out what is applied', async () => {
    const late = { ...known, site: { ...listed, promise: { by: '2026-11-21' } } };
    expect((await read([disclose(late, 'answer-only')]))[0]?.summary).toBe('Overdue: update of Acme Shoes');
    const done = { ...known, report: sampleReport({ answer: 'yes', reason: 'secure' }) };
    expect(await read([disclose(done, 'answer-only')])).toEqual([]);
  });
});

describe('the file', () => {
  const names = [
    'Shop\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Injected',
    'Wine, Cheese; and \\n "more": a^b',
    `${'x'.repeat(53)}😀👩‍👩‍👧‍👦`,
    ...Array.from({ length: 8 }, (_, i) => `${'x'.repeat(i)}${'😀'.repeat(40)}`),
    'متجر الأمل',
    'long '.repeat(2000),
    '\u0000\u0007<b>Shop</b>',
    '',
  ];

  it.each(names.map((name) => [JSON.stringify(name).slice(0, 40), name]))(
    'is sound with the name %s',
    async (_shown, name) => {
      const site = cleanStrings(shop([started, made], { name, maintainer: { name: name.slice(0, 200) } }));
      const published = samplePublished([site]);
      const calendar = viewSiteCalendar({ ...published, title: name }, site, en);
      const text = await answerCalendar(calendar).text();
      expectSound(text);
      const root = new ICAL.Component(ICAL.parse(text));
      // The parser knows no type of X- properties, so it leaves them as they are written.
      expect(root.getFirstPropertyValue('x-wr-calname')).toBe(calendar.title.replace(/[\\;,]/g, '\\$&'));
      expect(root.getAllSubcomponents('vevent').map((one) => one.getFirstPropertyValue('summary'))).toEqual(
        calendar.entries.map(({ title }) => title),
      );
      expect(text).not.toMatch(/[<>]/);
      expect(text.length).toBeLessThan(3000);
    },
  );

  it('escapes what nobody cleaned', async () => {
    const dirty = 'A, B; C\\D\r\nMETHOD:CANCEL';
    const calendar: Calendar = {
      ...viewCalendar(samplePublished([shop([started, made])]), en),
      title: dirty,
      description: dirty,
    };
    const text = await answerCalendar(calendar).text();
    expectSound(text);
    const root = new ICAL.Component(ICAL.parse(text));
    expect(root.getFirstPropertyValue('x-wr-calname')).toBe('A\\, B\\; C\\\\D\\nMETHOD:CANCEL');
    expect(root.getAllProperties('method').map((one) => one.getFirstValue())).toEqual(['PUBLISH']);
  });

  it('says what it is, and how often to ask', async () => {
    const root = new ICAL.Component(ICAL.parse(await write([shop([started, made])])));
    const value = (name: string) => String(root.getFirstPropertyValue(name));
    expect(['version', 'method', 'x-wr-calname', 'refresh-interval', 'x-published-ttl', 'source'].map(value)).toEqual([
      '2.0',
      'PUBLISH',
      'Shops of the Valley: promised updates',
      'P1D',
      'P1D',
      'https://shops.example.org/status/calendar.ics',
    ]);
  });

  it('is a calendar even where it has nothing to tell', async () => {
    const text = await write([shop([started])]);
    expectSound(text);
    expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
  });

  it('is the same, byte for byte, whenever it is built', async () => {
    const sites = [shop([started, installed, made, moved], { report: sampleReport({ supportEnds }) })];
    const later = { ...samplePublished(sites), asOf: '2027-03-01T00:00:00.000Z' };
    expect(await answerCalendar(viewCalendar(later, en)).text()).toBe(await write(sites));
  });

  it('holds a thousand entries at most: the newest promises', async () => {
    const promises = Array.from({ length: 1001 }, (_, i) =>
      sampleEvent(i, { kind: 'promise-made', by: new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10) }),
    );
    const events = await read([shop(promises, { report: sampleReport({ supportEnds }) })]);
    expect(events).toHaveLength(1000);
    expect(events[0]?.startDate.toString()).toBe('2020-01-02');
  });
});

/** RFC 5545, 3.1: every line ends with CRLF and has at most 75 octets; no control character stands anywhere. */
function expectSound(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toContain('\ufffd');
}
