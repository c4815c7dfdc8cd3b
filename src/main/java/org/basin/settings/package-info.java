/**
 * The means by which components declare and read their settings: keys and their schema, settings,
 * catalogues of named kinds, expressions, random streams and input files.
 *
 * <p>It uses no other package of Basin, and every other one may use it. It does not know what a
 * sweep is.
 */
package org.basin.settings;
