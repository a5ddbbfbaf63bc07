"use strict";
// What pages can do beyond plain HTML; every page works without it.
document.addEventListener("click", (event) => {
  // A menu closes when somebody clicks elsewhere.
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  });
  if (event.target.closest("[data-print]")) window.print();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    });
  }
});
document.addEventListener("change", (event) => {
  // data-check-all="name": ticks every box of that name in the same form.
  const all = event.target.closest("[data-check-all]");
  if (all) {
    all.form.querySelectorAll(`input[type=checkbox][name="${all.dataset.checkAll}"]`).forEach((box) => {
      box.checked = all.checked;
    });
  }
  // data-takes-along: who chooses this side chooses it everywhere in the form, and may choose otherwise after that.
  const lead = event.target.closest("[data-takes-along]");
  if (lead) {
    lead.form.querySelectorAll(`input[type=radio][value="${lead.value}"]`).forEach((choice) => {
      choice.checked = true;
    });
  }
  if (event.target.closest("[data-submit-on-change]")) event.target.form.requestSubmit();
});
document.addEventListener("submit", (event) => {
  const question = event.submitter && event.submitter.dataset.ask;
  if (question && !window.confirm(question)) event.preventDefault();
});
