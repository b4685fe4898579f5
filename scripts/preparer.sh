# Sourced by ./run and ./test: installs what is missing and builds. French messages on stderr.
# Functions only; nothing runs when this file is read.

dire() { printf '%s\n' "$*" >&2; }

# installer LISTE… : installs the Debian packages of these lists that are not there yet.
installer() {
  local paquets manquants=() paquet etat
  mapfile -t paquets < <(cat "$@" | sed 's/#.*//; /^[[:space:]]*$/d')
  etat=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${paquets[@]}" 2>/dev/null || true)
  for paquet in "${paquets[@]}"; do
    grep -qx "$paquet installed" <<<"$etat" || manquants+=("$paquet")
  done
  [ ${#manquants[@]} -eq 0 ] && return 0
  dire "Installation des paquets Debian manquants : ${manquants[*]}"
  local administrateur=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      dire "Il faut les droits d’administration : installez sudo, ou relancez en root."
      exit 5
    }
    administrateur=(sudo)
  fi
  "${administrateur[@]}" apt-get update -q >&2
  "${administrateur[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${manquants[@]}" >&2
}

# installer_node : Node et npm, d’où qu’ils viennent ; sinon ceux de Debian.
installer_node() {
  local version
  version=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
  [ "$version" -ge 18 ] && command -v npm >/dev/null && return 0
  installer <(printf 'nodejs\nnpm\n')
}

# construire PREREGLAGE [OPTION_CMAKE…] -- [CIBLE…] : configures the first time, then builds.
construire() {
  local prereglage=$1 options=() journal
  shift
  while [ $# -gt 0 ] && [ "$1" != "--" ]; do options+=("$1"); shift; done
  [ $# -gt 0 ] && shift
  mkdir -p "build/$prereglage"
  journal="build/$prereglage/construction.log"
  if [ ! -f "build/$prereglage/build.ninja" ]; then
    cmake --preset "$prereglage" "${options[@]}" >"$journal" 2>&1 || {
      cat "$journal" >&2
      dire "La configuration a échoué."
      exit 1
    }
  fi
  if [ -t 2 ]; then
    ninja -C "build/$prereglage" "$@" >&2 || exit 1
  else
    ninja -C "build/$prereglage" "$@" >"$journal" 2>&1 || {
      cat "$journal" >&2
      dire "La construction a échoué."
      exit 1
    }
  fi
}
