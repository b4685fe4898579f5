// Chaque document, du début à la fin, au clavier seul, sur un téléphone, avec JavaScript ; aucun
// défaut d’accessibilité en chemin. Le texte obtenu est celui de l’exemple.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibilityDefects, downloaded, letterOf, openBrowser, openPage, overflows, phone, startService } from './service.mjs';
import { chosen, example, follow, itemsWanted, onReview, typed } from './walk.mjs';

let service;
let browser;
let page;
before(async () => {
  service = await startService();
  browser = await openBrowser();
  page = await openPage(browser, { viewport: phone });
});
after(async () => {
  await browser.close();
  await service.stop();
});

// Où est le curseur.
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement;
    const { tagName, name, type, value, checked, id } = at;
    const radios = type === 'radio' ? [...document.getElementsByName(name)].map((each) => each.value) : [];
    const options = tagName === 'SELECT' ? [...at.options].map((each) => each.value) : [];
    const inMain = at.closest('#questions') !== null;
    const items = /^ajouter:/.test(value ?? '')
      ? document.getElementById('c-' + value.slice('ajouter:'.length)).querySelectorAll(':scope > .element').length
      : 0;
    return { tagName, name, type, value, checked, id, radios, options, items, inMain };
  });

async function write(text) {
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

async function pickRadio(at, wanted) {
  const order = [...at.radios];
  await page.keyboard.press('Space');
  for (let i = order.indexOf(at.value); i !== order.indexOf(wanted); i += i < order.indexOf(wanted) ? 1 : -1) {
    await page.keyboard.press(i < order.indexOf(wanted) ? 'ArrowDown' : 'ArrowUp');
  }
}

async function pickOption(at, wanted) {
  const steps = at.options.indexOf(wanted) - at.options.indexOf(at.value);
  for (let i = 0; i < Math.abs(steps); ++i) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
}

// Répond là où est le curseur. Vrai si la page a changé.
async function answerHere(at, answers) {
  if (at.tagName === 'BUTTON' && at.value.startsWith('ajouter:')) {
    if (at.items >= itemsWanted(answers, at.value.slice('ajouter:'.length))) return false;
    await follow(page, () => page.keyboard.press('Enter'));
    return true;
  }
  if (at.tagName === 'BUTTON' && at.value === 'suivant') {
    await follow(page, () => page.keyboard.press('Enter'));
    return true;
  }
  const wanted = chosen(answers, at.name ?? '');
  if (at.type === 'radio') {
    if (wanted.length > 0) await pickRadio(at, wanted[0]);
  } else if (at.type === 'checkbox') {
    if (wanted.includes(at.value) !== at.checked) await page.keyboard.press('Space');
  } else if (at.tagName === 'SELECT') {
    if (wanted.length > 0) await pickOption(at, wanted[0]);
  } else if (at.tagName === 'INPUT' || at.tagName === 'TEXTAREA') {
    const text = typed(answers, at.name);
    if (text !== null) await write(text);
  }
  return false;
}

// Les documents partagent des pages : la même suite de champs n’est lue par axe-core qu’une fois.
const read = new Set();

async function checkPage(id) {
  const title = await page.title();
  const fields = await page.$$eval('main :is(input, select, textarea, button)', (all) =>
    all.map(({ name, type, value }) => (name === 'dossier' || name === 'sceau' ? '' : `${name} ${type} ${value}`)).join('|'));
  if (!read.has(fields)) assert.deepEqual(await accessibilityDefects(page), [], `${id} : ${title}`);
  read.add(fields);
  assert.equal(await overflows(page), false, `${id} : ${title} déborde`);
}

// Le curseur part du début du contenu ; la tabulation passe partout, dans l’ordre.
async function answerPage(id, answers) {
  await page.focus('#contenu');
  for (let tab = 0; ; ++tab) {
    assert.ok(tab < 400, `${id} : la tabulation n’atteint pas « Continuer » (${await page.title()})`);
    await page.keyboard.press('Tab');
    const at = await focused();
    if (at.inMain && (await answerHere(at, answers))) return;
  }
}

test('chaque document au clavier seul', { timeout: 900_000 }, async (t) => {
  const documents = await (await page.request.get(service.address + '/api/documents')).json();
  assert.ok(documents.length > 20);
  for (const { id } of documents) {
    await t.test(id, async () => {
      const { content, answers } = example(id);
      await page.goto(`${service.address}/document/${id}`);
      const seen = new Set();
      for (let turn = 0; !(await onReview(page)); ++turn) {
        assert.ok(turn < 120, `${id} : le chemin ne finit pas`);
        const step = await page.inputValue('[name="étape"]');
        if (!seen.has(step)) await checkPage(id);
        seen.add(step);
        await answerPage(id, answers);
        assert.equal(await page.locator('.resume-erreurs').count(), 0,
          `${id}, ${step} : ${await page.locator('.resume-erreurs').allInnerTexts()}`);
      }
      await checkPage(id);
      assert.equal((await downloaded(page, 'txt')).bytes.toString(), await letterOf(service, id, content), id);
      assert.deepEqual(page.complaints, []);
    });
  }
});
