package org.eyrie.store.statement;

/** The statements the stores run, each a file under {@code cypher/}. */
public enum Statement {
    ALL_DERIVATIONS("lineage/all-derivations"),
    ALL_MODELS("lineage/all-models"),
    ANCESTRY("lineage/ancestry"),
    CHILD_IDS("lineage/child-ids"),
    CHILDREN_COUNT("lineage/children-count"),
    CHILDREN_OF("lineage/children-of"),
    DERIVATION_NUMBERS("lineage/derivation-numbers"),
    DESCENDANTS("lineage/descendants"),
    FIRST_CHILDREN("lineage/first-children"),
    FIRST_OF_GENERATION("lineage/first-of-generation"),
    IDS_AFTER("lineage/ids-after"),
    KNOWN_MODELS("lineage/known"),
    LOWEST_COMMON_ANCESTORS("lineage/lowest-common-ancestors"),
    MODEL_COUNT("lineage/count"),
    MODELS_BY_ID("lineage/models-by-id"),
    MODELS_PAGE("lineage/models-page"),
    METHODS_OF_MODELS("lineage/methods-of-models"),
    NAMES_OF_NUMBERS("lineage/names-of-numbers"),
    PARENTS_OF("lineage/parents-of"),
    RECIPE("lineage/recipe"),
    RECIPES_OF_MODELS("lineage/recipes-of-models"),
    RELATIVES("lineage/relatives"),
    SIBLINGS("lineage/siblings"),

    ALL_SCORES("scores/all"),
    BENCHMARKS("scores/benchmarks"),
    BEST("scores/best"),
    BEST_OF_FAMILY("scores/best-of-family"),
    COVERAGE("scores/coverage"),
    OUTCOMES("scores/outcomes"),
    OVERTAKEN("scores/overtaken"),
    OVERTAKEN_OF_MODELS("scores/overtaken-of-models"),
    OUTCOMES_OF_MODELS("scores/outcomes-of-models"),
    SCORE_COUNTS("scores/score-counts"),
    SCORES_OF_MODELS("scores/of-models"),

    CYCLE_THROUGH("facts/cycle-through"),
    EMPTY("facts/empty"),
    ITEM_NAMES("scores/item-names"),
    KNOWN_BY_POSITION("facts/known-by-position"),
    KNOWN_BENCHMARKS("facts/known-benchmarks"),
    LOCK("facts/lock"),
    NEXT_VERSION("facts/next-version"),
    VERSION("facts/version"),
    WRITE_BENCHMARKS("facts/write-benchmarks"),
    WRITE_DERIVATIONS("facts/write-derivations"),
    WRITE_EVALUATIONS("facts/write-evaluations"),
    WRITE_ITEMS("facts/write-items"),
    WRITE_MODELS("facts/write-models"),
    WRITE_RECIPES("facts/write-recipes"),

    FORGET_LOCK("schema/forget-lock"),
    SCHEMA_APPLIED("schema/applied"),
    SEAL_SCHEMA("schema/seal"),

    ADOPT_DERIVATIONS("history/adopt-derivations"),
    ADOPT_EVALUATIONS("history/adopt-evaluations"),
    ADOPT_MODELS("history/adopt-models"),
    ADOPT_RECIPES("history/adopt-recipes"),
    ADOPT_STEPS("history/adopt-steps"),
    CHANGED_BY("history/changed-by"),
    CORRECT_STEPS("history/correct-steps"),
    COUNT_IMPORT("history/count"),
    CREATED_BY("history/created-by"),
    END_IMPORT("history/end"),
    FIND_IMPORT("history/find"),
    FORGET_BARE("history/forget-bare"),
    FORGET_KEYS("history/forget-keys"),
    FORGET_MODEL("history/forget-model"),
    FORGET_STEPS("history/forget-steps"),
    IMPORTS("history/imports"),
    IMPORTS_OF_SOURCE("history/of-source"),
    IMPORT_STATE("history/state"),
    KEEP("history/keep"),
    KEEP_MORE("history/keep-more"),
    OPEN_IMPORT("history/open"),
    RECORDED("history/recorded"),
    REMOVE_DERIVATIONS("history/remove-derivations"),
    REMOVE_EMPTY_BENCHMARKS("history/remove-empty-benchmarks"),
    REMOVE_EVALUATIONS("history/remove-evaluations"),
    REMOVE_ITEMS("history/remove-items"),
    REMOVE_RECIPES("history/remove-recipes"),
    REMOVE_STRANGERS("history/remove-strangers"),
    RESTORE_BENCHMARKS("history/restore-benchmarks"),
    RESTORE_DERIVATIONS("history/restore-derivations"),
    RESTORE_EVALUATIONS("history/restore-evaluations"),
    RESTORE_MODELS("history/restore-models"),
    RESTORE_RECIPES("history/restore-recipes"),
    SOURCES("history/sources"),
    STRIP_BENCHMARKS("history/strip-benchmarks"),
    STRIP_MODELS("history/strip-models"),

    ALL_SEARCHES("developments/all"),
    ANSWER_ORDER("developments/answer"),
    BEGIN_SEARCH("developments/begin"),
    FIND_SEARCH("developments/find"),
    FINALIST_TESTED("developments/tested"),
    FINALS_OF_SEARCH("developments/finals"),
    FINISH_SEARCH("developments/finish"),
    FREEZE_FINALISTS("developments/freeze"),
    LEASE_SEARCH("developments/lease"),
    LINK_SEARCH("developments/link"),
    LOCK_SEARCH("developments/lock"),
    ORDER_OF_SEARCH("developments/order"),
    PROPOSALS_OF_SEARCH("developments/proposals"),
    RUNS_OF_SEARCH("developments/runs"),
    TAKE_ORDERS("developments/take-orders"),
    TURN_SEARCH("developments/turn"),
    WRITE_ORDERS("developments/write-orders"),
    WRITE_PROPOSALS("developments/write-proposals"),
    ADD_TOKEN("access/add-token"),
    RECORD_WRITE("access/record-write"),
    REVOKE_TOKEN("access/revoke-token"),
    TOKENS("access/tokens"),
    WRITES("access/writes"),

    FIND_JOB("jobs/find"),
    JOB_OWNERS("jobs/owners"),
    KEEP_JOB("jobs/keep"),
    LATEST_JOBS("jobs/latest"),
    STILL_HERE("jobs/still-here"),
    TAKE_JOBS_OVER("jobs/take-over"),
    WISH_STOPPED("jobs/wish-stopped"),

    ANSWER_REQUEST("requests/answer"),
    CLAIM_KEY("requests/claim"),
    RELEASE_KEY("requests/release"),

    DELETE_FIT("fits/delete"),
    FIND_FIT("fits/find"),
    HINDSIGHT("fits/hindsight"),
    KEEP_HINDSIGHT("fits/keep-hindsight"),
    KNOWN_FITS("fits/known"),
    LATEST_FITS("fits/latest"),
    OVERTAKEN_FITS("fits/overtaken"),
    PREDICTIONS("fits/predictions"),
    SAVE_FIT("fits/save"),
    SAVE_PREDICTIONS("fits/save-predictions"),
    STATE("fits/state");

    private final String file;
    private final String text;

    Statement(String file) {
        this.file = file;
        this.text = CypherFile.named(file).statement();
    }

    /** Group and file name without its ending. */
    public String file() {
        return file;
    }

    /** What the database gets. */
    public String text() {
        return text;
    }
}
