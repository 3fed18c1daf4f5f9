//! The graph of imports: which file of a crate names an item of which other file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, UseTree};

/// A module's path from the crate's root: `["layout", "axis"]`.
type Module = Vec<String>;

/// Follows re-exports of re-exports at most this often.
const MAX_REEXPORTS: usize = 8;

/// The files of a crate, and the names that each takes from another file.
pub struct Imports {
    files: BTreeMap<Module, SourceFile>,
}

struct SourceFile {
    path: PathBuf,
    /// Paths of this file, each from the crate's root.
    used: Vec<Vec<String>>,
    /// Names that a `use` declaration brings into this module.
    imported: BTreeMap<String, Vec<String>>,
}

impl Imports {
    /// Reads every file below `src`, tests left out.
    pub fn read(src: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![src.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                if path.is_dir() && name != "tests" && name != "cldr" {
                    folders.push(path);
                } else if name.ends_with(".rs") && name != "tests.rs" {
                    let module = module_of(path.strip_prefix(src).expect("below src"));
                    files.insert(module.clone(), SourceFile::read(path, module));
                }
            }
        }
        Self { files }
    }

    /// Returns each group of files that import each other, directly or by way of others, as lines of text.
    pub fn circles(&self) -> Vec<String> {
        let edges = self.edges();
        let reachable: BTreeMap<&Module, BTreeSet<&Module>> =
            edges.keys().map(|&from| (from, reachable_from(from, &edges))).collect();
        let mut circles = BTreeSet::new();
        for (from, targets) in &reachable {
            let circle: BTreeSet<&Module> = targets
                .iter()
                .copied()
                .filter(|to| reachable.get(to).is_some_and(|back| back.contains(from)))
                .collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        circles.iter().map(|circle| self.describe_circle(circle, &edges)).collect()
    }

    fn describe_circle(&self, circle: &BTreeSet<&Module>, edges: &Edges<'_>) -> String {
        let mut lines = format!("{} files import each other:", circle.len());
        for from in circle {
            for (to, names) in edges.get(from).into_iter().flatten().filter(|(to, _)| circle.contains(*to)) {
                let (from, to) = (self.files[*from].path.display(), self.files[*to].path.display());
                lines +=
                    &format!("\n  {from} -> {to}: {}", names.iter().cloned().collect::<Vec<_>>().join(", "));
            }
        }
        lines
    }

    fn edges(&self) -> Edges<'_> {
        let mut edges = Edges::new();
        for (module, file) in &self.files {
            let targets = edges.entry(module).or_default();
            for path in &file.used {
                if let Some((owner, name)) = self.owner_of(path, MAX_REEXPORTS)
                    && owner != module
                {
                    targets.entry(owner).or_default().insert(name);
                }
            }
        }
        edges
    }

    /// Returns the file that defines the item of a path, and the item's name.
    fn owner_of(&self, path: &[String], depth: usize) -> Option<(&Module, String)> {
        let known = (0..=path.len()).rev().find(|&length| self.files.contains_key(&path[..length]))?;
        let (module, file) = self.files.get_key_value(&path[..known])?;
        let Some(name) = path.get(known) else {
            // The path names the module itself.
            return Some((module, "(module)".to_owned()));
        };
        match file.imported.get(name).filter(|_| depth > 0) {
            Some(target) if target.as_slice() != path => self.owner_of(target, depth - 1),
            _ => Some((module, name.clone())),
        }
    }
}

type Edges<'a> = BTreeMap<&'a Module, BTreeMap<&'a Module, BTreeSet<String>>>;

fn reachable_from<'a>(from: &'a Module, edges: &Edges<'a>) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(module) = next.pop() {
        for &target in edges.get(module).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(target) {
                next.push(target);
            }
        }
    }
    reached
}

fn module_of(path: &Path) -> Module {
    let mut module: Module =
        path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main")) {
        module.pop();
    }
    module
}

impl SourceFile {
    fn read(path: PathBuf, module: Module) -> Self {
        let text = fs::read_to_string(&path).expect("a text");
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let children = file.items.iter().filter_map(|item| match item {
            syn::Item::Mod(child) => Some(child.ident.to_string()),
            _ => None,
        });
        let mut paths = PathCollector {
            children: children.collect(),
            module,
            used: Vec::new(),
            imported: BTreeMap::new(),
        };
        paths.visit_file(&file);
        Self { path, used: paths.used, imported: paths.imported }
    }
}

struct PathCollector {
    module: Module,
    children: BTreeSet<String>,
    used: Vec<Vec<String>>,
    imported: BTreeMap<String, Vec<String>>,
}

impl PathCollector {
    /// Returns the path from the crate's root, or `None` where it begins in another crate or with an imported name.
    fn absolute(&self, segments: &[String]) -> Option<Vec<String>> {
        let (first, rest) = segments.split_first()?;
        let mut absolute = match first.as_str() {
            "crate" => Vec::new(),
            "self" => self.module.clone(),
            "super" => self.module.split_last()?.1.to_vec(),
            child if self.children.contains(child) => [&self.module[..], &[child.to_owned()]].concat(),
            _ => return None,
        };
        let mut rest = rest;
        while let Some((first, after)) = rest.split_first().filter(|(first, _)| *first == "super") {
            let _ = first;
            absolute.pop()?;
            rest = after;
        }
        absolute.extend_from_slice(rest);
        Some(absolute)
    }

    fn collect_use(&mut self, tree: &UseTree, prefix: &mut Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                prefix.push(path.ident.to_string());
                self.collect_use(&path.tree, prefix);
                prefix.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.collect_use(tree, prefix)),
            UseTree::Name(name) => self.import(prefix, &name.ident.to_string(), &name.ident.to_string()),
            UseTree::Rename(rename) => {
                self.import(prefix, &rename.ident.to_string(), &rename.rename.to_string());
            }
            UseTree::Glob(_) => self.import(prefix, "self", ""),
        }
    }

    fn import(&mut self, prefix: &[String], name: &str, local: &str) {
        let mut segments = prefix.to_vec();
        let local = if name == "self" { prefix.last().map_or("", String::as_str) } else { local };
        if name != "self" {
            segments.push(name.to_owned());
        }
        if let Some(path) = self.absolute(&segments) {
            self.imported.insert(local.to_owned(), path.clone());
            self.used.push(path);
        }
    }
}

impl<'ast> Visit<'ast> for PathCollector {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !is_test(&item.attrs) {
            self.collect_use(&item.tree, &mut Vec::new());
        }
    }

    /// `pub(in crate::layout)` imports nothing.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1
            && let Some(path) = self.absolute(&segments)
        {
            self.used.push(path);
        }
        visit::visit_path(self, path);
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
    })
}
