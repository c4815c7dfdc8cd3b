/** Trials that something else than Basin trained: reads their tables, checks and converts them. */
package org.basin.engine.imported;
