//! The file `emberline.toml`: sprints with their sources, options and targets, by name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use emberline::PictureOptions;
use emberline_fetch::Source;
use emberline_post::{Target, TargetError};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::outcome::CliError;
use crate::post_args::{ThreadChoice, parse_item_url};

/// The name of the file.
pub(crate) const FILE_NAME: &str = "emberline.toml";
/// Maximal bytes of the file.
const MAX_FILE_BYTES: u64 = 1_000_000;
/// Maximal profiles in the file.
const MAX_PROFILES: usize = 1_000;

/// Sprints with their sources, options and targets, by name. Paths are relative to the folder of this file.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProfileFile {
    /// Options of every picture; those of a profile precede them.
    #[serde(default)]
    pub(crate) options: PictureOptions,
    /// The file that remembers what was posted. Default: `emberline-state.json`.
    #[serde(default = "default_state")]
    pub(crate) state: PathBuf,
    /// A folder for answers of trackers, of which later runs fetch only what has changed. Default: none.
    #[serde(default)]
    pub(crate) cache: Option<PathBuf>,
    /// The profiles by name.
    pub(crate) profiles: BTreeMap<String, Profile>,
}

/// A sprint with its source, its options and its targets.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Profile {
    /// The tracker to fetch from: `source.jira = { site = "https://acme.atlassian.net", board = "2" }`.
    #[serde(default)]
    pub(crate) source: Option<Source>,
    /// A file to read instead of fetching.
    #[serde(default)]
    pub(crate) input: Option<PathBuf>,
    /// Files of earlier sprints of the team.
    #[serde(default)]
    pub(crate) history: Vec<PathBuf>,
    /// Fetches the titles of items, too.
    #[serde(default)]
    pub(crate) titles: bool,
    /// The team's name. Default: the name of the profile.
    #[serde(default)]
    pub(crate) team: Option<String>,
    /// Options of the picture, as in a request.
    #[serde(default)]
    pub(crate) options: PictureOptions,
    /// The file of the picture; its extension is the format.
    #[serde(default)]
    pub(crate) output: Option<PathBuf>,
    /// The places to post to, as `emberline post --to` takes them: `["slack:#team-red"]`.
    #[serde(default)]
    pub(crate) post: Vec<PostTarget>,
    /// The thread of a message, where the chat has threads. Default: sprint.
    #[serde(default)]
    pub(crate) thread: Option<ThreadChoice>,
    /// The address of an item's page, with {key} in the place of its key: the changed items become links.
    #[serde(default)]
    pub(crate) item_url: Option<String>,
    /// Posts nothing on days off of a running sprint.
    #[serde(default)]
    pub(crate) skip_days_off: bool,
}

/// A place to post to, as the command line names it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String")]
pub(crate) struct PostTarget(pub(crate) Target);

impl TryFrom<String> for PostTarget {
    type Error = TargetError;

    fn try_from(text: String) -> Result<Self, TargetError> {
        text.parse().map(Self)
    }
}

fn default_state() -> PathBuf {
    "emberline-state.json".into()
}

impl ProfileFile {
    /// Reads the file at a path, or the one that is found from the working folder upwards. Paths in it are made absolute.
    ///
    /// # Errors
    /// There is no file, it can't be read, or it is no list of profiles: the error has the line.
    pub(crate) fn read(path: Option<&Path>) -> Result<Self, CliError> {
        let path = match path {
            Some(path) => path.to_owned(),
            None => find_file(&std::env::current_dir()?)?,
        };
        let place = |problem: String| -> CliError { format!("{}: {problem}", path.display()).into() };
        let size = std::fs::metadata(&path).map_err(|error| place(error.to_string()))?.len();
        if size > MAX_FILE_BYTES {
            return Err(place(format!(
                "found {size} bytes, expected at most {MAX_FILE_BYTES} (MAX_FILE_BYTES)"
            )));
        }
        let text = std::fs::read_to_string(&path).map_err(|error| place(error.to_string()))?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Self::parse(&text, folder).map_err(|error| place(error.to_string()))
    }

    fn parse(text: &str, folder: &Path) -> Result<Self, CliError> {
        let mut file: Self = toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
        if file.profiles.len() > MAX_PROFILES {
            let count = file.profiles.len();
            return Err(
                format!("found {count} profiles, expected at most {MAX_PROFILES} (MAX_PROFILES)").into()
            );
        }
        file.state = folder.join(&file.state);
        file.cache = file.cache.map(|cache| folder.join(cache));
        for (name, profile) in &mut file.profiles {
            profile.complete(name, &file.options, folder)?;
        }
        Ok(file)
    }

