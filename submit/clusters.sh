# What clusters need, for submit/basin: it checks the master, sends files to a driver that starts elsewhere,
# and adds the settings of --secure. It changes spark_args and basin_args.

# ---- what Spark would refuse with a stack trace, or by waiting ---------------------------------------
case $master in
  '' | local | local\[*\] | local-cluster\[*\]) ;;
  spark://*) ;;
  yarn | k8s://?*)
    [ -z "$bundled" ] || die "--master $master needs a Spark installed for it, which this one is not; set SPARK_HOME"
    kind=yarn
    [ "$master" = yarn ] || kind=kubernetes
    ls "$SPARK_HOME/jars/spark-${kind}_2.13"-*.jar > /dev/null 2>&1 \
      || die "SPARK_HOME=$SPARK_HOME is a Spark without $kind: it has no jars/spark-${kind}_2.13-*.jar"
    hadoop=${YARN_CONF_DIR:-${HADOOP_CONF_DIR:-}}
    if [ "$master" = yarn ] && [ ! -f "$conf_dir/spark-env.sh" ]; then
      [ -n "$hadoop" ] || die "--master yarn needs the cluster's configuration; set HADOOP_CONF_DIR or YARN_CONF_DIR"
      [ -f "$hadoop/yarn-site.xml" ] || die "--master yarn finds no yarn-site.xml in $hadoop; correct HADOOP_CONF_DIR"
    fi
    ;;
  *) die "master $master is none of local, local[CORES], spark://HOST:PORT, yarn, k8s://URL" ;;
esac

# ---- a driver that starts on another machine ------------------------------------------------------
given_output() { # the value of the last --output
  found='' after=''
  for word in ${basin_args[@]+"${basin_args[@]}"}; do
    [ -z "$after" ] || found=$word
    after=''
    case $word in
      --output) after=yes ;;
      --output=*) found=${word#--output=} ;;
    esac
  done
  printf '%s' "$found"
}
send_files() { # Files among the words travel with the command, and stand in the driver's own folder there.
  sent='' i=1
  while [ $i -lt ${#basin_args[@]} ]; do
    word=${basin_args[$i]}
    if [ -f "$word" ]; then
      sent=$sent,$word
      basin_args[$i]=${word##*/}
    fi
    i=$((i + 1))
  done
  [ -n "$sent" ] || return 0
  i=0
  while [ $i -lt ${#spark_args[@]} ]; do
    if [ "${spark_args[$i]}" = --files ]; then
      spark_args[$((i + 1))]+=$sent # Spark would use the last list alone.
      return 0
    fi
    i=$((i + 1))
  done
  spark_args+=(--files "${sent#,}")
}
answers() { # host and port: whether anything does, in ten seconds; also where that cannot be found out
  command -v timeout > /dev/null || return 0
  timeout 10 bash -c ': < "/dev/tcp/$1/$2"' - "$1" "$2" 2> /dev/null
}
address() { # of the master, as HOST:PORT; nothing if there are several, or only Hadoop knows
  site=''
  case $master in
    spark://*,*) ;;
    spark://*) printf '%s' "${master#spark://}" ;;
    k8s://*)
      url=${master#k8s://}
      host=${url#*://}
      host=${host%%/*}
      case $host in
        *:*) printf '%s' "$host" ;;
        *) case $url in http://*) printf '%s:80' "$host" ;; *) printf '%s:443' "$host" ;; esac ;;
      esac
      ;;
    yarn) [ -z "${hadoop:-}" ] || site=$(tr -d ' \n' < "$hadoop/yarn-site.xml") ;;
  esac
  [ -z "$site" ] || sed -n 's,.*<name>yarn.resourcemanager.address</name><value>\([^<]*:[0-9]*\)<.*,\1,p' <<< "$site"
}
if [ "$deploy_mode" = cluster ]; then
  case $master in '' | local*) die "--deploy-mode cluster needs the --master of a cluster" ;; esac
  case $(given_output) in
    /* | *:/*) ;;
    *) die "--deploy-mode cluster starts Basin on another machine; give --output there, such as hdfs:///basin" ;;
  esac
  case $master in
    yarn) send_files ;;
    k8s://*)
      upload=$(setting 'spark\.kubernetes\.file\.upload\.path')
      case " ${spark_args[*]-}" in *' spark.kubernetes.file.upload.path='*) upload=yes ;; esac
      if [ -n "$upload" ]; then
        send_files
      else
        jar_elsewhere=local:///opt/basin/basin.jar # of the image
        for word in "${basin_args[@]:1}"; do
          case $word in
            /*) ;; # A volume may have it.
            *) [ ! -f "$word" ] || die "$word is a file of this machine; give its path in the pods, as /sweeps/$word" ;;
          esac
        done
      fi
      ;;
  esac
  where=$(address)
  [ -z "$where" ] || answers "${where%:*}" "${where##*:}" \
    || { say "cannot reach the cluster $master: nothing answers at $where"; exit 3; }
fi

# ---- authentication and encryption ----------------------------------------------------------------
if [ -n "$secure" ]; then
  case $master in
    spark://*)
      [ -n "${_SPARK_AUTH_SECRET:-}$(setting 'spark\.authenticate\.secret')" ] \
        || die "--secure needs the secret that master and workers of $master know; set _SPARK_AUTH_SECRET"
      ;;
  esac
  while read -r name value; do
    case $name in '' | \#*) ;; *) spark_args=(--conf "$name=$value" ${spark_args[@]+"${spark_args[@]}"}) ;; esac
  done < "$submit/secure.properties"
fi
