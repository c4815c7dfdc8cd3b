/**
 * Holds the folder of a sweep, the files and links in it, the machine that writes them, and the
 * text of its faults.
 */
package org.basin.engine.storage;
