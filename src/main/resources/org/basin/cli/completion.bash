# Completion of basin's command line in bash, and in zsh with bashcompinit.

# The names of the sweeps in the folder $1.
_basin_sweeps() {
  local folder
  for folder in "$1"/*/; do
    [[ -d $folder ]] || continue
    folder=${folder%/}
    printf '%s\n' "${folder##*/}"
  done
}

# The names of the figures that the sweep file $1 declares.
_basin_figures() {
  [[ -f $1 ]] || return 0
  awk '
    !inside && /^ *figures *=? *\[/ { inside = 1; depth = 0 }
    inside {
      line = $0
      if (match(line, /name *= *"?[A-Za-z0-9_-]+/)) {
        name = substr(line, RSTART, RLENGTH)
        sub(/name *= *"?/, "", name)
        print name
      }
      depth += gsub(/\[/, "", line) - gsub(/\]/, "", line)
      if (depth <= 0) inside = 0
    }' "$1"
}

_basin() {
  local word=${COMP_WORDS[COMP_CWORD]} verb='' takes='' output='@OUTPUT@' text named i
  local places=()
  COMPREPLY=()
  [[ $word == '=' ]] && word=''
  for ((i = 1; i < COMP_CWORD; i++)); do
    text=${COMP_WORDS[i]}
    if [[ $text == -* ]]; then
      named=$(_basin_takes "$verb" "$text")
      if [[ $named != nothing ]]; then
        # Bash makes three words of --option=value, and of a value that has an equals sign.
        ((i++))
        [[ $i -lt $COMP_CWORD && ${COMP_WORDS[i]} == '=' ]] && ((i++))
        [[ $text == --output && $i -lt $COMP_CWORD ]] && output=${COMP_WORDS[i]}
        while [[ $((i + 1)) -lt $COMP_CWORD && ${COMP_WORDS[i + 1]} == [=:] ]]; do ((i += 2)); done
        ((i >= COMP_CWORD)) && takes=$named
      fi
    elif [[ -n $verb ]]; then
      places+=("$text")
    elif [[ " @VERBS@ " == *" $text "* ]]; then
      verb=$text
    fi
  done
  if [[ -z $takes && $word == -* ]]; then
    takes="words $(_basin_takes "$verb" options)"
  elif [[ -z $takes && -z $verb ]]; then
    takes='words @VERBS@'
  elif [[ -z $takes ]]; then
    takes=$(_basin_takes "$verb" "${#places[@]}")
  fi

  local IFS=$' \t\n'
  case $takes in
    'words '*) COMPREPLY=($(compgen -W "${takes#words }" -- "$word")) ;;
    figures) COMPREPLY=($(compgen -W "$(_basin_figures "${places[0]:-}")" -- "$word")) ;;
    sweeps) COMPREPLY=($(compgen -W "$(_basin_sweeps "$output")" -- "$word")) ;;
    folders | files | sweep-files | any-sweeps)
      # Readline quotes what it inserts; what was typed may be quoted already.
      word=${word#[\"\']}
      word=${word//\\/}
      type compopt > /dev/null 2>&1 && compopt -o filenames
      IFS=$'\n'
      case $takes in
        folders) COMPREPLY=($(compgen -d -- "$word")) ;;
        files) COMPREPLY=($(compgen -f -- "$word")) ;;
        sweep-files) COMPREPLY=($(compgen -f -X '!*.conf' -- "$word"; compgen -d -- "$word")) ;;
        any-sweeps)
          COMPREPLY=($(
            compgen -W "$(_basin_sweeps "$output")" -- "$word"
            compgen -f -X '!*.conf' -- "$word"
            compgen -d -- "$word"
          ))
          ;;
      esac
      ;;
  esac
}

# What follows the verb $1 at the option or place $2: nothing after a flag, anything where it is unknown.
_basin_takes() {
  case "$1 $2" in
@TAKES@
    *) echo anything ;;
  esac
}

complete -F _basin basin
