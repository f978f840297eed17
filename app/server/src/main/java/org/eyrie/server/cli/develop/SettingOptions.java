package org.eyrie.server.cli.develop;

import java.util.Locale;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.searching.SettingFaults;

/** Settings of a search as options of a command, and how their faults are told. */
final class SettingOptions {

    private SettingOptions() {}

    /** What the command line calls a setting; what is an option already, perhaps with its value, stays so. */
    static String name(String setting) {
        return switch (setting) {
            case "id" -> "NAME";
            case "parents" -> "--parent";
            default ->
                setting.startsWith("-")
                        ? setting
                        : "--" + setting.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        };
    }

    /**
     * Tells all that is wrong, if anything is.
     *
     * @throws WrongUseException if the value of an option cannot be right
     * @throws InvalidInputException if what options name cannot be used
     */
    static void check(String what, SettingFaults faults) {
        if (faults.isMisused()) {
            throw new WrongUseException(
                    faults.all().size() == 1
                            ? faults.all().get(0).toString()
                            : String.valueOf(new InvalidInputException(what, faults.all()).getMessage()));
        }
        faults.check(what);
    }
}
