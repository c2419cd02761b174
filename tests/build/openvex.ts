const text = { type: 'string' };
const address = { type: 'string', format: 'uri' };
const instant = { type: 'string', format: 'date-time' };

function closed(properties: object, required: string[] = []): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function listOf(items: object, more: object = {}): object {
  return { type: 'array', items, uniqueItems: true, ...more };
}

const identifiers = closed({ purl: text, cpe22: text, cpe23: text });
const subcomponent = closed({ '@id': address, identifiers });
const product = closed({ '@id': address, identifiers, subcomponents: listOf(subcomponent) });
const vulnerability = closed({ '@id': address, name: text, description: text, aliases: listOf(text) }, ['name']);

const statement = {
  ...closed(
    {
      vulnerability,
      products: listOf(product, { minItems: 1 }),
      status: { enum: ['not_affected', 'affected', 'fixed', 'under_investigation'] },
      status_notes: text,
      justification: {
        enum: [
          'component_not_present',
          'vulnerable_code_not_present',
          'vulnerable_code_not_in_execute_path',
          'vulnerable_code_cannot_be_controlled_by_adversary',
          'inline_mitigations_already_exist',
        ],
      },
      impact_statement: text,
      action_statement: text,
      timestamp: instant,
    },
    ['vulnerability', 'products', 'status'],
  ),
  allOf: [
    {
      if: { properties: { status: { const: 'not_affected' } } },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
      then: { oneOf: [{ required: ['justification'] }, { required: ['impact_statement'] }] },
    },
    {
      if: { properties: { status: { const: 'affected' } } },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
      then: { required: ['action_statement'] },
    },
  ],
};

/** OpenVEX 0.2.0, written after the tables of its specification: https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md */
export const openvex = closed(
  {
    '@context': { const: 'https://openvex.dev/ns/v0.2.0' },
    '@id': address,
    author: text,
    role: text,
    timestamp: instant,
    last_updated: instant,
    version: { type: 'integer', minimum: 1 },
    tooling: text,
    statements: listOf(statement, { minItems: 1 }),
  },
  ['@context', '@id', 'author', 'timestamp', 'version', 'statements'],
);
