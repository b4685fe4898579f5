// Recherche dans toutes les pages, sans serveur : les textes sont dans textes.js. Les accents et
// les majuscules ne comptent pas ; chaque mot demandé doit commencer un mot de la partie trouvée.
// Rien n’est envoyé ni gardé.
'use strict';

(() => {
  const form = document.getElementById('site-recherche');
  const input = document.getElementById('site-mots');
  const state = document.getElementById('site-etat');
  const results = document.getElementById('site-resultats');
  const list = results.querySelector('ol');
  const shown = 40;
  const before = 70;
  const after = 160;

  const pairs = { 'œ': 'oe', 'æ': 'ae', '’': "'", '‘': "'", '‑': '-', '–': '-' };

  function foldOne(character) {
    if (pairs[character]) return pairs[character];
    if (/\s/u.test(character)) return ' ';
    return character.normalize('NFD').replace(/\p{M}/gu, '');
  }

  function fold(text) {
    return Array.from(text.toLowerCase(), foldOne).join('');
  }

  // Pour chaque unité du texte plié, la place de son caractère dans le texte écrit.
  function places(text) {
    const map = [];
    let at = 0;
    for (const character of text) {
      for (const part of character.toLowerCase()) {
        for (let i = 0; i < foldOne(part).length; i += 1) map.push(at);
      }
      at += character.length;
    }
    map.push(at);
    return map;
  }

  // « L2123-35 » trouve aussi « L. 2123-35 ».
  function pattern(word) {
    const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const article = escaped.replace(/^([a-z])(?:\\\.)?(?=\d)/, '$1\\.? ?');
    // Un nombre est donné entier : « 18 » n’est pas « 1881 ».
    const end = /\d$/.test(word) ? '(?!\\d)' : '';
    return new RegExp('(?<![\\p{L}\\p{N}])' + article + end, 'gu');
  }

  // Sans ce qui est élidé (« l’élu »), ni les lettres seules, sauf celle d’un article de code.
  function wordsOf(text) {
    return fold(text)
      .replace(/(^| )([a-z])\.? (?=\d)/g, '$1$2')
      .split(/[ ,;:!?«»"()]+/)
      .map((word) => word.replace(/^(?:[cdjlmnst]|qu)'/, ''))
      .filter((word) => /^\d/.test(word) || /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(word));
  }

  let sections = null;

  function prepare() {
    sections = egideTextes.sections.map(([page, id, title, text], rank) => {
      const [address, chapter] = egideTextes.pages[page];
      return {
        rank, address: id ? address + '#' + id : address, chapter, title, text,
        foldedTitle: fold(title), foldedChapter: fold(chapter), foldedText: fold(text),
      };
    });
  }

  function count(text, wanted) {
    return (text.match(wanted) || []).length;
  }

  // Un titre compte plus que le texte ; dix fois le même mot ne compte pas plus que cinq.
  function weight(section, patterns) {
    let sum = 0;
    for (const wanted of patterns) {
      const points = 20 * Math.min(1, count(section.foldedTitle, wanted)) +
        5 * Math.min(1, count(section.foldedChapter, wanted)) +
        Math.min(5, count(section.foldedText, wanted));
      if (points === 0) return 0;
      sum += points;
    }
    return sum;
  }

  function search(words) {
    const patterns = words.map(pattern);
    return sections
      .map((section) => ({ section, points: weight(section, patterns) }))
      .filter((found) => found.points > 0)
      .sort((a, b) => b.points - a.points || a.section.rank - b.section.rank);
  }

  // Les passages à marquer, dans l’ordre, sans chevauchement : début, fin, rang du mot demandé.
  function marks(text, patterns) {
    const folded = fold(text);
    const map = places(text);
    const found = [];
    patterns.forEach((wanted, rank) => {
      for (const match of folded.matchAll(wanted)) {
        found.push([map[match.index], map[match.index + match[0].length], rank]);
      }
    });
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    let end = 0;
    return found.filter((mark) => {
      if (mark[0] < end) return false;
      end = mark[1];
      return true;
    });
  }

  // Le début du passage qui réunit le plus de mots demandés.
  function best(found) {
    let place = 0;
    let most = 0;
    for (const [from] of found) {
      const near = found.filter((mark) => mark[0] >= from && mark[1] <= from + after);
      const different = new Set(near.map((mark) => mark[2])).size;
      if (different > most) {
        most = different;
        place = from;
      }
    }
    return place;
  }

  function append(element, text, begin, end, list) {
    let at = begin;
    for (const [from, to] of list) {
      if (from < at || to > end) continue;
      element.append(text.slice(at, from));
      const mark = document.createElement('mark');
      mark.textContent = text.slice(from, to);
      element.append(mark);
      at = to;
    }
    element.append(text.slice(at, end));
  }

  function excerpt(text, patterns) {
    const paragraph = document.createElement('p');
    const found = marks(text, patterns);
    const first = best(found);
    let begin = Math.max(0, first - before);
    let end = Math.min(text.length, first + after);
    if (begin > 0) begin = Math.min(first, text.indexOf(' ', begin) + 1);
    while (begin < first && '· '.includes(text[begin])) begin += 1;
    if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), first + 1);
    for (const [from, to] of found) if (from < end && to > end) end = to;
    if (begin > 0) paragraph.append('… ');
    append(paragraph, text, begin, end, found);
    if (end < text.length) paragraph.append(' …');
    return paragraph;
  }

  function item({ section }, patterns) {
    const element = document.createElement('li');
    const link = document.createElement('a');
    link.href = section.address;
    append(link, section.title, 0, section.title.length, marks(section.title, patterns));
    element.append(link);
    if (section.chapter !== section.title) {
      const chapter = document.createElement('span');
      chapter.className = 'chapitre';
      chapter.textContent = section.chapter;
      element.append(chapter);
    }
    if (section.text) element.append(excerpt(section.text, patterns));
    return element;
  }

  function say(number) {
    if (number === 0) return 'Aucun passage ne contient tous ces mots. Essayez-en moins, ou d’autres.';
    if (number === 1) return 'Un passage trouvé.';
    return number + ' passages trouvés' + (number > shown ? ' ; voici les ' + shown + ' premiers.' : '.');
  }

  // L’adresse garde la recherche, pour la retrouver en revenant d’un résultat.
  function remember(text) {
    try {
      history.replaceState(null, '', text ? '?recherche=' + encodeURIComponent(text) : location.pathname);
    } catch {
      // Le navigateur le refuse pour un fichier ouvert sans serveur : la recherche marche quand même.
    }
  }

  function close() {
    results.hidden = true;
    list.replaceChildren();
    state.textContent = '';
  }

  function refresh() {
    const words = wordsOf(input.value);
    if (words.length === 0) {
      close();
      return;
    }
    if (sections === null) prepare();
    const found = search(words);
    const patterns = words.map(pattern);
    list.replaceChildren(...found.slice(0, shown).map((one) => item(one, patterns)));
    results.hidden = found.length === 0;
    state.textContent = say(found.length);
  }

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      refresh();
      remember(input.value.trim());
    }, 150);
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    refresh();
    remember(input.value.trim());
    const first = list.querySelector('a');
    if (first) first.focus();
  });

  function leave() {
    clearTimeout(timer);
    input.value = '';
    close();
    remember('');
    input.focus();
  }

  input.addEventListener('keydown', (event) => {
    const first = list.querySelector('a');
    if (event.key === 'ArrowDown' && first) {
      event.preventDefault();
      first.focus();
    } else if (event.key === 'Escape' && input.value) {
      event.preventDefault();
      leave();
    }
  });

  list.addEventListener('keydown', (event) => {
    const links = Array.from(list.querySelectorAll('a'));
    const at = links.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      leave();
    } else if (event.key === 'ArrowDown' && at + 1 < links.length) {
      event.preventDefault();
      links[at + 1].focus();
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      (at > 0 ? links[at - 1] : input).focus();
    }
  });

  // Un résultat de la page que l’on lit déjà : les autres ne doivent pas la cacher.
  list.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (link && link.pathname === location.pathname) close();
  });

  form.hidden = false;
  input.value = new URLSearchParams(location.search).get('recherche') || '';
  if (input.value) refresh();
})();
