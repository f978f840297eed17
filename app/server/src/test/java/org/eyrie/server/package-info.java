@NullMarked
package org.eyrie.server;

import org.jspecify.annotations.NullMarked;
