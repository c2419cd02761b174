import type { z } from 'zod';
import { ConfigError } from '../lib/errors.ts';
import type { Config } from '../model/config.ts';
import { findConflicts } from './conflicts.ts';
import type { SourceDocument } from './document.ts';
import { readDocument } from './document.ts';
import type { Issue } from './issues.ts';
import { describe, gatherIssues, hasCredentials } from './issues.ts';
import { readText } from './read.ts';
import { findClosest } from './suggest.ts';
import { unreadable } from './value.ts';
import { choice, SitesFile } from './vocabulary.ts';

/** What to do about a value, where its kind is known: nothing at all, a password, a number for a text, a near miss. */
function adviseOn(value: unknown, allowed: string): string | undefined {
  if (value === undefined) return 'add it';
  if (value === null) return 'give it a value or remove the line';
  if (typeof value === 'object') return undefined;
  if (typeof value !== 'string') return allowed.startsWith('text') ? 'put it in quotes' : undefined;
  if (hasCredentials(value)) return 'leave out the user name and password: they would be published';
  const choices = allowed.startsWith(choice) ? allowed.slice(choice.length).split(', ') : [];
  const meant = findClosest(value, choices);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, key) => Reflect.get(Object(value), key), root);
}

function explain(document: SourceDocument, issue: z.core.$ZodIssue): Issue[] {
  const allowed = issue.message;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return {
        offset: document.locate(path, 'key'),
        path,
        found: 'an unknown key',
        allowed,
        remedy: adviseOn(key, allowed),
      };
    });
  }
  const value = valueAt(document.value, issue.path);
  if (value === unreadable) return [];
  const offset = document.locate(issue.path, 'value');
  return [{ offset, path: issue.path, found: describe(value), allowed, remedy: adviseOn(value, allowed) }];
}

/** Fills in the defaults that depend on other keys. */
function complete(file: SitesFile): Config {
  const { title, url, contact, every, maxAge, policy, disclosure, languages, demo } = file;
  const { newest, other } = policy.unpublishedSupport;
  return {
    title,
    url,
    contact,
    everyMs: every,
    maxAgeMs: maxAge,
    policy: {
      sourceMaxAgeMs: policy.sourceMaxAge,
      unpublishedNewestMonths: newest,
      unpublishedOtherMonths: other,
      accept: policy.accept,
    },
    languages,
    demo,
    sites: file.sites.map((site) => ({
      ...site,
      name: site.name ?? new URL(site.url).host.slice(0, 200),
      disclosure: site.disclosure ?? disclosure,
    })),
  };
}

/** The text of sites.yaml -> Config, every default filled in and every URL in canonical form. Throws one ConfigError that names every issue with line and column; `file` is its name in there. */
export function parseConfig(text: string, file: string): Config {
  if (text.includes('\0')) {
    throw new ConfigError(file, `${file} is binary, or text in UTF-16. Name a YAML file, saved as UTF-8.`);
  }
  const document = readDocument(text);
  if (document.broken) throw gatherIssues(file, document.issues, document.position);
  if (document.value === null) {
    throw new ConfigError(file, `${file} is empty. List at least one site in it: README.md shows how in ten lines.`);
  }
  const parsed = SitesFile.safeParse(document.value);
  const mistakes = parsed.error?.issues.flatMap((issue) => explain(document, issue)) ?? [];
  const issues = [...document.issues, ...mistakes, ...findConflicts(document)];
  if (!parsed.success || issues.length > 0) throw gatherIssues(file, issues, document.position);
  return complete(parsed.data);
}

/** Reads sites.yaml. Throws one ConfigError: no such file, too large, not UTF-8, or every issue of its content. */
export async function loadConfig(path: string): Promise<Config> {
  return parseConfig(await readText(path), path);
}
