/**
 * The figures of a sweep file, made from its tables: queries are checked before anything is
 * trained, and their rows become charts.
 */
package org.basin.engine.figure;
