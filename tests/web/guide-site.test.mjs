// Le guide en site (« egide guide -f site »), ouvert sans serveur : chaque page sur un grand et un
// petit écran, et la recherche au clavier.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { accessibilityDefects, desktop, openBrowser, openPage, overflows, phone, root } from './service.mjs';

let folder;
let browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'egide-site-'));
  const program = process.env.EGIDE ?? join(root, 'build', 'release', 'egide');
  execFileSync(program, ['guide', '-f', 'site', '-o', folder], { stdio: 'ignore' });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const address = (name) => pathToFileURL(join(folder, name)).href;
// axe-core redemande la feuille de style, ce que la politique de sécurité des pages refuse.
const complaints = (page) => page.complaints.filter((one) => !one.includes('style.css'));
const names = () => readdirSync(folder).filter((name) => name.endsWith('.html'));

for (const viewport of [desktop, phone]) {
  test(`pages lisibles sur ${viewport.width} points`, async () => {
    const page = await openPage(browser, { viewport });
    assert.ok(names().length > 20);
    for (const name of names()) {
      await page.goto(address(name));
      assert.deepEqual(await accessibilityDefects(page), [], name);
      assert.equal(await overflows(page), false, `${name} déborde`);
      assert.equal(await page.locator('h1').count(), 1, name);
    }
    assert.deepEqual(complaints(page), []);
    await page.context().close();
  });
}

test('rien n’est demandé hors du dossier', async () => {
  const page = await openPage(browser);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address('index.html'));
  await page.locator('#site-mots').fill('plainte');
  await page.locator('#site-resultats li').first().waitFor();
  assert.ok(asked.length >= 4);
  for (const url of asked) assert.ok(url.startsWith(pathToFileURL(folder).href), url);
  await page.context().close();
});

test('la recherche ignore les accents, veut tous les mots et se fait au clavier', async () => {
  const page = await openPage(browser);
  await page.goto(address('urgence.html'));
  const input = page.locator('#site-mots');
  const results = page.locator('#site-resultats li');
  const state = page.locator('#site-etat');
  await input.fill('DELAI l’elu protégé');
  await results.first().waitFor();
  for (const text of await results.allTextContents()) assert.ok(text.length > 10);
  assert.match(await state.textContent(), /passages? trouvé/);
  assert.deepEqual(await accessibilityDefects(page), []);

  await input.fill('L2123-35');
  await page.waitForFunction(() => document.querySelector('#site-resultats mark')?.textContent.startsWith('L.'));

  await input.fill('menaces motquinexistepas');
  await page.waitForFunction(() => document.querySelector('#site-etat').textContent.startsWith('Aucun'));
  assert.equal(await results.count(), 0);

  await input.fill('consignation partie civile');
  await results.nth(1).waitFor();
  await input.press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('href'));
  const first = await focused();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await focused(), first);
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(), first);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${first}`);
  await page.goBack();
  await results.first().waitFor();
  assert.equal(await input.inputValue(), 'consignation partie civile');

  await input.press('Escape');
  assert.equal(await results.count(), 0);
  assert.deepEqual(complaints(page), []);
  await page.context().close();
});

test('sans script, le sommaire mène partout', async () => {
  const page = await openPage(browser, { scripts: false });
  await page.goto(address('index.html'));
  assert.equal(await page.locator('#site-recherche').isVisible(), false);
  const links = await page.$$eval('main a', (all) => all.map((link) => link.getAttribute('href')));
  for (const name of names()) assert.ok(name === 'index.html' || links.includes(name), name);
  await page.context().close();
});
