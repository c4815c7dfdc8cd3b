package org.basin.engine.protocol;

/**
 * How far the orders of steps are explored.
 *
 * @param pauses the max number of times that a process is interrupted between two of its steps
 * @param deaths the max number of processes that die
 * @param sleeps the max number of times that a sign of life grows old
 */
record Bounds(int pauses, int deaths, int sleeps) {}
