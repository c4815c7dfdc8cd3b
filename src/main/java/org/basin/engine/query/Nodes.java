package org.basin.engine.query;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.Option;
import scala.Product;
import scala.collection.Iterable;
import scala.collection.Iterator;

/**
 * Walks everything that a plan holds: operators, expressions, the plans of subqueries, common table
 * expressions and windows by name, wherever a node keeps them. Goes deep without recursion, so that
 * no plan is too deep for it.
 */
final class Nodes {

  /** Something to look at, and how many nodes stand above it. */
  private record Step(Object what, int depth) {}

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Step> open = new ArrayDeque<>();
  private int deepest;

  private Nodes() {}

  /**
   * Shows every node of {@code root} to {@code visit}, each once.
   *
   * @param visit whether to look into the node as well
   * @return how many nodes stand above each other at most
   */
  static int walk(TreeNode<?> root, Predicate<TreeNode<?>> visit) {
    Nodes nodes = new Nodes();
    nodes.open.push(new Step(root, 0));
    while (!nodes.open.isEmpty()) {
      Step step = nodes.open.pop();
      if (step.what() instanceof TreeNode<?> node) {
        if (nodes.seen.add(node) && visit.test(node)) {
          nodes.into(node, step.depth() + 1);
        }
      } else {
        nodes.parts(step.what(), step.depth());
      }
    }
    return nodes.deepest;
  }

  private void into(TreeNode<?> node, int depth) {
    deepest = Math.max(deepest, depth);
    open(((Product) node).productIterator(), depth);
    open(node.children().iterator(), depth);
    if (node instanceof RuntimeReplaceable replaceable && ((Expression) node).resolved()) {
      // What is computed in its stead.
      open.push(new Step(replaceable.replacement(), depth));
    }
  }

  private void parts(Object what, int depth) {
    if (what instanceof Iterable<?> many) {
      open(many.iterator(), depth);
    } else if (what instanceof Option<?> perhaps) {
      open(perhaps.iterator(), depth);
    } else if (what instanceof Product some
        && what.getClass().getName().startsWith("scala.Tuple")) {
      open(some.productIterator(), depth);
    }
  }

  private void open(Iterator<?> parts, int depth) {
    while (parts.hasNext()) {
      Object part = parts.next();
      if (part != null) {
        open.push(new Step(part, depth));
      }
    }
  }
}
