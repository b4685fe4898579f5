#!/bin/sh
# Les essais des pages produites, dans Chromium et par le vérificateur Nu. EGIDE désigne le
# programme. Les bibliothèques d’essai viennent de npm à la première fois ; le navigateur et Java
# sont ceux de Debian, jamais téléchargés.
set -eu
cd "$(dirname "$0")"
if [ ! -d node_modules ]; then
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --ignore-scripts
fi
exec node --test --test-concurrency=1 documents.test.mjs
