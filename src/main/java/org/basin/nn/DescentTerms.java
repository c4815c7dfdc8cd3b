package org.basin.nn;

/**
 * The terms that the update of gradient descent has, the same in all lanes of a kernel. An absent
 * term is left out. It is not multiplied by 0, because 0 times an infinite weight is NaN.
 *
 * @param momentum v ← μv + g; w ← w − ηv
 * @param nesterov w ← w − η(g + μv) instead of the second; only with momentum
 * @param weightDecay g ← g + λw first
 */
public record DescentTerms(boolean momentum, boolean nesterov, boolean weightDecay)
    implements UpdateTerms {}
