const search = document.getElementById('search');
const kinds = document.querySelectorAll('.tiles button');
const articles = document.querySelectorAll('article');

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const pressed = [...kinds].filter(kind => kind.getAttribute('aria-pressed') === 'true').map(kind => kind.value);
  let shown = 0;
  for (const article of articles) {
    const text = (article.dataset.file + ' ' + article.textContent).toLowerCase();
    article.hidden = !words.every(word => text.includes(word)) || pressed.length > 0 && !pressed.includes(article.dataset.kind);
    shown += article.hidden ? 0 : 1;
  }
  for (const file of document.querySelectorAll('details.file')) {
    file.hidden = !file.querySelector('article:not([hidden])');
  }
  document.getElementById('shown').textContent = shown === articles.length ? '' : `${shown} of ${articles.length} shown`;
}

search?.addEventListener('input', filter);
for (const kind of kinds) {
  kind.addEventListener('click', () => {
    kind.setAttribute('aria-pressed', kind.getAttribute('aria-pressed') !== 'true');
    filter();
  });
}
for (const rule of document.querySelectorAll('a.rule')) {
  rule.addEventListener('click', () => {
    search.value = rule.textContent;
    filter();
  });
}
