# The options of spark-submit, for submit/basin: which take a value, and which values are wrong.

takes_value() {
  case $1 in
    --master | --conf | --deploy-mode | --name | --queue | --properties-file | --jars | --packages \
      | --exclude-packages | --repositories | --files | --archives | --py-files | --principal \
      | --keytab | --proxy-user | --driver-memory | --driver-cores | --driver-java-options \
      | --driver-library-path | --driver-class-path | --executor-memory | --executor-cores \
      | --num-executors | --total-executor-cores) return 0 ;;
    *) return 1 ;;
  esac
}

# Refuses in one line what Spark would refuse with its whole help or a stack trace, or would pass over.
each_stands() { # option, list, separator: files of this machine exist
  while IFS= read -r -d "$3" file; do
    file=${file%%#*} # an archive's name on the other side
    file=${file#file:}
    case $file in
      '' | *[*?{[]*) ;; # Spark expands patterns.
      [A-Za-z]*:*) ;; # hdfs:, local: and the like name files elsewhere.
      *) [ -e "$file" ] || die "$1 $file: no such file" ;;
    esac
  done <<< "$2$3"
}
check_value() {
  case $1 in
    --conf)
      case $2 in ?*=*) ;; *) die "--conf ${2%%=*} must be KEY=VALUE" ;; esac
      case $2 in
        spark.driver.memory=* | spark.executor.memory=*) check_value "${2%%=*}" "${2#*=}" ;;
        spark.submit.deployMode=*) check_value --deploy-mode "${2#*=}" ;;
      esac
      ;;
    *memory)
      [[ $2 =~ ^[0-9]+([kmgtpKMGTP][bB]?|[bB])?$ ]] || die "$1 $2 is no amount of memory; write 4g or 512m"
      ;;
    --driver-cores | --executor-cores | --num-executors | --total-executor-cores)
      [[ $2 =~ ^[0-9]+$ ]] || die "$1 $2 must be a whole number"
      ;;
    --deploy-mode)
      case $2 in client | cluster) ;; *) die "--deploy-mode $2 must be client or cluster" ;; esac
      ;;
    --properties-file) [ -r "$2" ] || die "--properties-file $2: no such file, or not readable" ;;
    --jars | --files | --archives | --keytab) each_stands "$1" "$2" , ;;
    --driver-class-path) each_stands "$1" "$2" : ;;
    --packages)
      for package in ${2//,/ }; do
        [[ $package =~ ^[^:]+:[^:]+:[^:]+$ ]] || die "--packages $package must be GROUP:ARTIFACT:VERSION"
      done
      ;;
  esac
}
