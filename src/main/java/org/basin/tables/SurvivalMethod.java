package org.basin.tables;

import org.basin.stats.survival.EventTimes;

/** Names the method of an estimate together with what it takes for granted about its sample. */
final class SurvivalMethod {

  private static final String CENSORED = "; competing events censored";
  private static final String EXACT = "; first observed crossing taken as exact";

  private SurvivalMethod() {}

  /** The name of a method that counts competing events as what they are. */
  static String of(String method, EventTimes sample) {
    return method + (sample.isBracketed() ? EXACT : "");
  }

  /** The name of a method that counts competing events as censorings. */
  static String censoring(String method, EventTimes sample) {
    return of(method + competing(sample), sample);
  }

  /** The name of a method that counts competing events as censorings and knows brackets. */
  static String bracketed(String method, EventTimes sample) {
    return method + competing(sample);
  }

  private static String competing(EventTimes sample) {
    return sample.isCompeting() ? CENSORED : "";
  }
}
