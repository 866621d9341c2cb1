// How many slips of the hand part two words, as in hooks/atlas/search/slips.py.

/** Return the letters to add, leave out, change or exchange with their neighbour to go from one word to the other. */
export function slips(one, other) {
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      let cost = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (one[row - 1] !== other[column - 1]));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, before[column - 2] + 1);
      line.push(cost);
    }
    [before, above] = [above, line];
  }
  return above.at(-1);
}
