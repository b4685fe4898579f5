#!/bin/sh
# Les essais des pages dans Chromium. EGIDE désigne le programme. Les bibliothèques d’essai viennent
# de npm à la première fois ; le navigateur est celui de Debian, jamais téléchargé.
set -eu
cd "$(dirname "$0")"
if [ ! -d node_modules ]; then
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --ignore-scripts
fi
exec node --test --test-concurrency=1 pages.test.mjs path.test.mjs server.test.mjs
