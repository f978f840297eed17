/** The vocabulary of lineage and scores, and the ports to where they are kept. Knows the JDK and JSpecify only. */
@NullMarked
package org.eyrie.model;

import org.jspecify.annotations.NullMarked;
