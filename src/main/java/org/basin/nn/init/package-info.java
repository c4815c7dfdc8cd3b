/** The kinds of initialiser, and the kinds of entry of an explicit one. */
package org.basin.nn.init;
