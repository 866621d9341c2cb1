// The questions of a lesson. Without this script they can be read, with their answers folded; with it they can be
// answered. Nothing is sent, and this script keeps nothing: it only tells the page that all is answered, where the reader
// may have asked to keep the result.

const quiz = document.querySelector("[data-quiz]");

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A question as a form, made of what stands in the page. */
class Question {
  constructor(box, rank) {
    this.right = box.dataset.right.split(",").map(Number);
    this.correct = false;
    this.explanation = box.querySelector("details");
    this.choices = [...box.querySelectorAll(".choices > li")].map((item, place) => this.choice(item, rank, place));
    this.said = element("p", { className: "quiz-said" });
    this.said.setAttribute("role", "status");
    const legend = element("legend", {}, box.querySelector("h3"));
    const fields = element("fieldset", {}, legend, box.querySelector(".choices"));
    const hint = box.querySelector(".quiz-hint");
    if (hint) {
      fields.insertBefore(hint, legend.nextSibling);
    }
    const button = element("button", { type: "submit", className: "button", textContent: quiz.dataset.verify });
    this.form = element("form", { className: "quiz-form" }, fields, button, this.said);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.verify();
    });
    this.form.addEventListener("change", () => this.forget());
    this.explanation.hidden = true;
    this.explanation.open = true;
    box.prepend(this.form);
  }

  choice(item, rank, place) {
    const several = this.right.length > 1;
    const input = element("input", {
      type: several ? "checkbox" : "radio",
      name: `question-${rank}`,
      id: `question-${rank}-${place}`,
      value: String(place),
    });
    // Browsers would bring back an old answer, without its result.
    input.autocomplete = "off";
    const label = element("label", { htmlFor: input.id }, ...item.childNodes);
    const mark = element("span", { className: "quiz-mark" });
    item.append(input, label, mark);
    return { item, input, mark, right: this.right.includes(place) };
  }

  verify() {
    if (!this.choices.some(({ input }) => input.checked)) {
      this.say(quiz.dataset.choose);
      return;
    }
    this.correct = this.choices.every(({ input, right }) => input.checked === right);
    for (const { item, input, mark, right } of this.choices) {
      item.classList.toggle("is-right", right);
      item.classList.toggle("is-wrong", input.checked && !right);
      mark.textContent = right ? quiz.dataset.right : input.checked ? quiz.dataset.wrong : "";
    }
    this.explanation.hidden = false;
    this.say(this.correct ? quiz.dataset.saidRight : quiz.dataset.saidWrong);
    this.form.classList.add("is-verified");
    tally();
  }

  /** Take back the result once another answer is chosen. */
  forget() {
    cancelAnimationFrame(this.saying); // it would tell the result of the answer before
    this.form.classList.remove("is-verified");
    this.explanation.hidden = true;
    this.said.textContent = "";
    for (const { item, mark } of this.choices) {
      item.classList.remove("is-right", "is-wrong");
      mark.textContent = "";
    }
    tally();
  }

  say(words) {
    this.said.textContent = ""; // emptied first, so that the same words are announced again
    this.saying = requestAnimationFrame(() => {
      this.said.textContent = words;
    });
  }

  get verified() {
    return this.form.classList.contains("is-verified");
  }
}

const questions = [...quiz.querySelectorAll(".question")].map((box, rank) => new Question(box, rank + 1));
const total = element("p", { className: "quiz-tally d" });
quiz.append(total);

function tally() {
  const done = questions.every((question) => question.verified);
  const right = questions.filter((question) => question.correct).length;
  if (done) {
    quiz.dispatchEvent(new CustomEvent("answered", { detail: { right, total: questions.length } }));
  }
  total.textContent = done ? quiz.dataset.tally.replace("{n}", right).replace("{total}", questions.length) : "";
}
