# Sourced. push_main: pushes HEAD to main; when others were faster, puts our commit on top of theirs and tries again.
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
  local remote="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git" attempt
  for attempt in 1 2 3 4 5; do
    git push --quiet "$remote" HEAD:main && return
    echo "main has moved on (attempt $attempt); rebasing"
    git fetch --quiet "$remote" main
    git rebase --quiet FETCH_HEAD
    sleep "$attempt"
  done
  echo '::error::the commit could not be pushed to main; is the branch protected against github-actions[bot]?'
  return 1
}
