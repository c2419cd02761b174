import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { ConfigError } from '../lib/errors.ts';

/** 10,000 full sites take 4 MB. */
const mostBytes = 20_000_000;

const newline = 0x0a;

const remedies: Record<string, string> = {
  ENOENT: 'there is no such file. Create it (README.md shows one in ten lines), or name another with --config FILE.',
  EISDIR: 'it is a folder. Name the YAML file in it with --config FILE.',
  EACCES: 'reading it is not allowed. Give the user who runs Patchproof the right to read it.',
};

async function readBytes(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    // One byte more than allowed tells "too large" from "just fits", for pipes as well.
    for await (const chunk of createReadStream(path, { end: mostBytes })) chunks.push(chunk);
  } catch (cause) {
    const code = String((cause as NodeJS.ErrnoException).code);
    const remedy = remedies[code] ?? `the system says ${code}. Check the path and the disk.`;
    throw new ConfigError(path, `${path} cannot be read: ${remedy}`, { cause });
  }
  return Buffer.concat(chunks);
}

/** Line of the first byte that is not UTF-8, from 1. */
function findBrokenLine(bytes: Buffer): number {
  for (let line = 1, start = 0; ; line += 1) {
    const end = bytes.indexOf(newline, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

/** A file as text, without byte-order mark. Throws ConfigError when it is missing, too large or not UTF-8. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  if (bytes.length > mostBytes) {
    const limit = `${mostBytes / 1_000_000} MB`;
    throw new ConfigError(
      path,
      `${path} is larger than ${limit}. Split it into several files and scan each with --config.`,
    );
  }
  if (!isUtf8(bytes)) {
    const line = findBrokenLine(bytes);
    throw new ConfigError(path, `${path}:${line}: this is not text in UTF-8. Name a YAML file, saved as UTF-8.`);
  }
  return new TextDecoder().decode(bytes);
}
