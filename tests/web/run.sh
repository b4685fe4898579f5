#!/bin/sh
# Les essais des pages dans Chromium :  EGIDE=build/tests/egide tests/web/run.sh [ESSAI.test.mjs…]
# Les bibliothèques d’essai viennent de npm (« run.sh preparer » ne fait que cela) ; le navigateur
# est celui de Debian, jamais téléchargé.
set -eu
cd "$(dirname "$0")"
for programme in node npm chromium; do
  command -v "$programme" >/dev/null || {
    echo "Les essais des pages demandent « $programme » (paquets Debian : nodejs, npm, chromium)." >&2
    exit 1
  }
done
if ! cmp -s package-lock.json node_modules/.egide-lock; then
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --ignore-scripts >&2
  cp package-lock.json node_modules/.egide-lock
fi
[ "${1:-}" = preparer ] && exit 0
[ $# -gt 0 ] || set -- *.test.mjs
exec node --test --test-concurrency=1 "$@"
