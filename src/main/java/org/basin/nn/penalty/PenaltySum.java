package org.basin.nn.penalty;

import java.util.List;
import org.basin.nn.Parameters;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** {@code sum}: the sum of several penalties. */
final class PenaltySum implements PenaltyFactory {

  @Override
  public String kind() {
    return "sum";
  }

  @Override
  public String summary() {
    return "The sum of several penalties.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.components("terms", "penalty", "the penalties that are added"));
  }

  @Override
  public Penalty create(Section section) {
    List<Penalty> terms =
        section.sections("terms").stream()
            .map(each -> Penalties.CATALOGUE.of(each).create(each))
            .toList();
    return initial -> new Sum(terms.stream().map(term -> term.start(initial)).toList());
  }

  record Sum(List<Penalty.Term> terms) implements Penalty.Term {

    @Override
    public double value(Parameters parameters) {
      return terms.stream().mapToDouble(term -> term.value(parameters)).sum();
    }

    @Override
    public void addGradient(Parameters parameters, Parameters gradient) {
      terms.forEach(term -> term.addGradient(parameters, gradient));
    }
  }
}
