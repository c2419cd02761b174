import type { Random } from './random.ts';

/** Text without a digit that means something to markup, feeds, calendars, JSON, YAML or regular expressions. */
export const noise = [
  ...['<', '>', '"', "'", '&', '</script>', '<!--', '-->', ']]>', '<x/>', '<script>alert(0)</script>', '"><img src=x>'],
  ...['\n', '\r\n', '\0', '\t', '\u2028', '\u202e', '\ufeff', '\ud800', '\uffff', '\u0085', '\\', '%00', ';', ',', ':'],
  ...['__proto__', 'constructor', 'toString', 'null', '{', '}', '[', ']', '{{x}}', '$&', '.*', '(', 'BEGIN:VALARM'],
  ...['javascript:alert(0)', 'data:text/html,x', 'é', '店', '😀', 'م', 'a'.repeat(3_000)],
];

const withoutDigit = noise.filter((text) => !/\d/.test(text));

/** Flips, cuts, doubles and inserts; nothing that it inserts holds a digit. */
export function mutateText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + 1 + random.below(random.chance(0.2) ? 400 : 12));
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(end);
    case 2:
      return text.slice(0, end) + text.slice(at);
    case 3:
      return (
        text.slice(0, at) +
        String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << random.below(7))) +
        text.slice(at + 1)
      );
    case 4:
      return text.slice(end) + text.slice(0, at);
    default:
      return text.slice(0, at) + random.pick(withoutDigit) + text.slice(at);
  }
}

export function mutateBytes(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const flips = 1 + random.below(8);
  for (let i = 0; i < flips && copy.length > 0; i += 1) copy[random.below(copy.length)] = random.below(256);
  return random.chance(0.2) ? copy.subarray(0, random.below(copy.length + 1)) : copy;
}

/** Of a JSON document: something in the place of one of its values, or a key less or more. */
export function mutateJson(value: unknown, random: Random): unknown {
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null || random.chance(0.08)) return odd(value, random);
  const entries = Object.entries(value);
  if (entries.length === 0 || random.chance(0.05)) {
    return isList ? [...value, odd(null, random)] : fromEntries([...entries, [random.pick(noise), odd(null, random)]]);
  }
  const at = random.below(entries.length);
  const [key = '', inner] = entries[at] ?? [];
  const rest = entries.filter((_entry, i) => i !== at);
  if (random.chance(0.1)) return isList ? rest.map(([, each]) => each) : fromEntries(rest);
  if (isList && random.chance(0.1)) return [...value, inner];
  const changed = entries.map(([name, each], i): [string, unknown] => [
    name,
    i === at ? mutateJson(inner, random) : each,
  ]);
  return isList
    ? changed.map(([, each]) => each)
    : fromEntries(random.chance(0.02) ? [['__proto__', key], ...rest] : changed);
}

/** Of a JSON document: hostile text behind or in the place of texts that others wrote; its shape stays. */
export function poisonJson(value: unknown, keys: ReadonlySet<string>, random: Random, key = ''): unknown {
  if (typeof value === 'string') {
    if (!keys.has(key) || random.chance(0.5)) return value;
    return random.pick([mutateText(value, random), value + random.pick(noise), random.pick(noise)]);
  }
  if (Array.isArray(value)) return value.map((each) => poisonJson(each, keys, random, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poisonJson(each, keys, random, name)]));
}

/** As a parser makes it: `__proto__` becomes a key like any other. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): unknown {
  return JSON.parse(
    `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join()}}`,
  );
}

function odd(value: unknown, random: Random): unknown {
  if (typeof value === 'string' && random.chance(0.7)) {
    const text = random.pick(noise);
    return random.pick([mutateText(value, random), value + text, text + value, text]);
  }
  return random.pick<unknown>([
    null,
    true,
    0,
    -1,
    1e300,
    1.5,
    '',
    'x',
    [],
    {},
    [[]],
    { a: 1 },
    random.pick(noise),
    '2026-02-30',
  ]);
}
