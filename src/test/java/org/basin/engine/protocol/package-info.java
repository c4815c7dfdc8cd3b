/**
 * A model of the protocol by which processes share a sweep's folder. The classes of the lease, of
 * the publication and of the committed work are the real ones; what is modelled is the world around
 * them: a store in memory of which each change and each look is a step, and processes that are
 * paused, die and oversleep before any step. All orders of the steps are explored, up to a bound.
 */
package org.basin.engine.protocol;
