# Sourced. push_main: pushes HEAD to main; when main has moved on, puts our commit on top of it and tries again. A rule that
# forbids the push ends it at the first attempt.
# Reads GITHUB_TOKEN, GITHUB_SERVER_URL, GITHUB_REPOSITORY.
# shellcheck shell=bash

git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'

# By environment, so that the token is in no argument list and in no file.
authorization=$(printf 'x-access-token:%s' "$GITHUB_TOKEN" | base64 --wrap=0)
export GIT_CONFIG_COUNT=1
export GIT_CONFIG_KEY_0="http.$GITHUB_SERVER_URL/.extraheader"
export GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $authorization"

push_main() {
  local remote="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git" attempt answer
  for attempt in 1 2 3 4 5; do
    answer=$(LC_ALL=C git push "$remote" HEAD:main 2>&1) && return
    echo "$answer"
    case $answer in
      # A protected branch, or a ruleset of the repository or its organization.
      *GH006:* | *GH013:* | *'protected branch hook declined'*)
        echo '::error::main is protected and this workflow may not push to it; create the deploy App and let it bypass the rule, see docs/adr/0002-who-writes-to-main.md'
        return 1
        ;;
      *'Permission to '*' denied to '* | *'Write access to repository not granted'*)
        echo "::error::this workflow's token may not write to $GITHUB_REPOSITORY; give the deploy App the permission contents: write, see docs/adr/0002-who-writes-to-main.md"
        return 1
        ;;
      *'[rejected]'*)
        echo "main has moved on (attempt $attempt); rebasing"
        git fetch --quiet "$remote" main
        git rebase --quiet FETCH_HEAD
        ;;
      *) echo "the push failed (attempt $attempt); trying again" ;;
    esac
    sleep "$attempt"
  done
  echo '::error::the commit could not be pushed to main in five attempts; the lines above say why'
  return 1
}
