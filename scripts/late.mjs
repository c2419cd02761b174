// Runs on any Node >= 18 with nothing installed, so that a watcher needs no more than this file: tells whether the scan that a
// published status.json speaks of is late. Late is one that is overdue for half of the time until its answers end (staleAt).
const usage = `npm run late -- URL
Asks a published status.json (https://status.example.com/status.json) whether the next scan is overdue.
Exit codes: 0 in time, 1 late, or the file cannot be read, 2 misconfigured.`;

/** Milliseconds for the whole request. */
const timeoutMs = 30_000;

function instantOf(status, key) {
  const ms = typeof status?.[key] === 'string' ? Date.parse(status[key]) : Number.NaN;
  if (Number.isNaN(ms)) throw new Error(`it holds no ${key}`);
  return ms;
}

function judge(status, now) {
  const [asOf, due, stale] = ['asOf', 'nextCheckDueAt', 'staleAt'].map((key) => instantOf(status, key));
  const said = (ms) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
  const facts = `Last scan ${said(asOf)}, next one due ${said(due)}, answers end ${said(stale)} (UTC).`;
  if (now <= due + (stale - due) / 2) return { late: false, text: `The scan is in time. ${facts}` };
  const end = now > stale ? 'All answers have ended: they count as no.' : 'When they end, all answers count as no.';
  return { late: true, text: `The scan is late. ${facts} ${end} Remedy: look at the last run of the schedule.` };
}

async function ask(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), cache: 'no-store' });
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return judge(await response.json(), Date.now());
  } catch (error) {
    const why = error instanceof Error ? (error.cause?.message ?? error.message) : String(error);
    return {
      late: true,
      text: `${url} cannot be read: ${why}. Remedy: correct the address, or publish the pages again.`,
    };
  }
}

const [url, ...more] = process.argv.slice(2);
if (url === '--help') {
  console.log(usage);
} else if (more.length > 0 || !/^https?:\/\//.test(url ?? '')) {
  console.error(`One http(s) URL is needed.\n\n${usage}`);
  process.exitCode = 2;
} else {
  const { late, text } = await ask(url);
  console.log(text);
  process.exitCode = late ? 1 : 0;
}
