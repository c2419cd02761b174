#!/usr/bin/env bash
# One round on a server: scan, then build into dist/, which nginx serves (docs/nginx.conf). Ends with the scan's exit code.
set -euo pipefail
cd "$(dirname "$0")/../.."
code=0
npm run -s scan || code=$?
# 1: something could not be processed; what is known is published all the same. Anything else ends here.
if [ "$code" -gt 1 ]; then exit "$code"; fi
npm run -s build
exit "$code"
