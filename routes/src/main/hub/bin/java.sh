# Finds Java 17 or newer for the scripts beside this file: sets java and java_version. Needs the function fail.

if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no $java"
else
    java=$(command -v java) || fail "no java found: install Java 17 or newer, or set JAVA_HOME"
fi
java_version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.vm\.version = //p')
case $java_version in
    1.* | 9* | 1[0-6].* | 1[0-6]+*) fail "$java is Java $java_version; Java 17 or newer is needed" ;;
    '') fail "$java does not tell its version" ;;
esac
