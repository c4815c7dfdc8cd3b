package org.basin.engine.query;

import java.nio.file.Path;
import java.util.List;
import org.basin.testing.SparkSyntax;

/**
 * Queries over the tables of a sweep: those that an untrusted user may make, and those that are
 * refused.
 */
public final class Queries {

  private Queries() {}

  /**
   * Statements that reach for more than the tables. If they were allowed, each would be a claim
   * with a column {@code holds}.
   *
   * @param secret a file with one line that none of them may read
   * @param canary a path that does not exist, and must not exist after any of them
   */
  public static List<String> hostile(Path secret, Path canary) {
    return List.of(
            // Programs.
            "SELECT x = x AS holds FROM (SELECT TRANSFORM(1) USING 'touch %2$s; id' AS (x string))",
            "SELECT true AS holds FROM (FROM trials MAP seed USING 'touch %2$s' AS (x string))",
            "SELECT true AS holds FROM (FROM trials REDUCE seed USING 'touch %2$s' AS (x string))",
            "WITH t AS (SELECT TRANSFORM(seed) USING 'touch %2$s' AS (x) FROM trials)"
                + " SELECT true AS holds FROM t",
            // Files.
            "SELECT value = value AS holds FROM text.`%1$s`",
            "SELECT true AS holds FROM csv.`%1$s`",
            "SELECT true AS holds FROM CsV.`file:%1$s`",
            "SELECT true AS holds FROM json.`%1$s`",
            "SELECT true AS holds FROM binaryFile.`%1$s`",
            "SELECT true AS holds FROM parquet.`%1$s`",
            "SELECT true AS holds FROM orc.`%1$s`",
            "SELECT true AS holds FROM `org.apache.spark.sql.execution.datasources.text`.`%1$s`",
            "SELECT true AS holds FROM /* a comment */ text . `%1$s` -- and another",
            "SELECT /*+ BROADCAST(t) */ true AS holds FROM text.`%1$s` t",
            "WITH f AS (SELECT * FROM text.`%1$s`) SELECT true AS holds FROM f",
            "SELECT (SELECT max(value) FROM text.`%1$s`) IS NOT NULL AS holds",
            "SELECT EXISTS (SELECT * FROM text.`%1$s`) AS holds",
            "SELECT true AS holds FROM trials WHERE verdict IN (SELECT value FROM text.`%1$s`)",
            "SELECT true AS holds FROM trials t, LATERAL (SELECT * FROM text.`%1$s`)",
            "SELECT true AS holds FROM trials UNION ALL SELECT true FROM text.`%1$s`",
            "TABLE text.`%1$s`",
            "FROM text.`%1$s` SELECT true AS holds",
            "SELECT true AS holds FROM IDENTIFIER('text.`%1$s`')",
            "SELECT true AS holds FROM IDENTIFIER('te' || 'xt.`%1$s`')",
            "SELECT true AS holds FROM trials TIMESTAMP AS OF (SELECT max(value) FROM text.`%1$s`)",
            "SELECT true AS holds FROM trials VERSION AS OF 1",
            "SELECT true AS holds FROM STREAM trials",
            "SELECT true AS holds FROM trials WITH ('path' = '%1$s')",
            "SELECT true AS holds FROM read_files('%1$s')",
            // Java.
            "SELECT reflect('java.lang.Runtime', 'getRuntime') IS NOT NULL AS holds",
            "SELECT java_method('java.lang.System', 'getProperty', 'user.home') <> '' AS holds",
            "SELECT try_reflect('java.lang.System', 'getenv', 'HOME') <> '' AS holds",
            "SELECT ReFlEcT('java.lang.System', 'exit', 3) IS NULL AS holds",
            "SELECT `reflect`('java.lang.System', 'exit', 3) IS NULL AS holds",
            "SELECT system.builtin.reflect('java.lang.System', 'exit', 3) IS NULL AS holds",
            "SELECT builtin.java_method('java.lang.System', 'exit', 3) IS NULL AS holds",
            "SELECT IDENTIFIER('reflect')('java.lang.System', 'exit', 3) IS NULL AS holds",
            "SELECT x <> '' AS holds FROM VALUES (java_method('java.lang.System', 'exit', 3)) AS t(x)",
            "SELECT true AS holds FROM trials LIMIT length(reflect('java.lang.System', 'exit', 3))",
            "SELECT sum(seed) OVER w > 0 AS holds FROM trials"
                + " WINDOW w AS (ORDER BY reflect('java.lang.System', 'exit', 3))",
            "SELECT transform(array(3), x -> reflect('java.lang.System', 'exit', x)) IS NULL AS holds",
            // Commands.
            "INSERT OVERWRITE DIRECTORY '%2$s' USING csv SELECT 1",
            "INSERT OVERWRITE LOCAL DIRECTORY '%2$s' STORED AS TEXTFILE SELECT 1",
            "WITH t AS (SELECT 1) INSERT OVERWRITE DIRECTORY '%2$s' USING csv SELECT * FROM t",
            "FROM trials INSERT OVERWRITE DIRECTORY '%2$s' USING csv SELECT seed",
            "INSERT INTO trials SELECT * FROM trials",
            "INSERT OVERWRITE trials SELECT * FROM trials WHERE false",
            "FROM trials INSERT INTO trials SELECT *",
            "CREATE TABLE canary USING csv LOCATION '%2$s' AS SELECT 1 AS holds",
            "CREATE TABLE canary (x INT) USING parquet LOCATION '%2$s'",
            "CREATE DATABASE canary LOCATION '%2$s'",
            "CREATE VIEW canary AS SELECT true AS holds",
            "CREATE OR REPLACE TEMPORARY VIEW trials AS SELECT 1",
            "CREATE TEMPORARY VIEW canary USING text OPTIONS (path '%1$s')",
            "CREATE FUNCTION canary AS 'java.lang.Runtime' USING JAR '%1$s'",
            "CREATE TEMPORARY FUNCTION canary() RETURNS INT RETURN 1",
            "DROP VIEW trials",
            "DELETE FROM trials",
            "UPDATE trials SET seed = 1",
            "MERGE INTO trials USING trials s ON false WHEN NOT MATCHED THEN INSERT *",
            "TRUNCATE TABLE trials",
            "LOAD DATA INPATH '%1$s' INTO TABLE trials",
            "ALTER TABLE trials ADD COLUMNS (x INT)",
            "SET spark.sql.ansi.enabled = false",
            "SET",
            "RESET",
            "ADD JAR '%1$s'",
            "ADD FILE '%1$s'",
            "LIST FILES",
            "CACHE TABLE canary AS SELECT 1",
            "UNCACHE TABLE trials",
            "REFRESH TABLE trials",
            "REFRESH '%1$s'",
            "ANALYZE TABLE trials COMPUTE STATISTICS",
            "USE DATABASE default",
            "CALL system.canary()",
            "DECLARE VARIABLE x INT DEFAULT 1",
            "SET VARIABLE x = 1",
            "DESCRIBE trials",
            "DESCRIBE QUERY SELECT 1",
            "SHOW TABLES",
            "SHOW FUNCTIONS",
            "EXPLAIN SELECT true AS holds",
            "EXECUTE IMMEDIATE 'INSERT OVERWRITE DIRECTORY \"%2$s\" USING csv SELECT 1'",
            "EXECUTE IMMEDIATE 'SELECT true AS holds'",
            "BEGIN INSERT OVERWRITE DIRECTORY '%2$s' USING csv SELECT 1; END",
            "BEGIN SELECT true AS holds; END",
            "BEGIN DECLARE x INT DEFAULT 1; SELECT x = 1 AS holds; END",
            "SELECT true AS holds; DROP VIEW trials",
            // Parts of the session, the machine and Spark.
            "SELECT input_file_name() <> '' AS holds FROM trials",
            "SELECT _metadata.file_path <> '' AS holds FROM trials",
            "SELECT '${env:HOME}' = '' AS holds FROM ${system:user.home}",
            "SELECT current_database() = 'default' AS holds",
            "SELECT version() <> '' AS holds",
            "SELECT true AS holds FROM python_worker_logs()",
            "SELECT true AS holds FROM sql_keywords()",
            "SELECT true AS holds FROM system.session.trials",
            "SELECT true AS holds FROM global_temp.trials",
            "SELECT true AS holds FROM spark_catalog.default.trials",
            "SELECT :x AS holds",
            "SELECT ? AS holds",
            "SELECT xpath_boolean('<a/>', 'a') AS holds",
            "SELECT from_protobuf(x'00', 'm', '%1$s') IS NULL AS holds",
            "SELECT verdict:a = 1 AS holds FROM trials",
            "WITH RECURSIVE r(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r) SELECT n > 0 AS holds FROM r")
        .stream()
        .map(text -> text.replace("%1$s", secret.toString()).replace("%2$s", canary.toString()))
        .toList();
  }

