# Part of the launcher in a folder of sources: builds Basin where they changed, and links the Spark that
# Maven downloaded.
target=$root/target
jar=$target/basin.jar

sources() { (cd "$root" && find pom.xml src/main "$@"); }
digest() {
  (cd "$root" && find pom.xml src/main -type f | LC_ALL=C sort | while IFS= read -r file; do
    printf '%s\n' "$file"
    cat "$file"
  done | cksum)
}

# Prints one line for each jar. The file itself ends without a line break.
spark_jars() { { tr ':' '\n' < "$target/spark-class-path"; echo; } | grep .; }

spark_version() { spark_jars | sed -n 's|.*/spark-sql_2\.13-\([^/]*\)\.jar$|\1|p'; }

# Prints why a build is needed, or nothing if it is not. The time of a folder shows that files were
# deleted. The digest avoids a build where files were touched but not changed.
stale() {
  [ -f "$jar" ] || { printf 'not built yet'; return; }
  [ -f "$target/spark-class-path" ] || { printf 'the list of Spark jars is missing'; return; }
  changed=$(sources -newer "$jar" | tail -n 1)
  if [ -n "$changed" ] && ! { [ "$target/sources" -nt "$jar" ] \
    && [ "$(digest)" = "$(cat "$target/sources")" ]; }; then
    printf '%s changed' "$changed"
    return
  fi
  spark_jars | while IFS= read -r file; do
    [ -e "$file" ] || { printf '%s is gone' "$file"; break; }
  done
}

build() {
  command -v mvn > /dev/null || die "found no mvn; install Maven 3.8 or newer to build Basin"
  say "building ($1)"
  [ -f "$jar" ] || say "the first build lets Maven download Spark, about 300 MB"
  sum=$(digest)
  # Bare `mvn` runs the developers' gates (formatter, lint, tests); a user's build skips them.
  (cd "$root" && mvn --batch-mode --quiet -Dstyle.color=never -DskipGates -Dmaven.test.skip=true package) >&2 \
    || { say "the build failed; Maven's messages are above"; exit 1; }
  printf '%s\n' "$sum" > "$target/sources"
  touch "$target/sources"
  say "built"
}

build_what_is_stale() {
  reason=$(stale)
  [ -z "$reason" ] || build "$reason"
}
[ -z "$(stale)" ] || alone build_what_is_stale

bring_spark() {
  SPARK_HOME=$target/spark
  is_linked || alone link
}
is_linked() { cmp -s "$target/spark-class-path" "$SPARK_HOME/linked"; }
link() {
  ! is_linked || return 0
  rm -rf "$SPARK_HOME"
  mkdir -p "$SPARK_HOME/jars"
  spark_jars | while IFS= read -r file; do
    ln -s "$file" "$SPARK_HOME/jars/"
  done
  cp "$target/spark-class-path" "$SPARK_HOME/linked"
}
