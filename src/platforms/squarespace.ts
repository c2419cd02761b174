import type { Platform } from './platform.ts';
import { cookie, header, markup, script } from './signals.ts';

/**
 * Run and patched by its vendor. Most sites on it are no shops, so the sign of its store is needed; and its pages are often
 * copied to other servers, so what a page shows adds up to less than a name: that takes a header.
 */
export const squarespace: Platform = {
  id: 'squarespace',
  name: 'Squarespace',
  vendorHosted: true,
  signals: [
    // server: Squarespace
    header('strong', 'server', /^Squarespace$/, 'server of Squarespace'),
    // x-contextid: P0IlaNKm/roP4a7jq, also behind another network that replaces the server's name
    header('hint', 'x-contextid', /^[\w-]{4,16}\/[\w-]{4,16}$/, 'header of the Squarespace servers'),
    // Set-Cookie: crumb=...;Path=/; other software sets one of that name as well
    cookie('hint', /^crumb$/, 'form cookie of Squarespace'),
    // <!-- This is Squarespace. -->
    markup('hint', /^<!-- This is Squarespace\. -->/, 'comment names Squarespace'),
    // })(SQUARESPACE_ROLLUPS, 'squarespace-commerce'); the context object lists "squarespace-commerce" on every site
    {
      ...script('hint', /\(SQUARESPACE_ROLLUPS, ?'squarespace-commerce'\)/, 'page loads the Squarespace store'),
      needed: true,
    },
  ],
  versionRules: [],
  hasFileHashes: false,
};
