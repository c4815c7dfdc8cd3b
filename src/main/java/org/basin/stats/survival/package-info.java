/** When trials hit: distributions of hitting times with censored trials and competing events. */
package org.basin.stats.survival;
