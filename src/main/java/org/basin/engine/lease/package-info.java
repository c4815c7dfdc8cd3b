/** Gives one process at a time the right to write to the folder of a sweep. */
package org.basin.engine.lease;
