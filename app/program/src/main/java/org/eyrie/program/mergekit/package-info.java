/** Programs as configurations of mergekit 0.1.5, where it has a method that does the same. */
@NullMarked
package org.eyrie.program.mergekit;

import org.jspecify.annotations.NullMarked;
