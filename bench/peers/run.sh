#!/usr/bin/env bash
# bench/peers/run.sh [DOSSIER_DE_SORTIE] : la même lettre, la même note et le même guide par Égide,
# Typst, WeasyPrint et Pandoc avec LibreOffice ; temps, tailles et rapports, puis les pages en
# images, côte à côte. À lancer sur une machine tranquille, jamais par les tests.
# Il faut en plus des paquets des tests : weasyprint, imagemagick, node et npm.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$(realpath -m "${1:-$root/build/peers}")
build=$root/build/tests
mkdir -p "$out"

ninja -C "$build" egide bench_peers >/dev/null
[ -d "$here/node_modules" ] || (cd "$here" && npm ci --no-audit --no-fund >/dev/null)
export EGIDE_RACINE=$root
profile="-env:UserInstallation=file://$out/libreoffice"

seconds() {  # COMMAND… : elapsed milliseconds of the whole process
  local begin end
  begin=$(date +%s%N)
  "$@" >/dev/null 2>&1
  end=$(date +%s%N)
  printf '%d.%02d' $(((end - begin) / 1000000)) $(((end - begin) / 10000 % 100))
}

row() { printf '%-22s %-18s %10s ms %9s ms %9s o %4s p.  × %s\n' "$@"; }

# measure NAME DOCUMENT DOSSIER STYLE ROUNDS
measure() {
  local name=$1 document=$2 case_file=$3 style=$4 rounds=$5
  local base=$out/$name typ=$here/$style.typ css=$here/lettre.css inside whole reference
  local make=("$build/egide" generer "$document" "$root/$case_file" --remplacer -q)
  [ "$style" = guide ] && css=$here/guide.css
  [ "$document" = guide ] && make=("$build/egide" guide --remplacer -q)
  "${make[@]}" -f pdf,html,docx -o "$out" >/dev/null
  # WeasyPrint takes minutes on the whole guide: one round is enough.
  local few=$rounds
  [ "$document" = guide ] && few=1
  pandoc -f html -t json "$base.html" | python3 "$here/to_typst.py" "$typ" >"$base.typ"

  read -r inside reference < <("$build/bench/bench_peers" "$document" "$case_file" "$rounds")
  whole=$(seconds "${make[@]}" -o "$base.pdf")
  report() { # PROGRAM FILE
    local ratio=—
    [ "$inside" = — ] || ratio=$(awk -v a="$inside" -v b="$reference" 'BEGIN { printf "%.1f", a / b }')
    row "$name" "$1" "$inside" "$whole" "$(stat -c %s "$2")" "$(pdfinfo "$2" 2>/dev/null | awk '/^Pages/ { print $2 }')" "$ratio"
  }
  report "Égide, tout" "$base.pdf"
  inside=$reference
  whole=—
  report "Égide, page et PDF" "$base.pdf"
  inside=$(cd "$here" && node typst_pdf.mjs "$base.typ" "$base-typst.pdf" "$rounds")
  whole=$(cd "$here" && seconds node typst_pdf.mjs "$base.typ" "$base-typst.pdf")
  report Typst "$base-typst.pdf"
  inside=$(/usr/bin/python3 "$here/weasyprint_pdf.py" "$base.html" "$css" "$base-weasyprint.pdf" "$few" 2>/dev/null)
  whole=—
  [ "$document" = guide ] ||
    whole=$(seconds /usr/bin/python3 "$here/weasyprint_pdf.py" "$base.html" "$css" "$base-weasyprint.pdf")
  report WeasyPrint "$base-weasyprint.pdf"
  mkdir -p "$out/office"
  inside=—
  whole=$(seconds soffice "$profile" --headless --convert-to pdf --outdir "$out/office" "$base.docx")
  report "Pandoc/LibreOffice" "$out/office/$name.pdf"
}

# The first pages of each program, one row a program.
pictures() { # NAME FIRST LAST
  local name=$1 file pages=()
  for file in "$out/$name.pdf" "$out/$name-typst.pdf" "$out/$name-weasyprint.pdf" "$out/office/$name.pdf"; do
    local prefix
    prefix=$out/pages-$(basename "$(dirname "$file")")-$(basename "$file" .pdf)
    pdftoppm -r 80 -png -f "$2" -l "$3" "$file" "$prefix" 2>/dev/null
    pages+=("$prefix"-*.png)
  done
  montage "${pages[@]}" -tile "$(($3 - $2 + 1))x" -geometry +4+4 -background '#888' "$out/$name.png"
}

printf '%-22s %-18s %13s %12s %11s %6s  %s\n' document programme 'en processus' 'processus' taille pages 'rapport à « page et PDF »'
measure plainte plainte forms/exemples/plainte.yaml lettre 20
measure note-synthese note-synthese forms/exemples/note-synthese.yaml note 20
measure guide guide - guide 5
pictures plainte 1 3
pictures note-synthese 1 3
pictures guide 10 12
printf 'Images : %s/*.png\n' "$out"
