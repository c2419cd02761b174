import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { ConfigError } from '../src/lib/errors.ts';

/** One command's options: name -> what it means; `value` names its argument, none = a switch. */
export type OptionTable = Record<string, { value?: string; means: string }>;

/** What the command line said. */
export interface Arguments {
  texts: Record<string, string | undefined>;
  switches: Record<string, boolean | undefined>;
  positionals: string[];
}

function helpText(usage: string, options: OptionTable): string {
  const rows = Object.entries({ ...options, help: { means: 'print this and end' } }).map(([name, option]) => [
    `  --${name}${'value' in option && option.value !== undefined ? ` ${option.value}` : ''}`,
    option.means,
  ]);
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return [usage, '', ...rows.map(([left = '', right = '']) => `${left.padEnd(width)}   ${right}`)].join('\n');
}

/** Reads a script's command line; prints the help and ends where it is asked for. Throws ConfigError on an unknown option. */
export function readArguments(usage: string, options: OptionTable): Arguments {
  const specification = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      options: { ...specification, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values['help'] === true) {
      console.log(helpText(usage, options));
      process.exit(0);
    }
    const read: Arguments = { texts: {}, switches: {}, positionals };
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string') read.texts[name] = value;
      if (typeof value === 'boolean') read.switches[name] = value;
    }
    return read;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ConfigError('command line', `${cause.message}\n\n${helpText(usage, options)}`, { cause });
  }
}

/** The demo keeps its state in a folder of its own, never in data/. */
const demoData = join('.demo', 'data');

/** The data folder: the one that was named, else the demo's while sites.yaml says `demo: true`, else data/. */
export function dataFolder(options: { data?: string | undefined; config?: string | undefined }): string {
  if (options.data !== undefined) return options.data;
  const file = options.config ?? 'sites.yaml';
  if (!existsSync(file)) return 'data';
  const document: unknown = parse(readFileSync(file, 'utf8'));
  const demo = typeof document === 'object' && document !== null && 'demo' in document && document.demo === true;
  return demo ? demoData : 'data';
}
