@NullMarked
package org.eyrie.server.developing.command;

import org.jspecify.annotations.NullMarked;
