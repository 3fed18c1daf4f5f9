//! Credentials: from the environment, from a command, or from a `.netrc` file; never from an argument.

use std::path::PathBuf;
use std::process::Command;

use secrecy::{ExposeSecret, SecretString};

/// Places to look for a credential.
#[derive(Clone, Debug, Default)]
pub struct CredentialSource {
    /// A command of a shell that prints the secret, such as `pass show jira`. It goes before the others.
    pub token_command: Option<String>,
    /// The file to read instead of the one that `NETRC` names, or `~/.netrc`.
    pub netrc_file: Option<PathBuf>,
}

/// A secret with the name of its user, if it has one.
#[derive(Clone, Debug)]
pub struct Credential {
    /// The user, as `JIRA_EMAIL` or a line of `.netrc` has it.
    pub user: Option<String>,
    /// The secret.
    pub secret: SecretString,
    /// The place that it comes from: a variable's name, `--token-command` or a file.
    pub origin: String,
}

/// A credential that is missing or can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CredentialError {
    /// There is none.
    #[error("no credential for {host}: set {variables}, give --token-command, or add the host to .netrc")]
    Missing {
        /// The host that needs it.
        host: String,
        /// Names of variables, with " or " between.
        variables: String,
    },
    /// The command failed or printed nothing.
    #[error("--token-command: {0}")]
    Command(String),
    /// The file can't be read.
    #[error("{file}: {reason}")]
    Netrc {
        /// The file.
        file: String,
        /// The reason.
        reason: String,
    },
}

impl CredentialSource {
    /// Finds the secret for a host: the output of the command, else the first variable that is set, else the host's entry
    /// in `.netrc`.
    ///
    /// # Errors
    /// There is none, the command fails, or the file can't be read.
    pub fn find(&self, host: &str, variables: &[&str]) -> Result<Credential, CredentialError> {
        if let Some(command) = &self.token_command {
            let secret = run_token_command(command)?;
            return Ok(Credential { user: None, secret, origin: "--token-command".to_owned() });
        }
        for &name in variables {
            if let Some(secret) = variable(name) {
                return Ok(Credential { user: None, secret, origin: name.to_owned() });
            }
        }
        self.netrc_entry(host)?.ok_or_else(|| CredentialError::Missing {
            host: host.to_owned(),
            variables: variables.join(" or "),
        })
    }

    fn netrc_entry(&self, host: &str) -> Result<Option<Credential>, CredentialError> {
        let Some(path) = self.netrc_file.clone().or_else(netrc::Netrc::get_file) else { return Ok(None) };
        let file = path.display().to_string();
        let netrc = netrc::Netrc::from_file(&path)
            .map_err(|error| CredentialError::Netrc { file: file.clone(), reason: error.to_string() })?;
        let entry = netrc.hosts.get(host).filter(|entry| !entry.password.is_empty());
        Ok(entry.map(|entry| Credential {
            user: Some(entry.login.clone()).filter(|login| !login.is_empty()),
            secret: entry.password.clone().into(),
            origin: file,
        }))
    }
}

/// Returns the value of a variable of the environment, without spaces and line ends around it; `None` if it is empty.
pub(crate) fn variable(name: &str) -> Option<SecretString> {
    let value = std::env::var(name).ok()?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned().into())
}

fn run_token_command(command: &str) -> Result<SecretString, CredentialError> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let output = Command::new(shell).args([flag, command]).stderr(std::process::Stdio::inherit()).output();
    let output = output.map_err(|error| CredentialError::Command(error.to_string()))?;
    if !output.status.success() {
        return Err(CredentialError::Command(format!("ended with {}", output.status)));
    }
    let text = String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().trim().to_owned();
    match text.is_empty() {
        true => {
            Err(CredentialError::Command("printed nothing, expected the secret in its first line".to_owned()))
        }
        false => Ok(text.into()),
    }
}

impl Credential {
    /// Returns the value of an `Authorization` header: `Bearer SECRET`.
    pub fn bearer(&self) -> SecretString {
        format!("Bearer {}", self.secret.expose_secret()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_prints_the_secret_in_its_first_line() {
        let source = CredentialSource {
            token_command: Some("printf 'abc \\nuser: me\\n'".to_owned()),
            ..Default::default()
        };
        let credential = source.find("acme.example", &[]).expect("a secret");
        assert_eq!(
            (credential.secret.expose_secret(), credential.origin.as_str()),
            ("abc", "--token-command")
        );
        assert!(!format!("{credential:?}").contains("abc"));
    }

    #[test]
    fn a_command_that_fails_is_an_error() {
        let find = |command: &str| {
            let source = CredentialSource { token_command: Some(command.to_owned()), ..Default::default() };
            source.find("acme.example", &[]).expect_err("no secret").to_string()
        };
        assert_eq!(find("exit 3"), "--token-command: ended with exit status: 3");
        assert_eq!(find("true"), "--token-command: printed nothing, expected the secret in its first line");
    }
}
