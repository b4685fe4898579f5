// Le dossier d’un organisme : son nom, ses couleurs, son logo et ses mentions.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessibilityDefects, openBrowser, openPage, phone, startService } from './service.mjs';

let folder;
let service;
let browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'egide-theme-'));
  writeFileSync(join(folder, 'theme.css'), ':root { --accent: rgb(70, 0, 110); }');
  writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>');
  writeFileSync(join(folder, 'marque.html'), '<p class="marque"><a href="/"><img src="/theme/logo.svg" alt=""> Maires du canton</a></p>');
  writeFileSync(join(folder, 'mentions.html'), '<h1>Mentions légales</h1><p>Éditeur : l’association. Égide {{version}}.</p>');
  service = await startService({ options: ['--theme', folder] });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await service.stop();
  rmSync(folder, { recursive: true });
});

test('les pages portent le nom, le logo et la couleur de l’organisme', async () => {
  const page = await openPage(browser, { viewport: phone });
  await page.goto(service.address + '/mentions');
  assert.match(await page.innerText('main'), /Éditeur : l’association\. Égide \d/);
  assert.equal((await page.innerText('.marque')).trim(), 'Maires du canton');
  assert.equal(await page.$eval('.marque img', (image) => image.naturalWidth), 20);
  assert.equal(await page.$eval('.marque a', (link) => getComputedStyle(link).color), 'rgb(70, 0, 110)');
  assert.deepEqual(await accessibilityDefects(page), []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('un dossier qui n’existe pas, une page mal écrite : le service le dit et ne s’ouvre pas', async () => {
  await assert.rejects(startService({ options: ['--theme', join(folder, 'absent')] }), /s’est arrêté \(2\)/);
  writeFileSync(join(folder, 'vie-privee.html'), '<h1>{{#ouverte}}</h1>');
  await assert.rejects(startService({ options: ['--theme', folder] }), /s’est arrêté \(4\)/);
});
