/**
 * The facts that answers are worked out from, at one moment. {@link org.eyrie.engine.graph.GraphView} is what is asked of
 * them; {@link org.eyrie.engine.graph.StoredGraph} asks the store each time, {@link org.eyrie.engine.graph.GraphCopy} has
 * them in memory, and {@link org.eyrie.engine.graph.GraphCopies} sees to it that a service which answers much has the copy
 * of the facts as they are.
 */
@NullMarked
package org.eyrie.engine.graph;

import org.jspecify.annotations.NullMarked;
