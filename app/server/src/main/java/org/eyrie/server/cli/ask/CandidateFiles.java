package org.eyrie.server.cli.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eyrie.engine.ask.Candidate;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.engine.ask.Screening;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageStore;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.SmallFile;
import org.eyrie.server.imports.RecipePlan;
import org.eyrie.server.naming.NamedInFile;
import org.eyrie.server.out.FileTrouble;
import org.eyrie.server.screening.ProgrammedPlan;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.tree.StrictJson;

/**
 * Candidates from files: JSON, an object a line; a merge configuration of mergekit, {@code .yml} or {@code .yaml}; or a
 * folder of such configurations.
 */
final class CandidateFiles {

    private final boolean several;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<ProgrammedPlan> programs = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final NamedInFile named = new NamedInFile();

    /** Places in the order in which they were read. */
    private final Map<String, Integer> places = new HashMap<>();

    private CandidateFiles(boolean several) {
        this.several = several;
    }

    /**
     * The candidates, file after file; another case of a name is taken where one model alone can be meant.
     *
     * @param lineage knows which models there are
     * @param screening says what else is wrong with names
     * @param programs gets the plans of which it is known how they would be made
     * @throws InvalidInputException with every fault of all files, models that nobody knows among them
     */
    static List<Candidate> read(
            List<Path> files, LineageStore lineage, Screening screening, List<ProgrammedPlan> programs) {
        CandidateFiles read = new CandidateFiles(files.size() > 1);
        for (Path file : files) {
            try {
                read.read(file);
            } catch (InvalidInputException refused) {
                refused.faults()
                        .forEach(fault -> read.faults.add(new Fault(file + ", " + fault.where(), fault.reason())));
            }
        }
        if (read.candidates.isEmpty() && read.faults.isEmpty()) {
            read.faults.add(new Fault(files.toString(), "There is no candidate."));
        }
        Map<ModelId, ModelId> meant = read.named.meant(lineage, read.faults);
        List<Candidate> candidates =
                read.candidates.stream().map(each -> meant(each, meant)).toList();
        read.check(screening.faults(candidates));
        read.programs.forEach(plan -> programs.add(new ProgrammedPlan(
                plan.label(),
                plan.program(),
                plan.base(),
                plan.parents().stream()
                        .map(parent -> meant.getOrDefault(parent, parent))
                        .toList())));
        return candidates;
    }

    /** @param further faults, some of which may be told already */
    private void check(List<Fault> further) {
        Set<Fault> all = new LinkedHashSet<>(faults);
        all.addAll(further);
        if (!all.isEmpty()) {
            throw new InvalidInputException(
                    "The candidates",
                    all.stream()
                            .sorted(Comparator.comparingInt(
                                    fault -> places.getOrDefault(fault.where(), Integer.MAX_VALUE)))
                            .toList());
        }
    }

    private static Candidate meant(Candidate candidate, Map<ModelId, ModelId> meant) {
        PlannedModel plan = candidate.plan();
        ModelId model = candidate.model();
        if (plan != null) {
            List<PlannedModel.Parent> parents = plan.parents().stream()
                    .map(parent -> new PlannedModel.Parent(
                            meant.getOrDefault(parent.id(), parent.id()), parent.weight(), parent.relation()))
                    .toList();
            return parents.equals(plan.parents()) ? candidate : with(candidate, plan, parents);
        }
        return model == null || meant.getOrDefault(model, model).equals(model)
                ? candidate
                : new Candidate(candidate.where(), candidate.label(), meant.getOrDefault(model, model), null);
    }

    private static Candidate with(Candidate candidate, PlannedModel plan, List<PlannedModel.Parent> parents) {
        try {
            return new Candidate(
                    candidate.where(),
                    candidate.label(),
                    null,
                    new PlannedModel(parents, plan.relation(), plan.id(), plan.traits(), plan.method()));
        } catch (InvalidInputException refused) {
            throw new InvalidInputException(
                    "The candidates",
                    refused.faults().stream()
                            .map(fault -> new Fault(candidate.where(), fault.toString()))
                            .toList());
        }
    }

    private void read(Path file) {
        if (Files.isDirectory(file)) {
            for (Path recipe : recipesIn(file)) {
                addRecipe(recipe, file.relativize(recipe).toString());
            }
        } else if (isRecipe(file)) {
            addRecipe(file, file.getFileName().toString());
        } else {
            addLines(file, several ? file.getFileName() + " line " : "line ");
        }
    }

    private static boolean isRecipe(Path file) {
        String name = file.toString();
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    private static List<Path> recipesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> recipes = all.filter(Files::isRegularFile)
                    .filter(CandidateFiles::isRecipe)
                    .sorted()
                    .toList();
            if (recipes.isEmpty()) {
                throw new InvalidInputException(
                        folder.toString(),
                        List.of(new Fault("the folder", "It holds no merge configuration, .yml or .yaml.")));
            }
            return recipes;
        } catch (IOException e) {
            throw SmallFile.refused(folder, "It cannot be read: " + e.getMessage());
        }
    }

    private void addRecipe(Path file, String label) {
        places.putIfAbsent(label, places.size());
        try {
            MergeRecipe recipe = MergeRecipe.read(Input.of(file));
            PlannedModel plan = RecipePlan.of(recipe);
            plan.parents().forEach(parent -> named.add(label, parent.id()));
            candidates.add(Candidate.planned(label, label, plan));
            PlanProgram.of(label, recipe.text()).ifPresent(programs::add);
        } catch (InvalidInputException refused) {
            refused.faults().forEach(fault -> faults.add(new Fault(label + ", " + fault.where(), fault.reason())));
        } catch (UnreadableException e) {
            faults.add(new Fault(String.valueOf(e.place()), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            faults.add(new Fault(label, "It cannot be read: " + FileTrouble.of(e) + "."));
        }
    }

    private void addLines(Path file, String place) {
        int number = 0;
        for (String line : SmallFile.text(file).lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String where = place + number;
            places.putIfAbsent(where, places.size());
            List<String> reasons = new ArrayList<>();
            try {
                Candidate candidate =
                        CandidateLine.read(where, StrictJson.object(Place.of(where), line), programs, named, reasons);
                if (candidate != null) {
                    candidates.add(candidate);
                }
            } catch (UnreadableException e) {
                reasons.add(
                        e.getMessage() + ". A line is a candidate, such as {\"parents\": [\"acme/a\", \"acme/b\"]}.");
            }
            reasons.forEach(reason -> faults.add(new Fault(where, reason)));
        }
    }
}
