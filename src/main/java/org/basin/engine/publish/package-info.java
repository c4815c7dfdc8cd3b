/** Puts a set of tables in the place of the one before, as a whole, and lets readers find it. */
package org.basin.engine.publish;
