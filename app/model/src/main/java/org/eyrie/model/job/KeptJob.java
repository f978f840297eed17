package org.eyrie.model.job;

import org.jspecify.annotations.Nullable;

/**
 * A job with what its service needs to begin it anew.
 *
 * @param job how it stands
 * @param owner the run of a service that works on it
 * @param task what it is to do, in words of its kind; null where it must not be begun anew
 */
public record KeptJob(Job job, String owner, @Nullable String task) {}
