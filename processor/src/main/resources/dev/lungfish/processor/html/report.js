document.getElementById('search')?.addEventListener('input', event => {
  const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const article of document.querySelectorAll('article')) {
    const text = article.textContent.toLowerCase();
    article.hidden = !words.every(word => text.includes(word));
  }
  for (const section of document.querySelectorAll('section.file')) {
    section.hidden = !section.querySelector('article:not([hidden])');
  }
});
