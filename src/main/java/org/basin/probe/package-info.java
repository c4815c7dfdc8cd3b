/**
 * The contract of a probe, which measures a trial while it trains, and the view that a probe has of
 * a trial.
 *
 * <p>It uses {@code settings}, {@code linalg}, {@code nn} and {@code data}; it does not know how
 * trials are batched.
 */
package org.basin.probe;
