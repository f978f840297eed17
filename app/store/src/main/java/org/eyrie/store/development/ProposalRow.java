package org.eyrie.store.development;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** A proposal as statements take and give it. */
final class ProposalRow {

    private ProposalRow() {}

    static Map<String, Object> of(DevelopmentId id, List<String> parents, Proposal proposal) {
        ProgramDraft draft = proposal.draft();
        Map<String, Object> place = Map.of(
                "key", id + "\n" + proposal.round() + "\n" + proposal.ordinal(),
                "round", proposal.round(),
                "ordinal", proposal.ordinal(),
                "text", draft.text(),
                "origin", draft.origin().name().toLowerCase(Locale.ROOT),
                "varies", draft.varies(),
                "note", draft.note(),
                "outcome", proposal.outcome().name().toLowerCase(Locale.ROOT),
                "reason", proposal.reason());
        Map<String, Object> row = new HashMap<>();
        row.put("program", proposal.program());
        row.put("text", draft.text());
        row.put("varies", draft.varies());
        row.put("proposal", place);
        MergeEffect effect = proposal.effect();
        Map<String, Object> candidate = new HashMap<>();
        candidate.put("key", candidate(id, proposal.program()));
        List<Map<String, Object>> weights = List.of();
        if (effect != null) {
            candidate.put("effect_parents", effect.parents());
            candidate.put("effect_groups", effect.groups());
            candidate.put("effect", PackedFloats.list(effect.numbers()));
            candidate.put("effect_sketch", PackedFloats.bytes(effect.sketch()));
            weights = weights(parents, effect);
        }
        row.put("candidate", proposal.outcome() == ProposalOutcome.NEW ? candidate : null);
        row.put("weights", weights);
        return row;
    }

    /** Key of a candidate: a program of a search. */
    static String candidate(DevelopmentId id, String program) {
        return id + "\n" + program;
    }

    static Proposal read(MapAccessor row) {
        Value place = row.get("proposal");
        Value candidate = row.get("candidate");
        return new Proposal(
                place.get("round").asInt(),
                place.get("ordinal").asInt(),
                new ProgramDraft(
                        place.get("text").asString(),
                        ProgramOrigin.valueOf(place.get("origin").asString().toUpperCase(Locale.ROOT)),
                        place.get("varies").asList(Value::asString),
                        place.get("note").asString()),
                row.get("program").asString(),
                ProposalOutcome.valueOf(place.get("outcome").asString().toUpperCase(Locale.ROOT)),
                place.get("reason").asString(),
                candidate.isNull() || candidate.get("effect").isNull() ? null : effect(candidate));
    }

    private static MergeEffect effect(Value candidate) {
        return new MergeEffect(
                candidate.get("effect_parents").asInt(),
                candidate.get("effect_groups").asList(Value::asString),
                PackedFloats.of(candidate.get("effect").asList(Value::asDouble)),
                PackedFloats.of(candidate.get("effect_sketch").asByteArray()));
    }

    /** Of each parent the mean weight over the groups. */
    private static List<Map<String, Object>> weights(List<String> parents, MergeEffect effect) {
        return IntStream.range(0, Math.min(parents.size(), effect.parents()))
                .mapToObj(
                        parent -> Map.<String, Object>of("model", parents.get(parent), "weight", mean(effect, parent)))
                .toList();
    }

    private static double mean(MergeEffect effect, int parent) {
        return IntStream.range(0, effect.groups().size())
                .mapToDouble(group -> effect.weight(group, parent))
                .average()
                .orElse(0);
    }
}
