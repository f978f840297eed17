package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.engine.evidence.Evidence;
import org.eyrie.engine.fit.ItemFitting;
import org.eyrie.engine.fit.ItemNames;
import org.eyrie.engine.fit.ItemNumbering;
import org.eyrie.lrmf.items.ModelItems;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.UnknownModelException;

/**
 * Solves one model's items: asks for its family on whole benchmarks first, then reads what is known
 * of its and its relatives' items.
 */
final class ModelItemSolver {

    /** @param now what it is answered from */
    SolvedModelItems solve(ItemQuestion written, Moment now) {
        ItemQuestion question =
                new ItemQuestion(written.model(), now.asked().wanted(written.benchmark()), written.observed());
        Model known = now.graph().find(question.model()).orElseThrow(() -> new UnknownModelException(question.model()));
        SolvedFamily scores = now.around(question.model(), FamilySolver.NEAREST);
        ItemKnowledge items = scores.fit().items();
        int block = items == null ? -1 : items.names().benchmarks().indexOf(question.benchmark());
        if (items == null || block < 0) {
            throw notByItem(question.benchmark(), scores.fit());
        }
        int length = items.names().items().get(block);
        check(question.observed(), length);

        int row = scores.numbering().row(question.model()).orElseThrow();
        List<ModelId> family = scores.models().stream().map(Model::id).toList();
        List<Evaluation> outcomes = now.graph().outcomes(family);
        OutcomeTable table = table(question, items.names(), scores, outcomes);
        int[] mates = items.names().mates().stream()
                .mapToInt(mate -> scores.numbering().row(mate).orElse(-1))
                .toArray();
        ModelItems model = items.shared().solve(scores.posterior(), table, row, mates);

        Evidence whole = scores.evidence(known, question.benchmark(), false);
        long stored = outcomes.stream()
                .filter(evaluation -> evaluation.model().equals(question.model()))
                .count();
        int here = model.observed(block);
        ItemEvidence evidence = new ItemEvidence(
                here,
                length,
                table.cells(row) - here,
                (int) Math.max(0, scores.posterior().ownScores(row) - stored),
                othersIn(table, row),
                items.names().models().get(block),
                whole.relativesMeasuredElsewhere());
        if (whole.none() && evidence.itemsObserved() + evidence.itemsElsewhere() == 0) {
            throw new NoFamilyEvidenceException("Cannot predict \"" + question.model() + "\" on "
                    + question.benchmark() + ": it has no score of its own, none of its relatives was measured, and no"
                    + " measured model is known to share its architecture. Add its parents, its architecture, a score,"
                    + " or the outcomes of some items.");
        }
        return new SolvedModelItems(scores, row, model, block, length, evidence, warnings(scores, whole, evidence));
    }

    private static OutcomeTable table(
            ItemQuestion question, ItemNames names, SolvedFamily scores, List<Evaluation> outcomes) {
        int row = scores.numbering().row(question.model()).orElseThrow();
        int block = names.benchmarks().indexOf(question.benchmark());
        List<ItemNumbering.Given> given = new ArrayList<>();
        question.observed().forEach((item, correct) -> given.add(new ItemNumbering.Given(row, block, item, correct)));
        return new ItemNumbering(names, scores.numbering()).table(outcomes, given);
    }

    private static int othersIn(OutcomeTable table, int row) {
        int others = 0;
        for (int u = 0; u < table.rows(); u++) {
            others += u != row && table.cells(u) > 0 ? 1 : 0;
        }
        return others;
    }

    private static NoFamilyEvidenceException notByItem(BenchmarkId benchmark, CurrentFit fit) {
        ItemKnowledge items = fit.items();
        return new NoFamilyEvidenceException("Fit " + fit.fit().id() + " does not know " + benchmark
                + " item by item: that takes the outcomes of " + ItemFitting.FEWEST_MODELS
                + " models. Import some (eyrie import instances), then fit again. Known item by item: "
                + (items == null
                        ? "none"
                        : String.join(
                                ", ",
                                items.names().benchmarks().stream()
                                        .map(BenchmarkId::value)
                                        .toList()))
                + ".");
    }

    private static void check(Map<Integer, Boolean> observed, int items) {
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(observed).forEach((item, correct) -> {
            if (item < 0 || item >= items) {
                faults.add(new Fault("observed item " + item, "There are items 0 to " + (items - 1) + " only."));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The observed items", faults);
        }
    }

    private static List<String> warnings(SolvedFamily scores, Evidence whole, ItemEvidence evidence) {
        List<String> warnings = new ArrayList<>(scores.fit().warnings());
        if (whole.none()) {
            warnings.add("Nothing but the observed items is known of the model.");
        } else if (evidence.itemsObserved() == 0 && whole.onlyArchitecture()) {
            warnings.add("No relative was measured and no item was run: this rests on models of the same architecture"
                    + " alone.");
        }
        if (scores.truncated()) {
            warnings.add("The family is large: only the nearest relatives were used.");
        }
        return warnings;
    }
}
