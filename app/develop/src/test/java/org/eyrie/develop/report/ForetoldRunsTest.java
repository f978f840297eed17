package org.eyrie.develop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.develop.world.InventedWorld;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.junit.jupiter.api.Test;

class ForetoldRunsTest {

    private static final List<Integer> ITEMS = IntStream.range(0, 12).boxed().toList();

    private final List<RunOrder> orders = new ArrayList<>();
    private final List<ItemRun> runs = new ArrayList<>();

    private void run(boolean drawn, double mean, double sd, int solved) {
        int number = orders.size();
        orders.add(new RunOrder(number, "alg:" + number, ITEMS, drawn, mean, sd));
        runs.add(new ItemRun(number, "alg:" + number, ITEMS, "1".repeat(solved) + "0".repeat(12 - solved)));
    }

    private ForetoldRuns counted() {
        return ForetoldRuns.of(new SearchRecord(
                InventedWorld.plan("guided", 1, SearchBudget.ofItems(500)),
                List.of(),
                orders,
                runs,
                List.of(),
                0,
                SearchState.OPEN,
                null));
    }

    @Test
    void whatWasForetoldHoldsAsFarAsForecastAndLuckOfTheItemsReach() {
        // The luck of 12 items is .144 as standard deviation at .5: 1.645 of it are nearly 3 items.
        run(true, .5, 0, 6);
        run(true, .5, 0, 8);
        run(true, .5, 0, 9);
        run(true, .5, .2, 9);
        run(false, .9, .01, 6);
        assertThat(counted()).isEqualTo(new ForetoldRuns(4, 3, 1, 0));
    }

    @Test
    void runsWithoutForecastAndOrdersWithoutAnswerDoNotCount() {
        run(true, Double.NaN, Double.NaN, 6);
        orders.add(new RunOrder(1, "alg:1", ITEMS, true, .5, .1));
        assertThat(counted()).isEqualTo(new ForetoldRuns(0, 0, 0, 0));
    }
}
