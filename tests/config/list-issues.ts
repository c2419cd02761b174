import { expect } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { ConfigError } from '../../src/lib/errors.ts';

/** The shortest sites.yaml; its site is still open for more lines. */
export const minimal = `title: Shops
url: https://status.example/
contact: status@example.com
sites:
  - id: tea
    url: https://tea.example/
`;

/** The lines of the error behind its heading. */
export function listIssues(text: string): string[] {
  try {
    parseConfig(text, 'sites.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message.split('\n').slice(1);
  }
  return [];
}

/** Issues of the one site of `minimal` with more lines, which start at 7:5. */
export function listSiteIssues(...lines: string[]): string[] {
  return listIssues(minimal + lines.map((line) => `    ${line}\n`).join(''));
}
