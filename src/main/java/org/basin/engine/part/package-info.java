/**
 * Divides a sweep into parts that processes train at the same time, with nothing in common but the
 * sweep's folder.
 */
package org.basin.engine.part;
