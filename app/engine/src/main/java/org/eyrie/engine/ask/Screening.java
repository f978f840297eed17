package org.eyrie.engine.ask;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.MissingModels;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.task.Progress;

/**
 * Judges many candidates jointly, from one read of their families and one solution: planned models tell nobody else
 * anything, so each is predicted as it would be alone.
 */
public final class Screening {

    private final FamilySolver solver;
    private final Clock clock;

    Screening(FamilySolver solver, Clock clock) {
        this.solver = solver;
        this.clock = clock;
    }

    /**
     * Predicts every candidate and chooses which to evaluate.
     *
     * @param progress asked now and then; ends the work where it was cancelled
     * @throws InvalidInputException if a parent or a model is unknown, a planned one exists, or a benchmark was measured
     *     after the fit only; with every such fault
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     * @throws NoFamilyEvidenceException if nothing known says anything about any candidate
     */
    public Screened ask(ScreeningQuestion written, Progress progress) {
        Moment now = solver.now();
        ScreeningQuestion question =
                new ScreeningQuestion(written.candidates(), now.asked().wanted(written.benchmarks()), written.budget());
        List<BenchmarkId> wanted = List.copyOf(question.benchmarks().keySet());
        List<Fault> faults = faults(question.candidates(), now);
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The candidates", faults);
        }
        Neighbourhood families = FamilyReading.of(needed(question.candidates()), now.graph());
        Map<ModelId, Model> known =
                families.models().stream().collect(Collectors.toMap(Model::id, Function.identity()));
        Map<Candidate, PlannedChild> planned = new HashMap<>();
        List<PlannedChild> children = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        for (Candidate candidate : question.candidates()) {
            PlannedModel plan = candidate.plan();
            if (plan != null) {
                PlannedChild child = TraitAssumptions.child(plan, children.size() + 1, known, today);
                children.add(child);
                planned.put(candidate, child);
            }
        }
        SolvedFamily solved = now.solve(children, families);
        checkFitted(wanted, solved);
        Contest contest = new Contest(solved, question, planned);
        if (contest.isEmpty()) {
            throw new NoFamilyEvidenceException(
                    "Cannot predict any candidate: neither their parents nor any relative of"
                            + " theirs was measured on what is wanted.");
        }
        return contest.held(progress);
    }

    private static Set<ModelId> needed(List<Candidate> candidates) {
        return candidates.stream().flatMap(Screening::needed).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<ModelId> needed(Candidate candidate) {
        PlannedModel plan = candidate.plan();
        return plan != null
                ? plan.parents().stream().map(PlannedModel.Parent::id)
                : Stream.ofNullable(candidate.model());
    }

    /** What is wrong with the names of some candidates: those that nobody knows, and planned ones that are taken. */
    public List<Fault> faults(List<Candidate> candidates) {
        return faults(candidates, solver.now());
    }

    private static List<Fault> faults(List<Candidate> candidates, Moment now) {
        Set<ModelId> mentioned = new LinkedHashSet<>(needed(candidates));
        candidates.stream()
                .map(Candidate::plan)
                .flatMap(plan -> plan == null ? Stream.empty() : Stream.ofNullable(plan.id()))
                .forEach(mentioned::add);
        Set<ModelId> known = now.graph().known(mentioned);
        List<Fault> faults = new ArrayList<>();
        MissingModels missing = now.missing();
        Map<ModelId, String> names = new HashMap<>();
        for (Candidate candidate : candidates) {
            needed(candidate)
                    .filter(id -> !known.contains(id))
                    .forEach(id -> faults.add(new Fault(candidate.where(), missing.reason(id))));
            PlannedModel plan = candidate.plan();
            ModelId name = plan == null ? null : plan.id();
            if (name == null) {
                continue;
            }
            if (known.contains(name)) {
                faults.add(new Fault(
                        candidate.where(),
                        "\"" + name
                                + "\" is known already: leave parents and recipe away to screen the model itself, or"
                                + " call the plan otherwise."));
            }
            String before = names.putIfAbsent(name, candidate.where());
            if (before != null) {
                faults.add(new Fault(candidate.where(), "\"" + name + "\" is planned already: " + before + "."));
            }
        }
        return faults;
    }

    /** @throws InvalidInputException if one was measured after the fit only */
    static void checkFitted(List<BenchmarkId> wanted, SolvedFamily solved) {
        List<Fault> faults = wanted.stream()
                .filter(benchmark -> solved.numbering().column(benchmark).isEmpty())
                .map(benchmark -> new Fault(
                        "benchmarks",
                        "Nothing was measured on " + benchmark + " when fit "
                                + solved.fit().fit().id() + " was made: \"eyrie fit\" makes a new one."))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The benchmarks", faults);
        }
    }
}
