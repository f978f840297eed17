package org.eyrie.embedded;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the data lies when nobody says otherwise: where the platform keeps the data of programs. */
public final class StandardDataFolder {

    /** The variable that overrules the platform's custom. */
    public static final String VARIABLE = "EYRIE_DATA";

    private static final String NAME = "eyrie";

    private StandardDataFolder() {}

    /**
     * The folder for this person on this system.
     *
     * @param environment such as {@code System.getenv()}
     * @param home the person's home folder
     * @param systemName such as the system property {@code os.name}
     */
    public static Path of(Map<String, String> environment, Path home, String systemName) {
        String chosen = environment.getOrDefault(VARIABLE, "");
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        String system = systemName.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support").resolve(NAME);
        }
        if (system.startsWith("windows")) {
            return custom(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
        }
        return custom(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
    }

    /** The XDG specification says to ignore a relative path. */
    private static Path custom(Map<String, String> environment, String variable, Path usual) {
        String value = environment.getOrDefault(variable, "");
        Path base = Path.of(value);
        return (base.isAbsolute() ? base : usual).resolve(NAME);
    }
}
