@NullMarked
package org.eyrie.server.report;

import org.jspecify.annotations.NullMarked;
