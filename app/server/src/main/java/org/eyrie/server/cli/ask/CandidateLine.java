package org.eyrie.server.cli.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eyrie.engine.ask.Candidate;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.program.Program;
import org.eyrie.server.imports.RecipePlan;
import org.eyrie.server.naming.NamedInFile;
import org.eyrie.server.screening.ProgrammedPlan;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** One candidate as a JSON object, as it stands in a file of them and in a request to the service. */
final class CandidateLine {

    private static final Set<String> KEYS =
            Set.of("model", "parents", "relation", "method", "recipe", "program", "base", "id", "label", "traits");

    private static final Set<String> TRAITS = Set.of(
            "architecture", "parametersBillions", "type", "precision", "chatTemplate", "moe", "uploaded", "license");

    private final String where;
    private final Map<String, Object> object;
    private final Fields fields;
    private final NamedInFile named;

    private CandidateLine(String where, Map<String, Object> object, NamedInFile named) {
        this.named = named;
        this.where = where;
        this.object = object;
        this.fields = new Fields(object);
    }

    /**
     * Reads it; every fault goes to {@code faults}, after which there is no candidate.
     *
     * @param where such as {@code line 3}
     * @param programs gets the plan where it says how it would be made
     * @param named gets the models that it names, whatever else is wrong
     */
    static @Nullable Candidate read(
            String where,
            Map<String, Object> object,
            List<ProgrammedPlan> programs,
            NamedInFile named,
            List<String> faults) {
        CandidateLine line = new CandidateLine(where, object, named);
        Candidate candidate = null;
        try {
            candidate = line.candidate();
            line.program(candidate).ifPresent(programs::add);
        } catch (InvalidInputException refused) {
            refused.faults().forEach(fault -> line.fields.fault(Sentence.open(fault.toString())));
        }
        if (line.fields.isFaulty()) {
            faults.add(Sentence.closed(line.fields.faults()));
            return null;
        }
        return candidate;
    }

    private @Nullable Candidate candidate() {
        checkKeys(object, KEYS, "");
        String label = fields.text("label");
        if (object.get("model") != null) {
            ModelId model = met(fields.model("model"));
            if (object.size() > (object.containsKey("label") ? 2 : 1)) {
                fields.fault(
                        "a model that exists has its parents and traits: beside model nothing may stand but label");
            }
            return model == null ? null : new Candidate(where, label != null ? label : model.value(), model, null);
        }
        ModelId id = object.get("id") == null ? null : fields.model("id");
        Traits traits = traits();
        PlannedModel plan = object.get("recipe") == null ? ofParents() : ofRecipe();
        return plan == null || traits == null || fields.isFaulty()
                ? null
                : Candidate.planned(where, label, plan.with(id, traits));
    }

    /** How the plan would be made, as far as it says so. */
    private Optional<ProgrammedPlan> program(@Nullable Candidate candidate) {
        String recipe = candidate == null ? null : fields.text("recipe");
        if (candidate == null) {
            return Optional.empty();
        }
        if (recipe != null) {
            return PlanProgram.of(candidate.label(), recipe);
        }
        String text = fields.text("program");
        ModelId base = object.get("base") == null ? null : fields.model("base");
        PlannedModel plan = candidate.plan();
        if ((text == null) != (base == null)) {
            fields.fault("program and base need each other: how it would be made, and what its parents were made from");
            return Optional.empty();
        }
        if (text == null || base == null || plan == null) {
            return Optional.empty();
        }
        Program program = Program.parse(text);
        List<Fault> refusals = program.needs().refusals(plan.parents().size());
        refusals.forEach(refusal -> fields.fault(Sentence.open("program: " + refusal)));
        List<ModelId> parents =
                plan.parents().stream().map(PlannedModel.Parent::id).toList();
        return Optional.of(new ProgrammedPlan(candidate.label(), program, base, parents));
    }

    private void checkKeys(Map<String, Object> of, Set<String> known, String prefix) {
        of.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> fields.fault(
                        "there is no key " + prefix + key + ", only " + String.join(", ", new TreeSet<>(known))));
    }

    private @Nullable Traits traits() {
        if (object.get("traits") == null) {
            return Traits.UNKNOWN;
        }
        Map<String, Object> known = fields.object("traits");
        if (known == null) {
            return null;
        }
        checkKeys(known, TRAITS, "traits.");
        Fields of = new Fields(known);
        Traits traits = of.make(() -> new Traits(
                of.text("architecture"),
                of.number("parametersBillions"),
                of.text("type"),
                of.text("precision"),
                of.flag("chatTemplate"),
                of.flag("moe"),
                of.date("uploaded"),
                of.text("license")));
        if (of.isFaulty()) {
            fields.fault("traits: " + of.faults());
        }
        return traits;
    }

    private @Nullable PlannedModel ofRecipe() {
        if (Stream.of("parents", "relation", "method", "program", "base").anyMatch(key -> object.get(key) != null)) {
            fields.fault(
                    "the recipe says what the parents are: leave parents, relation, method, program and base away");
        }
        String text = fields.text("recipe");
        if (text == null) {
            return null;
        }
        try {
            PlannedModel plan = RecipePlan.of(MergeRecipe.parse(Place.of("recipe"), text));
            plan.parents().forEach(parent -> met(parent.id()));
            return plan;
        } catch (UnreadableException e) {
            fields.fault(e.place() + ": " + e.getMessage());
            return null;
        }
    }

    private @Nullable PlannedModel ofParents() {
        if (object.get("parents") == null) {
            fields.fault("say which model it is, or what it would be made from: model, parents or recipe is missing");
            return null;
        }
        List<PlannedModel.Parent> parents = new ArrayList<>();
        List<?> listed = fields.list("parents");
        for (int position = 0; position < listed.size(); position++) {
            PlannedModel.Parent parent = parent(listed.get(position), "parents[" + position + "]");
            if (parent != null) {
                parents.add(parent);
            }
        }
        Relation usual = listed.size() > 1 ? Relation.MERGE : Relation.FINETUNE;
        String code = fields.text("relation");
        Relation relation = code == null ? usual : Relation.ofCode(code).orElse(null);
        if (relation == null) {
            fields.fault("there is no relation \"" + code + "\", only " + Relation.codes());
        }
        String method = fields.text("method");
        return relation == null || fields.isFaulty() ? null : new PlannedModel(parents, relation).by(method);
    }

    /** A name, or an object with {@code id} and {@code weight}. */
    private PlannedModel.@Nullable Parent parent(@Nullable Object value, String place) {
        Fields parent = new Fields(
                value instanceof Map<?, ?> map ? ParsedTree.object(map) : Map.of("id", value == null ? "" : value));
        ModelId id = met(parent.model("id"));
        Double weight = parent.number("weight");
        if (parent.isFaulty()) {
            fields.fault(place + ": " + parent.faults());
        }
        return id == null ? null : new PlannedModel.Parent(id, weight);
    }

    private @Nullable ModelId met(@Nullable ModelId model) {
        if (model != null) {
            named.add(where, model);
        }
        return model;
    }
}
