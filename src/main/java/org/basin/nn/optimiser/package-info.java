/**
 * The kinds of optimiser, with clipping and penalties, which change another optimiser's gradient.
 */
package org.basin.nn.optimiser;
