// Keeps what is written in the forms of a case at the server while it is written, says that somebody has it open, and learns
// who else has; tells at a list how many of its rows changed. A page that nobody looks at or touches for a while is silent, so that its session can end.
(() => {
  const SAVE_AFTER = 1500;
  const AGAIN_AFTER = 5000;
  const LOOK_EVERY = 3000;
  const COMPARE_EVERY = 5000;
  const AWAY_AFTER = 5 * 60 * 1000;

  let touched = Date.now();
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focus']) {
    addEventListener(sign, () => { touched = Date.now(); }, {passive: true, capture: true});
  }
  const isHere = () => document.visibilityState === 'visible' && Date.now() - touched < AWAY_AFTER;

  const post = (address, body, more) => fetch(address, {
    method: 'POST', body, redirect: 'manual', headers: JSON.parse(document.body.getAttribute('hx-headers')), ...more
  });

  // What stands in a form is sent a moment after it changed, and again where that did not succeed.
  class Draft {
    constructor(form) {
      this.form = form;
      this.timer = null;
    }

    later(after) {
      this.timer ??= setTimeout(() => this.save(), after);
    }

    stop() {
      clearTimeout(this.timer);
      this.timer = null;
    }

    async save(more) {
      this.stop();
      const answer = await post(this.form.dataset.draft, new URLSearchParams(new FormData(this.form)), more)
        .catch(() => null);
      this.say(answer?.ok);
      // What is refused once is refused again; a page that nobody is at lets its session end.
      if ((!answer || answer.status >= 500) && !this.sent && isHere()) {
        this.later(AGAIN_AFTER);
      }
    }

    say(saved) {
      const time = new Date().toTimeString().slice(0, 5);
      const at = this.form.querySelector('.kept-at');
      at.textContent = saved ? this.form.dataset.saved.replace('#', time) : this.form.dataset.unsaved;
      at.classList.toggle('unsaved', !saved);
    }
  }

  const drafts = new Map();
  for (const form of document.querySelectorAll('form[data-draft]')) {
    const draft = new Draft(form);
    drafts.set(form, draft);
    form.addEventListener('input', () => draft.later(SAVE_AFTER));
    form.addEventListener('submit', () => {
      draft.sent = true;
      draft.stop();
    });
  }
  // Whoever throws one away wants it saved no more.
  for (const discard of document.querySelectorAll('form.discard')) {
    discard.addEventListener('submit', () => drafts.forEach(draft => {
      if (discard.action.startsWith(new URL(draft.form.dataset.draft, location).href + '/')) {
        draft.sent = true;
        draft.stop();
      }
    }));
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      [...drafts.values()].filter(draft => draft.timer !== null).forEach(draft => draft.save({keepalive: true}));
    }
  });

  const here = document.getElementById('here');
  const look = async () => {
    if (!isHere()) {
      return;
    }
    const answer = await post(here.dataset.here, new URLSearchParams({version: here.dataset.version})).catch(() => null);
    if (answer?.ok) {
      const others = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('presence');
      if (others.innerHTML !== here.firstElementChild.innerHTML) {
        here.replaceChildren(others);
      }
    }
  };
  if (here) {
    look();
    setInterval(look, LOOK_EVERY);
  }

  // A list learns ids and versions of what it would show now, and says how many rows that concerns.
  const compare = async () => {
    const list = document.getElementById('list');
    if (!list?.dataset.live || !isHere()) {
      return;
    }
    const answer = await fetch(list.dataset.live, {redirect: 'manual'}).catch(() => null);
    const moved = list.querySelector('#moved');
    if (!answer?.ok || !moved || !list.isConnected) {
      return;
    }
    const now = new Map((await answer.json()).map(({id, version}) => [id, String(version)]));
    const shown = [...list.querySelectorAll('[data-id]')].map(row => row.dataset);
    const known = new Set(shown.map(({id}) => id));
    const changed = shown.filter(({id, version}) => now.has(id) && now.get(id) !== version).length;
    const gone = shown.filter(({id}) => !now.has(id)).length;
    const come = [...now.keys()].filter(id => !known.has(id)).length;
    // Where one leaves a full page, the first of the next page comes in.
    const number = changed + Math.max(gone, come);
    const words = number === 0 ? '' : moved.dataset.words.replace('#', number);
    if (moved.firstElementChild.textContent !== words) {
      moved.firstElementChild.textContent = words;
      moved.hidden = number === 0;
    }
  };
  if (document.getElementById('list')) {
    setInterval(compare, COMPARE_EVERY);
  }
})();
