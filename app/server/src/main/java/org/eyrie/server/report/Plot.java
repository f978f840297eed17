package org.eyrie.server.report;

/**
 * A square drawing of two shares against each other, with axes and the line on which they are equal.
 *
 * @param size width and height of the square within the axes, in pixels
 * @param from where both axes begin, 0 to 1
 * @param to where both end, above {@code from}
 */
record Plot(int size, double from, double to) {

    private static final int LEFT = 40;
    private static final int TOP = 8;
    private static final int BELOW = 34;
    private static final int RIGHT = 10;

    /** A drawing of all shares. */
    Plot(int size) {
        this(size, 0, 1);
    }

    /** A drawing that has room for values between these, with ends that are tenths. */
    static Plot around(int size, double least, double largest) {
        double from = Math.max(0, Math.floor(least * 10) / 10);
        double to = Math.min(1, Math.ceil(largest * 10) / 10);
        return to > from ? new Plot(size, from, to) : new Plot(size);
    }

    /** Opens the drawing and draws what all have in common. */
    void begin(Markup page, String says, String across, String up) {
        int width = LEFT + size + RIGHT;
        int height = TOP + size + BELOW;
        page.begin(
                "svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                width,
                "height",
                height,
                "role",
                "img",
                "aria-label",
                says);
        page.empty("rect", "class", "ground", "x", LEFT, "y", TOP, "width", size, "height", size);
        for (int quarter = 0; quarter <= 4; quarter++) {
            double tick = from + (to - from) * quarter / 4;
            page.empty("path", "class", "grid", "d", "M" + x(tick) + "," + TOP + "v" + size);
            page.empty("path", "class", "grid", "d", "M" + LEFT + "," + y(tick) + "h" + size);
            if (quarter % 2 == 0) {
                String label = Figure.shortest(tick);
                page.element("text", label, "x", x(tick), "y", TOP + size + 14, "text-anchor", "middle");
                page.element("text", label, "x", LEFT - 5, "y", y(tick) + 4, "text-anchor", "end");
            }
        }
        page.empty("path", "class", "equal", "d", "M" + x(from) + "," + y(from) + "L" + x(to) + "," + y(to));
        page.element(
                "text",
                across,
                "x",
                x((from + to) / 2),
                "y",
                TOP + size + 29,
                "text-anchor",
                "middle",
                "class",
                "axis");
        int middle = y((from + to) / 2);
        page.element(
                "text",
                up,
                "x",
                11,
                "y",
                middle,
                "text-anchor",
                "middle",
                "class",
                "axis",
                "transform",
                "rotate(-90 11 " + middle + ")");
    }

    void end(Markup page) {
        page.end();
    }

    /** Place of a share from left to right, in whole pixels. */
    int x(double share) {
        return (int) Math.round(LEFT + size * within(share));
    }

    /** Place of a share from top to bottom, in whole pixels. */
    int y(double share) {
        return (int) Math.round(TOP + size * (1 - within(share)));
    }

    private double within(double share) {
        return Math.max(0, Math.min(1, (share - from) / (to - from)));
    }
}
