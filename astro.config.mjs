import { defineConfig } from 'astro/config';

// Folders, base path and data come from scripts/build.ts and scripts/dev.ts: they know which data folder is meant.
export default defineConfig({
  output: 'static',
  compressHTML: true,
  devToolbar: { enabled: false },
  cacheDir: '.build/cache',
  build: {
    // The CSP allows no inline style.
    inlineStylesheets: 'never',
    concurrency: 16,
  },
  vite: { cacheDir: '.build/vite', build: { assetsInlineLimit: 0 } },
});
