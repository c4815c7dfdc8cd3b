package org.basin.nn;

/**
 * Which terms the update of gradient descent has, in all lanes of a kernel. A term that a trial has
 * not is left out and not multiplied by 0, which would be NaN where a weight is infinite.
 *
 * @param momentum v ← μv + g; w ← w − ηv
 * @param nesterov w ← w − η(g + μv) instead; only with momentum
 * @param weightDecay g ← g + λw before
 */
public record UpdateTerms(boolean momentum, boolean nesterov, boolean weightDecay) {}
