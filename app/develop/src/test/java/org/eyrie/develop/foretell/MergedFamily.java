package org.eyrie.develop.foretell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.development.MergeEffect;

/** Merges of one family, their effects, and the outcomes of all of its items. */
final class MergedFamily {

    private static final Pattern FIELD = Pattern.compile("\"(task|split|id|origin)\": \"([^\"]*)\"");

    final List<String> origins = new ArrayList<>();
    final List<MergeEffect> effects = new ArrayList<>();
    final List<String> develop = new ArrayList<>();
    final List<String> test = new ArrayList<>();
    private final List<String> developTasks = new ArrayList<>();
    private final List<String> testTasks = new ArrayList<>();
    final List<String> tasks;

    private MergedFamily(Path folder) throws IOException {
        for (String line : Files.readAllLines(folder.resolve("items.jsonl"))) {
            Map<String, String> item = fields(line);
            ("develop".equals(item.get("split")) ? developTasks : testTasks).add(item.get("task"));
        }
        tasks = developTasks.stream().distinct().toList();
        Map<String, String> origin = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("programs.jsonl"))) {
            Map<String, String> program = fields(line);
            origin.put(program.get("id"), program.get("origin"));
        }
        Map<String, String[]> outcomes = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("outcomes.csv"))) {
            String[] cells = line.split(",", -1);
            outcomes.put(cells[0], cells);
        }
        List<String> lines = Files.readAllLines(folder.resolve("effects.csv"));
        String[] header = lines.get(0).split(",", -1);
        List<String> groups = new ArrayList<>();
        for (int k = 1; k < header.length; k += 6) {
            groups.add(header[k].substring(0, header[k].lastIndexOf('.')));
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            float[] numbers = new float[cells.length - 1];
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] = Float.parseFloat(cells[k + 1]);
            }
            effects.add(new MergeEffect(3, groups, numbers, new float[0]));
            origins.add(origin.getOrDefault(cells[0], ""));
            String[] solved = outcomes.getOrDefault(cells[0], new String[0]);
            develop.add(solved[1]);
            test.add(solved[2]);
        }
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    /** The folder of a family; it may not exist. */
    static Path folder(String name) {
        String shared = System.getenv("EYRIE_SHARED");
        return Path.of(shared == null ? "../../../shared" : shared, "data", "merging", name);
    }

    static MergedFamily read(String name) {
        try {
            return new MergedFamily(folder(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Places of all merges of an origin. */
    List<Integer> of(String origin) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).equals(origin)) {
                places.add(i);
            }
        }
        return places;
    }

    /** Items of the development split that a task has. */
    List<Integer> itemsOf(int task) {
        List<Integer> items = new ArrayList<>();
        for (int k = 0; k < developTasks.size(); k++) {
            if (developTasks.get(k).equals(tasks.get(task))) {
                items.add(k);
            }
        }
        return items;
    }

    double developScore(int merge) {
        return mean(develop.get(merge), developTasks);
    }

    double testScore(int merge) {
        return mean(test.get(merge), testTasks);
    }

    private double mean(String outcomes, List<String> taskOf) {
        double[] solved = new double[tasks.size()];
        double[] asked = new double[tasks.size()];
        for (int k = 0; k < taskOf.size(); k++) {
            int task = tasks.indexOf(taskOf.get(k));
            asked[task]++;
            solved[task] += outcomes.charAt(k) == '1' ? 1 : 0;
        }
        double sum = 0;
        for (int t = 0; t < solved.length; t++) {
            sum += solved[t] / asked[t] / solved.length;
        }
        return sum;
    }
}
