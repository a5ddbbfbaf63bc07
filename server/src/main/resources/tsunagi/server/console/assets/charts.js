"use strict";
// Draws every figure.chart from the numbers that stand in it; the table beside it says the same in words.
