/** The kinds of loss. */
package org.basin.nn.loss;
