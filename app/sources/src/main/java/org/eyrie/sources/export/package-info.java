/** Lineage, scores and predictions in other people's formats. */
@NullMarked
package org.eyrie.sources.export;

import org.jspecify.annotations.NullMarked;
