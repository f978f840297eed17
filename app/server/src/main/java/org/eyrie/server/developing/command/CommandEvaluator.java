package org.eyrie.server.developing.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.RunListener;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.sources.lmeval.LoggedDocument;
import org.eyrie.task.Progress;

/**
 * Writes merges as folders and has a command evaluate them. The start of such a command costs most of its time, so all items
 * that are asked of one merge are one run. What is answered is matched by task and hash of the document; what was not asked is
 * told and left aside.
 */
public final class CommandEvaluator implements MergeEvaluator {

    private final MergedRun merged;
    private final ListedItems items;
    private final Consumer<String> notes;

    /**
     * For searches over these items.
     *
     * @param notes hears what is no fault and yet worth knowing, such as answers that nobody asked for
     * @throws InvalidInputException if the command lacks a place that must be filled in
     */
    public CommandEvaluator(CommandSettings settings, ListedItems items, Consumer<String> notes) {
        this.merged = new MergedRun(settings);
        this.items = items;
        this.notes = notes;
    }

    @Override
    public void run(List<RunOrder> orders, List<Program> programs, Progress progress, RunListener listener) {
        Map<String, List<RunOrder>> together = new LinkedHashMap<>();
        Map<String, Program> byId = new LinkedHashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            RunOrder order = orders.get(i);
            together.computeIfAbsent(order.program(), id -> new ArrayList<>()).add(order);
            byId.put(order.program(), programs.get(i));
        }
        int behind = 0;
        for (Map.Entry<String, List<RunOrder>> entry : together.entrySet()) {
            progress.check();
            if (!listener.goesOn()) {
                return;
            }
            progress.at("evaluating " + entry.getKey(), behind++, together.size());
            Program program = byId.get(entry.getKey());
            if (program != null) {
                run(entry.getValue(), program, progress.heardBy((step, part, parts) -> {}), listener);
            }
        }
    }

    private void run(List<RunOrder> orders, Program program, Progress progress, RunListener listener) {
        TreeSet<Integer> positions = new TreeSet<>();
        orders.forEach(order -> positions.addAll(order.items()));
        List<LoggedDocument> asked = positions.stream().map(items::document).toList();
        MergedRun.Answered answered;
        try {
            answered = merged.of(program, asked, progress);
        } catch (InvalidInputException e) {
            orders.forEach(order ->
                    listener.failed(new FailedRun(order.number(), order.program(), String.valueOf(e.getMessage()))));
            return;
        }
        if (answered.unasked() > 0) {
            notes.accept(program.id() + ": " + answered.unasked()
                    + " answers were to items that nobody asked for, and were left aside.");
        }
        for (RunOrder order : orders) {
            settle(order, answered, listener);
        }
    }

    private void settle(RunOrder order, MergedRun.Answered answered, RunListener listener) {
        StringBuilder outcomes = new StringBuilder();
        for (int position : order.items()) {
            Boolean solved = answered.solved(items.document(position));
            if (solved != null) {
                outcomes.append(solved ? '1' : '0');
            }
        }
        if (outcomes.length() == order.items().size()) {
            listener.ran(new ItemRun(order.number(), order.program(), order.items(), outcomes.toString()));
            return;
        }
        listener.failed(new FailedRun(
                order.number(),
                order.program(),
                "The command answered " + outcomes.length() + " of "
                        + order.items().size() + " items. " + answered.reason()));
    }
}
