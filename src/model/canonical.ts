function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sortedKeys(entry)]));
}

/** The canonical form: JSON without white space, keys of every object sorted by code point. It is what `jq -cS .` prints. */
export function canonicalForm(value: unknown): string {
  return JSON.stringify(sortedKeys(value));
}
