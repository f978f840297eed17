package org.eyrie.lrmf.statistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.field.Boundary;
import org.eyrie.lrmf.field.EffectPairs;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.linalg.PairCovariances;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.lrmf.observation.ScoreScale;

/** What passes between the parts of a field and whoever solves for what they share. */
final class PartWords {

    private PartWords() {}

    /**
     * What a part says once and for all.
     *
     * @param inner number of its own nodes
     * @param shared per node of its boundary, the number among all shared nodes
     * @param pairs of its fixed effects
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Offer(int inner, int[] shared, EffectPairs pairs) implements Serializable {

        static Offer of(FieldPart part) {
            return new Offer(
                    part.structure().inner(),
                    part.shared(),
                    EffectPairs.of(part.structure().terms()));
        }

        /** Of a vector over all shared nodes, what belongs to those of this part. */
        double[] touched(double[] all, int d) {
            double[] own = new double[shared.length * d];
            for (int b = 0; b < shared.length; b++) {
                System.arraycopy(all, shared[b] * d, own, b * d, d);
            }
            return own;
        }

        /** Adds a vector over its shared nodes to one over all. */
        void addTo(double[] all, double[] own, int d) {
            for (int b = 0; b < shared.length; b++) {
                for (int i = 0; i < d; i++) {
                    all[shared[b] * d + i] += own[b * d + i];
                }
            }
        }
    }

    /**
     * What a part says first under given parameters.
     *
     * @param precision of the shared nodes; none where its own are not positive definite
     * @param shift of the shared nodes, no fixed effect being in force
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record First(List<SchurComplement> precision, double[] shift) implements Serializable {

        static First of(Optional<EStep> step, int effects) {
            return step.map(found -> new First(List.of(found.schurComplement()), found.reduced(new double[effects])))
                    .orElseGet(() -> new First(List.of(), new double[0]));
        }
    }

    /**
     * The posterior of the shared nodes as a part is told it.
     *
     * @param mean d numbers per node of its boundary
     * @param covariance of its boundary
     * @param effects the fixed effects
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Solved(double[] mean, PairCovariances covariance, double[] effects) implements Serializable {

        static Solved of(Offer part, SchurComplement said, FieldPosterior shared, double[] effects) {
            int d = shared.system().blockSize();
            return new Solved(
                    part.touched(shared.mean(), d),
                    PairCovariances.of(said, part.inner, shared.covariance(), d),
                    effects);
        }
    }

    /**
     * A part's posterior.
     *
     * @param step what it was made of
     * @param field every node's of the part
     */
    record Settled(EStep step, FieldPosterior field) {

        static Settled of(Optional<EStep> step, Solved told) {
            EStep found = step.orElseThrow();
            return new Settled(found, found.posterior(new Boundary(told.mean, told.covariance), told.effects));
        }

        double logEvidence() {
            return step.logEvidence(field);
        }

        byte[] statistics() {
            return step.statistics(field).toBytes();
        }

        /** Of the part's models, as {@link Expectation#squaredMovement}. */
        double squaredMovement(Settled before, ScoreScale scale) {
            return step.squaredMovement(before.step, before.field, field, scale);
        }

        /** Means of the part's own nodes, d numbers each. */
        double[] means() {
            return Arrays.copyOf(
                    field.mean(), field.system().inner() * field.system().blockSize());
        }
    }
}
