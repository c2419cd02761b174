import type { Platform, Signal } from '../platforms/platform.ts';
import { canHold, type Needs, needOneOf, readNeeds } from './grams.ts';
import { bodyKinds, gramsOf } from './match.ts';
import { isSuccess, type Page } from './page.ts';

/** What a signal cannot do without. */
interface Trace {
  kind: Signal['kind'];
  /** Marks of its texts, or of the name under which they stand. */
  needs: Needs;
  /** How the path ends whose answer it is read from; empty: any. */
  pathEnd: string;
}

function nameOf({ kind, header, host }: Signal): string {
  return kind === 'cookie' ? 'set-cookie' : (header ?? host ?? '');
}

function traceSignal(signal: Signal): Trace {
  const { kind, pattern, path = '' } = signal;
  return { kind, needs: readNeeds(pattern) ?? needOneOf([nameOf(signal)]), pathEnd: path.replace('{static}', '') };
}

const known = new WeakMap<Platform, readonly Trace[]>();

/** Traces of all that names a platform or tells where it lives. */
function tracesOf(platform: Platform): readonly Trace[] {
  const { signals, staticBase } = platform;
  const base: Trace[] = staticBase ? [{ kind: 'asset', needs: readNeeds(staticBase), pathEnd: '' }] : [];
  const traces = known.get(platform) ?? [...signals.map(traceSignal), ...base];
  known.set(platform, traces);
  return traces;
}

/**
 * Tells of each platform whether any of its signals may be found: of hundreds of records a visit shows a few. False is
 * certain; true is worth a closer look.
 */
export function sieve(pages: readonly Page[]): (platform: Platform) => boolean {
  const answers = pages.filter(({ exchange }) => isSuccess(exchange));
  const shown = answers.map((page) => gramsOf('markup', page));
  const isThere = ({ kind, needs, pathEnd }: Trace) => {
    if (!bodyKinds.has(kind)) return shown.some((grams) => canHold(grams, needs));
    return answers.some((page) => page.exchange.path.endsWith(pathEnd) && canHold(gramsOf(kind, page), needs));
  };
  return (platform) => tracesOf(platform).some(isThere);
}
