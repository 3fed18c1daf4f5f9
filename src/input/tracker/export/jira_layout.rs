//! The CSV of Jira's issue search, in the languages that Jira's users choose.

use super::layout::{EstimateColumns, ExportLayout, Role};
use crate::input::Format;
use crate::sprint::Unit;

/// English, German, French, Spanish, Portuguese, Italian, Dutch, Polish.
const KEYS: &[&str] = &[
    "issue key",
    "work item key",
    "vorgangsschlüssel",
    "clé de ticket",
    "clave de incidencia",
    "chave da item",
    "chave do item",
    "chiave di ticket",
    "issuecode",
    "klucz zgłoszenia",
];

/// The column of the last change of a status's category is called after the category in most languages: such a column begins with
/// one of these names and goes on.
pub(super) const CATEGORIES: &[&str] = &[
    "status category",
    "statuskategorie",
    "catégorie d'état",
    "catégorie d’état",
    "categoría de estado",
    "categoria do status",
];

pub(super) const JIRA: ExportLayout = ExportLayout {
    format: Some(Format::Jira),
    name: "the CSV of Jira",
    marks: &[KEYS],
    columns: &[
        (Role::Key, KEYS),
        (
            Role::Id,
            &[
                "issue id",
                "work item id",
                "vorgangs-id",
                "id de la incidencia",
                "id da item",
                "id. zgłoszenia",
            ],
        ),
        (
            Role::Parent,
            &["parent key", "parent", "parent id", "übergeordnet", "clé parent", "element nadrzędny"],
        ),
        (
            Role::Title,
            &[
                "summary",
                "zusammenfassung",
                "résumé",
                "resumen",
                "resumo",
                "riepilogo",
                "samenvatting",
                "podsumowanie",
            ],
        ),
        (
            Role::Kind,
            &[
                "issue type",
                "work type",
                "work item type",
                "vorgangstyp",
                "type de ticket",
                "tipo de incidencia",
                "tipo de item",
                "tipo ticket",
                "issuetype",
                "typ zgłoszenia",
            ],
        ),
        (Role::State, &["status", "état", "estado", "stato"]),
        (Role::Category, CATEGORIES),
        (
            Role::Created,
            &["created", "erstellt", "création", "creada", "criado", "creati", "aangemaakt", "utworzono"],
        ),
        (
            Role::StatusChange,
            &["status category changed", "statuskategorie geändert", "categoria do status alterada"],
        ),
        (Role::Resolution, &["resolved", "erledigt", "resuelta", "resolvido"]),
        (
            Role::Updated,
            &[
                "updated",
                "aktualisiert",
                "mise à jour",
                "actualizada",
                "atualizado(a)",
                "atualizado",
                "aggiornato",
                "bijgewerkt",
                "zaktualizowano",
            ],
        ),
        // One column for each sprint that an issue has been in.
        (Role::Sprint, &["sprint"]),
    ],
    field_prefixes: &[
        "custom field",
        "benutzerdefinierte felder",
        "benutzerdefiniertes feld",
        "champs personnalisés",
        "campo personalizado",
        "campo personalizzato",
        "aangepast veld",
        "pole niestandardowe",
        "pole własne",
    ],
    estimates: &[
        EstimateColumns {
            unit: Unit::Points,
            divisor: 1.0,
            is_automatic: true,
            zero_is_none: false,
            names: &[
                "story points",
                "story point estimate",
                "story point-schätzung",
                "puntos de historia",
                "estimación de puntos de historia",
            ],
        },
        EstimateColumns {
            unit: Unit::Hours,
            divisor: 3_600.0,
            is_automatic: true,
            zero_is_none: false,
            names: &[
                "original estimate",
                "ursprüngliche schätzung",
                "estimación original",
                "estimativa original",
                "oorspronkelijke schatting",
            ],
        },
        EstimateColumns {
            unit: Unit::Hours,
            divisor: 3_600.0,
            is_automatic: false,
            zero_is_none: false,
            names: &[
                "remaining estimate",
                "restschätzung",
                "verbleibende schätzung",
                "estimación restante",
                "estimativa de trabalho restante",
                "time spent",
                "benötigte zeit",
                "tiempo trabajado",
                "tiempo empleado",
                "tempo gasto",
                "bestede tijd",
            ],
        },
    ],
    done: &["done", "fertig", "terminé", "listo", "itens concluídos", "gotowe"],
    open: &[
        "to do",
        "in progress",
        "zu erledigen",
        "in arbeit",
        "à faire",
        "en cours",
        "por hacer",
        "tareas por hacer",
        "en curso",
        "em andamento",
        "do zrobienia",
        "w toku",
    ],
    removed: &[],
    parts: &[
        "sub-task",
        "subtask",
        "unteraufgabe",
        "sous-tâche",
        "subtarea",
        "subtarefa",
        "sottotask",
        "subtaak",
        "podzadanie",
    ],
    parts_are_items: false,
    epics: &["epic"],
    is_utc: false,
    max_rows: Some(1_000),
    remedy: "export it with the columns Created, Status Category Changed, Resolved and Updated (all fields), or get the issues with \
             their changelogs: emberline formats has the request",
};
