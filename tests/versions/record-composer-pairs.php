<?php
// Writes 10,000 pairs of versions with Composer's own word on their order: the same pairs each time.
//   apt-get install php-cli php-composer-semver
//   php tests/versions/record-composer-pairs.php > tests/fixtures/versions/composer-pairs.tsv
// One pair a line, three columns: a, b, and -1, 0 or 1; `?` where Composer takes one of the two for no version at all.

require 'Composer/Semver/autoload.php';

use Composer\Semver\Comparator;
use Composer\Semver\VersionParser;

const PAIRS = 10000;
mt_srand(20260822);

function pick(array $of)
{
    return $of[mt_rand(0, count($of) - 1)];
}

function upTo(int $most): int
{
    return mt_rand(0, $most);
}

/** What platforms write: each shape with small numbers, so that two of one shape are often close to each other. */
function written(): string
{
    $shapes = [
        fn () => '2.' . pick([3, 4]) . '.' . upTo(9) . pick(['', '', '-p' . upTo(19), '-beta' . upTo(3)]),
        fn () => '2.4.' . pick([7, 8]) . pick(['', '-p' . upTo(12), '-p' . upTo(12), '-beta' . upTo(3), '-dev']),
        fn () => '1.7.' . upTo(8) . '.' . upTo(12),
        fn () => pick([8, 9]) . '.' . upTo(3) . '.' . upTo(6) . pick(['', '', '-beta.' . upTo(3), '-rc.' . upTo(3)]),
        fn () => '6.' . upTo(8) . '.' . upTo(12) . '.' . upTo(20) . pick(['', '', '', '-rc' . upTo(4), '-RC' . upTo(4)]),
        fn () => pick([6, 7]) . '.' . upTo(9) . pick(['', '.' . upTo(12), '-alpha', '-beta' . upTo(4), '-RC' . upTo(4)]),
        fn () => pick([3, 4]) . '.' . upTo(1) . '.' . upTo(5) . '.' . upTo(9) . pick(['', '', '_rc1', '-b']),
        fn () => pick(['v', '']) . upTo(3) . '.' . upTo(5) . '.' . upTo(12) . pick(['', '', '-BETA-' . upTo(3), '-alpha.' . upTo(2)]),
        fn () => pick([3, 4]) . '.' . upTo(3) . '.' . upTo(18) . pick(['', '-p' . upTo(8), '-rc', '-rc' . upTo(3), '-beta2']),
        fn () => '1.5.' . upTo(8) . pick(['', 'a', 'b', 'c', 'd', 'p1', 'p2']),
        fn () => pick([19, 20]) . '.' . upTo(16) . '.' . upTo(3) . pick(['', '', '-rc1', '-dev']),
    ];
    return pick($shapes)();
}

/** Any number of parts, any word, any way to join the two. */
function generated(): string
{
    $parts = array_map(fn () => upTo(pick([3, 12, 120])), range(1, mt_rand(1, 4)));
    $words = ['alpha', 'a', 'beta', 'b', 'RC', 'rc', 'patch', 'pl', 'p', 'P', 'Beta'];
    $count = pick(['', '', upTo(12), '.' . upTo(12), '-' . upTo(12)]);
    $end = pick(['', '', pick(['-', '.', '_', '']) . pick($words) . $count, pick(['-', '.']) . 'dev']);
    return pick(['', '', 'v', 'V']) . implode('.', $parts) . $end;
}

/** The same version written otherwise, or its neighbour. */
function near(string $version): string
{
    $changes = [
        fn () => preg_replace_callback('/\d+/', fn ($number) => (string) max(0, (int) $number[0] + mt_rand(-1, 1)), $version),
        fn () => preg_replace('/[-._]?[a-z].*$/i', '', ltrim($version, 'vV')),
        fn () => preg_replace('/[-._]?[a-z].*$/i', '', ltrim($version, 'vV')) . pick(['-p1', '-p10', '-rc1', '-beta', '-dev', 'a', 'c']),
        // Composer knows four parts at most; what has fewer is the same with a zero behind it.
        fn () => preg_replace('/^([vV]?\d+(?:\.\d+){0,2})(?![\d.]*\.\d|\d)/', '$1.0', $version),
        fn () => strtoupper($version),
        fn () => str_replace('-', pick(['.', '_', '']), $version),
    ];
    return pick($changes)();
}

function orderOf(string $a, string $b): string
{
    $parser = new VersionParser();
    try {
        [$left, $right] = [$parser->normalize($a), $parser->normalize($b)];
    } catch (UnexpectedValueException) {
        return '?';
    }
    if (Comparator::equalTo($left, $right)) return '0';
    return Comparator::greaterThan($left, $right) ? '1' : '-1';
}

$seen = [];
while (count($seen) < PAIRS) {
    $a = mt_rand(1, 3) === 1 ? generated() : written();
    $b = pick([fn () => near($a), fn () => near($a), written(...), generated(...)])();
    if (isset($seen["$a\t$b"])) continue;
    $seen["$a\t$b"] = true;
    echo "$a\t$b\t", orderOf($a, $b), "\n";
}
