import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Browser and build tests start processes of their own: two at a time keep a small machine responsive.
    maxWorkers: 2,
  },
});
