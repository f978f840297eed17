package org.eyrie.program.language;

/** What becomes of the numbers of a program when it is written down. */
enum Detail {
    /** As they are: the text is read as the same graph. */
    EXACT,
    /** To four digits, seeds numbered from 0 as they come: programs that are one for every purpose have one text. */
    KEY,
    /** Left out, but for those that name parents. */
    SPECIES;

    String number(double number) {
        return switch (this) {
            case EXACT -> Digits.text(number);
            case KEY -> Digits.text(Digits.coarse(number));
            case SPECIES -> "#";
        };
    }
}
