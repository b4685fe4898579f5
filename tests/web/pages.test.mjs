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
  '/', '/documents', '/delais', '/droit', '/droit/cgct/L2123-35', '/guide', '/reprendre',
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
  await page.context().close();
});
