#!/usr/bin/env bash
# Commits what a scan changed in a data folder, if anything did:  bash scripts/commit-data.sh [DIR]  (default data)
# Left out are checks.json, which changes with every scan, and copies of sources that say the same again at a later hour:
# both belong into the cache of whoever scans. Where nothing changed for 40 days an empty commit is made, because GitHub
# ends the schedules of a public repository that had no commit for 60.
set -euo pipefail
data=${1:-data}

# Lines of a pull that tell when it was read, not what it says.
instants='^  "fetchedAt": |^      "(etag|lastModified)": |^    "[a-z0-9-]+": "[0-9-]{10}T[0-9:.]+Z",?$'

git add --all -- "$data" ":(exclude)$data/checks.json" ":(exclude)$data/lock*"
git diff --cached --name-only -z --diff-filter=M -- "$data/pulls" | while IFS= read -r -d '' file; do
  if [ -z "$(git diff --cached -I "$instants" -- "$file")" ]; then
    git reset --quiet -- "$file"
  fi
done

scanned_at=$(sed -n 's/^  "asOf": "\([^"]*\)".*/\1/p' "$data/checks.json")
if ! git diff --cached --quiet -- "$data"; then
  git commit --quiet --message "data: scan of ${scanned_at%T*}"
  echo "Committed the scan of ${scanned_at%T*}."
elif [ "$(($(date --date "$scanned_at" +%s) - $(git log -1 --format=%ct)))" -gt "$((40 * 86400))" ]; then
  git commit --quiet --allow-empty --message 'chore: nothing changed for 40 days, the schedule goes on'
  echo 'Nothing changed for 40 days: made an empty commit.'
else
  echo 'Nothing changed.'
fi
