package org.eyrie.model;

import java.time.Instant;

/**
 * A finished fit and everything needed to repeat it or to predict from it.
 *
 * @param id its name
 * @param createdAt when it ended
 * @param settings everything that decides its outcome apart from the data, as JSON
 * @param seed seed of its randomness; equal seeds give equal fits
 * @param dataFingerprint equal for equal data
 * @param dataVersion {@link FactStore#version()} when the data was read
 * @param logLikelihood of the data under the fit, natural logarithm
 * @param stopReason why it ended
 * @param shared what all families share: columns, strengths, noise, calibration; opaque to the store
 */
public record Fit(
        FitId id,
        Instant createdAt,
        String settings,
        long seed,
        String dataFingerprint,
        long dataVersion,
        double logLikelihood,
        String stopReason,
        Payload shared) {

    /** The same with nothing in {@code shared}. */
    public Fit withoutShared() {
        return new Fit(
                id,
                createdAt,
                settings,
                seed,
                dataFingerprint,
                dataVersion,
                logLikelihood,
                stopReason,
                Payload.of(new byte[0]));
    }
}
