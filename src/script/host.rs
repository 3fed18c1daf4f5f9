//! Functions of the program that scripts reach through the libraries of the sandbox.

/// The functions that a script may reach. Arguments and results are JSON.
pub(crate) trait Host {
    /// Calls a function by its name.
    ///
    /// # Errors
    /// The message of the exception that the script gets.
    fn call(&self, name: &str, arguments: &str) -> Result<String, String>;
}
