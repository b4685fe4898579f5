// Un chemin entier, de la situation au téléchargement puis à la reprise : avec et sans JavaScript,
// sur un grand et un petit écran, au clavier seul.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessibilityDefects, desktop, openBrowser, openPage, overflows, phone, root, startService } from './service.mjs';

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

// Un bouton ou un lien, puis la page où il mène.
const follow = (page, selector) =>
  Promise.all([page.waitForEvent('domcontentloaded'), page.click(selector)]);
const go = (page, action) => follow(page, `#questions .actions button[value="${action}"]`);
const field = (page, path) => page.locator(`[id="c-${path}"]`);
const choose = (page, path, value) => page.check(`[name="${path}"][value="${value}"]`);

async function fillAll(page, values) {
  for (const [path, value] of Object.entries(values)) await field(page, path).fill(value);
}

async function checkPage(page, title) {
  assert.match(await page.title(), new RegExp(title));
  assert.deepEqual(await accessibilityDefects(page), [], title);
  assert.equal(await overflows(page), false, `${title} déborde`);
}

const narrative = 'Il m’a « bousculée » : « dégage ! ».\n\n' + 'Récit très long. '.repeat(3600);

async function answerComplaint(page) {
  await page.goto(service.address + '/situation/violences');
  await follow(page, 'a[href="/document/plainte"]');
  await checkPage(page, 'Le document');
  // Rien n’est rempli : l’erreur est en tête, près du champ, et le lien y mène.
  await go(page, 'suivant');
  await checkPage(page, '^Erreur');
  await page.click('.resume-erreurs a');
  assert.equal(await page.evaluate(() => decodeURIComponent(location.hash)), '#c-document.fait_à');
  assert.equal(await field(page, 'document.fait_à').getAttribute('aria-invalid'), 'true');
  await field(page, 'document.fait_à').fill('Aubremont');
  // Une date qui n’existe pas est refusée, et reste dans le champ.
  await field(page, 'document.fait_le').fill('31/02/2026');
  await go(page, 'suivant');
  await checkPage(page, '^Erreur');
  assert.equal(await field(page, 'document.fait_le').inputValue(), '31/02/2026');
  await field(page, 'document.fait_le').fill('17 novembre 2026');
  await go(page, 'suivant');

  await checkPage(page, 'La personne qui écrit');
  await choose(page, 'demandeur.qualité', 'élu');
  await choose(page, 'demandeur.civilité', 'madame');
  await fillAll(page, {
    'demandeur.prénom': 'Hélène', 'demandeur.nom': 'Marchetti', 'demandeur.né_le': '2/4/1968',
    'demandeur.né_à': 'Valmont', 'demandeur.adresse.ligne_1': '18 chemin des Vergers',
    'demandeur.adresse.code_postal': '15999', 'demandeur.adresse.ville': 'AUBREMONT',
  });
  assert.equal(await field(page, 'demandeur.prénom').getAttribute('autocomplete'), 'given-name');
  await go(page, 'suivant');

  await checkPage(page, 'Le mandat');
  // Retour en arrière, sans perte.
  await go(page, 'precedent');
  assert.equal(await field(page, 'demandeur.nom').inputValue(), 'Marchetti');
  assert.equal(await field(page, 'demandeur.né_le').inputValue(), '02/04/1968');
  await go(page, 'suivant');
  await choose(page, 'mandat.fonction', 'maire');
  await fillAll(page, { 'mandat.intitulé': 'maire d’Aubremont', 'mandat.début': '22/03/2026' });
  await go(page, 'suivant');

  await checkPage(page, 'procureur');
  await choose(page, 'parquet.titulaire', 'procureure');
  await fillAll(page, {
    'parquet.tribunal': 'Tribunal judiciaire de Valmont', 'parquet.adresse.ligne_1': '5 place du Palais',
    'parquet.adresse.code_postal': '15900', 'parquet.adresse.ville': 'VALMONT',
  });
  await go(page, 'suivant');

  await checkPage(page, 'Les faits');
  await fillAll(page, {
    'faits.date': '14 novembre 2026', 'faits.heure': '16h30', 'faits.lieu': 'mairie d’Aubremont',
    'faits.récit': narrative, 'faits.propos': 'Dégage de là !\nJe sais où tu habites.',
    'faits.lien_fonctions': 'Je célébrais un mariage, ceinte de mon écharpe.',
  });
  await choose(page, 'faits.catégories', 'violences');
  await choose(page, 'faits.catégories', 'menaces');
  await choose(page, 'faits.auteur.connu', 'inconnu');
  await field(page, 'faits.auteur.signalement').fill('un homme, veste verte');
  await choose(page, 'faits.itt', 'huit_jours_ou_moins');
  await field(page, 'faits.itt_jours').fill('4');
  await go(page, 'suivant');

  await checkPage(page, 'Les infractions');
  await follow(page, 'button[value="ajouter:infractions"]');
  await field(page, 'infractions.1.référence').selectOption('violences-elu-huit-jours-ou-moins');
  await follow(page, 'button[value="ajouter:infractions"]');
  await checkPage(page, 'Les infractions');
  await field(page, 'infractions.2.référence').selectOption('menace-mort-elu');
  await go(page, 'suivant');
  await checkPage(page, 'Les préjudices');
  await go(page, 'suivant');

  await checkPage(page, 'Les témoins');
  await follow(page, 'button[value="ajouter:témoins"]');
  await choose(page, 'témoins.1.civilité', 'madame');
  await fillAll(page, { 'témoins.1.prénom': 'Nadia', 'témoins.1.nom': 'Ferrand', 'témoins.1.constat': 'a vu' });
  await follow(page, 'button[value="ajouter:témoins"]');
  await field(page, 'témoins.2.nom').fill('Erreur');
  await follow(page, 'button[value="retirer:témoins.2"]');
  assert.equal(await field(page, 'témoins.2.nom').count(), 0);
  assert.equal(await field(page, 'témoins.1.nom').inputValue(), 'Ferrand');
  await go(page, 'suivant');
  await checkPage(page, 'Les pièces');
  await go(page, 'suivant');

  await checkPage(page, 'La plainte');
  await choose(page, 'plainte.mode', 'courrier');
  await field(page, 'plainte.date').fill('17/11/2026');
  await choose(page, 'plainte.partie_civile', 'oui');
  await choose(page, 'plainte.adresse_professionnelle', 'non');
  await go(page, 'suivant');
  await checkPage(page, '^Relire et télécharger');
}

