/**
 * Progress and cancelling, for work at every level: a matrix that is factorised, a fit, an import, a job of the service.
 * Which is why this stands below all of them and knows nobody.
 */
@NullMarked
package org.eyrie.task;

import org.jspecify.annotations.NullMarked;
