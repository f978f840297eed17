package org.eyrie.server.out;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Draws a tree with lines. What hangs in several places is unfolded once. */
public final class Tree<T> {

    private final Function<T, List<Branch<T>>> branches;

    /** @param branches what hangs below a node */
    public Tree(Function<T, List<Branch<T>>> branches) {
        this.branches = branches;
    }

    // An explicit stack: lineages are deeper than the thread's own stack may bear.
    public void print(T root, PrintWriter out) {
        out.println(root);
        Set<T> unfolded = new HashSet<>(Set.of(root));
        Deque<Line<T>> waiting = new ArrayDeque<>();
        push(root, "", waiting);
        while (!waiting.isEmpty()) {
            Line<T> line = waiting.pop();
            T node = line.branch().node();
            List<Branch<T>> below = branches.apply(node);
            boolean again = !unfolded.add(node) && !below.isEmpty();
            out.println(line.indent()
                    + (line.last() ? "└─ " : "├─ ")
                    + line.branch().label()
                    + node
                    + (again ? "  (see above)" : ""));
            if (!again) {
                push(node, line.indent() + (line.last() ? "   " : "│  "), waiting);
            }
        }
    }

    private void push(T node, String indent, Deque<Line<T>> waiting) {
        List<Branch<T>> below = branches.apply(node);
        for (int position = below.size() - 1; position >= 0; position--) {
            waiting.push(new Line<>(below.get(position), indent, position == below.size() - 1));
        }
    }

    /**
     * A node and how it hangs there.
     *
     * @param label printed before the node
     */
    public record Branch<T>(String label, T node) {}

    private record Line<T>(Branch<T> branch, String indent, boolean last) {}
}
