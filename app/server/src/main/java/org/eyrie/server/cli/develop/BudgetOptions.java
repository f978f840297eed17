package org.eyrie.server.cli.develop;

import org.eyrie.model.development.SearchBudget;
import org.eyrie.server.cli.command.WrongUseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a search may spend. */
final class BudgetOptions {

    private static final long USUAL = 3_000;

    @Option(
            names = "--items-budget",
            paramLabel = "N",
            description = "Evaluations of one item each that it may pay for. Default: " + USUAL + ".")
    private @Nullable Long items;

    @Option(
            names = "--seconds-budget",
            paramLabel = "S",
            description = "Seconds that it may take, over all its runs. Default: no limit.")
    private @Nullable Double seconds;

    @Option(names = "--money-budget", paramLabel = "M", description = "Instead of --items-budget; needs --price.")
    private @Nullable Double money;

    @Option(names = "--price", paramLabel = "P", description = "What one evaluation of one item costs.")
    private @Nullable Double price;

    SearchBudget budget() {
        if (money == null && price != null) {
            throw new WrongUseException("--price means nothing without --money-budget.");
        }
        if (items != null && money != null) {
            throw new WrongUseException("--items-budget and --money-budget say the same; give one of them.");
        }
        long count = money != null ? bought(money) : items != null ? items : USUAL;
        if (count < 1) {
            throw new WrongUseException("--items-budget must be at least 1, not " + count + ".");
        }
        if (seconds != null && !(seconds > 0)) {
            throw new WrongUseException("--seconds-budget must be more than 0, not " + seconds + ".");
        }
        return new SearchBudget(count, seconds == null ? Double.POSITIVE_INFINITY : seconds);
    }

    private long bought(double all) {
        if (price == null) {
            throw new WrongUseException("--money-budget needs --price, what one evaluation of one item costs.");
        }
        if (!(price > 0) || !(all >= price)) {
            throw new WrongUseException("--money-budget " + all + " at --price " + price + " buys no item.");
        }
        return (long) Math.floor(all / price + 1e-9);
    }
}
