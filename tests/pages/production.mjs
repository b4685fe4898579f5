// Produit les pages à essayer : chaque exemple, les délais, une affaire, le guide d’une page et le
// guide en site.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.env.EGIDE ?? join(root, 'build', 'release', 'egide');
const run = promisify(execFile);

// Le 23 novembre 2026 : l’établissement des documents.
const env = { ...process.env, EGIDE_RACINE: root, SOURCE_DATE_EPOCH: '1795392000' };

const egide = (...words) => run(program, [...words, '-q'], { env, maxBuffer: 1 << 24 });

// « plainte-candidat.yaml » est un exemple de « plainte » ; le plus long nom l’emporte.
function documentOf(example) {
  let name = example;
  while (name && !existsSync(join(root, 'forms', `${name}.yaml`))) {
    name = name.slice(0, Math.max(0, name.lastIndexOf('-')));
  }
  return name;
}

// Les pages, par leur chemin, et le nom du document de chacune.
export async function producePages() {
  const folder = mkdtempSync(join(tmpdir(), 'egide-pages-'));
  const examples = join(root, 'forms', 'exemples');
  const pages = [];
  const tasks = [];
  const produce = (kind, page, ...words) => {
    const path = join(folder, page);
    pages.push({ kind, path });
    tasks.push(() => egide(...words, '-o', path));
  };
  for (const file of readdirSync(examples).sort()) {
    const name = file.replace(/\.yaml$/, '');
    const kind = documentOf(name);
    if (kind) produce(kind, `${name}.html`, 'generer', kind, join(examples, file), '-f', 'html');
  }
  produce('delais', 'delais-du-dossier.html', 'delais', join(examples, 'plainte.yaml'), '-f', 'html');
  const affair = join(folder, 'affaire');
  tasks.push(() => egide('affaire', join(examples, 'protection-commune.yaml'), '-f', 'html', '-o', affair));
  const site = join(folder, 'site');
  tasks.push(() => egide('guide', '-f', 'site', '-o', site));
  // Deux à la fois.
  const work = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) await task();
  };
  await Promise.all([work(), work()]);
  pages.push({ kind: 'affaire', path: join(affair, '00-affaire.html') });
  for (const name of readdirSync(site).sort()) {
    if (name.endsWith('.html')) pages.push({ kind: `site-${name}`, path: join(site, name) });
  }
  return { folder, pages, site };
}

// Une page de chaque document, et toutes celles du site.
export function oneOfEach(pages) {
  const seen = new Set();
  return pages.filter(({ kind }) => !seen.has(kind) && seen.add(kind));
}

// Une page de chaque mise en page : ce que font les couleurs, le clavier, le papier.
export function oneOfEachLayout(pages) {
  const kinds = ['plainte', 'deliberation', 'note-synthese', 'depenses-securite', 'delais', 'affaire',
    'site-index.html', 'site-contacts.html', 'site-infractions.html'];
  return oneOfEach(pages).filter(({ kind }) => kinds.includes(kind));
}

export const externalAddresses = (path) =>
  Array.from(readFileSync(path, 'utf8').matchAll(/href="(https?:[^"]+)"/g), ([, address]) => address);
