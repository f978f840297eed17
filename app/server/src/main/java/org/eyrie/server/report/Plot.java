package org.eyrie.server.report;

/**
 * A square drawing of two shares against each other, 0 to 1, with axes and the line on which they are equal.
 *
 * @param size width and height of the square within the axes, in pixels
 */
record Plot(int size) {

    private static final int LEFT = 40;
    private static final int TOP = 8;
    private static final int BELOW = 34;
    private static final int RIGHT = 10;

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
        for (double tick : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            page.empty("path", "class", "grid", "d", "M" + x(tick) + "," + TOP + "v" + size);
            page.empty("path", "class", "grid", "d", "M" + LEFT + "," + y(tick) + "h" + size);
            if (tick == 0 || tick == 0.5 || tick == 1) {
                String label = Figure.share(tick, 1);
                page.element("text", label, "x", x(tick), "y", TOP + size + 14, "text-anchor", "middle");
                page.element("text", label, "x", LEFT - 5, "y", y(tick) + 4, "text-anchor", "end");
            }
        }
        page.empty("path", "class", "equal", "d", "M" + x(0) + "," + y(0) + "L" + x(1) + "," + y(1));
        page.element("text", across, "x", x(0.5), "y", TOP + size + 29, "text-anchor", "middle", "class", "axis");
        int middle = y(0.5);
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
        return (int) Math.round(LEFT + size * share);
    }

    /** Place of a share from top to bottom, in whole pixels. */
    int y(double share) {
        return (int) Math.round(TOP + size * (1 - share));
    }
}
