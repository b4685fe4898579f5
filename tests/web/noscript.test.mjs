// Chaque document, du début à la fin, sans JavaScript, sur un téléphone : d’abord sans rien remplir,
// puis en répondant, avec un retour en arrière à chaque page et une erreur sur la première date.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { downloaded, letterOf, openBrowser, openPage, overflows, phone, startService } from './service.mjs';
import { chosen, example, follow, itemsWanted, onReview, typed } from './walk.mjs';

let service;
let browser;
let page;
before(async () => {
  service = await startService();
  browser = await openBrowser();
  page = await openPage(browser, { scripts: false, viewport: phone });
});
after(async () => {
  await browser.close();
  await service.stop();
});

const go = (action) => follow(page, () => page.click(`#questions .actions button[value="${action}"]`));

// Ce que la page demande, dans son ordre.
const questions = () =>
  page.$$eval('#questions :is(input, select, textarea, button)', (all) =>
    all.filter((each) => each.type !== 'hidden' && !each.closest('.actions, .cote') && each.name !== '_')
      .map(({ tagName, name, type, value, id }) => ({
        tagName, name, type, value, id,
        items: value.startsWith('ajouter:')
          ? document.getElementById('c-' + value.slice('ajouter:'.length)).querySelectorAll(':scope > .element').length
          : 0,
      })));

// Vrai si la page a changé : un élément de plus dans une liste.
async function answerPage(answers) {
  for (const { tagName, name, type, value, id, items } of await questions()) {
    const control = page.locator(`[id="${id}"]`);
    if (tagName === 'BUTTON') {
      if (value.startsWith('ajouter:') && items < itemsWanted(answers, value.slice('ajouter:'.length))) {
        await follow(page, () => page.click(`button[value="${value}"]`));
        return true;
      }
    } else if (type === 'radio' || type === 'checkbox') {
      if (chosen(answers, name).includes(value)) await control.check();
    } else if (tagName === 'SELECT') {
      if (chosen(answers, name).length > 0) await control.selectOption(chosen(answers, name)[0]);
    } else if (typed(answers, name) !== null) {
      await control.fill(typed(answers, name));
    }
  }
  return false;
}

const shown = () =>
  page.$$eval('#questions :is(input, select, textarea)', (all) =>
    all.filter((each) => each.type !== 'hidden').map(({ name, value, checked }) => [name, value, checked]));

// « Revenir » puis « Continuer » : tout ce qui était écrit est encore là.
async function goBackAndForth(step) {
  if ((await page.locator('.actions button[value="precedent"]').count()) === 0) return;
  const before = await shown();
  await go('precedent');
  assert.notEqual(await page.inputValue('[name="étape"]'), step);
  await follow(page, () => page.locator(`.etapes button[value="aller:${step}"]`).click());
  assert.deepEqual(await shown(), before, step);
}

test('sans rien remplir, chaque document mène à un brouillon', { timeout: 600_000 }, async () => {
  const documents = await (await page.request.get(service.address + '/api/documents')).json();
  for (const { id } of documents) {
    await page.goto(`${service.address}/document/${id}`);
    for (let turn = 0; !(await onReview(page)); ++turn) {
      assert.ok(turn < 60, `${id} : le chemin ne finit pas`);
      const step = await page.inputValue('[name="étape"]');
      await go('suivant');
      if (!(await onReview(page)) && (await page.inputValue('[name="étape"]')) === step) {
        // Le résumé mène à un champ de la page, qui dit lui-même ce qui ne va pas.
        assert.match(await page.title(), /^Erreur/, `${id}, ${step}`);
        for (const link of await page.locator('.resume-erreurs a').all()) {
          const target = decodeURIComponent((await link.getAttribute('href')).slice(1));
          assert.equal(await page.locator(`[id="${target}"]`).count(), 1, `${id}, ${step} : ${target}`);
        }
        assert.equal(await overflows(page), false, `${id}, ${step} déborde`);
        await go('passer');
      }
    }
    assert.match((await downloaded(page, 'brouillon-pdf')).bytes.subarray(0, 5).toString(), /^%PDF-$/, id);
  }
});

test('chaque document sans JavaScript', { timeout: 900_000 }, async (t) => {
  const documents = await (await page.request.get(service.address + '/api/documents')).json();
  for (const { id } of documents) {
    await t.test(id, async () => {
      const { content, answers } = example(id);
      await page.goto(`${service.address}/document/${id}`);
      for (let turn = 0; !(await onReview(page)); ++turn) {
        assert.ok(turn < 120, `${id} : le chemin ne finit pas`);
        const step = await page.inputValue('[name="étape"]');
        while (await answerPage(answers));
        await go('suivant');
        assert.equal(await page.locator('.resume-erreurs').count(), 0,
          `${id}, ${step} : ${await page.locator('.resume-erreurs').allInnerTexts()}`);
        if (!(await onReview(page)) && turn % 4 === 3) await goBackAndForth(await page.inputValue('[name="étape"]'));
      }
      assert.equal((await downloaded(page, 'txt')).bytes.toString(), await letterOf(service, id, content), id);
      const pdf = await downloaded(page, 'pdf');
      assert.equal(pdf.name, `${id}.pdf`);
      assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-', id);
    });
  }
});
