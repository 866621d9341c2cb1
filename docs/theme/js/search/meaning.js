// Ranking by meaning: the vectors that the build cut to four bits, as in hooks/atlas/search/meaning.py.

const LEVELS = 7;

/** Return the header of a file, and the bytes that follow it. */
function unframed(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  return [header, new Uint8Array(buffer, 4 + length)];
}

/** Return row `rank` of vectors cut to four bits, two numbers a byte, the first in the high half. */
function row(bytes, rank, scales) {
  const found = new Float64Array(scales.length);
  const start = (rank * scales.length) / 2;
  for (let place = 0; place < scales.length; place++) {
    const byte = bytes[start + (place >> 1)];
    found[place] = (((place % 2 ? byte & 15 : byte >> 4) - 8) / LEVELS) * scales[place];
  }
  return found;
}

/** Return the scalar product of two vectors; a plain loop, run some thousand times a question. */
function dot(one, other) {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += one[place] * other[place];
  return sum;
}

/** Return what compares a question with passages: `words` and `vectors` are the two files, as buffers. */
export function meaning(words, vectors) {
  const [lexicon, wordBytes] = unframed(words);
  const [header, vectorBytes] = unframed(vectors);
  const stems = lexicon.stems.split(" ");
  const place = new Map(stems.map((stem, rank) => [stem, rank]));
  const wordRows = wordBytes.subarray(stems.length);
  const count = (vectorBytes.length * 2) / header.scales.length;
  const rows = Array.from({ length: count }, (_, rank) => {
    const vector = row(vectorBytes, rank, header.scales);
    const length = Math.sqrt(dot(vector, vector));
    return vector.map((number) => number / length);
  });

  const { passages, questions } = header;

  /** Return how near each passage and each question is, in standard deviations, and the lead on decoys. */
  return (asked) => {
    const vector = new Float64Array(lexicon.scales.length);
    for (const stem of new Set(asked)) {
      if (!place.has(stem)) continue;
      const rank = place.get(stem);
      const word = row(wordRows, rank, lexicon.scales);
      for (let each = 0; each < vector.length; each++) vector[each] += (wordBytes[rank] / 255) * word[each];
    }
    const length = Math.sqrt(dot(vector, vector));
    if (!length) return null;
    const cosines = rows.map((vectorOf) => dot(vectorOf, vector) / length);
    return {
      near: standard(cosines.slice(0, passages)),
      nearQuestions: standard(cosines.slice(passages, passages + questions)),
      lead: Math.max(...cosines.slice(0, passages + questions)) - Math.max(...cosines.slice(passages + questions)),
    };
  };
}

/** Return numbers as so many standard deviations from their mean. */
function standard(numbers) {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);
  const spread = Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length || 1)) || 1;
  return numbers.map((number) => (number - mean) / spread);
}
