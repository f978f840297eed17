@NullMarked
package org.eyrie.server.access;

import org.jspecify.annotations.NullMarked;
