//! The words that people write above the columns of a spreadsheet, in lower case.

/// The columns of a table with a line a day, by the names that the format has for them. Each list begins with English words and
/// goes on with German, French, Spanish, Portuguese, Italian, Dutch and Polish.
pub(super) const DAY_COLUMNS: [(&str, &[&str]); 7] = [
    ("date", &["day", "datum", "tag", "jour", "fecha", "día", "data", "dia", "giorno", "dag", "dzień"]),
    (
        "remaining",
        &[
            "remaining work",
            "left",
            "open",
            "rest",
            "restaufwand",
            "verbleibend",
            "offen",
            "restant",
            "reste",
            "reste à faire",
            "restante",
            "pendiente",
            "pendente",
            "rimanente",
            "residuo",
            "resterend",
            "restwerk",
            "pozostało",
            "do zrobienia",
        ],
    ),
    ("added", &["new", "hinzugefügt", "ajouté", "añadido", "adicionado", "aggiunto", "toegevoegd", "dodano"]),
    (
        "removed",
        &["entfernt", "retiré", "supprimé", "eliminado", "removido", "rimosso", "verwijderd", "usunięto"],
    ),
    ("reestimated", &["neu geschätzt", "réestimé", "reestimado", "ristimato", "herschat", "przeszacowano"]),
    (
        "completed",
        &[
            "done",
            "burned",
            "erledigt",
            "fertig",
            "terminé",
            "fait",
            "completado",
            "hecho",
            "terminado",
            "concluído",
            "feito",
            "completato",
            "fatto",
            "voltooid",
            "klaar",
            "ukończono",
            "zrobione",
        ],
    ),
    (
        "reopened",
        &["wieder geöffnet", "rouvert", "reabierto", "reaberto", "riaperto", "heropend", "ponownie otwarto"],
    ),
];

/// Words of a column with the estimate of each task.
pub(super) const ESTIMATES: &[&str] = &[
    "estimate",
    "estimated",
    "initial",
    "schätzung",
    "aufwand",
    "estimation",
    "charge",
    "estimación",
    "estimado",
    "estimativa",
    "stima",
    "schatting",
    "szacunek",
    "estymata",
];

/// Words before the number of a day: `Day 3`.
pub(super) const NUMBERED_DAYS: &[&str] =
    &["day", "tag", "jour", "día", "dia", "giorno", "dag", "dzień", "d", "t", "j"];

/// Names of rows that hold the sums of the others.
pub(super) const TOTALS: &[&str] = &[
    "total", "totals", "sum", "summe", "gesamt", "somme", "suma", "soma", "totale", "somma", "totaal", "som",
    "razem",
];
