// Chaque page que le programme produit, ouverte depuis un fichier : axe-core n’y trouve rien, le
// vérificateur Nu non plus ; rien ne déborde d’un écran de 320 points ; elle se lit au clavier,
// agrandie, imprimée, en couleurs imposées, sur fond sombre, sans mouvement.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { externalAddresses, oneOfEach, oneOfEachLayout, producePages } from './production.mjs';

const resolve = createRequire(import.meta.url).resolve;
const axe = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');

let folder;
let pages;
let site;
let browser;
before(async () => {
  ({ folder, pages, site } = await producePages());
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});
after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const name = (path) => join(basename(dirname(path)), basename(path));

// Visite les pages dans un même onglet et joint les reproches, pour les lire tous à la fois.
async function faultsIn(list, options, look) {
  // La politique de sécurité des pages interdit tout script : axe-core est celui de l’essai.
  const context = await browser.newContext({ bypassCSP: true, ...options });
  context.setDefaultTimeout(20_000);
  const tab = await context.newPage();
  const faults = [];
  for (const { path } of list) {
    await tab.goto(pathToFileURL(path).href);
    for (const fault of await look(tab, path)) faults.push(`${name(path)} : ${fault}`);
  }
  await context.close();
  return faults;
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(tab, only = everything, rules = {}) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(
    ([runOnly, chosen]) => window.axe.run(document, { runOnly, rules: chosen, resultTypes: ['violations'] }),
    [only, rules],
  );
  return found.violations.map(({ id, help, nodes }) => `${id} : ${help} (${nodes[0].html.slice(0, 160)})`);
}

const overflow = (tab) =>
  tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`déborde : ${scrollWidth} points pour ${clientWidth}`] : [];
  });

test('chaque exemple, les délais, l’affaire et le guide ont leur page', () => {
  assert.ok(pages.length > 90, `${pages.length} pages`);
});

test('le vérificateur Nu ne trouve ni erreur ni avertissement', () => {
  const paths = pages.map(({ path }) => path);
  const jar = join(dirname(resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');
  const said = execFileSync('java', ['-jar', jar, '--stdout', '--exit-zero-always', '--format', 'gnu', ...paths]);
  assert.equal(String(said).replaceAll(folder, ''), '');
});

// Les contrastes, longs à mesurer, ne dépendent que de la mise en page.
test('axe-core ne trouve rien', async () => {
  const desktop = { viewport: { width: 1280, height: 900 } };
  const without = { 'color-contrast': { enabled: false } };
  assert.deepEqual(await faultsIn(oneOfEach(pages), desktop, (tab) => violations(tab, everything, without)), []);
  assert.deepEqual(await faultsIn(oneOfEachLayout(pages), desktop, (tab) => violations(tab)), []);
});

test('rien ne déborde d’un écran de 320 points, ni à 200 %', async () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  const twice = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
  assert.deepEqual(await faultsIn(pages, narrow, overflow), []);
  assert.deepEqual(await faultsIn(oneOfEach(pages), twice, overflow), []);
});

// Ce qui défile est atteint par le clavier, nommé, et ne contient que ce qui est trop large.
test('sur un écran étroit, les tableaux défilent dans leur région', async () => {
  let wide = 0;
  const faults = await faultsIn(oneOfEachLayout(pages), { viewport: { width: 320, height: 640 } }, async (tab) => {
    wide += await tab.evaluate(
      () => [...document.querySelectorAll('.defilant')].filter((one) => one.scrollWidth > one.clientWidth).length,
    );
    return violations(tab, ['scrollable-region-focusable', 'target-size', 'aria-allowed-role']);
  });
  assert.deepEqual(faults, []);
  assert.ok(wide > 5, `${wide} tableaux plus larges que l’écran`);
});

test('fond sombre, contraste demandé : rien d’illisible', async () => {
  const contrast = (tab) => violations(tab, ['color-contrast', 'link-in-text-block']);
  assert.deepEqual(await faultsIn(oneOfEachLayout(pages), { colorScheme: 'dark' }, contrast), []);
  assert.deepEqual(await faultsIn(oneOfEachLayout(pages), { contrast: 'more' }, contrast), []);
});

test('couleurs imposées : cadres et marque de lecture se voient', async () => {
  const faults = await faultsIn(oneOfEachLayout(pages), { forcedColors: 'active' }, async (tab) => {
    await tab.keyboard.press('Tab');
    return tab.evaluate(() => {
      const said = [];
      const seen = (element, side) => parseFloat(getComputedStyle(element)[`border${side}Width`]) > 0;
      for (const box of document.querySelectorAll('.encadre')) if (!seen(box, 'Left')) said.push('cadre sans bord');
      for (const cell of document.querySelectorAll('td')) if (!seen(cell, 'Bottom')) said.push('cellule sans filet');
      if (getComputedStyle(document.activeElement).outlineStyle === 'none') said.push('lecture sans marque');
      return said;
    });
  });
  assert.deepEqual(faults, []);
});

test('mouvement réduit : rien ne bouge', async () => {
  const faults = await faultsIn(oneOfEachLayout(pages), { reducedMotion: 'reduce' }, (tab) =>
    tab.evaluate(() => [
      ...(getComputedStyle(document.documentElement).scrollBehavior === 'auto' ? [] : ['défilement animé']),
      ...document.getAnimations().map((one) => `animation ${one.id}`),
    ]),
  );
  assert.deepEqual(faults, []);
});

// Tab passe par tout ce qui s’actionne, dans l’ordre de la page, et montre où il est.
async function keyboardFaults(tab) {
  await tab.keyboard.press('Tab');
  const first = await tab.evaluate(() => {
    const { left, top, width } = document.activeElement.getBoundingClientRect();
    return { skip: document.activeElement.className.includes('evitement'), shown: left >= 0 && top >= 0 && width > 20 };
  });
  const faults = [];
  if (!first.skip || !first.shown) faults.push('le lien d’évitement ne vient pas en premier, visible');
  await tab.keyboard.press('Enter');
  if ((await tab.evaluate(() => document.activeElement.tagName)) !== 'MAIN') faults.push('l’évitement ne mène pas au contenu');
  return [...faults, ...(await walk(tab))];
}

async function walk(tab) {
  await tab.evaluate(() => document.querySelector('.evitement').focus());
  const expected = await tab.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')];
    window.order = all.filter((one) => one.checkVisibility({ visibilityProperty: true }));
    return window.order.length;
  });
  const faults = [];
  // Trente suffisent à voir l’ordre ; le guide a des milliers de liens.
  for (let i = 1; i < Math.min(expected, 30); i += 1) {
    await tab.keyboard.press('Tab');
    const fault = await tab.evaluate((rank) => {
      const at = document.activeElement;
      if (at !== window.order[rank]) return `au ${rank + 1}e appui, ${at.outerHTML.slice(0, 80)}`;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? `${at.outerHTML.slice(0, 80)} : lecture sans marque` : '';
    }, i);
    if (fault) return [...faults, fault];
  }
  return faults;
}

