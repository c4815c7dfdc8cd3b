/** The kinds of initialiser, and where the tensors of an explicit one come from. */
package org.basin.nn.init;
