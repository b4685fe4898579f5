// Ce que font les pages quand on se trompe, qu’on revient, qu’on reprend : avec et sans JavaScript.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  accessibilityDefects, desktop, downloaded, openBrowser, openPage, overflows, phone, startService,
} from './service.mjs';
import { example, follow as followed } from './walk.mjs';

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

const follow = (page, selector) => followed(page, () => page.click(selector));
const go = (page, action) => follow(page, `#questions .actions button[value="${action}"]`);
const goTo = (page, step) => follow(page, `.etapes button[value="aller:${step}"]`);
const field = (page, path) => page.locator(`[id="c-${path}"]`);
const choose = (page, path, value) => page.check(`[name="${path}"][value="${value}"]`);

async function checkPage(page, title) {
  assert.match(await page.title(), new RegExp(title));
  assert.deepEqual(await accessibilityDefects(page), [], title);
  assert.equal(await overflows(page), false, `${title} déborde`);
}

async function resume(page, id, content) {
  await page.goto(service.address + '/reprendre');
  await page.setInputFiles('#fichier', {
    name: 'dossier.yaml', mimeType: 'application/yaml', buffer: Buffer.from(content),
  });
  await page.selectOption('#document', id);
  await follow(page, 'main button.principal');
}

const narrative = 'Il m’a « bousculée » : « dégage ! ».\n\n' + 'Récit très long. '.repeat(3600);

