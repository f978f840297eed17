@NullMarked
package org.eyrie.server.cli;

import org.jspecify.annotations.NullMarked;
