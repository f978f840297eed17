/** JSON without a library. */
@NullMarked
package org.eyrie.llama.json;

import org.jspecify.annotations.NullMarked;
