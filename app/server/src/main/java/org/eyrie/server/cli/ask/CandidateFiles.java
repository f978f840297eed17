package org.eyrie.server.cli.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eyrie.engine.ask.Candidate;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.cli.command.SmallFile;
import org.eyrie.server.imports.RecipePlan;
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

    private CandidateFiles() {}

    /**
     * The candidates, file after file.
     *
     * @param programs gets the plans of which it is known how they would be made
     * @throws InvalidInputException with every fault of all files
     */
    static List<Candidate> read(List<Path> files, List<ProgrammedPlan> programs) {
        List<Fault> faults = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Path file : files) {
            try {
                read(file, files.size() > 1, candidates, programs, faults);
            } catch (InvalidInputException refused) {
                refused.faults().forEach(fault -> faults.add(new Fault(file + ", " + fault.where(), fault.reason())));
            }
        }
        if (candidates.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(files.toString(), "There is no candidate."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The candidates", faults);
        }
        return candidates;
    }

    private static void read(
            Path file, boolean several, List<Candidate> candidates, List<ProgrammedPlan> programs, List<Fault> faults) {
        if (Files.isDirectory(file)) {
            for (Path recipe : recipesIn(file)) {
                addRecipe(recipe, file.relativize(recipe).toString(), candidates, programs, faults);
            }
        } else if (isRecipe(file)) {
            addRecipe(file, file.getFileName().toString(), candidates, programs, faults);
        } else {
            addLines(file, several ? file.getFileName() + " line " : "line ", candidates, programs, faults);
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

    private static void addRecipe(
            Path file, String label, List<Candidate> candidates, List<ProgrammedPlan> programs, List<Fault> faults) {
        try {
            MergeRecipe recipe = MergeRecipe.read(Input.of(file));
            candidates.add(Candidate.planned(label, label, RecipePlan.of(recipe)));
            PlanProgram.of(label, recipe.text()).ifPresent(programs::add);
        } catch (InvalidInputException refused) {
            refused.faults().forEach(fault -> faults.add(new Fault(label + ", " + fault.where(), fault.reason())));
        } catch (UnreadableException e) {
            faults.add(new Fault(String.valueOf(e.place()), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            faults.add(new Fault(label, "It cannot be read: " + e));
        }
    }

    private static void addLines(
            Path file, String place, List<Candidate> candidates, List<ProgrammedPlan> programs, List<Fault> faults) {
        int number = 0;
        for (String line : SmallFile.text(file).lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String where = place + number;
            List<String> reasons = new ArrayList<>();
            try {
                Candidate candidate =
                        CandidateLine.read(where, StrictJson.object(Place.of(where), line), programs, reasons);
                if (candidate != null) {
                    candidates.add(candidate);
                }
            } catch (UnreadableException e) {
                reasons.add(
                        e.getMessage() + ". A line is a candidate, such as {\"parents\": [\"acme/a\", \"acme/b\"]}");
            }
            reasons.forEach(reason -> faults.add(new Fault(where, reason + ".")));
        }
    }
}
