import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sendJson, serve } from '../lib/serve.ts';

const script = fileURLToPath(new URL('../../scripts/late.mjs', import.meta.url));

async function late(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [script, ...args]);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said: out + err };
}

/** A status.json whose next scan is due in so many hours; a round is a day, so its answers end a day after that. */
async function published(hoursLeft: number) {
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const status = { asOf: hours(hoursLeft - 24), nextCheckDueAt: hours(hoursLeft), staleAt: hours(hoursLeft + 24) };
  const { base } = await serve((_, response) => sendJson(response, status));
  return `${base}/status.json`;
}

describe('npm run late', () => {
  it.each([23, 1, -1, -11])('is content %d hours before the next scan is due', async (hours) => {
    const { code, said } = await late(await published(hours));
    expect(said).toMatch(/^The scan is in time\. Last scan \d{4}-\d\d-\d\d \d\d:\d\d, next one due /);
    expect(code).toBe(0);
  });

  it('says so once half of the day until the answers end has gone', async () => {
    const { code, said } = await late(await published(-13));
    expect(said).toMatch(/^The scan is late\. .* When they end, all answers count as no\. Remedy: /);
    expect(code).toBe(1);
  });

  it('says that the answers have ended', async () => {
    const { code, said } = await late(await published(-25));
    expect(said).toMatch(/^The scan is late\. .* All answers have ended: they count as no\. Remedy: /);
    expect(code).toBe(1);
  });

  it.each([
    ['a page that is gone', 404, '{}', /answers 404/],
    ['a page that is no JSON', 200, '<!doctype html>', /cannot be read/],
    ['JSON of somebody else', 200, '{"asOf":"yesterday"}', /holds no asOf/],
    ['null', 200, 'null', /holds no asOf/],
  ])('takes %s for late', async (_, status, body, why) => {
    const { base } = await serve((_hit, response) => response.writeHead(status).end(body));
    const { code, said } = await late(`${base}/status.json`);
    expect(said).toMatch(why);
    expect(code).toBe(1);
  });

  it('takes a host that does not answer for late', async () => {
    const { code, said } = await late('http://127.0.0.1:1/status.json');
    expect(said).toMatch(/^http:\/\/127\.0\.0\.1:1\/status\.json cannot be read: .*Remedy/);
    expect(code).toBe(1);
  });

  it.each([[[]], [['status.json']], [['https://a.example/', 'https://b.example/']]])('refuses %j', async (args) => {
    const { code, said } = await late(...args);
    expect(said).toMatch(/^One http\(s\) URL is needed\.\n\nnpm run late/);
    expect(code).toBe(2);
  });
});
