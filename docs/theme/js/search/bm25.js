// Ranking by words: BM25 over the stems of passages, as in hooks/atlas/search/bm25.py.

const K1 = 1.2;
const B = 0.75;
const TITLE = 2;

/** Index passages, each given as the stems of its titles and those of its text. */
export function wordIndex(passages) {
  const counts = passages.map(([titles, text]) => {
    const count = new Map();
    for (const word of titles) count.set(word, (count.get(word) ?? 0) + TITLE);
    for (const word of text) count.set(word, (count.get(word) ?? 0) + 1);
    return count;
  });
  const lengths = passages.map(([titles, text]) => TITLE * titles.length + text.length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
  const holders = new Map();
  for (const count of counts) for (const word of count.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const total = counts.length;
  const idf = (word) => {
    const held = holders.get(word) ?? 0;
    return Math.log(1 + (total - held + 0.5) / (held + 0.5));
  };

  return {
    /** The stems that some passage holds. */
    vocabulary: holders,
    /** Return, for each passage, its BM25 score and the share of the words' IDF that it holds. */
    scores(words) {
      return this.choices([...new Set(words)].map((word) => [word]));
    },
    /** Return the same for words of which each may be any of several: a passage gets the best of each. */
    choices(asked) {
      const weights = asked.map((words) => words.map(idf));
      const tops = weights.map((each) => Math.max(...each));
      const whole = tops.reduce((sum, weight) => sum + weight, 0) || 1;
      return counts.map((count, rank) => {
        let score = 0;
        let covered = 0;
        for (const [place, words] of asked.entries()) {
          let best = 0;
          for (const [each, word] of words.entries()) {
            const times = count.get(word) ?? 0;
            if (!times) continue;
            const here = (weights[place][each] * times * (K1 + 1)) / (times + K1 * (1 - B + (B * lengths[rank]) / mean));
            best = Math.max(best, here);
          }
          score += best;
          if (best > 0) covered += tops[place];
        }
        return [score, covered / whole];
      });
    },
  };
}
