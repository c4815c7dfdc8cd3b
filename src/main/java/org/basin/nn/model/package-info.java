/** The kinds of model. Networks for images are in {@link org.basin.nn.image}. */
package org.basin.nn.model;
