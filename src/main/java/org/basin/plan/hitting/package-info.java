/**
 * Of what a hitting time is made: the number that is watched, the threshold that it must pass, and
 * for how long it must stay beyond.
 */
package org.basin.plan.hitting;
