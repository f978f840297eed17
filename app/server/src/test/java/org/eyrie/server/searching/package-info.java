@NullMarked
package org.eyrie.server.searching;

import org.jspecify.annotations.NullMarked;
