/** Facts on their way into the graph within one transaction: completed, lined up with what is there, checked, counted. */
@NullMarked
package org.eyrie.store.write;

import org.jspecify.annotations.NullMarked;
