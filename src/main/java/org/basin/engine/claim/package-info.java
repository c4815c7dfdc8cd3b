/** Checks claims, which are queries over the tables, before a run and evaluates them after it. */
package org.basin.engine.claim;
