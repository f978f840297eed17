package org.eyrie.engine.ask;

import org.eyrie.engine.fit.Categories;
import org.eyrie.lrmf.prior.FixedEffect;
import org.eyrie.lrmf.prior.NodeKey;
import org.eyrie.model.ModelName;
import org.jspecify.annotations.Nullable;

/** Puts what models have in common into words. */
final class Wording {

    private final Categories categories;

    Wording(Categories categories) {
        this.categories = categories;
    }

    /** What a node is that models share. Each kind has categories of its own in the places of its key. */
    String of(NodeKey node) {
        return switch (node.kind()) {
            case ROOT -> "all models";
            case ARCHITECTURE -> architecture(node);
            case MAGNITUDE -> "models of this size";
            case SIZE -> sized(node);
            case CLADE -> sized(node) + training(node.fourth()) + template(node.third());
            case AUTHOR -> author(node) + "'s " + sized(node);
            case SERIES -> author(node) + "'s " + orElse(categories.series(node.fourth()), "unnamed") + " series";
        };
    }

    /** What a systematic step comes from. */
    String of(FixedEffect effect) {
        return switch (effect.kind()) {
            case TEMPLATE -> "evaluated" + template(effect.category()).replace(",", "");
            case TRAINING -> "training: " + orElse(categories.type(effect.category()), "unknown");
            case YEAR -> "date of publication";
            case METHOD -> "merge method: " + orElse(categories.method(effect.category()), "unknown");
            case WORD -> "\"" + ModelName.WORDS.get(effect.category()) + "\" in the name";
        };
    }

    private String architecture(NodeKey node) {
        return orElse(categories.architecture(node.first()), "unknown architecture");
    }

    private String sized(NodeKey node) {
        int tenthsOfBillions = node.second();
        return architecture(node) + (tenthsOfBillions < 0 ? "" : " " + tenthsOfBillions / 10.0 + "B");
    }

    private String author(NodeKey node) {
        return orElse(categories.author(node.third()), "unknown author");
    }

    private String training(int type) {
        String name = categories.type(type);
        return name == null ? "" : ", " + name;
    }

    private static String template(int flag) {
        return flag < 0 ? "" : flag == 1 ? ", with chat template" : ", without chat template";
    }

    private static String orElse(@Nullable String name, String otherwise) {
        return name == null ? otherwise : name;
    }
}
