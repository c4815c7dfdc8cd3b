/** The kinds of activation function. */
package org.basin.nn.activation;
