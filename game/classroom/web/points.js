// Small comforts of a pupil's forms: steps of five points, their sum, the letters that are left.
// Without it the points are number fields, and the host says when they do not add up.
"use strict";

// Say again how many points are spread and how many letters are left; return the points of a form.
function reckon(form) {
  const inputs = [...form.querySelectorAll("[name=points]")];
  const points = inputs.reduce((all, one) => all + Number(one.value), 0);
  const rest = points < 50 ? `, ${50 - points} left` : points > 50 ? `, ${points - 50} too many` : "";
  write(form.dataset.sum, `${points} of 50 spread${rest}`);
  return points;
}

function reckonAll() {
  document.querySelectorAll("form[data-sum]").forEach(reckon);
  for (const one of document.querySelectorAll("[data-counter]"))
    write(one.dataset.counter, `${one.maxLength - one.value.length} characters left`);
}

function write(id, words) {
  const place = document.getElementById(id);
  if (place.textContent !== words) place.textContent = words; // or it would be read out again
}

function step(button) {
  const input = button.parentElement.querySelector("input");
  const free = Math.max(50 - reckon(input.form), 0);
  input.value = Math.max(0, Number(input.value) + Math.min(Number(button.dataset.by), free));
  reckon(input.form);
}

document.addEventListener("input", reckonAll);
document.addEventListener("shown", reckonAll); // parts of the page were swapped
document.addEventListener("click", (event) => event.target.matches("button.step") && step(event.target));
reckonAll();
