/** The kinds of penalty that an optimiser descends beside the loss. */
package org.basin.nn.penalty;
