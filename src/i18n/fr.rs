//! French. A colon has a no-break space before it.

use super::messages::{Messages, PluralMessage};

pub(super) const MESSAGES: Messages = Messages {
    behind_plan: "{amount} de retard sur le plan",
    ahead_of_plan: "{amount} d’avance sur le plan",
    on_plan: "Conforme au plan",
    all_done: "Tout est terminé\u{a0}: {amount}",
    left_at_end: "Reste {amount} à la fin",
    left: "Reste {amount}",
    scope_change: "périmètre {from} → {to}",
    completed_so_far: "Terminé\u{a0}: {amount}",
    goal: "Objectif\u{a0}: {goal}",
    as_of: "état au {moment}",
    starts_on: "début le {moment}",
    closed_on: "clôturé le {moment}",
    remaining: "Reste à faire",
    ideal: "Idéal",
    scope: "Périmètre",
    completed: "Terminé",
    worked_on: "Avancé",
    added: "Ajouté",
    removed: "Retiré",
    reestimated: "Réestimé",
    reopened: "Rouvert",
    day_off: "Jour non ouvré",
    remaining_n: "reste {n}",
    scope_n: "périmètre {n}",
    ideal_label: "idéal",
    today: "aujourd’hui",
    planned_end: "fin prévue",
    closed: "clôture",
    per_day: "Variation par jour",
    axis_points: "points",
    axis_hours: "heures",
    axis_items: "tickets",
    date_range: "{from} – {to}",
    day_range: "{from}–{to}",
    net_only: "Seul le reste à faire est connu\u{a0}: ce qui est ajouté et ce qui est terminé \
               le même jour ne se distinguent pas",
    #[cfg(feature = "trackers")]
    running_totals: "Le travail terminé est lu comme un cumul",
    #[cfg(feature = "trackers")]
    daily_totals: "Un seul chiffre par jour\u{a0}: ce qui a été ajouté et retiré le même jour n’est pas distingué",
    #[cfg(feature = "trackers")]
    no_history: "Sans historique\u{a0}: seul l’état du jour est connu",
    #[cfg(feature = "trackers")]
    joined_when_created: "Les tickets comptent comme ajoutés à leur création",
    #[cfg(feature = "trackers")]
    estimates_of_today: "Estimations d’aujourd’hui",
    #[cfg(feature = "trackers")]
    states_guessed: "Le sens de certains états est deviné d’après leur nom",
    #[cfg(feature = "trackers")]
    observances_worked: "Les célébrations sont des jours ouvrés\u{a0}: {names}",
    #[cfg(feature = "trackers")]
    items_counted: "Aucune estimation\u{a0}: les tickets sont comptés",
    zone_assumed: "Jours en UTC\u{a0}: les données ne nomment aucun fuseau horaire",
    zone_uncertain: "Fuseau horaire incertain\u{a0}: les jours peuvent être décalés de quelques heures",
    alt_title: "Burndown de {sprint}",
    alt_range: "Sprint du {from} au {to}",
    alt_state: "État au {moment}\u{a0}: reste {remaining} sur un périmètre de {scope}",
    alt_plan: "Le plan prévoit un reste de {ideal}\u{a0}: {verdict}",
    alt_flow: "Depuis le début, terminé\u{a0}: {completed}, ajouté\u{a0}: {added}, retiré\u{a0}: {removed}, \
               réestimé\u{a0}: {reestimated}, rouvert\u{a0}: {reopened}",
    alt_committed: "Engagement au début\u{a0}: {committed}",
    forecast_by: "{percent}\u{a0}%\u{a0}: terminé d’ici {date}",
    forecast_average: "à ce rythme, terminé d’ici {date}",
    forecast_beyond: "{percent}\u{a0}%\u{a0}: pas terminé en {days} jours ouvrés",
    average_beyond: "à ce rythme, pas terminé en {days} jours ouvrés",
    chance: "{percent}\u{a0}% de chances d’ici la fin prévue",
    no_forecast_in_gap: "Pas de prévision\u{a0}: les derniers jours sont sans relevé",
    scope_still: "à périmètre constant",
    scope_growing: "le périmètre évoluant comme jusqu’ici",
    forecast: "Prévision 50–95\u{a0}%",
    forecast_rate: "Prévision à ce rythme",
    forecast_label: "{percent}\u{a0}% le {date}",
    replanned: "Idéal, replanifié",
    done: "Fait",
    to_do: "À faire",
    in_progress: "En cours",
    done_n: "fait {n}",
    to_do_n: "à faire {n}",
    in_progress_n: "en cours {n}",
    done_of_scope: "{done} sur {scope} terminé",
    committed: "Engagé",
    commitment_start: "Engagé\u{a0}: dans le sprint à son début et pas terminé",
    commitment_end: "Engagé\u{a0}: dans le sprint à sa fin, ajouts compris",
    velocity_row: "{sprint}\u{a0}: terminé {completed}, engagé {committed}",
    velocity_only: "{sprint}\u{a0}: terminé {completed}",
    so_far: "{sprint} à ce jour",
    per_sprint: "{unit} par sprint",
    release_pace: "par sprint, {velocity} terminé et {growth} de périmètre",
    release_never: "le périmètre croît aussi vite que le travail avance",
    trend_done: "Tendance du travail terminé",
    trend_scope: "Tendance du périmètre",
    since: "depuis {moment}",
    since_list: "Depuis {moment}\u{a0}: {changes}",
    since_nothing: "Rien n’a changé depuis {moment}",
    alt_title_burnup: "Burnup de {sprint}",
    alt_title_flow: "Flux cumulé de {sprint}",
    alt_title_velocity: "Vélocité jusqu’à {sprint}",
    alt_title_release: "Burndown de la version {sprint}",
    points: PluralMessage::one_many_other("point", "de points", "points"),
    hours: PluralMessage::one_many_other("heure", "d’heures", "heures"),
    items: PluralMessage::one_many_other("ticket", "de tickets", "tickets"),
    unestimated: PluralMessage::one_other(
        "{n} ticket sur {of} sans estimation",
        "{n} tickets sur {of} sans estimation",
    ),
    working_days_left: PluralMessage::one_other("{n} jour ouvré restant", "{n} jours ouvrés restants"),
    late: PluralMessage::one_other(
        "{n} jour ouvré après la fin prévue",
        "{n} jours ouvrés après la fin prévue",
    ),
    completed_late: PluralMessage::one_other("{n} jour ouvré de retard", "{n} jours ouvrés de retard"),
    completed_early: PluralMessage::one_other("{n} jour ouvré d’avance", "{n} jours ouvrés d’avance"),
    gaps: PluralMessage::one_other("{n} jour sans données", "{n} jours sans données"),
    #[cfg(feature = "trackers")]
    parallel_sprints: PluralMessage::invariant("L’un des {n} sprints actifs (--sprint)"),
    #[cfg(feature = "trackers")]
    estimate_fields: PluralMessage::invariant("Estimations de {n} champs (--estimate-field)"),
    #[cfg(feature = "trackers")]
    epics_counted: PluralMessage::one_many_other(
        "{n} épopée compte comme ticket",
        "{n} d’épopées comptent comme tickets",
        "{n} épopées comptent comme tickets",
    ),
    #[cfg(feature = "trackers")]
    started_late: PluralMessage::one_many_other(
        "Commencé {n} jour plus tard\u{a0}: ce qui s’est ajouté avant est engagé (--planning-until)",
        "Commencé {n} de jours plus tard\u{a0}: ce qui s’est ajouté avant est engagé (--planning-until)",
        "Commencé {n} jours plus tard\u{a0}: ce qui s’est ajouté avant est engagé (--planning-until)",
    ),
    #[cfg(feature = "trackers")]
    history_cut: PluralMessage::one_many_other(
        "{n} ticket à l’historique incomplet",
        "{n} de tickets à l’historique incomplet",
        "{n} tickets à l’historique incomplet",
    ),
    #[cfg(feature = "trackers")]
    subtasks_left_out: PluralMessage::one_many_other(
        "{n} sous-tâche non comptée",
        "{n} de sous-tâches non comptées",
        "{n} sous-tâches non comptées",
    ),
    #[cfg(feature = "trackers")]
    subtasks_counted: PluralMessage::one_many_other(
        "{n} sous-tâche comptée",
        "{n} de sous-tâches comptées",
        "{n} sous-tâches comptées",
    ),
    #[cfg(feature = "trackers")]
    done_at_status_change: PluralMessage::invariant("Terminés selon le dernier changement d’état\u{a0}: {n}"),
    #[cfg(feature = "trackers")]
    done_at_resolution: PluralMessage::invariant("Terminés selon la date de résolution\u{a0}: {n}"),
    #[cfg(feature = "trackers")]
    done_at_last_change: PluralMessage::invariant("Terminés selon la dernière modification\u{a0}: {n}"),
    #[cfg(feature = "trackers")]
    done_at_unknown_time: PluralMessage::invariant("Terminés à une date inconnue\u{a0}: {n}"),
    #[cfg(feature = "trackers")]
    history_disagrees: PluralMessage::invariant("Historiques qui ne mènent pas à l’état du jour\u{a0}: {n}"),
    #[cfg(feature = "trackers")]
    figures_disagree: PluralMessage::invariant(
        "Jours en contradiction avec les chiffres de l’outil\u{a0}: {n}",
    ),
    #[cfg(feature = "trackers")]
    done_states_unseen: PluralMessage::invariant("États terminés (--done) d’aucun ticket\u{a0}: {n}"),
    no_forecast: PluralMessage::one_other(
        "Pas encore de prévision\u{a0}: il faut {n} jour ouvré entier",
        "Pas encore de prévision\u{a0}: il faut {n} jours ouvrés entiers",
    ),
    #[cfg(feature = "trackers")]
    history_perhaps_cut: PluralMessage::one_many_other(
        "{n} ticket à l’historique peut-être incomplet",
        "{n} de tickets à l’historique peut-être incomplet",
        "{n} tickets à l’historique peut-être incomplet",
    ),
    partial_of: PluralMessage::invariant("Une partie des données\u{a0}: {n} éléments sur {of}"),
    partial: PluralMessage::one_many_other(
        "Une partie des données\u{a0}: {n} élément, il en manque d’autres",
        "Une partie des données\u{a0}: {n} d’éléments, il en manque d’autres",
        "Une partie des données\u{a0}: {n} éléments, il en manque d’autres",
    ),
    #[cfg(feature = "trackers")]
    perhaps_partial: PluralMessage::one_many_other(
        "Exactement {n} élément, une page pleine\u{a0}: il y en a peut-être d’autres",
        "Exactement {n} d’éléments, une page pleine\u{a0}: il y en a peut-être d’autres",
        "Exactement {n} éléments, une page pleine\u{a0}: il y en a peut-être d’autres",
    ),
    #[cfg(feature = "trackers")]
    fields_missing: PluralMessage::one_many_other(
        "Il manque {n} champ de la réponse\u{a0}: les chiffres peuvent être faux",
        "Il manque {n} de champs de la réponse\u{a0}: les chiffres peuvent être faux",
        "Il manque {n} champs de la réponse\u{a0}: les chiffres peuvent être faux",
    ),
    forecast_note: PluralMessage::one_other(
        "Prévision sur {n} jour ouvré passé",
        "Prévision sur {n} jours ouvrés passés",
    ),
    usual: PluralMessage::one_other(
        "D’habitude\u{a0}: 10–90\u{a0}% de {n} sprint passé",
        "D’habitude\u{a0}: 10–90\u{a0}% de {n} sprints passés",
    ),
    others: PluralMessage::one_other("{n} autre", "{n} autres"),
    velocity_mean: PluralMessage::one_other(
        "{amount} au dernier sprint ({n})",
        "{amount} par sprint, moyenne des {n} derniers",
    ),
    mean_of: PluralMessage::one_other("Moyenne du dernier ({n})", "Moyenne des {n} derniers"),
    release_sprints: PluralMessage::one_other(
        "encore {n} sprint à ce rythme",
        "encore {n} sprints à ce rythme",
    ),
};
