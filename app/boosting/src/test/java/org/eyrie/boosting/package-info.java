@NullMarked
package org.eyrie.boosting;

import org.jspecify.annotations.NullMarked;
