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
 * Walks through everything that a plan holds, wherever a node keeps it: operators, expressions, the
 * plans of subqueries, common table expressions and named windows. It uses no recursion, so that no
 * plan is too deep for it.
 */
final class NodeWalk {

  /** A node to visit, and how many nodes stand above it. */
  private record Step(Object what, int depth) {}

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Step> open = new ArrayDeque<>();
  private int deepest;

  private NodeWalk() {}

  /**
   * Passes every node of {@code root} to {@code visit} once.
   *
   * @param visit returns whether to visit the parts of the node as well
   * @return the depth of the tree: the largest number of nodes above each other
   */
  static int walk(TreeNode<?> root, Predicate<TreeNode<?>> visit) {
    NodeWalk nodes = new NodeWalk();
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
      // The expression that Spark computes in place of this one.
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
