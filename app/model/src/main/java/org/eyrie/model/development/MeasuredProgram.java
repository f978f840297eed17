package org.eyrie.model.development;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search knows of a program from its own items, apart from those of others: of each task a Beta(1, 1) prior and what was
 * solved, and the mean over tasks.
 *
 * @param program its id
 * @param text as it was proposed first
 * @param items how many it was asked
 * @param share what it solved of them
 * @param mean posterior mean of its score, 0 to 1
 * @param sd posterior standard deviation of its score
 * @param tasks posterior mean of each task, in the plan's order
 */
public record MeasuredProgram(
        String program, String text, int items, double share, double mean, double sd, Map<String, Double> tasks) {

    private static final class Counts {
        private int solved;
        private int asked;
    }

    /** All that were asked anything, the best mean first, of equal ones the one with the smaller id. */
    public static List<MeasuredProgram> of(SearchRecord record) {
        Map<String, Map<String, Counts>> counts = new LinkedHashMap<>();
        List<SearchItem> items = record.plan().items();
        for (ItemRun run : record.runs()) {
            Map<String, Counts> own = counts.computeIfAbsent(run.program(), id -> new HashMap<>());
            for (int i = 0; i < run.items().size(); i++) {
                Counts task = own.computeIfAbsent(items.get(run.items().get(i)).task(), name -> new Counts());
                task.asked++;
                task.solved += run.solved(i) ? 1 : 0;
            }
        }
        Map<String, String> texts = new HashMap<>();
        for (Proposal proposal : record.proposals()) {
            texts.putIfAbsent(proposal.program(), proposal.draft().text());
        }
        List<String> tasks = record.plan().tasks();
        List<MeasuredProgram> measured = new ArrayList<>();
        counts.forEach((program, own) -> measured.add(of(program, texts.getOrDefault(program, program), own, tasks)));
        measured.sort((a, b) -> a.mean != b.mean ? Double.compare(b.mean, a.mean) : a.program.compareTo(b.program));
        return measured;
    }

    private static MeasuredProgram of(String program, String text, Map<String, Counts> counts, List<String> tasks) {
        Map<String, Double> means = new LinkedHashMap<>();
        double sum = 0;
        double variance = 0;
        int asked = 0;
        int solved = 0;
        for (String task : tasks) {
            Counts own = counts.getOrDefault(task, new Counts());
            double mean = (own.solved + 1.0) / (own.asked + 2.0);
            means.put(task, mean);
            sum += mean;
            variance += mean * (1 - mean) / (own.asked + 3.0);
            asked += own.asked;
            solved += own.solved;
        }
        int count = tasks.size();
        return new MeasuredProgram(
                program,
                text,
                asked,
                asked == 0 ? 0 : solved / (double) asked,
                sum / count,
                Math.sqrt(variance) / count,
                means);
    }
}
