package org.eyrie.server.cli.develop;

import org.eyrie.server.searching.BudgetRules;
import org.eyrie.server.searching.SettingFaults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a search may spend. */
final class BudgetOptions {

    private static final long USUAL = BudgetRules.USUAL;

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

    /** How many items; null where money buys none, which is told. */
    @Nullable
    Long items(SettingFaults faults) {
        if (price != null && money == null) {
            faults.misused("--price", "It means nothing without --money-budget.");
        }
        if (price != null && !(price > 0)) {
            faults.misused("--price", "It must be more than 0, not " + price + ".");
        }
        if (items != null && money != null) {
            faults.misused("--money-budget", "It says the same as --items-budget; give one of them.");
        }
        Long bought = money == null ? null : bought(money, faults);
        return items != null ? items : money != null ? bought : (Long) USUAL;
    }

    /** How many seconds; infinite where nobody limits them. */
    double seconds() {
        return seconds == null ? Double.POSITIVE_INFINITY : seconds;
    }

    /** What says how many items. */
    String name() {
        return items == null && money != null ? "--money-budget" : "--items-budget";
    }

    private @Nullable Long bought(double all, SettingFaults faults) {
        if (price == null) {
            faults.misused("--money-budget", "It needs --price, what one evaluation of one item costs.");
        }
        if (!(all > 0)) {
            faults.misused("--money-budget", "It must be more than 0, not " + all + ".");
        } else if (price != null && price > 0) {
            if (all >= price) {
                return (long) Math.floor(all / price + 1e-9);
            }
            faults.misused("--money-budget", all + " at --price " + price + " buys no item.");
        }
        return null;
    }
}
