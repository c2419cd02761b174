import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** Astro compiles what lies here; all other modules are plain TypeScript, which Node runs as it is. */
const compiled = ['pages', 'layouts', 'components', 'styles'].map((folder) => `${src}${folder}${sep}`);

function isShared(file: string): boolean {
  return file.startsWith(src) && file.endsWith('.ts') && !compiled.some((folder) => file.startsWith(folder));
}

/**
 * Lets the pages of a build import our modules as they are, the same instances that the scripts use: data are read once, and what is
 * remembered of them is remembered for both.
 */
export function shareSource(): AstroIntegration {
  return {
    name: 'shared-source',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        const plugin = {
          name: 'shared-source',
          enforce: 'pre',
          applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
          resolveId: {
            filter: { id: /\.ts$/ },
            async handler(this: any, id: string, importer: string | undefined) {
              const found = await this.resolve(id, importer, { skipSelf: true });
              return found !== null && isShared(found.id) ? { id: pathToFileURL(found.id).href, external: 'absolute' } : found;
            },
          },
        };
        updateConfig({ vite: { plugins: [plugin as any] } });
      },
    },
  };
}
