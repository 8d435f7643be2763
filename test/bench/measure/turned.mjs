/** A list that begins somewhere else: who was first in this round is last in the next. */
export const turned = (list, by) => list.map((_, index) => list[(index + by) % list.length]);
