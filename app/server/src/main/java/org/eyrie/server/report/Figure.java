package org.eyrie.server.report;

import java.util.Locale;

/** Numbers as they stand in reports. */
final class Figure {

    private Figure() {}

    /** With so many digits behind the point, and none before it where that is a zero: {@code .052}. */
    static String share(double value, int digits) {
        String number = String.format(Locale.ROOT, "%." + digits + "f", value);
        if (number.startsWith("0.")) {
            return Double.parseDouble(number) == 0 ? "0" : number.substring(1);
        }
        if (number.startsWith("-0.")) {
            return Double.parseDouble(number) == 0 ? "0" : "-" + number.substring(2);
        }
        return Double.parseDouble(number) == 1 ? "1" : number;
    }

    /** With at most two digits behind the point, and no zeros at the end. */
    static String shortest(double value) {
        String number = share(value, 2);
        return number.startsWith(".") && number.endsWith("0") ? number.substring(0, number.length() - 1) : number;
    }

    /** With a sign, as differences have. */
    static String signed(double value, int digits) {
        String number = share(value, digits);
        return number.startsWith("-") || number.equals("0") ? number : "+" + number;
    }

    /** A share in per cent, without the sign. */
    static String percent(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", 100 * share);
    }

    /** Points of score, with their sign and one digit. */
    static String points(double points) {
        String number = String.format(Locale.ROOT, "%.1f", Math.abs(points));
        return number.equals("0.0") ? number : (points < 0 ? "−" : "+") + number;
    }

    /** As few digits as say it: {@code 2}, {@code 0.5}. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** A count, thousands apart. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A count of things, of which there may be one. */
    static String count(long value, String thing) {
        return count(value) + " " + thing + (value == 1 ? "" : "s");
    }
}
