@NullMarked
package org.eyrie.engine.graph;

import org.jspecify.annotations.NullMarked;
