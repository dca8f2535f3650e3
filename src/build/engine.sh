# The embedded engine: its Java, its jars, its options, its start-up archive. Read by ./millwright and src/bench/bench,
# so that benchmarks run on the engine that users run on. Expects $home, the folder of the project.

readonly CONFIGURATION=78 DEFECT=70
target=$home/target

say() {
    echo "millwright: $*" >&2
}

# Sets $java and $java_version. The version is read from the JDK's release file: to ask java itself takes 50 ms.
find_java() {
    if [ -n "${JAVA_HOME-}" ]; then
        java=$JAVA_HOME/bin/java
    else
        java=$(command -v java || true)
    fi
    if [ -z "$java" ] || [ ! -x "$java" ]; then
        say "there is no Java at '${JAVA_HOME:-the PATH}'. Install a JDK 17 or newer, and set JAVA_HOME to its folder."
        exit "$CONFIGURATION"
    fi
    release=$(dirname "$(dirname "$(readlink -f "$java")")")/release
    java_version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$release" 2>/dev/null || true)
    if [ -z "$java_version" ]; then
        java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    fi
    major=${java_version%%[!0-9]*}
    if [ "${major:-0}" -lt 17 ]; then
        say "Java 17 or newer is needed, but $java is version ${java_version:-unknown}. Set JAVA_HOME to a newer JDK."
        exit "$CONFIGURATION"
    fi
}

# Builds where nothing is built, where a source is newer than the build, or where a jar has gone. Sets $class_path.
build_if_needed() {
    if ! is_built || [ -n "$(changed_source)" ]; then
        build
    fi
    # The own jar comes last: the start-up archive covers the jars before it and outlives a rebuild.
    class_path=$(cat "$target/engine.classpath"):$target/millwright.jar
}

is_built() {
    [ -f "$target/build.stamp" ] && [ -f "$target/millwright.jar" ] && [ -f "$target/engine.classpath" ] || return 1
    IFS=:
    for jar in $(cat "$target/engine.classpath"); do
        [ -f "$jar" ] || { unset IFS; return 1; }
    done
    unset IFS
}

changed_source() {
    find "$home/pom.xml" "$home/data-schemas" "$home/src/main" \
        -newer "$target/build.stamp" -print | head -n 1
}

build() {
    say "building (some minutes the first time, when Maven fetches the libraries) ..."
    mkdir -p "$target"
    : >"$target/build.started"
    if ! (cd "$home" && JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$java")")") \
            ./mvnw -B -q -ntp -Dmaven.test.skip -Dspark-jar.skip -Dcyclonedx.skip package) >"$target/build.log" 2>&1 </dev/null; then
        tail -n 40 "$target/build.log" >&2
        say "the build failed; the whole log is $target/build.log"
        exit "$DEFECT"
    fi
    # A source that changed during the build is newer than this.
    mv "$target/build.started" "$target/build.stamp"
    find "$target" -name 'engine-*.jsa' -size 0 -exec rm {} +
}

# Options of the Java machine: what Spark's own scripts open, and what suits small data on few cores.
engine_options="
    --add-opens=java.base/java.lang=ALL-UNNAMED
    --add-opens=java.base/java.lang.invoke=ALL-UNNAMED
    --add-opens=java.base/java.lang.reflect=ALL-UNNAMED
    --add-opens=java.base/java.io=ALL-UNNAMED
    --add-opens=java.base/java.net=ALL-UNNAMED
    --add-opens=java.base/java.nio=ALL-UNNAMED
    --add-opens=java.base/java.util=ALL-UNNAMED
    --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
    --add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED
    --add-opens=java.base/jdk.internal.ref=ALL-UNNAMED
    --add-opens=java.base/sun.nio.ch=ALL-UNNAMED
    --add-opens=java.base/sun.nio.cs=ALL-UNNAMED
    --add-opens=java.base/sun.security.action=ALL-UNNAMED
    --add-opens=java.base/sun.util.calendar=ALL-UNNAMED
    --add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED
    -Dio.netty.tryReflectionSetAccessible=true
    -Dlog4j2.configurationFile=embedded-log4j2.properties
    -Dfile.encoding=UTF-8
    -Djava.awt.headless=true
    -Djdk.console=java.base
    -XX:+UseSerialGC
    -XX:TieredStopAtLevel=1
    -XX:ReservedCodeCacheSize=240m
    -XX:-DontCompileHugeMethods
    -Xmx${MILLWRIGHT_HEAP:-2g}
"

# Makes the archive of loaded classes (AppCDS) that shortens every start, and sets $archive. It is named after the jars
# and the Java it fits. Where it cannot be made an empty file stands, until the next build, and $archive is empty.
make_archive_if_needed() {
    key=$(printf '%s' "$java_version $class_path" | cksum | cut -d ' ' -f 1)
    archive=
    if [ ! -e "$target/engine-$key.jsa" ]; then
        say "making the start-up archive (once) ..."
        make_archive "$target/making-$$.jsa" >"$target/archive.log" 2>&1 </dev/null || : >"$target/making-$$.jsa"
        mv -f "$target/making-$$.jsa" "$target/engine-$key.jsa"
    fi
    if [ -s "$target/engine-$key.jsa" ]; then
        archive=$target/engine-$key.jsa
    fi
}

# A run, a query and an index, in a folder that is thrown away, show which classes are needed; the run uses what a large one does.
# It is a shell of its own, which ends and cleans up.
make_archive() (
    archive=
    training=$(mktemp -d "${TMPDIR:-/tmp}/millwright-XXXXXX")
    trap 'rm -rf "$training"' EXIT
    lesson() {
        command=$1
        MILLWRIGHT_JAVA_OPTS="-XX:DumpLoadedClassList=$training/$command.classes -Dspark.millwright.smallRun=0" \
            engine "$class_path" org.millwright.cli.Millwright "$@"
    }
    (lesson demo --size small --output "$training/landing") &&
        (lesson run --landing "$training/landing" --lake "$training/lake") &&
        (lesson query --lake "$training/lake" "SELECT 1") &&
        (lesson status --lake "$training/lake") &&
        printf 'unit,a,b\nu,1,7\nv,2,\nw,4,1\n' >"$training/units.csv" &&
        printf '%s\n' 'id: lesson' 'version: 1' 'unit: unit' 'impute: mean' 'treat: {then: log}' 'tree:' '  id: top' '  children:' \
            '    - {indicator: a, weight: 1}' '    - {indicator: b, weight: 1}' \
            'robustness: {replicates: 2, vary: {weights: {noise: 0.1}}}' >"$training/lesson.yaml" &&
        (lesson index --data "$training/units.csv" --definition "$training/lesson.yaml" --robustness \
            --output "$training/scores.csv" --stages "$training/stages") &&
        (lesson --help) &&
        cat "$training"/*.classes >"$training/all" &&
        "$java" -Xshare:dump -Xlog:disable -cp "${class_path%:*}" \
            -XX:SharedClassListFile="$training/all" -XX:SharedArchiveFile="$1"
)

# Becomes the engine: engine CLASS_PATH MAIN_CLASS [ARGUMENT...]
engine() {
    engine_classes=$1
    shift
    # shellcheck disable=SC2086 # options are several words
    exec "$java" $engine_options \
        ${archive:+"-XX:SharedArchiveFile=$archive" -Xshare:auto "-Xlog:cds*=off"} \
        "-Dmillwright.demonstration=$target/demonstration" \
        ${MILLWRIGHT_JAVA_OPTS-} -cp "$engine_classes" "$@"
}
