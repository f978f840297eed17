/** JSON and YAML as bounded trees of maps, lists and scalars, read with faults that say what would be right. */
@NullMarked
package org.eyrie.sources.tree;

import org.jspecify.annotations.NullMarked;
