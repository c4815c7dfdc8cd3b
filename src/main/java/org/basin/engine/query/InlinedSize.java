package org.basin.engine.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Computes how large a query becomes when every name is replaced by what it stands for, as the
 * optimiser may do. A query of a few lines that doubles a sum forty times becomes a tree of 10^12
 * nodes.
 */
final class InlinedSize {

  /** What a name stands for: the number of its own nodes, and the names that occur among them. */
  private static final class Meaning {
    private final Map<Object, Integer> names = new HashMap<>();
    private double own;
  }

  private final Map<Object, Meaning> meanings = new HashMap<>();
  private final Map<Object, Double> sizes = new HashMap<>();
  private final Map<Long, CTERelationDef> definitions = new HashMap<>();
  private final List<CTERelationRef> references = new ArrayList<>();
  private final Set<Object> open = new HashSet<>();

  private InlinedSize() {}

  /**
   * Returns the number of nodes of {@code query} with all names replaced; infinity if they are too
   * many to count.
   */
  static double of(LogicalPlan query) {
    InlinedSize size = new InlinedSize();
    NodeWalk.walk(
        query,
        node -> {
          size.add(node);
          return true;
        });
    size.references.forEach(size::link);
    return size.meanings.keySet().stream().mapToDouble(size::size).sum();
  }

  private void add(TreeNode<?> node) {
    if (node instanceof Alias alias) {
      fill(meaning(alias.exprId()), alias.child());
    } else if (node instanceof CTERelationDef table) {
      fill(meaning(table.id()), table.child());
      definitions.put(table.id(), table);
    } else if (node instanceof CTERelationRef table) {
      references.add(table);
    }
  }

  /** The columns of a reference are those of its definition, under names of their own. */
  private void link(CTERelationRef reference) {
    CTERelationDef definition = definitions.get(reference.cteId());
    if (definition == null) {
      return;
    }
    List<Attribute> names = CollectionConverters.asJava(reference.output());
    List<Attribute> columns = CollectionConverters.asJava(definition.output());
    for (int i = 0; i < Math.min(names.size(), columns.size()); i++) {
      meaning(names.get(i).exprId()).names.merge(columns.get(i).exprId(), 1, Integer::sum);
    }
  }

  private Meaning meaning(Object name) {
    return meanings.computeIfAbsent(name, key -> new Meaning());
  }

  /**
   * Counts a node as often as it occurs in {@code tree}: one object can stand for a name in several
   * places.
   */
  private static void fill(Meaning meaning, TreeNode<?> tree) {
    boolean isTable = tree instanceof LogicalPlan;
    Deque<TreeNode<?>> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      TreeNode<?> node = open.pop();
      meaning.own++;
      if (node instanceof AttributeReference column && !isTable) {
        meaning.names.merge(column.exprId(), 1, Integer::sum);
      } else if (node instanceof CTERelationRef table) {
        meaning.names.merge(table.cteId(), 1, Integer::sum);
      } else if (node instanceof SubqueryExpression query) {
        open.push((TreeNode<?>) query.plan());
      }
      for (Object child : CollectionConverters.asJava(node.children())) {
        open.push((TreeNode<?>) child);
      }
      if (node instanceof LogicalPlan plan) {
        CollectionConverters.asJava(plan.expressions()).forEach(open::push);
      }
    }
  }

  private double size(Object name) {
    Double known = sizes.get(name);
    if (known != null) {
      return known;
    }
    Meaning meaning = meanings.get(name);
    if (meaning == null || !open.add(name)) {
      return 1;
    }
    double size = meaning.own;
    for (Map.Entry<Object, Integer> each : List.copyOf(meaning.names.entrySet())) {
      size += each.getValue() * size(each.getKey());
    }
    open.remove(name);
    sizes.put(name, size);
    return size;
  }
}
