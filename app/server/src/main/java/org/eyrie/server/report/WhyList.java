package org.eyrie.server.report;

import java.util.List;
import org.eyrie.engine.ask.ExplainedForecast.Contribution;

/** What made a prediction, from the usual score to it, group by group, in points of score. */
final class WhyList {

    /** The rest of a group is added up. */
    private static final int SHOWN = 5;

    /** Less than this nobody sees in one digit. */
    private static final double VISIBLE = .05;

    private WhyList() {}

    /** @param whose what is predicted, as a heading */
    static void write(String whose, String anchor, Why why, Markup page) {
        page.begin("div", "class", "why", "id", anchor)
                .element("h3", whose)
                .begin("table")
                .begin("tbody");
        String benchmark = why.explained().forecast().benchmark().value();
        row(Figure.percent(why.usual(), 1), "Usual score on " + benchmark, "group", page);
        for (Why.Group group : Why.Group.values()) {
            List<Contribution> parts = why.of(group);
            if (!parts.isEmpty()) {
                group(group, parts, why, page);
            }
        }
        if (Math.abs(why.left()) >= VISIBLE) {
            row(Figure.points(why.left()), "Averaging over what is not known", "group", page);
        }
        row(Figure.percent(why.predicted(), 1), "Prediction", "group total", page);
        page.end().end().end();
    }

    private static void group(Why.Group group, List<Contribution> parts, Why why, Markup page) {
        row(Figure.points(sum(parts, why)), group.title(), "group", page);
        if (group == Why.Group.CROWD || group == Why.Group.WITHDRAWN) {
            return;
        }
        parts.stream().limit(SHOWN).forEach(part -> row(Figure.points(why.points(part)), words(part), "part", page));
        if (parts.size() > SHOWN) {
            List<Contribution> rest = parts.subList(SHOWN, parts.size());
            row(
                    Figure.points(sum(rest, why)),
                    rest.size() + (rest.size() == 1 ? " smaller one" : " smaller ones"),
                    "part",
                    page);
        }
    }

    private static double sum(List<Contribution> parts, Why why) {
        return parts.stream().mapToDouble(why::points).sum();
    }

    private static String words(Contribution part) {
        return part.score() == null ? part.what() : part.what() + ": " + Figure.percent(part.score(), 1);
    }

    private static void row(String points, String what, String kind, Markup page) {
        page.begin("tr", "class", kind)
                .element("td", points, "class", "number")
                .element("td", what)
                .end();
    }
}
