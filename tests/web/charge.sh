#!/bin/sh
# Charge sur cette machine : pages, calculs et PDF mêlés, latences par centile, aucune erreur.
#   EGIDE=build/release/egide tests/web/charge.sh [secondes] [connexions]
# Dans ./test, cinq secondes ; à la main, une minute ou plus.
set -eu
racine=$(cd "$(dirname "$0")/../.." && pwd)
programme=${EGIDE:-$racine/build/release/egide}
duree=${1:-20}
connexions=${2:-12}
command -v wrk >/dev/null || { echo "Cet essai demande « wrk » (paquet Debian)." >&2; exit 1; }
dossier=$(mktemp -d)
mkdir "$dossier/temporaire"
TMPDIR="$dossier/temporaire" "$programme" servir --port 0 > "$dossier/adresse" &
service=$!
trap 'kill $service 2>/dev/null || true; wait $service 2>/dev/null || true; rm -rf "$dossier"' EXIT
while ! grep -q http "$dossier/adresse"; do
  kill -0 $service || exit 1
  sleep 0.1
done
adresse=$(grep -o 'http://[^ ]*[0-9]' "$dossier/adresse")
cat > "$dossier/melange.lua" <<LUA
local fichier = io.open("$racine/forms/exemples/plainte.yaml")
local dossier = fichier:read("*a")
fichier:close()
local pages = { "/", "/documents", "/document/plainte", "/situation/violences", "/droit", "/guide",
                "/delais", "/api/calcul?duree=5%20jours%20francs&depuis=2026-11-23", "/sante" }
local tour = 0
function request()
  tour = tour + 1
  if tour % 10 == 0 then
    return wrk.format("POST", "/api/generer/plainte?format=pdf",
                      { ["Content-Type"] = "application/yaml", ["Host"] = "localhost" }, dossier)
  end
  return wrk.format("GET", pages[tour % #pages + 1], { ["Host"] = "localhost" })
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("Demandes : %d ; erreurs : %d\n", summary.requests,
                         e.connect + e.read + e.write + e.status + e.timeout))
  for _, centile in ipairs({ 50, 90, 99, 99.9 }) do
    io.write(string.format("Centile %s : %.1f ms\n", centile, latency:percentile(centile) / 1000))
  end
end
LUA
memoire() { awk '/VmRSS/ {print $2}' "/proc/$service/status"; }
# Une réponse tardive n’est pas une erreur : la machine peut être occupée ailleurs.
charger() {
  wrk --threads 2 --connections "$connexions" --duration "$1s" --timeout 30s \
    --script "$dossier/melange.lua" "$adresse"
}
charger 2 > /dev/null
depart=$(memoire)
charger "$duree" | tee "$dossier/bilan"
arrivee=$(memoire)
echo "Mémoire : $depart Ko après l’échauffement, $arrivee Ko à la fin"
grep -q 'erreurs : 0$' "$dossier/bilan" || { echo "Des demandes ont échoué." >&2; exit 1; }
[ "$arrivee" -le $((depart * 12 / 10 + 16384)) ] || { echo "La mémoire monte." >&2; exit 1; }
[ -z "$(ls -A "$dossier/temporaire")" ] || { echo "Des fichiers temporaires restent." >&2; exit 1; }
