import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** Astro compiles what lies here; all other modules are plain TypeScript, which Node runs as it is. */
const compiled = ['pages', 'components', 'styles'].map((folder) => `${src}${folder}${sep}`);

function isShared(file: string): boolean {
  return file.startsWith(src) && file.endsWith('.ts') && !compiled.some((folder) => file.startsWith(folder));
}

/** Leaves our modules out of what Vite compiles for the pages of a build. */
const leaveOut: NonNullable<AstroUserConfig['vite']> = {
  plugins: [
    {
      name: 'shared-source',
      enforce: 'pre',
      applyToEnvironment: ({ name }) => name === 'prerender',
      resolveId: {
        filter: { id: /\.ts$/ },
        async handler(id, importer) {
          const found = await this.resolve(id, importer, { skipSelf: true });
          if (found === null || !isShared(found.id)) return found;
          return { id: pathToFileURL(found.id).href, external: 'absolute' };
        },
      },
    },
  ],
};

/**
 * Lets the pages of a build import our modules as they are, the same instances that the scripts use: data are read once, and
 * what is remembered of them is remembered for both.
 */
export function shareSource(): AstroIntegration {
  return {
    name: 'shared-source',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: leaveOut });
      },
    },
  };
}
