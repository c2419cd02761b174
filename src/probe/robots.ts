/** One Allow or Disallow line of the group that speaks to Patchproof. */
export interface RobotsRule {
  pattern: string;
  allow: boolean;
}

/** The product token that site owners write in robots.txt; lower case, as it is compared. */
const token = 'patchproof';

interface Group {
  agents: string[];
  rules: RobotsRule[];
}

/** The rules that a robots.txt sets for Patchproof (RFC 9309): the groups that name it, else those for `*`. */
export function readRobotsRules(text: string): RobotsRule[] {
  const groups = readGroups(text);
  const own = groups.filter(({ agents }) => agents.includes(token));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  return chosen.flatMap(({ rules }) => rules);
}

/** Whether a path with its query may be asked: the longest pattern that matches decides, Allow where two are equal. */
export function allowsPath(rules: readonly RobotsRule[], path: string): boolean {
  const wanted = normalise(path);
  let best: RobotsRule | undefined;
  for (const rule of rules) {
    const longer = rule.pattern.length - (best?.pattern.length ?? -1);
    if ((longer > 0 || (longer === 0 && rule.allow)) && matchesPath(rule.pattern, wanted)) best = rule;
  }
  return best?.allow ?? true;
}

/** A group is a run of User-agent lines and the rules up to the next run. */
function readGroups(text: string): Group[] {
  const groups: Group[] = [];
  let naming = false;
  for (const [field, value] of robotsLines(text)) {
    if (field === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [] });
      naming = true;
      groups.at(-1)?.agents.push(value.toLowerCase().match(/^(\*|[a-z_-]*)/)?.[0] ?? ''); // Patchproof/0.1
    } else if (field === 'allow' || field === 'disallow') {
      naming = false;
      if (value !== '') groups.at(-1)?.rules.push({ pattern: normalise(value), allow: field === 'allow' });
    }
  }
  return groups;
}

function robotsLines(text: string): [string, string][] {
  return text.split(/\r\n?|\n/).flatMap((line) => {
    const content = line.split('#', 1)[0] ?? '';
    const colon = content.indexOf(':');
    return colon < 0 ? [] : [[content.slice(0, colon).trim().toLowerCase(), content.slice(colon + 1).trim()]];
  });
}

/** `*` stands for any text, a `$` at the end for the end of the path; else a pattern is a prefix. */
function matchesPath(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const [first = '', ...rest] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = anchored ? rest.pop() : undefined;
  let end = first.length;
  for (const part of rest) {
    const at = path.indexOf(part, end);
    if (at < 0) return false;
    end = at + part.length;
  }
  if (!anchored) return true;
  return last === undefined ? end === path.length : path.length - last.length >= end && path.endsWith(last);
}

/** One spelling for paths and patterns: percent-encoded UTF-8 with upper-case digits. */
function normalise(path: string): string {
  const encoded = encodeURI(path.toWellFormed()).replaceAll('%25', '%');
  return encoded.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase()); // %c3%a4
}