test('le clavier suffit', async () => {
  assert.deepEqual(await faultsIn(oneOfEachLayout(pages), { viewport: { width: 1280, height: 900 } }, keyboardFaults), []);
});

// Sur le papier, ni liens d’écran, ni défilement, ni texte coupé ; les adresses des sources se lisent.
test('imprimée, la page est entière', async () => {
  const paper = { viewport: { width: 616, height: 900 } };  // 163 mm, entre les marges
  const faults = await faultsIn(oneOfEachLayout(pages), paper, async (tab, path) => {
    await tab.emulateMedia({ media: 'print' });
    const said = await overflow(tab);
    const shown = await tab.evaluate(() => ({
      screen: ['.evitement', '.retour', '.bandeau', '.chapitres', '.voisins', '.bascule'].filter((one) =>
        [...document.querySelectorAll(one)].some((element) => element.checkVisibility())),
      clipped: [...document.querySelectorAll('.defilant')].filter((one) => getComputedStyle(one).overflowX !== 'visible').length,
      addresses: [...document.querySelectorAll('a[href^="http"]')].map((one) => getComputedStyle(one, '::after').content),
      box: document.querySelector('main').scrollWidth > document.querySelector('main').clientWidth,
    }));
    said.push(...shown.screen.map((one) => `${one} imprimé`));
    if (shown.clipped) said.push('un tableau défile encore');
    if (shown.box) said.push('le texte est coupé');
    externalAddresses(path).forEach((address, i) => {
      const named = address.includes('legifrance.gouv.fr');
      const printed = shown.addresses[i].includes(address);
      if (named === printed) said.push(`${address} ${named ? 'imprimée' : 'non imprimée'}`);
    });
    return said;
  });
  assert.deepEqual(faults, []);
});

test('la recherche du site se fait sans serveur, au clavier', async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const asked = [];
  tab.on('request', (request) => asked.push(request.url()));
  await tab.goto(pathToFileURL(join(site, 'urgence.html')).href);
  await tab.locator('#site-mots').focus();
  await tab.keyboard.type('protection fonctionnelle délai');
  await tab.locator('#site-resultats li').first().waitFor();
  await tab.keyboard.press('ArrowDown');
  const target = await tab.evaluate(() => document.activeElement.getAttribute('href'));
  assert.match(target, /^[a-z0-9-]+\.html/);
  await tab.keyboard.press('Enter');
  await tab.waitForURL(`**/${target}`);
  for (const url of asked) assert.ok(url.startsWith(pathToFileURL(site).href), url);
  await context.close();
});
