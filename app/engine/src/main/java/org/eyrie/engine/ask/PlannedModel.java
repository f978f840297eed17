package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.model.Derivation;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * A model that does not exist yet.
 *
 * @param parents what it would be made from, one to {@value #MAX_PARENTS}
 * @param relation how
 * @param id what it would be called, or null: its author, the line it belongs to and words such as {@code instruct} or
 *     {@code dpo} count as they do for models that exist
 * @param traits what it would be like as far as the plan says; the rest is assumed, see {@link Plan#traits}
 * @param method how it would be merged, as mergekit calls it, such as {@code slerp}, or null
 */
public record PlannedModel(
        List<Parent> parents,
        Relation relation,
        @Nullable ModelId id,
        Traits traits,
        @Nullable String method) {

    /** More than any real merge has. */
    public static final int MAX_PARENTS = 100;

    /** @throws InvalidInputException with every fault */
    public PlannedModel {
        parents = List.copyOf(parents);
        List<Fault> faults = faults(parents, relation);
        if (!faults.isEmpty()) {
            throw new InvalidInputException("Planned model", faults);
        }
    }

    /** A plan that does not say how its parents would be merged. */
    public PlannedModel(List<Parent> parents, Relation relation, @Nullable ModelId id, Traits traits) {
        this(parents, relation, id, traits, null);
    }

    /** A plan that says nothing of the model but what it would be made from. */
    public PlannedModel(List<Parent> parents, Relation relation) {
        this(parents, relation, null, Traits.UNKNOWN, null);
    }

    /** The same plan, carried out by a method of merging. */
    public PlannedModel by(@Nullable String how) {
        return new PlannedModel(parents, relation, id, traits, how);
    }

    /** The same plan of a model with a name and traits. */
    public PlannedModel with(@Nullable ModelId name, Traits known) {
        return new PlannedModel(parents, relation, name, known, method);
    }

    /** Everything wrong with a plan; empty where nothing is. */
    public static List<Fault> faults(List<Parent> parents, Relation relation) {
        List<Fault> faults = new ArrayList<>();
        if (parents.isEmpty() || parents.size() > MAX_PARENTS) {
            faults.add(new Fault(
                    "parents", "A planned model has 1 to " + MAX_PARENTS + " parents, not " + parents.size() + "."));
        }
        Set<ModelId> seen = new HashSet<>();
        for (int position = 0; position < parents.size(); position++) {
            Parent parent = parents.get(position);
            String where = "parents[" + position + "]";
            if (!seen.add(parent.id())) {
                faults.add(new Fault(where + ".id", "\"" + parent.id() + "\" stands twice: add up its weights."));
            }
            Double weight = parent.weight();
            if (weight != null && !(weight >= 0 && weight <= 1)) {
                faults.add(new Fault(where + ".weight", "A weight is from 0 to 1, not " + weight + "."));
            }
        }
        if (parents.size() > 1 && relation != Relation.MERGE && relation != Relation.UNKNOWN) {
            faults.add(new Fault("relation", "A model with several parents is a merge, not " + relation.code() + "."));
        }
        return faults;
    }

    /**
     * A model it would be made from.
     *
     * @param weight its share, 0 to 1, or null: those without share evenly what the others leave of one
     * @param relation how it comes in, null for the relation of the plan
     */
    public record Parent(
            ModelId id, @Nullable Double weight, @Nullable Relation relation) {

        /** A parent that comes in as the plan says. */
        public Parent(ModelId id, @Nullable Double weight) {
            this(id, weight, null);
        }

        Derivation of(ModelId child, Relation usual) {
            return new Derivation(child, id, relation != null ? relation : usual, weight, null);
        }
    }
}
