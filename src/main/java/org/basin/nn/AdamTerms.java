package org.basin.nn;

/**
 * The terms that Adam's update has, the same in all lanes of a kernel. An absent term is left out.
 *
 * @param weightDecay whether there is weight decay
 * @param decoupled whether it shrinks the weights, w ← (1 − ηλ)w, instead of adding λw to the
 *     gradient; only with weight decay
 */
public record AdamTerms(boolean weightDecay, boolean decoupled) implements UpdateTerms {}
