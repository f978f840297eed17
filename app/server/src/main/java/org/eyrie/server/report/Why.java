package org.eyrie.server.report;

import java.util.List;
import java.util.Set;
import org.eyrie.engine.ask.ExplainedForecast;
import org.eyrie.engine.ask.ExplainedForecast.Contribution;
import org.eyrie.engine.ask.ExplainedForecast.Kind;
import org.eyrie.model.ModelId;

/**
 * What made a prediction.
 *
 * @param explained the prediction and its contributions
 * @param parents whose scores stand apart from those of other relatives
 */
public record Why(ExplainedForecast explained, Set<ModelId> parents) {

    public Why {
        parents = Set.copyOf(parents);
    }

    /** What contributions have in common, in the order in which they are told. */
    enum Group {
        PARENTS("Scores of its parents"),
        RELATIVES("Scores of other relatives"),
        OWN("Its own scores"),
        KIN("Models of its kind, author or series"),
        TRAITS("Its traits and name"),
        CROWD("Models of like names, authors and kinds"),
        WITHDRAWN("Taken back: what was learned from the score left out");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Those of a group, the largest first. */
    List<Contribution> of(Group group) {
        return explained.contributions().stream()
                .filter(part -> part.kind() != Kind.LEVEL && groupOf(part) == group)
                .toList();
    }

    private Group groupOf(Contribution part) {
        return switch (part.kind()) {
            case OWN -> Group.OWN;
            case RELATIVE -> part.model() != null && parents.contains(part.model()) ? Group.PARENTS : Group.RELATIVES;
            case KIND -> Group.KIN;
            case TRAIT -> Group.TRAITS;
            case CROWD -> Group.CROWD;
            case LEVEL, WITHDRAWN -> Group.WITHDRAWN;
        };
    }

    /** The benchmark's usual score, 0 to 1, from which all others lead away. */
    double usual() {
        return 1 / (1 + Math.exp(-level()));
    }

    double predicted() {
        return explained.forecast().predicted() == null
                ? Double.NaN
                : explained.forecast().predicted().mean();
    }

    /**
     * A contribution in points of score. On the scale of logits contributions add up; in points the way from the usual score
     * to the prediction is shared out in the same proportion, so that what raises the score is positive there too.
     */
    double points(Contribution part) {
        return 100 * part.logit() * slope();
    }

    /** Points that no contribution accounts for: averaging over what is not known. */
    double left() {
        return 100 * (predicted() - usual()) - 100 * (explained.logit() - level()) * slope();
    }

    private double slope() {
        double rest = explained.logit() - level();
        double slope = (predicted() - usual()) / rest;
        return Math.abs(rest) < 1e-6 || slope <= 0 ? usual() * (1 - usual()) : slope;
    }

    private double level() {
        return explained.contributions().stream()
                .filter(part -> part.kind() == Kind.LEVEL)
                .mapToDouble(Contribution::logit)
                .sum();
    }
}
