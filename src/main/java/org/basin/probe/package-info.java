/**
 * What is watched while a trial trains: the contract of a probe, and what it sees of a trial.
 *
 * <p>Plain Java. Uses {@code settings}, {@code linalg}, {@code nn} and {@code data}; does not know
 * how trials are batched.
 */
package org.basin.probe;
