// Items that one import brought
//
// Deletes those behind the last one that any outcomes reach, and of all others says that nobody brought them: they keep
// their position.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => -1
//
// Returns  removed - one row
MATCH (item:Item)<-[has:HAS_ITEM]-(benchmark:Benchmark)
WHERE item.recorded_in IN [0, $number]
WITH benchmark, collect({item: item, position: has.position}) AS items
WITH benchmark, items,
     reduce(most = 0, size IN COLLECT {
       MATCH (benchmark)<-[evaluation:EVALUATED_ON]-()
       RETURN coalesce(max(size(evaluation.outcomes)), 0) AS size
       UNION ALL
       MATCH (before:Before {kind: 'score', object: benchmark.id})
       RETURN coalesce(max(size(before.outcomes)), 0) AS size
       UNION ALL
       MATCH (benchmark)-[has:HAS_ITEM]->(other:Item)
       WHERE other.recorded_in IS NULL OR NOT other.recorded_in IN [0, $number]
       RETURN coalesce(max(has.position) + 1, 0) AS size
     } | CASE WHEN size > most THEN size ELSE most END) AS reach
UNWIND items AS each
WITH each.item AS item, each.position >= reach AS behind
FOREACH (kept IN CASE WHEN behind THEN [] ELSE [item] END | SET kept.recorded_in = 0)
FOREACH (gone IN CASE WHEN behind THEN [item] ELSE [] END | DETACH DELETE gone)
RETURN count(CASE WHEN behind THEN 1 END) AS removed;
