//! The names that teams give to states and lists, in the languages that people use. All are in lower case.

/// The names of one language.
struct StateNames {
    /// States and lists whose work is done.
    done: &'static [&'static str],
    /// Words in the name of a state that mean started work.
    started: &'static [&'static str],
    /// Lists of work that is not planned yet.
    backlog: &'static [&'static str],
}

/// English, German, French, Spanish, Portuguese, Italian, Dutch, Polish.
const LANGUAGES: [StateNames; 8] = [
    StateNames {
        done: &[
            "done",
            "closed",
            "complete",
            "completed",
            "finished",
            "resolved",
            "released",
            "shipped",
            "deployed",
            "accepted",
        ],
        started: &[
            "progress",
            "doing",
            "review",
            "started",
            "active",
            "testing",
            "test",
            "qa",
            "develop",
            "committed",
        ],
        backlog: &["backlog", "product backlog", "icebox", "ideas", "inbox", "someday"],
    },
    StateNames {
        done: &[
            "erledigt",
            "fertig",
            "fertiggestellt",
            "abgeschlossen",
            "geschlossen",
            "beendet",
            "gelöst",
            "abgenommen",
            "ausgeliefert",
            "veröffentlicht",
        ],
        started: &["arbeit", "bearbeitung", "umsetzung", "entwicklung", "prüfung", "abnahme"],
        backlog: &["ideen", "ideenspeicher", "themenspeicher", "produkt-backlog", "irgendwann"],
    },
    StateNames {
        done: &[
            "terminé",
            "terminée",
            "terminés",
            "terminées",
            "fini",
            "finie",
            "finis",
            "fait",
            "faits",
            "achevé",
            "livré",
            "fermé",
            "clos",
            "résolu",
            "publié",
            "validé",
        ],
        started: &["cours", "revue", "recette", "développement"],
        backlog: &["idées", "boîte à idées", "un jour"],
    },
    StateNames {
        done: &[
            "hecho",
            "hechos",
            "hecha",
            "hechas",
            "terminado",
            "terminados",
            "terminada",
            "terminadas",
            "completado",
            "completados",
            "completada",
            "completadas",
            "finalizado",
            "finalizada",
            "cerrado",
            "cerrada",
            "resuelto",
            "resuelta",
            "listo",
            "lista",
            "entregado",
            "publicado",
        ],
        started: &["curso", "progreso", "proceso", "haciendo", "revisión", "desarrollo", "pruebas"],
        backlog: &["algún día"],
    },
    StateNames {
        done: &[
            "feito",
            "feitos",
            "feita",
            "feitas",
            "concluído",
            "concluídos",
            "concluída",
            "concluídas",
            "concluido",
            "finalizado",
            "finalizada",
            "terminado",
            "pronto",
            "encerrado",
            "fechado",
            "resolvido",
            "entregue",
            "publicado",
        ],
        started: &["andamento", "progresso", "fazendo", "execução", "revisão", "desenvolvimento", "testes"],
        backlog: &["ideias", "um dia"],
    },
    StateNames {
        done: &[
            "fatto",
            "fatti",
            "fatta",
            "fatte",
            "completato",
            "completati",
            "completata",
            "completate",
            "finito",
            "terminato",
            "concluso",
            "chiuso",
            "risolto",
            "consegnato",
            "rilasciato",
        ],
        started: &["corso", "lavorazione", "revisione", "verifica", "sviluppo"],
        backlog: &["idee", "un giorno"],
    },
    StateNames {
        done: &[
            "klaar",
            "gereed",
            "voltooid",
            "afgerond",
            "gedaan",
            "gesloten",
            "opgelost",
            "opgeleverd",
            "afgehandeld",
        ],
        started: &["bezig", "uitvoering", "behandeling", "ontwikkeling", "beoordeling"],
        backlog: &["ideeën", "ooit"],
    },
    StateNames {
        done: &[
            "zrobione",
            "gotowe",
            "ukończone",
            "zakończone",
            "skończone",
            "wykonane",
            "zamknięte",
            "rozwiązane",
            "wdrożone",
            "wydane",
            "zrobiony",
            "zakończony",
            "zamknięty",
        ],
        started: &["toku", "trakcie", "realizacji", "weryfikacji", "testach", "robieniu"],
        backlog: &["pomysły", "kiedyś"],
    },
];

/// True if a state or list of this name usually means that its work is done. Signs around the name don't matter (`✅ Done!`).
pub(super) fn means_done(name: &str) -> bool {
    let name = bare_name(name);
    LANGUAGES.iter().any(|language| language.done.contains(&name.as_str()))
}

/// True if a word of the name usually means that the work has begun.
pub(super) fn means_started(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| LANGUAGES.iter().any(|language| language.started.contains(&word)))
}

/// True if a list of this name usually holds work that is not planned yet.
pub(super) fn means_backlog(name: &str) -> bool {
    let name = bare_name(name);
    LANGUAGES.iter().any(|language| language.backlog.contains(&name.as_str()))
}

/// The name in lower case, without the signs before and after it.
fn bare_name(name: &str) -> String {
    name.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_done_list_is_known_in_every_language() {
        for name in
            ["Done", "Erledigt", "Terminé", "Hecho", "Concluído", "Fatto", "Klaar", "Gotowe", " ✅ FERTIG! "]
        {
            assert!(means_done(name), "{name}");
            assert!(!means_started(name) && !means_backlog(name), "{name}");
        }
        for name in
            ["To Do", "Zu erledigen", "À faire", "Por hacer", "A fazer", "Da fare", "Te doen", "Do zrobienia"]
        {
            assert!(!means_done(name) && !means_started(name) && !means_backlog(name), "{name}");
        }
    }

    #[test]
    fn a_started_list_is_known_in_every_language() {
        let names = [
            "In Progress",
            "In Arbeit",
            "En cours",
            "En curso",
            "Em andamento",
            "In corso",
            "Mee bezig",
            "W toku",
        ];
        for name in names {
            assert!(means_started(name) && !means_done(name), "{name}");
        }
        assert!(!means_started("Inactive"));
    }

    #[test]
    fn all_names_are_written_as_they_are_compared() {
        for language in LANGUAGES {
            for name in language.done.iter().chain(language.backlog) {
                assert_eq!(*name, bare_name(name));
            }
            assert!(language.started.iter().all(|word| word.chars().all(char::is_alphanumeric)));
        }
    }
}
