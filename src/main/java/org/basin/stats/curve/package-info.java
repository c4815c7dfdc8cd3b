/** How an observable moves: laws of its curve, phases of it, and bands over many curves. */
package org.basin.stats.curve;
