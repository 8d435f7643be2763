/** The list rotated by `by`: the first of this round is the last of the next. */
export const turned = (list, by) => list.map((_, index) => list[(index + by) % list.length]);