    /// Returns the profiles with these names, in this order; all of them for none.
    ///
    /// # Errors
    /// There is no profile of a name: the error has the names that there are.
    pub(crate) fn choose(&self, names: &[String]) -> Result<Vec<(&str, &Profile)>, CliError> {
        if names.is_empty() {
            return Ok(self.profiles.iter().map(|(name, profile)| (name.as_str(), profile)).collect());
        }
        let find = |name: &String| {
            let known: Vec<&str> = self.profiles.keys().map(String::as_str).collect();
            let found = self.profiles.get_key_value(name).map(|(name, profile)| (name.as_str(), profile));
            found.ok_or_else(|| format!("found no profile \"{name}\"; there are {}", known.join(", ")).into())
        };
        names.iter().map(find).collect()
    }
}

impl Profile {
    /// Fills in what the file says for all profiles, and makes paths absolute.
    fn complete(&mut self, name: &str, options: &PictureOptions, folder: &Path) -> Result<(), CliError> {
        let refuse = |problem: &str| -> CliError { format!("profiles.{name}: {problem}").into() };
        match (&self.source, &self.input) {
            (None, None) => return Err(refuse("found neither source nor input, expected one of them")),
            (Some(_), Some(_)) => return Err(refuse("found source and input, expected one of them")),
            _ => {}
        }
        if let Some(Err(problem)) = self.item_url.as_deref().map(parse_item_url) {
            return Err(refuse(&format!("item_url: {problem}")));
        }
        self.options = std::mem::take(&mut self.options).with_defaults(options);
        self.team.get_or_insert_with(|| name.to_owned());
        for holiday in self.options.holidays.iter_mut().flatten().filter(|entry| entry.ends_with(".ics")) {
            *holiday = folder.join(&*holiday).display().to_string();
        }
        let join = |path: &PathBuf| folder.join(path);
        self.input = self.input.as_ref().map(join);
        self.output = self.output.as_ref().map(join);
        self.history = self.history.iter().map(join).collect();
        Ok(())
    }
}

/// Finds the file in a folder or in one above it.
fn find_file(folder: &Path) -> Result<PathBuf, CliError> {
    let found = folder.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file());
    found.ok_or_else(|| {
        format!(
            "found no {FILE_NAME} in {} or above, expected one: docs/profiles.md has an example, `emberline schema profiles` its schema",
            folder.display()
        )
        .into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: &str =
        "[profiles.red]\nsource.jira = { site = \"https://acme.atlassian.net\", board = \"2\" }\n";

    fn parse(text: &str) -> Result<ProfileFile, String> {
        ProfileFile::parse(text, Path::new("/work")).map_err(|error| error.to_string())
    }

    #[test]
    fn a_profile_has_a_source_and_the_options_of_all() {
        let file = parse(&format!(
            "options = {{ time_zone = \"Europe/Berlin\" }}\n{RED}options = {{ theme = \"dark\" }}\n"
        ));
        let file = file.expect("a file");
        let red = &file.profiles["red"];
        assert_eq!(
            (red.team.as_deref(), red.options.time_zone.as_deref()),
            (Some("red"), Some("Europe/Berlin"))
        );
        let Some(Source::Jira(jira)) = &red.source else { panic!("{red:?}") };
        assert_eq!((jira.board.as_str(), jira.sprint.as_str()), ("2", "active"));
        assert_eq!(file.state, Path::new("/work/emberline-state.json"));
    }

    #[test]
    fn errors_name_the_place() {
        let error = |text: &str| parse(text).expect_err("invalid");
        assert_eq!(
            error("[profiles.red]\n"),
            "profiles.red: found neither source nor input, expected one of them"
        );
        let both = error(&format!("{RED}input = \"a.json\"\n"));
        assert_eq!(both, "profiles.red: found source and input, expected one of them");
        let unknown = error(&format!("{RED}tema = \"x\"\n"));
        assert!(unknown.contains("line 3") && unknown.contains("unknown field `tema`"), "{unknown}");
        let address = error("[profiles.red]\nsource.jira = { site = \"acme\", board = \"2\" }\n");
        assert!(
            address.contains("line 2")
                && address.contains("found \"acme\", expected an address that begins with https://"),
            "{address}"
        );
    }

    #[test]
    fn profiles_are_chosen_by_name() {
        let file = parse(&format!("{RED}[profiles.blue]\ninput = \"blue.json\"\n")).expect("a file");
        let names = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
            let chosen = file.choose(&names).map_err(|error| error.to_string());
            chosen.map(|chosen| chosen.into_iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(names(&[]).expect("all"), ["blue", "red"]);
        assert_eq!(names(&["red"]).expect("one"), ["red"]);
        assert_eq!(names(&["rot"]).expect_err("unknown"), "found no profile \"rot\"; there are blue, red");
    }

    #[test]
    fn too_many_profiles_are_refused() {
        let text: String =
            (0..=MAX_PROFILES).map(|index| format!("[profiles.p{index}]\ninput = \"a.json\"\n")).collect();
        assert_eq!(
            parse(&text).expect_err("too many"),
            "found 1001 profiles, expected at most 1000 (MAX_PROFILES)"
        );
    }
}