for (const [name, options] of [
  ['avec JavaScript', { scripts: true, viewport: desktop }],
  ['sans JavaScript, sur un téléphone', { scripts: false, viewport: phone }],
]) {
  test(`se tromper, corriger, revenir, relire, emporter, reprendre, ${name}`, async () => {
    const page = await openPage(browser, options);
    await page.goto(service.address + '/situation/violences');
    await follow(page, 'a[href="/document/plainte"]');
    // Rien n’est rempli : l’erreur est en tête, près du champ, et le lien y mène.
    await go(page, 'suivant');
    await checkPage(page, '^Erreur');
    await page.click('.resume-erreurs a');
    assert.equal(await page.evaluate(() => decodeURIComponent(location.hash)), '#c-document.fait_à');
    assert.equal(await field(page, 'document.fait_à').getAttribute('aria-invalid'), 'true');
    const described = await field(page, 'document.fait_à').getAttribute('aria-describedby');
    assert.ok(described.includes('messages-c-document.fait_à'));
    await field(page, 'document.fait_à').fill('Aubremont');
    // Des dates refusées, avec la raison ; ce qui est écrit reste.
    for (const [date, reason] of [['31/02/2026', /n’existe pas|28 jours/], ['3/5/26', /deux chiffres/]]) {
      await field(page, 'document.fait_le').fill(date);
      await go(page, 'suivant');
      await checkPage(page, '^Erreur');
      assert.equal(await field(page, 'document.fait_le').inputValue(), date);
      assert.match(await page.innerText('.champ.en-erreur .erreur'), reason);
    }
    await field(page, 'document.fait_le').fill('17 novembre 2026');
    await go(page, 'suivant');

    assert.equal(await field(page, 'demandeur.prénom').getAttribute('autocomplete'), 'given-name');
    await field(page, 'demandeur.nom').fill('Marchetti');
    await field(page, 'demandeur.né_le').fill('2/4/1968');
    await go(page, 'precedent');
    await goTo(page, 'demandeur.1');
    assert.equal(await field(page, 'demandeur.nom').inputValue(), 'Marchetti');
    assert.equal(await field(page, 'demandeur.né_le').inputValue(), '02/04/1968');

    // Un long récit, et une liste dont on retire un élément.
    await goTo(page, 'faits.4');
    await field(page, 'faits.récit').fill(narrative);
    await goTo(page, 'témoins');
    for (const rank of [1, 2]) {
      await follow(page, 'button[value="ajouter:témoins"]');
      await field(page, `témoins.${rank}.nom`).fill(`Témoin ${rank}`);
    }
    await follow(page, 'button[value="retirer:témoins.1"]');
    assert.equal(await field(page, 'témoins.2.nom').count(), 0);
    assert.equal(await field(page, 'témoins.1.nom').inputValue(), 'Témoin 2');
    await go(page, 'relire');

    // Le dossier incomplet : ce qui manque, page par page, et le brouillon.
    await checkPage(page, '^Relire et télécharger');
    assert.ok((await page.locator('.resume-erreurs a').count()) > 2);
    assert.ok((await page.innerText('.feuille')).includes('À COMPLÉTER'));
    const kept = (await downloaded(page, 'yaml')).bytes;

    // Modifier une réponse depuis la relecture mène à son champ.
    await follow(page, 'button[value="aller:demandeur.nom"]');
    assert.equal(await field(page, 'demandeur.nom').inputValue(), 'Marchetti');
    assert.equal(await page.evaluate(() => decodeURIComponent(location.hash)), '#c-demandeur.nom');
    if (options.scripts) {
      assert.equal(await page.evaluate(() => document.activeElement.id), 'c-demandeur.nom');
    }
    await field(page, 'demandeur.nom').fill('Marchetti-Roux');
    await go(page, 'relire');
    assert.ok((await page.innerText('.feuille')).includes('Marchetti-Roux'));

    // Reprise, mot pour mot, y compris le long récit.
    await resume(page, 'plainte', kept);
    await follow(page, 'button[value="aller:faits.récit"]');
    assert.ok((await field(page, 'faits.récit').inputValue()) === narrative, 'le récit a changé');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('chaque format, la suite des délais, et toute l’affaire', async () => {
  const page = await openPage(browser, { viewport: phone });
  await resume(page, 'plainte', example('plainte').content);
  await checkPage(page, '^Relire et télécharger');
  assert.equal(await page.locator('.resume-erreurs').count(), 0);
  assert.ok((await page.innerText('.feuille')).includes('Madame la Procureure'));
  for (const [format, beginning] of [
    ['pdf', '%PDF-'], ['docx', 'PK'], ['odt', 'PK'], ['zip', 'PK'], ['ics', 'BEGIN:VCALENDAR'],
    ['html', '<!DOCTYPE html>'], ['yaml', 'document:'],
  ]) {
    const { bytes } = await downloaded(page, format);
    assert.equal(bytes.subarray(0, beginning.length).toString(), beginning, format);
  }
  assert.match((await downloaded(page, 'txt')).bytes.toString(), /PROCUREUR|Procureur/);
  await follow(page, 'form[action="/affaire"] button');
  await checkPage(page, '^Votre affaire');
  // Un jour par échéance, et aujourd’hui à sa place.
  const line = await page.locator('.frise li').allInnerTexts();
  assert.ok(line.length >= 3 && line.filter((each) => each.startsWith('Aujourd’hui')).length === 1, line.join(' / '));
  for (const link of await page.locator('.frise a').all()) {
    const target = page.locator(await link.getAttribute('href'));
    assert.match(await target.locator('summary').innerText(), /Comment cette date est calculée/);
  }
  const all = (await downloaded(page, 'zip', '/affaire/telecharger')).bytes;
  for (const name of ['dossier.yaml', '00-agenda.ics', '01-plainte.pdf']) assert.ok(all.includes(name), name);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('les délais d’un dossier apporté, ou ses erreurs', async () => {
  const page = await openPage(browser, { scripts: false, viewport: phone });
  const bring = async (content) => {
    await page.goto(service.address + '/delais');
    await page.setInputFiles('#fichier', { name: 'd.yaml', mimeType: 'application/yaml', buffer: Buffer.from(content) });
    await follow(page, 'form[action="/affaire"] button');
  };
  await bring(example('affaire').content);
  await checkPage(page, '^Votre affaire');
  assert.ok((await page.locator('.echeance').count()) > 3);
  await bring('faits: [');
  await checkPage(page, '^Erreur');
  await bring('');
  await checkPage(page, '^Erreur');
  await page.context().close();
});

test('les questions sans objet se cachent et reviennent', async () => {
  const page = await openPage(browser);
  await page.goto(service.address + '/document/plainte');
  await goTo(page, 'faits.5');
  await choose(page, 'faits.auteur.connu', 'inconnu');
  assert.equal(await field(page, 'faits.auteur.désignation').isVisible(), false);
  await choose(page, 'faits.auteur.connu', 'désigné');
  assert.equal(await field(page, 'faits.auteur.désignation').isVisible(), true);
  assert.equal(await field(page, 'faits.auteur.signalement').isVisible(), false);
  await page.context().close();
});

test('pendant qu’on écrit, le délai et la lettre se montrent', async () => {
  const page = await openPage(browser);
  await resume(page, 'plainte', example('plainte').content);
  await follow(page, 'button[value="aller:faits.date"]');
  await page.waitForFunction(() => /14\snovembre\s2032/.test(document.querySelector('.delai-vif').textContent)
    || /19\sfévrier\s2027/.test(document.querySelector('.delai-vif').textContent));
  await field(page, 'faits.lieu').fill('sur la place du marché couvert');
  await page.waitForFunction(() =>
    document.querySelector('.apercu-contenu').textContent.includes('place du marché couvert'));
  assert.deepEqual(await accessibilityDefects(page), []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('une commune par son nom, au clavier, parmi ses homonymes', async () => {
  const page = await openPage(browser, { viewport: phone });
  await page.goto(service.address + '/document/protection-commune');
  await goTo(page, 'collectivité.1');
  const input = page.locator('[data-communes]').first();
  await input.pressSequentially('saint denis');
  const options = page.locator('.propositions [role=option]');
  await options.nth(1).waitFor();
  const names = await options.allInnerTexts();
  assert.ok(names.every((each) => /\(.+\)$/.test(each)), names.join(', '));
  assert.deepEqual(await accessibilityDefects(page), []);
  await input.press('ArrowDown');
  await input.press('ArrowDown');
  assert.equal(await options.nth(1).getAttribute('aria-selected'), 'true');
  await input.press('Enter');
  assert.match(await input.inputValue(), /^[0-9AB]{5}$/);
  assert.equal(await options.count(), 0);
  await page.context().close();
});

test('« Entrée » dans un champ continue', async () => {
  const page = await openPage(browser);
  await page.goto(service.address + '/document/plainte');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Aller au contenu');
  await field(page, 'document.fait_à').fill('Aubremont');
  await followed(page, () => field(page, 'document.fait_à').press('Enter'));
  assert.match(await page.title(), /^Votre nom/);
  await page.context().close();
});

test('le service redémarré rend le dossier à son auteur', async () => {
  const page = await openPage(browser, { scripts: false, viewport: phone });
  await page.goto(service.address + '/document/plainte');
  await field(page, 'document.fait_à').fill('Aubremont');
  await page.$eval('[name="sceau"]', (seal) => seal.setAttribute('value', '0'.repeat(64)));
  await page.$eval('[name="dossier"]', (file) => file.setAttribute('value', 'document:\n  références: X-1\n'));
  await go(page, 'suivant');
  await checkPage(page, '^Dossier à reprendre');
  await follow(page, 'main button.principal');
  await checkPage(page, '^Relire et télécharger');
  assert.ok((await page.innerText('main')).includes('Aubremont'));
  await page.context().close();
});
