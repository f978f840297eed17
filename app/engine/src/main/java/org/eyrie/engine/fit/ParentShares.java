package org.eyrie.engine.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;

/**
 * Shares of parents as a fit takes them, before they are made to add up to one: all of a child's or none.
 *
 * <p>A recipe may give some parents a share and others none: the base of a task-vector merge is what others are measured
 * against, an adapter is applied before anything is weighed. Those without share evenly what the others leave of one. A
 * recipe's shares add up to one, so its base decides nothing that the models merged do not; dropping every share
 * instead would let it count as much as any of them.
 */
public final class ParentShares {

    private ParentShares() {}

    /** The share of every derivation, 0 to 1; NaN for all of a child's where none is known. */
    public static double[] of(List<Derivation> derivations) {
        Map<ModelId, Known> known = new HashMap<>();
        for (Derivation derivation : derivations) {
            known.merge(derivation.child(), Known.of(derivation), Known::plus);
        }
        return derivations.stream()
                .mapToDouble(derivation -> {
                    Double share = derivation.weight();
                    return share != null
                            ? share
                            : known.getOrDefault(derivation.child(), Known.NOTHING)
                                    .forTheRest();
                })
                .toArray();
    }

    /**
     * What is known of a child's parents.
     *
     * @param sum of the shares that are known
     * @param with number of parents with a share
     * @param without number of parents without
     */
    private record Known(double sum, int with, int without) {

        static final Known NOTHING = new Known(0, 0, 1);

        static Known of(Derivation derivation) {
            Double share = derivation.weight();
            return share == null ? NOTHING : new Known(share, 1, 0);
        }

        Known plus(Known other) {
            return new Known(sum + other.sum, with + other.with, without + other.without);
        }

        double forTheRest() {
            return with == 0 ? Double.NaN : Math.max(0, 1 - sum) / without;
        }
    }
}
