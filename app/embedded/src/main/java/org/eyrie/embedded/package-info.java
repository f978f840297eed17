/**
 * A real Neo4j that needs no installing: a process of its own, on a data folder, that never outlives ours.
 *
 * <p>Knows the JDK and {@code org.eyrie.model}. Knows no class of Neo4j: its jars are found as files and run by name in
 * another process, which keeps their versions and their licence apart from ours.
 */
@NullMarked
package org.eyrie.embedded;

import org.jspecify.annotations.NullMarked;
