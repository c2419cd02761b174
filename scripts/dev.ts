import { dev } from 'astro';
import { dataFolder, readArguments } from './arguments.ts';
import { configureAstro } from './astro.ts';
import { runCommand } from './run.ts';

const usage = `npm run dev -- [options]
Shows the pages of what was scanned, and shows them anew whenever their source changes. Ctrl+C ends it.`;

await runCommand(async () => {
  const { texts } = readArguments(usage, {
    data: { value: 'DIR', means: "what was scanned (default data, or the demo's own folder)" },
    disclosure: { value: 'LEVEL', means: "full, after-patch or answer-only, in place of every site's own" },
  });
  const config = await configureAstro({ data: dataFolder({ data: texts['data'] }), disclosure: texts['disclosure'] });
  await dev({ ...config, logLevel: 'info' });
  return 0;
});