  /**
   * Harmless queries that are not allowed in claims, because their result depends on more than the
   * tables.
   */
  public static final List<String> UNREPEATABLE =
      SparkSyntax.known(
          List.of(
              "SELECT rand() > 0.5 AS holds",
              "SELECT rand(3) > 0.5 AS holds FROM trials",
              "SELECT randn() > 0.5 AS holds",
              "SELECT uniform(0, 10) > 5 AS holds",
              "SELECT randstr(3) = 'abc' AS holds",
              "SELECT shuffle(array(1, 2))[0] = 1 AS holds",
              "SELECT sum(seed) > rand() AS holds FROM trials",
              "SELECT true AS holds FROM trials ORDER BY rand()",
              "SELECT true AS holds FROM trials WHERE rand() < 0.5",
              "SELECT (SELECT rand()) > 0.5 AS holds",
              "WITH t AS (SELECT rand() AS x) SELECT x > 0.5 AS holds FROM t",
              "SELECT now() > TIMESTAMP '2020-01-01' AS holds",
              "SELECT current_timestamp > TIMESTAMP '2020-01-01' AS holds",
              "SELECT CURRENT_DATE = DATE '2020-01-01' AS holds",
              "SELECT curdate() = DATE '2020-01-01' AS holds",
              "SELECT localtimestamp() IS NULL AS holds",
              "SELECT current_time() IS NULL AS holds",
              "SELECT unix_timestamp() > 0 AS holds",
              "SELECT current_timezone() = 'UTC' AS holds",
              "SELECT current_user = 'root' AS holds",
              "SELECT DATE 'today' > DATE '2020-01-01' AS holds",
              "SELECT TIMESTAMP ' Now ' > TIMESTAMP '2020-01-01' AS holds",
              "SELECT CAST('tomorrow UTC' AS DATE) > DATE '2020-01-01' AS holds",
              "SELECT CAST(concat('to', 'day') AS DATE) > DATE '2020-01-01' AS holds",
              "SELECT to_date('yesterday') > DATE '2020-01-01' AS holds",
              "SELECT true AS holds FROM trials TABLESAMPLE (50 PERCENT)"));

