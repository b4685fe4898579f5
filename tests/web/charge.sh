#!/bin/sh
# Essai de charge sur cette machine, hors de ctest : pages et PDF mêlés, latences par centile.
#   EGIDE=build/release/egide tests/web/charge.sh [secondes]
set -eu
racine=$(cd "$(dirname "$0")/../.." && pwd)
programme=${EGIDE:-$racine/build/release/egide}
duree=${1:-20}
dossier=$(mktemp -d)
"$programme" servir --port 0 > "$dossier/adresse" &
service=$!
trap 'kill $service 2>/dev/null || true; rm -rf "$dossier"' EXIT
while ! grep -q http "$dossier/adresse"; do sleep 0.1; done
adresse=$(grep -o 'http://[^ ]*[0-9]' "$dossier/adresse")
cat > "$dossier/melange.lua" <<LUA
local fichier = io.open("$racine/forms/exemples/plainte.yaml")
local dossier = fichier:read("*a")
fichier:close()
local pages = { "/", "/documents", "/document/plainte", "/situation/violences", "/droit", "/sante" }
local tour = 0
function request()
  tour = tour + 1
  if tour % 10 == 0 then
    return wrk.format("POST", "/api/generer/plainte?format=pdf",
                      { ["Content-Type"] = "application/yaml", ["Host"] = "localhost" }, dossier)
  end
  return wrk.format("GET", pages[tour % #pages + 1], { ["Host"] = "localhost" })
end
LUA
memoire() { awk '/VmRSS/ {print $2 " Ko"}' "/proc/$service/status"; }
echo "Mémoire au départ : $(memoire)"
wrk --threads 2 --connections 12 --duration "${duree}s" --latency --script "$dossier/melange.lua" "$adresse"
echo "Mémoire à la fin : $(memoire)"
