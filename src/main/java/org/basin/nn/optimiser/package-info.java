/** The kinds of optimiser, and what surrounds one: clipping, penalties. */
package org.basin.nn.optimiser;
