/**
 * A probe measures a trial while the trial is trained. This package holds the contract of a probe
 * and the view that a probe has of a trial.
 *
 * <p>It uses {@code settings}, {@code linalg}, {@code nn} and {@code data}. It does not depend on
 * how trials are batched.
 */
package org.basin.probe;
