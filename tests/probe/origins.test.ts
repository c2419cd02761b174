import { createServer } from 'node:http';
import { Agent, buildConnector } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import { visitHome } from '../../src/probe/home.ts';
import { defaultLimits } from '../../src/probe/limits.ts';
import { listen, siteOf, userAgent } from './servers.ts';

/* Shops of several origins. Private addresses are allowed for one host only, so here every host is connected to loopback. */

/** What is answered, by host and path: a text, or a redirect to an address; 404 for all else. */
type Answers = Record<string, string>;

const file = '/.well-known/patchproof.json';
const optOut = '{"optOut": true}';

/** Visits the home page of http://shop.example/; tells what was asked, in order. */
async function visit(answers: Answers) {
  const asked: string[] = [];
  const server = createServer(({ headers, url }, response) => {
    const place = `${headers.host}${url}`;
    asked.push(place);
    const answer = answers[place];
    if (answer === undefined) response.writeHead(404).end();
    else if (answer.startsWith('http://')) response.writeHead(301, { location: answer }).end();
    else response.end(answer);
  });
  const port = `${await listen(server)}`;
  const connect = buildConnector({});
  const agent = new Agent({
    connect: (options, callback) => connect({ ...options, hostname: '127.0.0.1', port }, callback),
  });
  onTestFinished(() => agent.destroy());
  const state = { userAgent, limits: defaultLimits, agent, deadline: AbortSignal.timeout(10_000), requests: 0 };
  const home = await visitHome({ ...state, site: siteOf('http://shop.example/') }, '2026-09-23T08:00:00.000Z');
  return { asked, outcome: home.outcome, code: home.problem?.code ?? null };
}

it('the origin that a page redirects to is asked before its pages', async () => {
  const answers = { 'shop.example/': 'http://www.shop.example/', 'www.shop.example/': '<p>Shop</p>' };
  const asked = ['shop.example/robots.txt', `shop.example${file}`, 'shop.example/', 'www.shop.example/robots.txt'];
  expect(await visit({ ...answers, [`www.shop.example${file}`]: optOut })).toEqual({
    asked: [...asked, `www.shop.example${file}`],
    outcome: 'blocked',
    code: 'opted-out',
  });
  expect(await visit(answers)).toEqual({
    asked: [...asked, `www.shop.example${file}`, 'www.shop.example/'],
    outcome: 'seen',
    code: null,
  });
});

it('one whose own robots.txt forbids the file is not asked for it', async () => {
  const { asked, outcome } = await visit({
    'shop.example/': 'http://www.shop.example/',
    'www.shop.example/': '<p>Shop</p>',
    'www.shop.example/robots.txt': `User-agent: *\nDisallow: ${file}\n`,
    [`www.shop.example${file}`]: optOut,
  });
  expect(outcome).toBe('seen');
  expect(asked).not.toContain(`www.shop.example${file}`);
});

it('where robots.txt redirects, the file is asked once, beside the robots.txt that answers', async () => {
  const moved = {
    'shop.example/robots.txt': 'http://a.shop.example/robots.txt',
    'a.shop.example/robots.txt': 'http://www.shop.example/robots.txt',
    'shop.example/': 'http://a.shop.example/',
    'a.shop.example/': 'http://www.shop.example/',
    'www.shop.example/': '<p>Shop</p>',
  };
  const first = ['shop.example', 'a.shop.example', 'www.shop.example'].map((host) => `${host}/robots.txt`);
  expect(await visit(moved)).toEqual({
    asked: [...first, `www.shop.example${file}`, 'shop.example/', 'a.shop.example/', 'www.shop.example/'],
    outcome: 'seen',
    code: null,
  });
  expect(await visit({ ...moved, [`www.shop.example${file}`]: optOut })).toEqual({
    asked: [...first, `www.shop.example${file}`],
    outcome: 'blocked',
    code: 'opted-out',
  });
});

it('a robots.txt that redirects to something else leaves the file where the shop is', async () => {
  const { asked, code } = await visit({
    'shop.example/robots.txt': 'http://static.shop.example/robots/shop.txt',
    'static.shop.example/robots/shop.txt': 'User-agent: *\nAllow: /\n',
    [`shop.example${file}`]: optOut,
  });
  expect(asked).toEqual(['shop.example/robots.txt', 'static.shop.example/robots/shop.txt', `shop.example${file}`]);
  expect(code).toBe('opted-out');
});

it('the file of another origin that a redirect leads to does not count', async () => {
  const { asked, outcome } = await visit({
    [`shop.example${file}`]: `http://other.shop.example${file}`,
    [`other.shop.example${file}`]: optOut,
    'shop.example/': '<p>Shop</p>',
  });
  expect(asked).toEqual(['shop.example/robots.txt', `shop.example${file}`, 'shop.example/']);
  expect(outcome).toBe('seen');
});