async function downloaded(page, format) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`button[name="format"][value="${format}"]`)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

for (const [name, options] of [
  ['avec JavaScript', { scripts: true, viewport: desktop }],
  ['sans JavaScript, sur un téléphone', { scripts: false, viewport: phone }],
]) {
  test(`une plainte, du début à la fin, ${name}`, { timeout: 180_000 }, async () => {
    const page = await openPage(browser, options);
    await answerComplaint(page);
    const shown = await page.innerText('main');
    assert.ok(/samedi\s14\snovembre\s2026/.test(shown) && /16\sh\s30/.test(shown));
    assert.equal(await page.locator('.resume-erreurs').count(), 0, await page.locator('.rubrique .erreur').allInnerTexts().then((all) => all.join(' / ')));
    assert.ok((await page.innerText('.feuille')).includes('Madame la Procureure'));
    const pdf = await downloaded(page, 'pdf');
    assert.equal(pdf.name, 'plainte.pdf');
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
    for (const format of ['docx', 'odt', 'zip']) {
      const file = await downloaded(page, format);
      assert.equal(file.bytes.subarray(0, 2).toString(), 'PK', format);
    }
    assert.match((await downloaded(page, 'ics')).bytes.toString(), /^BEGIN:VCALENDAR/);
    assert.ok((await downloaded(page, 'txt')).bytes.toString().includes('archetti'));
    const kept = (await downloaded(page, 'yaml')).bytes;
    assert.ok(kept.toString().includes('ceinte de mon écharpe'));

    // Modifier une réponse depuis la relecture, puis revenir.
    await follow(page, 'button[value="aller:témoins"]');
    assert.equal(await field(page, 'témoins.1.nom').inputValue(), 'Ferrand');
    await field(page, 'témoins.1.nom').fill('Ferrand-Roux');
    await go(page, 'relire');
    assert.ok((await page.innerText('.feuille')).includes('Ferrand-Roux'));

    // Reprise, mot pour mot, y compris le long récit.
    await page.goto(service.address + '/reprendre');
    await page.setInputFiles('#fichier', { name: 'dossier.yaml', mimeType: 'application/yaml', buffer: kept });
    await page.selectOption('#document', 'plainte');
    await follow(page, 'main button.principal');
    await page.waitForSelector('#relecture');
    await follow(page, 'button[value="aller:faits"]');
    assert.ok((await field(page, 'faits.récit').inputValue()) === narrative, 'le récit a changé');
    assert.equal(await field(page, 'faits.propos').inputValue(), 'Dégage de là !\nJe sais où tu habites.');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('au clavier seul', async () => {
  const page = await openPage(browser);
  await page.goto(service.address + '/document/plainte');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Aller au contenu');
  await page.keyboard.press('Enter');
  for (let turn = 0; turn < 20; ++turn) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.id === 'c-document.fait_à')) break;
  }
  await page.keyboard.type('Aubremont');
  // « Entrée » dans un champ continue : ce n’est pas le bouton d’une liste ou d’une autre étape.
  await page.keyboard.press('Enter');
  await page.waitForURL('**/document/plainte');
  await page.waitForFunction(() => document.title.startsWith('La personne qui écrit'));
  await page.context().close();
});

