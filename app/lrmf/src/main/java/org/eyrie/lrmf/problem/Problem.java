package org.eyrie.lrmf.problem;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Everything a fit learns from.
 *
 * @param lineage who was made from whom
 * @param traits what else is known of the models
 * @param observations what was measured
 * @param columnKin which columns are kin
 * @param labels what the models are called; without, models that are no relatives are told alike by their traits alone
 */
public record Problem(
        LineageGraph lineage, ModelTraits traits, Observations observations, ColumnKin columnKin, ModelLabels labels) {

    /** Of columns without kin. */
    public Problem(LineageGraph lineage, ModelTraits traits, Observations observations) {
        this(lineage, traits, observations, ColumnKin.NONE);
    }

    /** Of models without names. */
    public Problem(LineageGraph lineage, ModelTraits traits, Observations observations, ColumnKin columnKin) {
        this(lineage, traits, observations, columnKin, ModelLabels.NONE);
    }

    public Problem {
        if (traits.models() != lineage.models()) {
            throw new IllegalArgumentException(
                    "Traits of " + traits.models() + " models do not fit a graph of " + lineage.models());
        }
        if (columnKin.kin().length != 0 && columnKin.kin().length != observations.columns()) {
            throw new IllegalArgumentException(
                    "Kin of " + columnKin.kin().length + " columns do not fit " + observations.columns() + " columns");
        }
        if (columnKin.twin().length != 0 && columnKin.twin().length != observations.columns()) {
            throw new IllegalArgumentException("Twins of " + columnKin.twin().length + " columns do not fit "
                    + observations.columns() + " columns");
        }
        if (!labels.isEmpty() && labels.name().size() != lineage.models()) {
            throw new IllegalArgumentException(
                    "Names of " + labels.name().size() + " models do not fit a graph of " + lineage.models());
        }
        for (int model : observations.model()) {
            Indices.check("model", model, lineage.models());
        }
    }

    /**
     * Some of the models, renumbered in the order in which they are named, with the derivations between them and their
     * scores, both in their own order.
     *
     * @param members each once
     */
    public Problem only(int[] members) {
        int[] number = new int[lineage.models()];
        Arrays.fill(number, -1);
        for (int k = 0; k < members.length; k++) {
            number[members[k]] = k;
        }
        LineageGraph inside = lineage.only(e -> number[lineage.child()[e]] >= 0 && number[lineage.parent()[e]] >= 0);
        Observations theirs = observations.only(c -> number[observations.model()[c]] >= 0);
        return new Problem(
                new LineageGraph(
                        members.length,
                        inside.relations(),
                        Indices.pick(number, inside.child()),
                        Indices.pick(number, inside.parent()),
                        inside.relation(),
                        inside.weight()),
                traits.of(members),
                new Observations(
                        theirs.columns(),
                        Indices.pick(number, theirs.model()),
                        theirs.column(),
                        theirs.score(),
                        theirs.trials()),
                columnKin,
                labels.of(members));
    }

    /** All but some of the scores, by their index: the training side of an experiment. */
    public Problem without(IntPredicate cell) {
        return with(observations.only(cell.negate()));
    }

    /** The same models with other measurements of the same columns. */
    public Problem with(Observations others) {
        return new Problem(lineage, traits, others, columnKin, labels);
    }

    /** The same with names. */
    public Problem with(ModelLabels names) {
        return new Problem(lineage, traits, observations, columnKin, names);
    }

    /** The same with another lineage of the same models. */
    public Problem with(LineageGraph other) {
        return new Problem(other, traits, observations, columnKin, labels);
    }
}
