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

// Le premier délai et le texte du document, pour ce qui est écrit jusqu’ici.
function showPreview(form) {
  const details = document.querySelector('.apercu');
  const content = details && details.querySelector('.apercu-contenu');
  const deadline = document.querySelector('.delai-vif');
  if (!content || !deadline) return;
  let timer = 0;
  let last = 0;
  const show = (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const first = page.querySelector('.premier-delai');
    // Le même délai n’est pas dit deux fois au lecteur d’écran.
    if ((first ? first.textContent : '') !== deadline.textContent) {
      deadline.replaceChildren(...(first ? [first] : []));
    }
    content.replaceChildren(...page.querySelector('.apercu-lettre').childNodes);
    details.hidden = false;
  };
  const refresh = async () => {
    const turn = ++last;
    const data = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.dataset.apercu, { method: 'POST', body: data });
      if (answer.ok && turn === last) show(await answer.text());
    } catch {
      details.hidden = true;
    }
  };
  // À côté des questions, il est ouvert ; en dessous, il les allongerait.
  details.open = window.matchMedia('(min-width: 62rem)').matches;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 900);
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
  } else if (location.hash.startsWith('#c-')) {
    const field = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (field) field.focus();
  }
}

// Une commune se cherche par son nom : le code est mis à sa place, avec le département pour les
// homonymes. Modèle « combobox » : flèches, Entrée, Échap.
function suggestCommunes(input) {
  const choices = document.createElement('ul');
  choices.id = 'liste-' + input.id;
  choices.className = 'propositions';
  choices.setAttribute('role', 'listbox');
  choices.setAttribute('aria-label', 'Communes proposées');
  choices.hidden = true;
  const chosen = document.createElement('p');
  chosen.className = 'indication';
  chosen.setAttribute('role', 'status');
  input.after(choices, chosen);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', choices.id);
  input.setAttribute('aria-autocomplete', 'list');
  let last = 0;
  let at = -1;

  const mark = (index) => {
    at = index;
    [...choices.children].forEach((each, rank) => each.setAttribute('aria-selected', String(rank === at)));
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', choices.children[at].id);
  };
  const show = (communes) => {
    choices.replaceChildren(...communes.map((commune, rank) => {
      const option = document.createElement('li');
      option.id = choices.id + '-' + rank;
      option.setAttribute('role', 'option');
      option.dataset.code = commune.code;
      option.textContent = `${commune.nom} (${commune.departement})`;
      return option;
    }));
    choices.hidden = communes.length === 0;
    input.setAttribute('aria-expanded', String(!choices.hidden));
    mark(-1);
  };
  const choose = (option) => {
    ++last;
    input.value = option.dataset.code;
    chosen.textContent = option.textContent;
    show([]);
    input.dispatchEvent(new Event('change', { bubbles: true }));
    input.form.dispatchEvent(new Event('input'));
  };

  show([]);
  input.addEventListener('input', async () => {
    const turn = ++last;
    const name = input.value.trim();
    chosen.textContent = '';
    if (name.length < 2 || /^\d/.test(name)) return show([]);
    const body = new URLSearchParams({ nom: name });
    const answer = await fetch('/api/communes', { method: 'POST', body }).catch(() => null);
    if (!answer || !answer.ok || turn !== last) return;
    show(await answer.json());
  });
  input.addEventListener('keydown', (event) => {
    const count = choices.children.length;
    if (choices.hidden || count === 0) return;
    if (event.key === 'ArrowDown') mark((at + 1) % count);
    else if (event.key === 'ArrowUp') mark((at + count - 1) % count);
    else if (event.key === 'Escape') show([]);
    else if (event.key === 'Enter' && at >= 0) choose(choices.children[at]);
    else return;
    event.preventDefault();
  });
  // Avant que le champ ne perde le curseur, qui ferme la liste.
  choices.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) {
      event.preventDefault();
      choose(option);
    }
  });
  input.addEventListener('blur', () => show([]));
}

document.querySelectorAll('[data-communes]').forEach(suggestCommunes);
const questions = document.getElementById('questions');
if (questions) {
  followConditions(questions);
  questions.addEventListener('input', () => followConditions(questions));
  showPreview(questions);
}
goToWhatIsNew(questions);
