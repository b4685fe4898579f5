// Makes content/annuaire/*.tsv from the npm package @etalab/decoupage-administratif (code MIT,
// data Licence Ouverte 2.0; sources: INSEE, DGCL, La Poste). Run by hand for a new year's edition:
//   npm pack @etalab/decoupage-administratif && tar xzf etalab-*.tgz
//   node scripts/annuaire.js package/data content/annuaire
// Files are sorted by code so that a place is found without reading everything in memory twice.
const fs = require('fs');
const path = require('path');
const [source, target] = process.argv.slice(2);
if (!source || !target) {
  console.error('usage : node scripts/annuaire.js DOSSIER_DES_DONNEES DOSSIER_A_ECRIRE');
  process.exit(2);
}
const read = (name) => JSON.parse(fs.readFileSync(path.join(source, name), 'utf8'));
const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const write = (name, header, rows) =>
  fs.writeFileSync(path.join(target, name), [header, ...rows].map((r) => r.join('\t')).join('\n') + '\n');
const typographic = (name) => name.replace(/'/g, '’');

const communes = read('communes.json').filter((c) => c.type === 'commune-actuelle').sort(byCode);
const epciOf = new Map();
for (const epci of read('epci.json')) for (const member of epci.membres) epciOf.set(member.code, epci.code);
write('communes.tsv',
  ['code', 'nom', 'liaison', 'departement', 'arrondissement', 'epci', 'population', 'codes_postaux'],
  communes.map((c) => [c.code, typographic(c.nom), c.typeLiaison, c.departement ?? c.collectiviteOutremer?.code ?? '',
    c.arrondissement ?? '', epciOf.get(c.code) ?? '', c.population ?? '', (c.codesPostaux ?? []).join(' ')]));

write('arrondissements.tsv', ['code', 'nom', 'liaison', 'departement', 'chef_lieu'],
  read('arrondissements.json').sort(byCode).map((a) => [a.code, typographic(a.nom), a.typeLiaison, a.departement, a.chefLieu]));

write('departements.tsv', ['code', 'nom', 'liaison', 'region', 'chef_lieu'],
  read('departements.json').sort(byCode).map((d) => [d.code, typographic(d.nom), d.typeLiaison, d.region ?? '', d.chefLieu ?? '']));

write('regions.tsv', ['code', 'nom', 'liaison', 'chef_lieu'],
  read('regions.json').sort(byCode).map((r) => [r.code, typographic(r.nom), r.typeLiaison, r.chefLieu ?? '']));

write('epci.tsv', ['code', 'nom', 'type'],
  read('epci.json').sort(byCode).map((e) => [e.code, typographic(e.nom), e.type]));
