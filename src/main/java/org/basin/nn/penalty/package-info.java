/** The kinds of penalty that an optimiser minimises together with the loss. */
package org.basin.nn.penalty;
