import { describe, expect, test } from 'vitest';
import type { Http } from '../../src/lib/http.ts';
import type { Pull, PullRequest } from '../../src/model/pull.ts';
import { createJoomla } from '../../src/releases/joomla.ts';
import { type Handler, quickHttp, type Served, serve } from '../lib/serve.ts';
import { testSourceFaults } from '../lib/source-faults.ts';
import { ask, readFixture, sendDocument, undated } from './contract.ts';

const serveText =
  (text: string): Handler =>
  (hit, response) =>
    sendDocument(hit, response, text, 'application/xml');
const answer = serveText(readFixture('joomla/happy.xml'));

function pullFrom(served: Served, request: PullRequest, http: Http = quickHttp().http): Promise<Pull> {
  return createJoomla({ base: served.base }).pull(request, http);
}

test('each offered release is read once; tests of the updater, betas and other extensions are not', async () => {
  const served = await serve(answer);
  const { records, problems } = await pullFrom(served, ask(['joomla', 'drupal']));
  const versions = ['3.10.12', '4.4.14', '5.4.8', '6.1.3'];
  expect(records.releases).toEqual({ joomla: versions.map((version) => undated(version)) });
  expect([records.support, records.flags, problems]).toEqual([{}, {}, []]);
  expect(served.hits.map(({ path }) => path)).toEqual(['/core/list.xml']);
});

test('its age is not the age of what is known of Joomla', () => {
  expect(createJoomla().partial('joomla')).toBe(true);
});

describe('what cannot be used', () => {
  test('an entry without its version is refused with the path', async () => {
    const served = await serve(serveText(readFixture('joomla/sad-shape.xml')));
    await expect(pullFrom(served, ask(['joomla']))).rejects.toThrow(
      /extensionset\[0\]\.extension\[1\]\["?@version"?\]/,
    );
  });

  test('a list without Joomla is refused', async () => {
    const text = '<extensionset><extension element="pkg_weblinks" version="1.0.0"/></extensionset>';
    await expect(pullFrom(await serve(serveText(text)), ask(['joomla']))).rejects.toThrow(/no release of Joomla/);
  });

  test('what is no version is left out and said; an endless one is refused', async () => {
    const list = (...versions: string[]) =>
      serve(
        serveText(
          `<extensionset>${versions.map((version) => `<extension element="joomla" version="${version}"/>`).join('')}</extensionset>`,
        ),
      );
    const { records, problems } = await pullFrom(await list('__proto__', '&lt;b&gt;', '5.4.8'), ask(['joomla']));
    expect(records.releases).toEqual({ joomla: [undated('5.4.8')] });
    expect(problems).toEqual([{ product: 'joomla', message: expect.stringMatching(/^2 of the listed versions/) }]);
    expect((await pullFrom(await list('latest'), ask(['joomla']))).records.releases).toEqual({});
    await expect(pullFrom(await list('5'.repeat(10_000)), ask(['joomla']))).rejects.toThrow(/@version/);
  });
});

testSourceFaults({
  create: (base) => createJoomla({ base }),
  ask: (previous, at) => ask(['joomla'], previous, at),
  answer: answer,
  format: 'xml',
  needed: [
    {
      path: /list\.xml/,
      field: (text) => text.replace(' version="4.4.14"', ''),
      says: /extensionset\[0\]\.extension\[1\]\["?@version"?\]/,
    },
    {
      path: /list\.xml/,
      field: (text) => text.replace(' element="joomla"', ''),
      says: /extensionset\[0\]\.extension\[0\]\["?@element"?\]/,
    },
  ],
});
