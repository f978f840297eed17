/** Configurations of mergekit as weighted derivations. */
@NullMarked
package org.eyrie.sources.mergekit;

import org.jspecify.annotations.NullMarked;
