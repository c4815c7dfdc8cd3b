# Part of the launcher in an installed archive, which has the jar and no sources: fetches Spark's jars, each
# with its checksum, where SPARK_HOME names no installed Spark.
#
#   BASIN_CACHE        the folder for what is fetched and made (default: basin in XDG_CACHE_HOME or ~/.cache;
#                      without a home, the folder cache of the archive)
#   BASIN_REPOSITORY   where Maven's repository is: https://, http:// or a folder (default: Maven Central)
jar=$root/lib/basin.jar
caches=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
target=${BASIN_CACHE:-${caches:+$caches/basin}}
target=${target:-$root/cache}
case $target in
  *:*) die "the folder for Spark, $target, has a colon, which ends a name on Java's class path; set BASIN_CACHE" ;;
  /*) ;;
  *) target=$PWD/$target ;;
esac

spark_version() { sed -n 's|.*/spark-sql_2\.13-\([^/]*\)\.jar$|\1|p' "$root/lib/spark-jars"; }

bring_spark() {
  # Archives that list the same jars share them.
  SPARK_HOME=$target/spark-$(cksum < "$root/lib/spark-jars" | tr ' ' '-')
  is_fetched || alone fetch
}
is_fetched() { cmp -s "$root/lib/spark-jars" "$SPARK_HOME/fetched"; }
fetch() {
  ! is_fetched || return 0
  mkdir -p "$SPARK_HOME/jars" || die "cannot make the folder $SPARK_HOME/jars; set BASIN_CACHE or SPARK_HOME"
  rm -f "$SPARK_HOME"/jars/*.part # Of a fetch that was ended.
  "$java" -Xmx256m -cp "$jar" org.basin.cli.fetch.SparkFetch "$root/lib/spark-jars" "$SPARK_HOME/jars" \
    "${BASIN_REPOSITORY:-$(cat "$root/lib/spark-repository")}" \
    || { status=$?; say "or set SPARK_HOME to an installed Spark, or BASIN_REPOSITORY to a mirror"; exit $status; }
  cp "$root/lib/spark-jars" "$SPARK_HOME/fetched.$$"
  mv "$SPARK_HOME/fetched.$$" "$SPARK_HOME/fetched"
}
