#!/usr/bin/env bash
# Connects to a node by SSH and gives the later steps a kubectl that runs there, on a copy of the manifests.
# Reads SSH_HOST, SSH_USER, SSH_KNOWN_HOSTS, SSH_PRIVATE_KEY, ENVIRONMENT, TIER.
set -euo pipefail

if [[ -z ${SSH_PRIVATE_KEY:-} ]]; then
  echo "::error::the environment $ENVIRONMENT has no secret SSH_PRIVATE_KEY; docs/runbook.md says how to make one."
  exit 1
fi
umask 077
here=$RUNNER_TEMP/node
mkdir -p "$here/bin"
printf '%s\n' "$SSH_KNOWN_HOSTS" > "$here/known_hosts"
printf '%s\n' "$SSH_PRIVATE_KEY" > "$here/key"
# No other host key than the known one, no other key of ours, nothing asked; one connection for all commands.
cat > "$here/config" << CONFIG
Host node
  HostName $SSH_HOST
  User $SSH_USER
  IdentityFile $here/key
  IdentitiesOnly yes
  UserKnownHostsFile $here/known_hosts
  StrictHostKeyChecking yes
  BatchMode yes
  ConnectTimeout 20
  ServerAliveInterval 15
  ControlMaster auto
  ControlPath $here/socket
  ControlPersist 15m
CONFIG

cat > "$here/bin/kubectl" << 'KUBECTL'
#!/usr/bin/env bash
# Sends the manifests as they are now, then runs kubectl beside them.
set -euo pipefail
config=$(dirname "$0")/../config
folder=deployments/$GITHUB_REPOSITORY/$ENVIRONMENT-$TIER
tar --create --file - "deploy/$ENVIRONMENT" |
  ssh -F "$config" node "mkdir -p '$folder' && tar --extract --file - --directory '$folder'"
exec ssh -F "$config" node "cd '$folder' && kubectl $(printf '%q ' "$@")"
KUBECTL
chmod +x "$here/bin/kubectl"
echo "$here/bin" >> "$GITHUB_PATH"
ssh -F "$here/config" node kubectl version --client
