/**
 * What {@code basin new} writes: a sweep file to begin with, in which every key stands with its
 * meaning.
 */
package org.basin.cli.start;
