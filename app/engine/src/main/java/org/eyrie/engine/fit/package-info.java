/** Learning from everything that is known. Model ids become matrix indices here and nowhere else. */
@NullMarked
package org.eyrie.engine.fit;

import org.jspecify.annotations.NullMarked;
