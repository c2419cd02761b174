import { expect, it } from 'vitest';
import { nameSources } from '../../src/views/keepers.ts';

it('names those who speak, not their files and licences, each once', () => {
  expect(
    nameSources([
      'GitHub Advisory Database (CC-BY-4.0)',
      'FriendsOfPHP/security-advisories drupal/core/CVE-2016-3162.yaml (Unlicense)',
      'FriendsOfPHP/security-advisories drupal/drupal/CVE-2016-3162.yaml (Unlicense)',
      'CVE list (CVE terms of use)',
      'CVE List',
      'CISA KEV, vendor patch notes',
      'cisagov/vulnrichment (CC0)',
      'OSV',
      'Packagist',
    ]),
  ).toEqual(['GitHub', 'FriendsOfPHP', 'MITRE', 'CISA', 'OSV', 'Packagist']);
});
