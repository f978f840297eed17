@NullMarked
package org.eyrie.lrmf.parts;

import org.jspecify.annotations.NullMarked;
