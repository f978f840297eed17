// Students and teachers
//
// Distilled models beside what they learned from: how much of the teacher's score does the student keep?
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param benchmarkId => null
// Default  benchmarkId: the benchmark that has most to show
//
// Returns  student, teacher, studentScore, teacherScore, kept, path - who kept most first
WITH {benchmarkId: null} AS chosen
MATCH (benchmark:Benchmark)
WHERE chosen.benchmarkId IS NULL OR benchmark.id = chosen.benchmarkId
WITH chosen, benchmark
ORDER BY COUNT { (benchmark)<-[:EVALUATED_ON]-(:Model)-[:DERIVED_FROM {relation: 'distill'}]->(:Model)-[:EVALUATED_ON]->(benchmark) } DESC, benchmark.id
LIMIT 1
MATCH path = (student:Model)-[:DERIVED_FROM {relation: 'distill'}]->(teacher:Model)
MATCH (student)-[own:EVALUATED_ON]->(benchmark)
MATCH (teacher)-[taught:EVALUATED_ON]->(benchmark)
WHERE taught.score > 0
RETURN
  student.id AS student, teacher.id AS teacher, own.score AS studentScore, taught.score AS teacherScore,
  round(own.score / taught.score, 4) AS kept, path
ORDER BY kept DESC, student, teacher
LIMIT 25;
