// Chaque page, sur un grand et un petit écran : aucun défaut d’accessibilité, rien qui déborde,
// aucun refus de la politique de sécurité.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibilityDefects, desktop, openBrowser, openPage, overflows, phone, startService } from './service.mjs';

let service;
let browser;
before(async () => {
  service = await startService();
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await service.stop();
});

const pages = [
  '/', '/documents', '/delais', '/droit', '/droit/cgct/L2123-35', '/droit/changements', '/guide', '/guide/recherche', '/reprendre',
  '/accessibilite', '/vie-privee', '/mentions', '/nulle-part',
  '/situation/menaces-insultes', '/situation/violences', '/situation/biens',
  '/situation/diffamation', '/situation/mis-en-cause', '/situation/candidat',
];

for (const viewport of [desktop, phone]) {
  test(`pages lisibles sur ${viewport.width} points`, async () => {
    const page = await openPage(browser, { viewport });
    for (const path of pages) {
      await page.goto(service.address + path);
      assert.deepEqual(await accessibilityDefects(page), [], path);
      assert.equal(await overflows(page), false, `${path} déborde`);
      assert.equal(await page.locator('h1').count(), 1, path);
    }
    const unexpected = page.complaints.filter((complaint) => !complaint.includes('404'));
    assert.deepEqual(unexpected, []);
    await page.context().close();
  });
}

test('tous les liens internes mènent à une page', async () => {
  const page = await openPage(browser);
  const seen = new Set(['/nulle-part']);
  for (const path of pages) {
    await page.goto(service.address + path);
    const links = await page.$$eval('a[href^="/"]', (all) => all.map((link) => link.getAttribute('href')));
    for (const link of links) {
      const target = link.split('#')[0];
      if (seen.has(target)) continue;
      seen.add(target);
      const answer = await page.request.get(service.address + target);
      assert.equal(answer.status(), 200, `${path} mène à ${target}`);
    }
  }
  await page.context().close();
});

test('thème sombre : mêmes contrastes', async () => {
  const page = await openPage(browser);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['/', '/document/plainte', '/situation/diffamation', '/delais']) {
    await page.goto(service.address + path);
    assert.deepEqual(await accessibilityDefects(page), [], path);
  }
  await page.context().close();
});

test('la recherche dans le guide, sans script : accents, articles, mots absents', async () => {
  const page = await openPage(browser, { scripts: false, viewport: phone });
  const search = async (words) => {
    await page.fill('#mots', words);
    await Promise.all([page.waitForEvent('domcontentloaded'), page.click('.recherche button')]);
    return page.locator('.passages > li').count();
  };
  await page.goto(service.address + '/guide');
  assert.ok((await search('delai l’elu protégé')) > 0);
  assert.ok((await page.locator('.passages mark').count()) > 0);
  assert.deepEqual(await accessibilityDefects(page), []);
  assert.equal(await page.inputValue('#mots'), 'delai l’elu protégé');
  assert.ok((await search('L2123-35')) > 0);
  const first = await page.locator('.passages a').first().getAttribute('href');
  assert.equal(await search('menaces motquinexistepas'), 0);
  assert.match(await page.innerText('[role="status"]'), /^Aucun/);
  await page.goto(service.address + first);
  assert.equal(await page.locator('.lecture ' + first.slice('/guide'.length)).count(), 1);
  await page.context().close();
});

test('le premier délai, compté depuis la première publication', async () => {
  const page = await openPage(browser, { scripts: false });
  await page.goto(service.address + '/situation/diffamation');
  await page.fill('#faits', '2 octobre 2026');
  await Promise.all([page.waitForEvent('domcontentloaded'), page.click('main form button')]);
  // Loi du 29 juillet 1881, article 65 : trois mois révolus. Le texte de la page donne le jour et
  // ce qui reste le 23 novembre 2026.
  const first = page.locator('.echeance').first();
  assert.match(await first.innerText(), /samedi\s2\sjanvier\s2027/);
  assert.match(await first.innerText(), /dans 40\sjours/);
  assert.deepEqual(await accessibilityDefects(page), []);
  await page.fill('#faits', '3/5/26');
  await Promise.all([page.waitForEvent('domcontentloaded'), page.click('main form button')]);
  assert.match(await page.title(), /^Erreur/);
  assert.equal(await page.inputValue('#faits'), '3/5/26');
  assert.match(await page.innerText('#erreur-faits'), /deux chiffres/);
  await page.context().close();
});
