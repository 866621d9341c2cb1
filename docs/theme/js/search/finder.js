// Finding in the passages of one language: answers to a question, and pages for words, as in
// hooks/atlas/search/finder.py. No part of it knows the page or the network.

import { wordIndex } from "./bm25.js";
import { meaning } from "./meaning.js";
import { slips } from "./slips.js";
import { stem, stems, tokens } from "./words.js";

const TITLED = 20;
const MOST_FORMS = 40;
const NAMED = 1;
const LEAD = 3;
const SURE = 2.6;
const PHRASE = 1;
const OPENING = 0.3;
const HALF = 4;

/** Return what words are worth by the share of them that a passage holds: most when it holds all. */
const gate = (covered) => 1 + covered * covered + (covered > 1 - 1e-9 ? 3 : 0);

const sorted = (words) => words.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/**
 * Return what searches some passages.
 * `data` is the file of passages; `files` the two files of vectors, or null where words must do; `stop` the words that
 * say nothing.
 */
export function finder(data, files, stop) {
  const told = (text) => stems(text, stop);
  const titles = ([page, , headings]) => [data.pages[page][1], ...headings].join(" ");
  const words = wordIndex(data.passages.map((row) => [told(titles(row)), told(row[3])]));
  const said = data.passages.map((row) => ` ${tokens(`${titles(row)} ${row[3]}`).join(" ")} `);
  const opens = (rank) => data.passages[rank][0] !== data.passages[rank - 1]?.[0];
  // What editors say that a page answers: as good as a passage, and worth more than its own words.
  const questions = wordIndex(data.questions.map(([, text]) => [[], told(text)]));
  const names = data.pages.map(([, title]) => [...new Set(told(title))]);
  const compare = files && meaning(files.words, files.vectors);

  const known = words.vocabulary;

  /** Return the stems that a word may stand for: its own, those that it begins, else those a slip away. */
  const forms = (word, unfinished) => {
    const own = stem(word);
    let found = known.has(own) ? [own] : [];
    if (unfinished) {
      const begun = [...known.keys()].filter((each) => each.startsWith(word) && each !== own);
      found.push(...sorted(begun).slice(0, MOST_FORMS));
    }
    if (!found.length && word.length > 3) {
      const reach = own.length < 8 ? 1 : 2;
      const near = (each) => Math.abs(each.length - own.length) <= reach && slips(own, each) <= reach;
      found = sorted([...known.keys()].filter(near));
    }
    return found.length ? found.slice(0, MOST_FORMS) : [own];
  };

  /** Return what each page gains from the questions that it is said to answer: the nearest, the likest in words. */
  const answered = (asked, near) => {
    const meant = new Map();
    const alike = new Map();
    questions.scores(asked).forEach(([score, covered], rank) => {
      const page = data.questions[rank][0];
      meant.set(page, Math.max(meant.get(page) ?? 0, near ? near[rank] / 3 : 0));
      alike.set(page, Math.max(alike.get(page) ?? 0, (2 * covered * score) / (score + HALF)));
    });
    return [...meant].map(([page, gain]) => [page, gain + alike.get(page)]);
  };

  return {
    /** Return the ranks of the best passages of the pages that hold the words of a text, the best page first. */
    search(text) {
      const asked = tokens(text);
      const whole = asked.slice(0, -1).filter((word) => !stop.has(word));
      const sought = whole.map((word) => forms(word, false));
      const last = asked.at(-1);
      if (last && (!stop.has(last) || !whole.length)) sought.push(forms(last, !/\s$/.test(text)));
      if (!sought.length) return [];
      const best = new Map();
      words.choices(sought).forEach(([score, covered], rank) => {
        const page = data.passages[rank][0];
        const held = best.get(page);
        if (score && (!held || covered > held.covered || (covered === held.covered && score > held.score)))
          best.set(page, { covered, score, rank });
      });
      for (const [page, one] of best) {
        const name = names[page];
        if (sought.every((each) => each.some((form) => name.includes(form))))
          one.score += TITLED * (name.length <= sought.length ? 2 : 1);
      }
      const found = [...best.values()];
      const complete = found.filter(({ covered }) => covered > 1 - 1e-9);
      return (complete.length ? complete : found)
        .sort((a, b) => b.covered - a.covered || b.score - a.score || a.rank - b.rank)
        .map(({ rank }) => rank);
    },
    /** Return the ranks of the passages that answer a question, the best first, and whether the best is sure. */
    ask(question) {
      const asked = told(question);
      if (!asked.length) return { found: [], sure: false };
      const byWords = words.scores(asked);
      const { near, nearQuestions, lead } = (compare && compare(asked)) ?? { lead: 0 };
      const phrase = ` ${tokens(question).join(" ")} `;
      const all = new Set(asked);
      const named = names.map((name) => name.length > 0 && name.every((word) => all.has(word)));
      const bonus = named.map((each) => (each ? NAMED : 0));
      for (const [page, gain] of answered(asked, nearQuestions)) bonus[page] += gain;
      const scores = byWords.map(
        ([score, covered], rank) =>
          (near ? near[rank] / 5 : 0) +
          (gate(covered) * score) / (score + HALF) +
          bonus[data.passages[rank][0]] +
          (said[rank].includes(phrase) ? PHRASE : 0) +
          (opens(rank) && named[data.passages[rank][0]] ? OPENING : 0),
      );
      const found = scores.map((_, rank) => rank).sort((a, b) => scores[b] - scores[a] || a - b);
      const sure = scores[found[0]] + LEAD * lead >= SURE || byWords.some(([, covered]) => covered > 1 - 1e-9);
      return { found, scores, sure };
    },
  };
}