  /** Typical queries of claims and questions. Each is a claim. */
  public static final List<String> FRIENDLY =
      SparkSyntax.known(
          List.of(
              "SELECT true AS holds",
              "VALUES (true)",
              "SELECT * FROM VALUES (true, 1), (false, 2) AS t(holds, n)",
              "SELECT count(*) > 0 AS holds FROM trials",
              "SELECT count(*) > 0 AS holds FROM TRIALS t WHERE T.Verdict = 'converged'",
              "SELECT decay_rate AS reading, bool_and(verdict = 'converged') AS holds,"
                  + " avg(seed) AS effect, mean_low(avg(seed), stddev(seed), count(*)) AS low,"
                  + " wilson_high(count_if(verdict = 'converged'), count(*)) AS high, count(*) AS n"
                  + " FROM trials GROUP BY 1 HAVING count(*) > 0 ORDER BY 1 DESC LIMIT 5",
              "SELECT avg(seed) FILTER (WHERE verdict = 'converged') >= 0 AS holds FROM trials",
              "SELECT percentile_approx(steps, 0.5) > 0 AS holds, percentile(steps, 0.9) AS effect,"
                  + " median(steps) AS low FROM trials",
              "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY steps) > 0 AS holds FROM trials",
              "SELECT max_by(verdict, seed) = 'converged' AS holds, corr(seed, index) AS effect,"
                  + " regr_slope(seed, index) AS low FROM trials",
              "SELECT any_value(verdict) = first(verdict) AS holds FROM trials GROUP BY trial_id",
              "WITH best AS (SELECT decay_rate, min(final_loss) AS x FROM trials GROUP BY ALL),"
                  + " worst AS (SELECT max(x) AS x FROM best)"
                  + " SELECT b.x <= w.x AS holds FROM best b CROSS JOIN worst w",
              "WITH trials AS (SELECT 1 AS x) SELECT x = 1 AS holds FROM trials",
              "SELECT bool_and(t.steps >= o.step) AS holds FROM trials t"
                  + " JOIN observations o USING (trial_id) LEFT JOIN hitting_times h USING (trial_id)",
              "SELECT final_loss <= lag(final_loss, 1, 1e300) OVER w AS holds FROM trials"
                  + " WINDOW w AS (PARTITION BY decay_rate ORDER BY final_loss DESC)",
              "SELECT row_number() OVER (ORDER BY seed) > 0 AS holds, ntile(2) OVER (ORDER BY seed) AS n"
                  + " FROM trials",
              "SELECT seed >= 0 AS holds FROM trials"
                  + " QUALIFY rank() OVER (PARTITION BY decay_rate ORDER BY seed) = 1",
              "SELECT x > 0 AS holds FROM (SELECT explode(array(1, 2)) AS x)",
              "SELECT x > 0 AS holds FROM trials LATERAL VIEW explode(sequence(1, 2)) e AS x",
              "SELECT id >= 0 AS holds FROM range(3)",
              "SELECT t.seed = l.s AS holds FROM trials t, LATERAL (SELECT t.seed AS s) l",
              "SELECT EXISTS (SELECT * FROM points p WHERE p.point_id = t.point_id) AS holds"
                  + " FROM trials t WHERE seed IN (SELECT max(seed) FROM trials)",
              "SELECT max(final_loss) = (SELECT max(final_loss) FROM trials) AS holds FROM trials",
              "SELECT decay_rate AS reading, true AS holds FROM trials"
                  + " GROUP BY ROLLUP (decay_rate, seed)",
              "SELECT a > 0 AS holds FROM (SELECT verdict, seed FROM trials)"
                  + " PIVOT (count(seed) AS a FOR verdict IN ('converged' AS a))",
              "SELECT value >= 0 AS holds FROM (SELECT seed, steps FROM trials)"
                  + " UNPIVOT (value FOR name IN (seed, steps))",
              "SELECT true AS holds FROM trials UNION SELECT false FROM points"
                  + " EXCEPT SELECT false INTERSECT SELECT false",
              "SELECT get_json_object('{\"a\": 1}', '$.a') = '1' AS holds,"
                  + " from_json('{\"a\": 1}', 'a INT').a AS effect",
              "SELECT to_json(struct(seed)) LIKE '{%' AS holds FROM trials",
              "SELECT aggregate(transform(array(1, 2), x -> x * 2), 0, (a, x) -> a + x) = 6 AS holds",
              "SELECT sort_array(collect_list(seed))[0] = 0 AS holds, size(collect_set(seed)) AS n"
                  + " FROM trials",
              "SELECT CASE WHEN seed > 0 THEN true WHEN seed = 0 THEN NULL ELSE false END AS holds"
                  + " FROM trials",
              "SELECT regexp_like(verdict, '^c') AS holds, ln(seed + 1) AS effect,"
                  + " round(sqrt(seed), 2) AS low, coalesce(NULL, seed) AS n,"
                  + " concat_ws(' ', 'rate', decay_rate) AS reading FROM trials",
              "SELECT int(verdict = 'converged') BETWEEN 0 AND 1 AS holds,"
                  + " CAST(seed AS DOUBLE) / 2 AS effect, seed :: INT % 2 AS n FROM trials",
              "SELECT date_diff(DATE '2020-01-02', DATE '2020-01-01') = 1 AS holds",
              "SELECT end >= start AS holds, extract(YEAR FROM start) AS n FROM sweeps",
              "SELECT count(*) = 0 AS holds FROM selections",
              "SELECT iqm(final_loss) > 0 AS holds, bca_low(final_loss) AS low,"
                  + " bca_high(final_loss, 'median') AS high FROM trials GROUP BY decay_rate",
              "SELECT slope_low(ln(value), step) < 0 AS holds, slope(ln(value), step) AS effect,"
                  + " slope_high(ln(value), step) AS high FROM observations WHERE component IS NULL"
                  + " GROUP BY trial_id HAVING iqm(step) FILTER (WHERE step > 2) > 0",
              "SELECT km_quantile(coalesce(step, censor_step), censored, 0.5) > 0 AS holds,"
                  + " logrank_p(coalesce(step, censor_step), censored, point_id) AS effect"
                  + " FROM hitting_times",
              "SELECT iqm(seed) OVER (PARTITION BY decay_rate) >= 0 AS holds FROM trials"));
}
