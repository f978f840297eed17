// Students and teachers
//
// Distilled models beside what they learned from: how much of the teacher's score does the student keep?
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'MATH-500'
//   :param limit => 25
//
// Returns  student, teacher, studentScore, teacherScore, kept, path - who kept most first
MATCH path = (student:Model)-[:DERIVED_FROM {relation: 'distill'}]->(teacher:Model)
MATCH (student)-[own:EVALUATED_ON]->(benchmark:Benchmark {id: $benchmarkId})
MATCH (teacher)-[taught:EVALUATED_ON]->(benchmark)
WHERE taught.score > 0
RETURN
  student.id AS student, teacher.id AS teacher, own.score AS studentScore, taught.score AS teacherScore,
  round(own.score / taught.score, 4) AS kept, path
ORDER BY kept DESC, student, teacher
LIMIT $limit;
