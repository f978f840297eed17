package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.MissingModels;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;

/** Says which model to run on which benchmark next, by what it is expected to tell per cost. Nothing is written. */
public final class NextEvaluations {

    /** A benchmark that fewer were measured on is one of few, as an import says it too. */
    private static final int FEW = 10;

    private final FamilySolver solver;

    NextEvaluations(FamilySolver solver) {
        this.solver = solver;
    }

    /**
     * Ranks single evaluations that were not made yet.
     *
     * @throws org.eyrie.model.UnknownModelException if there is no such model or family
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark, wanted or with a cost
     * @throws InvalidInputException if a model to choose from is unknown, or a benchmark was measured after the fit only
     * @throws org.eyrie.model.NoFitException if there is no fit yet
     * @throws NoFamilyEvidenceException if nothing known says anything about two models to choose from
     */
    public EvaluationChoice ask(EvaluationQuestion written) {
        Moment now = solver.now();
        AskedBenchmarks asked = now.asked();
        EvaluationQuestion question = new EvaluationQuestion(
                written.model(),
                asked.wanted(written.benchmarks()),
                written.among(),
                written.family(),
                asked.wanted(written.costs()),
                written.count());
        List<BenchmarkId> wanted = asked.wanted(question.benchmarks().keySet());
        RunCosts costs = new RunCosts(question.costs(), now.graph().benchmarks());
        ModelId model = question.model();
        if (model != null) {
            SolvedFamily solved = now.around(model, FamilySolver.NEAREST);
            boolean all = question.benchmarks().isEmpty();
            List<BenchmarkId> fitted = all ? foretold(known(wanted, solved), model, solved) : checked(wanted, solved);
            return finished(new HowGood(solved, model, fitted, costs).answer(), question);
        }
        SolvedFamily solved = contestants(question, now);
        checked(wanted, solved);
        Set<ModelId> among = question.among().isEmpty()
                ? solved.models().stream().map(Model::id).collect(Collectors.toCollection(LinkedHashSet::new))
                : new LinkedHashSet<>(question.among());
        return finished(new WhoIsBest(solved, question.benchmarks(), among, costs).answer(), question);
    }

    private static SolvedFamily contestants(EvaluationQuestion question, Moment now) {
        ModelId family = question.family();
        if (family != null) {
            return now.around(family, FamilySolver.FAMILY);
        }
        if (question.among().isEmpty()) {
            return now.everything();
        }
        Set<ModelId> known = now.graph().known(question.among());
        MissingModels missing = now.missing();
        List<Fault> faults = question.among().stream()
                .filter(id -> !known.contains(id))
                .map(id -> new Fault("among", missing.reason(id)))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The models to choose from", faults);
        }
        return now.of(question.among());
    }

    private static List<BenchmarkId> known(List<BenchmarkId> wanted, SolvedFamily solved) {
        return wanted.stream()
                .filter(benchmark -> solved.numbering().column(benchmark).isPresent())
                .toList();
    }

    /** Those that can be predicted at all: somebody's own benchmark is no part of how good a model is. All where none can. */
    private static List<BenchmarkId> foretold(List<BenchmarkId> known, ModelId model, SolvedFamily solved) {
        Model asked = solved.models().get(solved.numbering().row(model).orElseThrow());
        List<BenchmarkId> foretold = known.stream()
                .filter(benchmark -> solved.score(model, benchmark) != null
                        || !solved.evidence(asked, benchmark, false).none())
                .toList();
        return foretold.isEmpty() ? known : foretold;
    }

    private static List<BenchmarkId> checked(List<BenchmarkId> wanted, SolvedFamily solved) {
        Screening.checkFitted(wanted, solved);
        return wanted;
    }

    /** Most useful per cost first, so many as asked for. */
    private static EvaluationChoice finished(EvaluationChoice all, EvaluationQuestion question) {
        List<EvaluationChoice.ProposedRun> runs = all.runs().stream()
                .sorted(Comparator.comparingDouble((EvaluationChoice.ProposedRun run) -> -run.gainPerCost())
                        .thenComparing(EvaluationChoice.ProposedRun::model)
                        .thenComparing(EvaluationChoice.ProposedRun::benchmark))
                .limit(question.count())
                .toList();
        List<String> warnings = new ArrayList<>(all.warnings());
        if (runs.isEmpty() && !all.benchmarks().isEmpty()) {
            warnings.add(nothing(all, question));
        }
        String assumed = runs.stream()
                .filter(EvaluationChoice.ProposedRun::costAssumed)
                .map(run -> run.benchmark().value())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!assumed.isEmpty()) {
            warnings.add("Nobody says how many items these have: " + assumed
                    + ". They are taken to cost what the median benchmark does: give costs to say what is true.");
        }
        return new EvaluationChoice(
                all.model(), all.best(), all.benchmarks(), all.now(), runs, all.measured(), all.fit(), warnings);
    }

    private static String nothing(EvaluationChoice all, EvaluationQuestion question) {
        if (!question.costs().isEmpty()) {
            return "Nothing that could be run would tell anything more: only what has a cost was looked at.";
        }
        String few = all.benchmarks().stream()
                .map(benchmark -> Map.entry(
                        benchmark,
                        all.measured().stream()
                                .filter(cell -> cell.benchmark().equals(benchmark))
                                .count()))
                .filter(count -> count.getValue() < FEW)
                .map(count -> count.getKey() + " (" + count.getValue() + " measured)")
                .collect(Collectors.joining(", "));
        return few.isEmpty()
                ? "Nothing that could be run would tell more that is worth naming."
                : "Too few of these models were measured to learn what makes one better than another on " + few
                        + ": run some of those that you care for, then fit again.";
    }
}
