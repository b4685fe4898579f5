// Un chemin entier pour un document, à partir de son exemple : chaque page montre des questions, et
// chaque question trouve sa réponse dans l’exemple. Rien ici ne connaît un document.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './service.mjs';

const folder = join(root, 'forms', 'exemples');

const longestList = (value) => {
  if (value === null || typeof value !== 'object') return 0;
  const inside = Math.max(0, ...Object.values(value).map(longestList));
  return Array.isArray(value) ? Math.max(value.length, inside) : inside;
};

// L’exemple du document ; s’il répète quarante fois la même fiche, un autre des siens, plus court :
// la quarantième n’apprend rien, et coûte des minutes.
export function example(id) {
  const names = readdirSync(folder).filter((name) => name === `${id}.yaml` || name.startsWith(`${id}-`)).sort();
  const own = names.indexOf(`${id}.yaml`);
  const inOrder = [names[own], ...names.filter((_, i) => i !== own)];
  const all = inOrder.map((name) => {
    const content = readFileSync(join(folder, name), 'utf8');
    return { content, answers: parse(content, { schema: 'failsafe' }) };
  });
  if (longestList(all[0].answers) <= 12) return all[0];
  return all.reduce((best, each) => (each.content.length < best.content.length ? each : best));
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

// Comme on écrit une date en France, d’une façon ou de l’autre selon le jour.
function typedDate(text) {
  const [year, month, day] = text.split('-').map(Number);
  const two = (number) => String(number).padStart(2, '0');
  const ways = [
    `${day} ${months[month - 1]} ${year}`, `${two(day)}/${two(month)}/${year}`,
    `${day}/${month}/${year}`, `${day === 1 ? '1er' : day} ${months[month - 1]} ${year}`,
  ];
  return ways[day % ways.length];
}

// « témoins.2.nom » : les rangs commencent à 1.
export function answerAt(answers, path) {
  return path.split('.').reduce(
    (value, part) => (value === undefined || value === null ? undefined : value[/^\d+$/.test(part) ? part - 1 : part]),
    answers,
  );
}

// Ce qu’une personne écrit dans ce champ ; rien si l’exemple n’y répond pas.
export function typed(answers, path) {
  const value = answerAt(answers, path);
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return value.join('\n');
  return /^\d{4}-\d\d-\d\d$/.test(value) ? typedDate(value) : String(value);
}

export function chosen(answers, path) {
  const value = answerAt(answers, path);
  return value === undefined || value === null ? [] : [].concat(value).map(String);
}

export function itemsWanted(answers, path) {
  const value = answerAt(answers, path);
  return Array.isArray(value) ? value.length : 0;
}

// Le titre de la page d’après : la navigation est finie quand la page a changé d’étape ou d’éléments.
export async function follow(page, action) {
  await Promise.all([page.waitForEvent('domcontentloaded'), action()]);
}

export const onReview = async (page) => (await page.locator('#relecture').count()) > 0;
