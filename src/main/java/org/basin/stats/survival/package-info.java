/**
 * When trials hit: distributions of hitting times with censored trials, competing events and
 * crossings known to lie between two observations.
 */
package org.basin.stats.survival;
