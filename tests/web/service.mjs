// Ouvre « egide servir » sur un port libre, et un navigateur sur ses pages.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Le 23 novembre 2026 à midi : les pages disent des jours restants.
const day = '1795435200';

export async function startService({ port = 0, options = [], environment = {} } = {}) {
  const program = process.env.EGIDE ?? join(root, 'build', 'release', 'egide');
  // À lui seul : ce qu’il y laisserait se verrait.
  const temporary = mkdtempSync(join(tmpdir(), 'egide-essai-'));
  const child = spawn(program, ['servir', '--port', String(port), ...options], {
    env: { ...process.env, SOURCE_DATE_EPOCH: day, TMPDIR: temporary, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0].replace(/\/$/, ''));
    });
    child.on('exit', (code) => reject(new Error(`egide servir s’est arrêté (${code})`)));
  });
  return {
    address,
    child,
    temporary,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.on('exit', () => {
          rmSync(temporary, { recursive: true });
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}

export function openBrowser() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };

// Une page qui retient ce que le navigateur reproche (erreurs de script, refus de la politique de
// sécurité).
export async function openPage(browser, { scripts = true, viewport = desktop } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport });
  // Une machine chargée répond lentement : on attend ce qui doit venir, et longtemps.
  context.setDefaultTimeout(60_000);
  context.setDefaultNavigationTimeout(60_000);
  const page = await context.newPage();
  page.complaints = [];
  if (!scripts) page.twin = await twinOf(browser, viewport);
  page.on('console', (message) => {
    if (message.type() === 'error') page.complaints.push(message.text());
  });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  return page;
}

// axe-core a besoin d’horloges, qu’une page sans script n’a pas : la même page, moins son script,
// est relue dans une page qui en a.
async function twinOf(browser, viewport) {
  const context = await browser.newContext({ viewport });
  const twin = await context.newPage();
  twin.html = '';
  await twin.route('**/page-sans-script', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: twin.html }),
  );
  return twin;
}

// Les défauts que voit axe-core, en une ligne chacun.
export async function accessibilityDefects(page) {
  const { twin } = page;
  if (twin) {
    twin.html = (await page.content()).replace(/<script[^>]*><\/script>/, '');
    await twin.goto(new URL('/page-sans-script', page.url()).href);
  }
  const read = twin ?? page;
  // Sous le bandeau des urgences, qui reste en haut, une cible à demi cachée paraîtrait petite.
  await read.evaluate(() => window.scrollTo(0, 0));
  await read.evaluate(axeSource);
  const result = await read.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return result.violations.map(
    (defect) => `${defect.id} : ${defect.help} (${defect.nodes.map((node) => node.html.slice(0, 160)).join(' | ')})`,
  );
}

export function overflows(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

// Le fichier que donne un bouton de la page de relecture.
export async function downloaded(page, format, form = '/telecharger') {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`form[action$="${form}"] button[name="format"][value="${format}"]`),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

// La lettre en texte que donne ce dossier, sans passer par les pages.
export async function letterOf(service, id, content) {
  const answer = await fetch(`${service.address}/api/generer/${id}?format=txt`, {
    method: 'POST', body: content, headers: { 'content-type': 'application/yaml' },
  });
  return answer.text();
}
