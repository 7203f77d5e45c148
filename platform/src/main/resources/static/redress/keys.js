// Keys of a page: one presses or brings into view what is marked with it; "?" shows them all, and whether they are used.
(() => {
  const SETTING = "redress-keys";
  const on = () => localStorage.getItem(SETTING) !== "off";
  const help = () => document.getElementById("keys");

  const types = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;

  function go(part) {
    if (part.matches("a, button")) {
      part.click();
    } else if (part.matches("summary")) {
      for (let around = part.parentElement; around; around = around.parentElement.closest("details")) {
        around.open = true;
      }
      part.focus();
    } else {
      part.focus();
    }
  }

  function move(by) {
    const rows = [...document.querySelectorAll("[data-row]")];
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || types(event.target) || !help() || help().open) {
      return;
    }
    if (event.key === "?") {
      document.getElementById("keys-on").checked = on();
      help().showModal();
    } else if (!on()) {
      return;
    } else if (event.key === "j" || event.key === "k") {
      move(event.key === "j" ? 1 : -1);
    } else {
      const part = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (part === null) {
        return;
      }
      go(part);
    }
    event.preventDefault();
  });

  // Where much is typed, a form is sent from any of its fields.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter") {
      event.target.closest("form[data-send]")?.requestSubmit();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) {
      print();
    }
  });

  // A filter that was refused: the page of its own says what was wrong, which has no part to put in the place of the list.
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.elt.matches("form.filters")) {
      location.assign(event.detail.xhr.responseURL);
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "keys-on") {
      localStorage.setItem(SETTING, event.target.checked ? "on" : "off");
    }
  });
})();
