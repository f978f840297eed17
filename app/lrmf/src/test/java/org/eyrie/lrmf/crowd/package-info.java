@NullMarked
package org.eyrie.lrmf.crowd;

import org.jspecify.annotations.NullMarked;
