@NullMarked
package org.eyrie.server.job;

import org.jspecify.annotations.NullMarked;
