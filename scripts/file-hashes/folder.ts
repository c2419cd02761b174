import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ConfigError } from '../../src/lib/errors.ts';
import { type Naming, readVersions, type TreeSource } from './source.ts';

function namesIn(folder: string): string[] {
  if (!existsSync(folder))
    throw new ConfigError('--trees', `${folder} does not exist. Remedy: name a folder of releases.`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Links are not followed: what lies outside of the tree is no part of the release. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** A folder of unpacked releases, one folder per version. Only files for which `isWanted` says so are read. */
export function openFolder(folder: string, naming: Naming, isWanted: (file: string) => boolean): TreeSource {
  const places = new Map<string, string>();
  const releases = readVersions(namesIn(folder), naming);
  const readId = (place: string) => {
    const id = createHash('sha256').update(readFileSync(place)).digest('hex');
    places.set(id, place);
    return id;
  };
  const read = (id: string) => readFileSync(places.get(id) ?? '');
  return {
    trees: releases.map(({ name, version }) => ({
      name,
      version,
      list: () =>
        filesBelow(join(folder, name))
          .filter(isWanted)
          .map((file) => ({ file, id: readId(join(folder, name, file)) })),
    })),
    commit: 'release archives',
    sizes: (ids) => new Map(ids.map((id) => [id, read(id).length])),
    read,
  };
}
