import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Exchange, type Snapshot } from '../../src/model/snapshot.ts';

const folder = new URL('../../tests/fixtures/platforms/', import.meta.url);
const at = '2026-08-22T10:00:00.000Z';

/** What is read of a fixture. */
const Fixture = z.object({
  exchanges: z.array(
    Exchange.pick({ path: true }).extend({
      url: z.string().optional(),
      status: z.number().default(200),
      headers: Exchange.shape.headers.default([['content-type', 'text/html; charset=utf-8']]),
      body: z.string().default(''),
    }),
  ),
});

/** One product as shops show it: about 700 characters, a dozen tags. */
function drawCard(index: number): string {
  return `<li class="card card--${index % 4} grid-item" data-id="${index}" data-position="${index}">
<a class="card__link" href="/goods/item-${index}.html" title="Item ${index} &amp; more"><span class="card__frame">
<img class="card__image lazy" src="/pictures/item-${index}-300.jpg" alt="Item ${index}" width="300" height="300" loading="lazy"></span>
<h3 class="card__title">Item ${index} of the valley</h3></a><!-- price ${index} -->
<div class="card__price"><span class="amount" itemprop="price" content="${index}.90">${index}.90</span> <small>incl. VAT</small></div>
<form class="card__form" method="post" action="/basket"><input type="hidden" name="item" value="${index}"><button type="submit" class="button button--primary" aria-label="Put item ${index} into the basket"><svg class="icon" viewBox="0 0 16 16"><path d="M1 1h2l2 9h8l2-6H4"></path></svg>Add</button></form></li>
`;
}

/** What a page of this many characters holds besides what its platform adds. */
export function fillPage(length: number): string {
  const parts: string[] = [];
  let written = 0;
  for (let index = 1; written < length; index += 1) {
    const data = `<script>window.items = window.items || []; window.items.push({"id":${index},"name":"Item ${index}","price":${index}.9});</script>\n`;
    const part = drawCard(index) + (index % 20 === 0 ? data : '');
    parts.push(part);
    written += part.length;
  }
  return parts.join('').slice(0, length);
}

/** A home page of at least this many characters that shows the same platform. */
export function enlarge(body: string, length: number): string {
  const filling = `<ul class="cards">${fillPage(Math.max(0, length - body.length))}</ul>`;
  const end = body.lastIndexOf('</body>');
  return end < 0 ? body + filling : body.slice(0, end) + filling + body.slice(end);
}

/** Visits as the fixtures record them, each home page enlarged. */
export function readVisits(length: number): Snapshot[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const { exchanges } = Fixture.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      const read = exchanges.map(({ url, body: short, ...rest }, index) => {
        const body = index === 0 ? enlarge(short, length) : short;
        const sha256 = createHash('sha256').update(body).digest('hex');
        return { at, url: url ?? `https://shop.example${rest.path}`, body, sha256, sha256Lf: sha256, ...rest };
      });
      return { outcome: 'seen', exchanges: read, withheld: [], problems: [], requests: read.length + 1 };
    });
}

/** The same visit as if it had just been made: nothing that was read of it before is remembered. */
export function visitAgain(snapshot: Snapshot): Snapshot {
  return { ...snapshot, exchanges: snapshot.exchanges.map((exchange) => ({ ...exchange })) };
}
