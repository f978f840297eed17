package org.eyrie.llama.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.llama.forward.UnusableModelException;
import org.eyrie.llama.json.JsonParser;
import org.jspecify.annotations.Nullable;

/** The keys of one of a model's JSON files; gathers what is wrong with them, to be told at once. */
final class Settings {

    private static final long MAX_BYTES = 64L << 20;

    private final Map<String, @Nullable Object> values;
    private final String file;
    private final List<String> faults = new ArrayList<>();

    Settings(String file, Map<String, @Nullable Object> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * @throws UnusableModelException if there is no such file in the folder, or it is no JSON object
     */
    static Settings read(Path folder, String file) {
        try {
            Path path = folder.resolve(file);
            if (Files.size(path) > MAX_BYTES) {
                throw unusable(folder, file + " is larger than " + (MAX_BYTES >> 20) + " MB");
            }
            return new Settings(file, JsonParser.object(Files.readString(path)));
        } catch (NoSuchFileException e) {
            throw unusable(folder, "there is no " + file + " in its folder");
        } catch (CharacterCodingException e) {
            throw unusable(folder, file + " is not UTF-8");
        } catch (IOException e) {
            throw unusable(folder, file + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw unusable(folder, file + " is no JSON object: " + e.getMessage());
        }
    }

    private static UnusableModelException unusable(Path folder, String fault) {
        return new UnusableModelException(folder.toString(), List.of(fault));
    }

    List<String> faults() {
        return faults;
    }

    void fault(String what) {
        faults.add(file + ": " + what);
    }

    @Nullable
    Object get(String key) {
        return values.get(key);
    }

    /** A whole number; 1 after a fault. */
    int integer(String key) {
        Integer value = optionalInteger(key);
        if (value == null) {
            fault(key + " is missing");
            return 1;
        }
        return value;
    }

    /** A whole number, null where it is missing; 1 after a fault. */
    @Nullable
    Integer optionalInteger(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Double number && number >= 0 && number <= Integer.MAX_VALUE && number % 1 == 0) {
            return number.intValue();
        }
        fault(key + " must be a whole number, not " + value);
        return 1;
    }

    double number(String key, double otherwise) {
        Object value = values.get(key);
        if (value == null || value instanceof Double) {
            return value == null ? otherwise : (Double) value;
        }
        fault(key + " must be a number, not " + value);
        return otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        Object value = values.get(key);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (Boolean) value;
        }
        fault(key + " must be true or false, not " + value);
        return otherwise;
    }

    /** What the key holds if it is an object; null where it is missing. */
    @Nullable
    Settings object(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((name, held) -> object.put(Objects.toString(name), held));
            return new Settings(file + ", " + key, object);
        }
        fault(key + " must be an object, not " + value);
        return null;
    }

    /** Whatever the key holds, it must be one of these, or missing. */
    void expect(String key, String why, @Nullable Object... allowed) {
        Object value = values.get(key);
        if (value != null && !List.of(allowed).contains(value)) {
            fault(key + " is " + value + ": " + why);
        }
    }
}
