package org.basin.config;

import com.typesafe.config.ConfigException.BadPath;
import com.typesafe.config.ConfigException.NotResolved;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds substitutions that refer into the section of variants. A variant is a change and has no
 * values of its own, so there is nothing they could mean. The parser writes {@code +=} as such a
 * substitution, too.
 */
final class VariantReferences {

  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??([^}]*)}");

  private final List<String> variants;
  private final Problems problems;

  private VariantReferences(List<String> variants, Problems problems) {
    this.variants = variants;
    this.problems = problems;
  }

  /**
   * Tells {@code problems} of them.
   *
   * @param root the whole file, not resolved
   * @param variants the path of the section
   */
  static void check(ConfigObject root, List<String> variants, Problems problems) {
    new VariantReferences(variants, problems).walk(root, List.of());
  }

  private void walk(ConfigValue value, List<String> path) {
    try {
      if (value instanceof ConfigObject object) {
        for (String key : object.keySet()) {
          List<String> longer = new ArrayList<>(path);
          longer.add(key);
          walk(object.get(key), longer);
        }
      } else if (value instanceof ConfigList list) {
        list.forEach(each -> walk(each, path));
      } else {
        // Throws if the value has a substitution.
        var unused = value.valueType();
      }
    } catch (NotResolved e) {
      Matcher matcher = SUBSTITUTION.matcher(value.render(ConfigRenderOptions.concise()));
      while (matcher.find()) {
        check(value, path, matcher.group(1));
      }
    }
  }

  private void check(ConfigValue value, List<String> path, String named) {
    List<String> elements = split(named);
    if (elements.size() < variants.size()
        || !elements.subList(0, variants.size()).equals(variants)) {
      return;
    }
    if (elements.equals(path)) {
      String below = ConfigUtil.joinPath(path.subList(variants.size() - 1, path.size()));
      problems.add(value.origin(), below + " has +=, must have the whole list after =");
    } else {
      problems.add(
          value.origin(),
          "${" + named + "} refers to a variant; put what is shared into a section let { … }");
    }
  }

  private static List<String> split(String path) {
    try {
      return ConfigUtil.splitPath(path);
    } catch (BadPath e) {
      return List.of(path);
    }
  }
}
