import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eyrie.develop.port.RunListener;
import org.eyrie.develop.proposing.GrammarProposer;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.model.memory.InMemoryDevelopmentLedger;
import org.eyrie.program.Program;
import org.eyrie.server.developing.DevelopmentItems;
import org.eyrie.server.developing.FinalTest;
import org.eyrie.server.developing.LlamaEvaluator;
import org.eyrie.server.developing.ParentWeights;
import org.eyrie.server.developing.TestItems;
import org.eyrie.task.Progress;

/**
 * Lets a search that is not Eyrie's ask Eyrie's evaluator: programs come in on the standard input, outcomes go out.
 *
 * <p>Run from source: {@code java -cp 'app/server/target/dist/eyrie.jar:app/server/target/dist/lib/*' OutcomesOnDemand.java
 * BASE ITEMS PARENT...}. It answers a line with a line, and its first line has the task of every development item:
 *
 * <pre>
 * ask  TAB PROGRAM TAB 0,7,12      a character for each of these development items, 1 for solved
 * draw TAB SEED    TAB 60          so many random programs of the grammar, a tab between them
 * test TAB PROGRAM                 the share of the test items: for what a search has chosen, and for nothing else
 * </pre>
 */
final class OutcomesOnDemand {

    private final DevelopmentItems items;
    private final LlamaEvaluator evaluator;
    private final FinalTest test;
    private final int parents;

    private OutcomesOnDemand(Path base, Path file, List<Path> parents) {
        DevelopmentId id = new DevelopmentId("peer");
        ParentWeights weights = ParentWeights.read(base, parents);
        this.items = DevelopmentItems.read(file, id);
        this.evaluator = new LlamaEvaluator(weights, items, 1);
        this.test = new FinalTest(weights, TestItems.read(file, id));
        this.parents = parents.size();
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> parents = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        OutcomesOnDemand outcomes = new OutcomesOnDemand(Path.of(arguments[0]), Path.of(arguments[1]), parents);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(outcomes.items.searchItems().stream().map(SearchItem::task).collect(Collectors.joining("\t")));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(outcomes.answer(line.split("\t", -1)));
        }
    }

    private String answer(String[] parts) {
        switch (parts[0]) {
            case "ask":
                return solved(
                        Program.parse(parts[1]),
                        Arrays.stream(parts[2].split(",")).map(Integer::valueOf).toList());
            case "draw":
                return drawn(Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
            case "test":
                return String.valueOf(
                        test.of(List.of(parts[1]), Progress.NONE).get(0).share());
            default:
                throw new IllegalArgumentException("There is no request " + parts[0]);
        }
    }

    private String solved(Program program, List<Integer> asked) {
        StringBuilder answer = new StringBuilder();
        evaluator.run(
                List.of(new RunOrder(0, program.id(), asked, false, Double.NaN, Double.NaN)),
                List.of(program),
                Progress.NONE,
                RunListener.of(
                        run -> answer.append(run.outcomes()), failed -> answer.append("0".repeat(asked.size()))));
        return answer.toString();
    }

    private String drawn(long seed, int count) {
        DevelopmentId id = new DevelopmentId("peer");
        InMemoryDevelopmentLedger ledger = new InMemoryDevelopmentLedger();
        ledger.begin(new DevelopmentPlan(
                id,
                new ModelId("base"),
                java.util.Collections.nCopies(parents, new ModelId("parent")),
                "peer",
                items.searchItems(),
                new SearchSettings(seed, "random", "grammar", SearchBudget.ofItems(1_000))));
        return GrammarProposer.unlearned().propose(ledger.read(id), count).stream()
                .map(ProgramDraft::text)
                .map(text -> Program.parse(text).text().replace(System.lineSeparator(), " "))
                .collect(Collectors.joining("\t"));
    }
}