test('les questions sans objet se cachent et reviennent', async () => {
  const page = await openPage(browser);
  await page.goto(service.address + '/document/plainte');
  await follow(page, 'button[value="aller:faits"]');
  await choose(page, 'faits.auteur.connu', 'inconnu');
  assert.equal(await field(page, 'faits.auteur.désignation').isVisible(), false);
  await choose(page, 'faits.auteur.connu', 'désigné');
  assert.equal(await field(page, 'faits.auteur.désignation').isVisible(), true);
  assert.equal(await field(page, 'faits.auteur.signalement').isVisible(), false);
  await page.context().close();
});

test('chaque document : toutes ses étapes, sans rien remplir, jusqu’au brouillon', { timeout: 300_000 }, async () => {
  const page = await openPage(browser, { scripts: false, viewport: phone });
  const documents = await (await page.request.get(service.address + '/api/documents')).json();
  assert.ok(documents.length > 10);
  for (const { id } of documents) {
    await page.goto(`${service.address}/document/${id}`);
    for (let turn = 0; (await page.locator('#questions').count()) > 0; ++turn) {
      assert.ok(turn < 40, `${id} : le chemin ne finit pas`);
      assert.deepEqual(await accessibilityDefects(page), [], `${id} : ${await page.title()}`);
      assert.equal(await overflows(page), false, `${id} : ${await page.title()} déborde`);
      const step = await page.inputValue('[name="étape"]');
      await go(page, 'suivant');
      if ((await page.locator('#questions').count()) > 0 && (await page.inputValue('[name="étape"]')) === step) {
        await go(page, 'passer');
      }
    }
    assert.deepEqual(await accessibilityDefects(page), [], `${id} : relecture`);
    assert.match(await page.innerText('h1'), /Relire/, id);
  }
  await page.context().close();
});

test('chaque exemple se reprend, se relit complet et se télécharge', { timeout: 300_000 }, async () => {
  const page = await openPage(browser, { scripts: false });
  const documents = await (await page.request.get(service.address + '/api/documents')).json();
  for (const { id } of documents) {
    const buffer = readFileSync(join(root, 'forms', 'exemples', `${id}.yaml`));
    await page.goto(service.address + '/reprendre');
    await page.setInputFiles('#fichier', { name: 'dossier.yaml', mimeType: 'application/yaml', buffer });
    await page.selectOption('#document', id);
    await follow(page, 'main button.principal');
    assert.equal(await page.locator('.resume-erreurs').count(), 0, `${id} : ${await page.locator('.resume-erreurs, .rubrique .erreur').allInnerTexts()}`);
    assert.deepEqual(await accessibilityDefects(page), [], id);
    const pdf = await downloaded(page, 'pdf');
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-', id);
    await follow(page, 'form[action="/affaire"] button');
    assert.match(await page.innerText('h1'), /Votre affaire/);
    assert.deepEqual(await accessibilityDefects(page), [], `${id} : affaire`);
  }
  await page.context().close();
});
