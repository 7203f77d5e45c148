// Keeps what a reader sends by a form, in this tab alone, until a page answers it: a session that had ended loses no words.
(() => {
  const KEY = 'redress.sent';
  const reader = document.body.dataset.reader;

  const forget = () => sessionStorage.removeItem(KEY);

  const remembered = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    if (kept && kept.reader === reader && !('answered' in document.body.dataset)) {
      return kept;
    }
    forget();
    return null;
  };

  const keep = form => {
    const fields = [...form.elements]
      .filter(field => field.name && (field.type !== 'hidden' || field.name === 'key')
        && (field.type !== 'checkbox' && field.type !== 'radio' || field.checked))
      .map(field => [field.name, field.value]);
    const page = location.pathname + location.search;
    sessionStorage.setItem(KEY, JSON.stringify({reader, page, action: form.getAttribute('action'), fields}));
  };

  const untouched = field => field.value === (field.tagName === 'SELECT'
    ? ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value
    : field.defaultValue);

  const fill = (form, fields) => {
    // A box that was left open is not among what was sent.
    for (const box of form.querySelectorAll('[type="checkbox"]')) {
      box.checked = fields.some(([name, value]) => name === box.name && value === box.value);
    }
    for (const [name, value] of fields) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === 'radio') {
          field.checked = field.value === value;
        } else if (name === 'key') {
          // Sent again, it is the same form: what was taken, though nobody saw the answer, is not taken twice.
          field.value = value;
        } else if (field.type !== 'checkbox' && field.type !== 'hidden' && untouched(field)) {
          field.value = value;
        }
      }
    }
    for (let around = form.closest('details'); around; around = around.parentElement.closest('details')) {
      around.open = true;
    }
  };

  // Where its form is gone, since somebody was faster, the words alone are shown.
  const show = kept => {
    const notice = document.getElementById('kept');
    const form = [...document.querySelectorAll('form[data-keep]')].find(one => one.getAttribute('action') === kept.action);
    const back = notice.querySelector('a');
    back.href = kept.page;
    back.hidden = Boolean(form) || back.pathname === location.pathname;
    if (form) {
      fill(form, kept.fields);
    } else if (back.hidden) {
      notice.querySelector('.words').textContent = kept.fields.filter(([name]) => name !== 'key').map(([, value]) => value).join('\n');
    }
    notice.hidden = false;
  };

  document.addEventListener('submit', event => {
    if (event.target.matches('[data-keep]')) {
      keep(event.target);
    } else if (event.target.matches('[action="/logout"]')) {
      forget();
    }
  });

  const kept = remembered();
  if (kept) {
    show(kept);
  }
})();
