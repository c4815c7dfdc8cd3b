/**
 * The page of a report: what it shows of one set of tables, small whatever the sweep's size, and
 * the one file that it becomes.
 */
package org.basin.engine.report;
