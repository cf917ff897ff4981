// Whether a number reaches its goal, and how much of the way to it is done: the one definition behind every verdict, on
// pages, in cells, in the browser and in `evaluate`.
#pragma once

namespace shirube::expression {

// Means of decimal numbers miss a goal by a rounding: what is less than a thousand-millionth below it reaches it.
// For goals that are better when low: reaches(goal, value).
bool reaches(double value, double goal);

// From 0 to 1. `direction` is 1 where more is better and -1 where less is. A goal that is reached is 1 wherever it
// began; one that was left again, and whatever got worse, is 0.
double attained(double before, double after, double goal, double direction);

}  // namespace shirube::expression
