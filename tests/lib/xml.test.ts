import { describe, expect, test } from 'vitest';
import { readXml, XmlError } from '../../src/lib/xml.ts';

/** Plain objects, as a schema sees them. */
function read(text: string): unknown {
  return JSON.parse(JSON.stringify(readXml(text)));
}

describe('a document', () => {
  test('becomes attributes, text and lists of elements by name', () => {
    const text =
      '<?xml version="1.0"?>\n<list a="1"><item>one</item><item b="&lt;2&gt;"> two &amp; more </item><empty/></list>';
    expect(read(text)).toEqual({
      list: [{ '@a': '1', item: [{ '#text': 'one' }, { '@b': '<2>', '#text': 'two & more' }], empty: [{}] }],
    });
  });

  test('keeps names as they are written, and CDATA as text', () => {
    expect(read('<dc:Creator><![CDATA[<b>]]></dc:Creator>')).toEqual({ 'dc:Creator': [{ '#text': '<b>' }] });
  });

  test('expands no entity of its own making', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;&xxe;</x>';
    expect(JSON.stringify(read(bomb))).not.toContain('haha');
    const file = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><x>&f;</x>';
    expect(read(file)).toMatchObject({ x: [{ '#text': '&f;' }] });
  });

  test('has no names that a prototype answers to', () => {
    const value = readXml('<a><__proto__>1</__proto__><constructor>2</constructor></a>');
    const [a] = value['a'] as [Record<string, unknown>];
    expect(Object.keys(a)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['#text']).toBeUndefined();
  });
});

describe('refused', () => {
  test.each([
    ['', 'its body is not XML'],
    ['{"a":1}', 'its body is not XML'],
    ['<!-- nothing -->', 'its body is not XML'],
    ['<a><b></a>', 'it ends inside of <b>'],
    ['<a><b>', 'it ends inside of <b>'],
    ['<a>'.repeat(40), 'it is too deep or too large'],
    [`<a>${'<b/>'.repeat(200_001)}</a>`, 'it is too deep or too large'],
  ])('case %#', (text, message) => {
    expect(() => readXml(text)).toThrow(new XmlError(message));
  });
});
