@NullMarked
package org.eyrie.sources;

import org.jspecify.annotations.NullMarked;
