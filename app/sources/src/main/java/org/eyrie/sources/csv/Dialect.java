package org.eyrie.sources.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a table's cells are separated: by commas, or as spreadsheets of many countries write them.
 *
 * @param separator what stands between cells
 * @param skipped how many lines before the header are for the spreadsheet
 */
record Dialect(char separator, int skipped) {

    /** How far the header may reach for its separator to be found. */
    private static final int LOOK_AHEAD = 1 << 16;

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** Excel writes {@code sep=;} above the header, and reads it. */
    private static final String ANNOUNCEMENT = "sep=";

    /**
     * The dialect of a table, whose header stays to be read: the first in which it names every column that is required, else
     * the one with the most columns.
     *
     * @param reader at its beginning, where it is left but for what is no part of the table
     */
    static Dialect of(BufferedReader reader, List<String> required) throws IOException {
        reader.mark(LOOK_AHEAD);
        String line = firstLine(reader);
        String bare = line.strip().replace("\"", "");
        if (bare.toLowerCase(Locale.ROOT).startsWith(ANNOUNCEMENT) && bare.length() == ANNOUNCEMENT.length() + 1) {
            return new Dialect(bare.charAt(ANNOUNCEMENT.length()), 1);
        }
        reader.reset();
        char most = ',';
        for (char separator : SEPARATORS) {
            List<String> columns = columns(line, separator);
            if (required.stream().allMatch(name -> columns.contains(key(name)))) {
                return new Dialect(separator, 0);
            }
            most = columns.size() > columns(line, most).size() ? separator : most;
        }
        return new Dialect(most, 0);
    }

    /** A column's name without what programs write differently. */
    static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }

    /** A number with the comma that goes with such separators; of a table with commas only where it cannot be a thousand's. */
    String decimal(String number) {
        boolean comma = separator == ',' ? number.matches("-?0,\\d+") : number.matches("[+-]?\\d+,\\d+");
        return comma ? number.replace(',', '.') : number;
    }

    private static List<String> columns(String header, char separator) {
        String[] names = header.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1);
        return new ArrayList<>(
                Arrays.stream(names).map(name -> key(name.replace("\"", ""))).toList());
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LOOK_AHEAD - 1) {
            int next = reader.read();
            if (next < 0) {
                break;
            }
            line.append((char) next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString();
    }
}
