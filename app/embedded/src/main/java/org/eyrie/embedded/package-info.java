@NullMarked
package org.eyrie.embedded;

import org.jspecify.annotations.NullMarked;
