// Ce que le navigateur ajoute aux pages, qui marchent toutes sans lui : questions sans objet
// cachées, aperçu de la lettre, communes proposées. Aucune réponse n’est gardée ni envoyée
// ailleurs.
'use strict';

document.documentElement.classList.add('js');

// Vrai, faux, ou null quand la page ne peut pas savoir (elle montre alors la question).
function holds(condition, form) {
  if (condition === null || typeof condition === 'boolean') return condition;
  if (condition.tous) {
    const parts = condition.tous.map((part) => holds(part, form));
    return parts.includes(false) ? false : parts.includes(null) ? null : true;
  }
  if (condition.un_de) {
    const parts = condition.un_de.map((part) => holds(part, form));
    return parts.includes(true) ? true : parts.includes(null) ? null : false;
  }
  if ('non' in condition) {
    const part = holds(condition.non, form);
    return part === null ? null : !part;
  }
  const given = new FormData(form).getAll(condition.champ).filter((value) => value.trim() !== '');
  switch (condition['opération']) {
    case 'parmi':
    case 'contient':
      return given.some((value) => condition.valeurs.includes(value));
    case 'différent':
      return given.length > 0 && !given.some((value) => condition.valeurs.includes(value));
    case 'présent':
      return (given.length > 0) === condition.oui;
    default:
      return null;
  }
}

function followConditions(form) {
  for (const element of form.querySelectorAll('[data-si]')) {
    element.hidden = holds(JSON.parse(element.dataset.si), form) === false;
  }
}

function showPreview(form) {
  const section = document.querySelector('.apercu');
  const content = section && section.querySelector('.apercu-contenu');
  if (!content) return;
  let timer = 0;
  let last = 0;
  const refresh = async () => {
    const turn = ++last;
    const data = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.dataset.apercu, { method: 'POST', body: data });
      if (!answer.ok || turn !== last) return;
      content.innerHTML = await answer.text();
      section.hidden = false;
    } catch {
      section.hidden = true;
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 1200);
  });
  refresh();
}

function goToWhatIsNew(form) {
  const summary = document.querySelector('.resume-erreurs');
  if (summary) {
    summary.focus();
  } else if (form && form.dataset.nouveau) {
    const list = document.getElementById('c-' + form.dataset.nouveau);
    const items = list ? list.querySelectorAll(':scope > .element') : [];
    if (items.length > 0) items[items.length - 1].focus();
  }
}

// Une commune se cherche par son nom : le code est mis à sa place, avec le département pour les
// homonymes.
function suggestCommunes(input) {
  const choices = document.createElement('datalist');
  choices.id = 'liste-' + input.id;
  input.after(choices);
  input.setAttribute('list', choices.id);
  let last = 0;
  input.addEventListener('input', async () => {
    const turn = ++last;
    const name = input.value.trim();
    if (name.length < 2 || /^\d/.test(name)) return;
    const answer = await fetch('/api/communes?nom=' + encodeURIComponent(name)).catch(() => null);
    if (!answer || !answer.ok || turn !== last) return;
    const communes = await answer.json();
    choices.replaceChildren(
      ...communes.map((commune) => {
        const option = document.createElement('option');
        option.value = commune.code;
        option.label = `${commune.nom} (${commune.departement})`;
        return option;
      }),
    );
  });
}

document.querySelectorAll('[data-communes]').forEach(suggestCommunes);
const questions = document.getElementById('questions');
if (questions) {
  followConditions(questions);
  questions.addEventListener('input', () => followConditions(questions));
  showPreview(questions);
}
goToWhatIsNew(questions);
