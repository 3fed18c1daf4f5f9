//! German. Amounts are in the nominative everywhere, since they have only one form.

use super::messages::{Messages, PluralMessage};

pub(super) const MESSAGES: Messages = Messages {
    behind_plan: "{amount} Rückstand auf den Plan",
    ahead_of_plan: "{amount} Vorsprung auf den Plan",
    on_plan: "Im Plan",
    all_done: "Alles erledigt: {amount}",
    left_at_end: "{amount} am Ende offen",
    left: "{amount} offen",
    scope_change: "Umfang {from} → {to}",
    completed_so_far: "{amount} erledigt",
    goal: "Ziel: {goal}",
    as_of: "Stand: {moment}",
    starts_on: "Start: {moment}",
    closed_on: "abgeschlossen am {moment}",
    remaining: "Verbleibend",
    ideal: "Ideal",
    scope: "Umfang",
    completed: "Erledigt",
    worked_on: "Bearbeitet",
    added: "Hinzugekommen",
    removed: "Entfallen",
    reestimated: "Neu geschätzt",
    reopened: "Wieder geöffnet",
    day_off: "Arbeitsfreier Tag",
    remaining_n: "{n} verbleibend",
    scope_n: "Umfang {n}",
    ideal_label: "ideal",
    today: "heute",
    planned_end: "geplantes Ende",
    closed: "abgeschlossen",
    per_day: "Änderung pro Tag",
    axis_points: "Punkte",
    axis_hours: "Stunden",
    axis_items: "Tickets",
    date_range: "{from} – {to}",
    day_range: "{from}.–{to}",
    net_only: "Nur die verbleibende Arbeit ist bekannt: was am selben Tag hinzukam und erledigt wurde, \
               ist nicht getrennt zu sehen",
    #[cfg(feature = "trackers")]
    running_totals: "Erledigtes ist als laufende Summe gelesen",
    #[cfg(feature = "trackers")]
    daily_totals: "Bekannt als eine Zahl je Tag: am selben Tag Hinzugekommenes und Entfallenes ist nicht getrennt zu sehen",
    #[cfg(feature = "trackers")]
    no_history: "Kein Verlauf: nur der heutige Stand ist bekannt",
    #[cfg(feature = "trackers")]
    joined_when_created: "Tickets gelten ab ihrer Erstellung als hinzugekommen",
    #[cfg(feature = "trackers")]
    estimates_of_today: "Schätzungen von heute",
    #[cfg(feature = "trackers")]
    states_guessed: "Ob manche Status erledigt bedeuten, ist aus ihren Namen erraten",
    #[cfg(feature = "trackers")]
    observances_worked: "Gedenktage sind Arbeitstage: {names}",
    #[cfg(feature = "trackers")]
    items_counted: "Keine Schätzungen: gezählt werden Tickets",
    zone_assumed: "Tage in UTC: die Daten nennen keine Zeitzone",
    zone_uncertain: "Zeitzone unsicher: Tage können um Stunden verschoben sein",
    alt_title: "Burndown von {sprint}",
    alt_range: "Sprint vom {from} bis {to}",
    alt_state: "{moment}: {remaining} verbleibend, Umfang {scope}",
    alt_plan: "Nach Plan verbleibend: {ideal} – {verdict}",
    alt_flow: "Seit dem Start: {completed} erledigt, {added} hinzugekommen, {removed} entfallen, \
               {reestimated} neu geschätzt, {reopened} wieder geöffnet",
    alt_committed: "{committed} zum Start zugesagt",
    forecast_by: "{percent}\u{a0}%: fertig bis {date}",
    forecast_average: "in diesem Tempo fertig bis {date}",
    forecast_beyond: "{percent}\u{a0}%: nicht fertig in {days} Arbeitstagen",
    average_beyond: "in diesem Tempo nicht fertig in {days} Arbeitstagen",
    chance: "{percent}\u{a0}% wahrscheinlich bis zum geplanten Ende",
    no_forecast_in_gap: "Keine Prognose: für die letzten Tage fehlen Werte",
    scope_still: "bei heutigem Umfang",
    scope_growing: "bei Umfangsänderungen wie bisher",
    forecast: "Prognose 50–95\u{a0}%",
    forecast_rate: "Prognose bei diesem Tempo",
    forecast_label: "{percent}\u{a0}% am {date}",
    replanned: "Ideal, neu geplant",
    done: "Fertig",
    to_do: "Zu tun",
    in_progress: "In Arbeit",
    done_n: "{n} fertig",
    to_do_n: "{n} zu tun",
    in_progress_n: "{n} in Arbeit",
    done_of_scope: "{done} von {scope} erledigt",
    committed: "Zugesagt",
    commitment_start: "Zugesagt: zum Start im Sprint und nicht erledigt",
    commitment_end: "Zugesagt: am Ende im Sprint, Hinzugekommenes eingeschlossen",
    velocity_row: "{sprint}: {completed} erledigt, {committed} zugesagt",
    velocity_only: "{sprint}: {completed} erledigt",
    so_far: "{sprint} bisher",
    per_sprint: "{unit} pro Sprint",
    release_pace: "je Sprint {velocity} erledigt und {growth} Umfang",
    release_never: "der Umfang wächst so schnell, wie Arbeit erledigt wird",
    trend_done: "Trend des Erledigten",
    trend_scope: "Trend des Umfangs",
    since: "seit {moment}",
    since_list: "Seit {moment}: {changes}",
    since_nothing: "Keine Änderung seit {moment}",
    alt_title_burnup: "Burnup von {sprint}",
    alt_title_flow: "Kumulativer Fluss von {sprint}",
    alt_title_velocity: "Velocity bis {sprint}",
    alt_title_release: "Release-Burndown von {sprint}",
    points: PluralMessage::one_other("Punkt", "Punkte"),
    hours: PluralMessage::one_other("Stunde", "Stunden"),
    items: PluralMessage::one_other("Ticket", "Tickets"),
    unestimated: PluralMessage::invariant("{n} von {of} Tickets ohne Schätzung"),
    working_days_left: PluralMessage::one_other("noch {n} Arbeitstag", "noch {n} Arbeitstage"),
    late: PluralMessage::one_other(
        "{n} Arbeitstag nach dem geplanten Ende",
        "{n} Arbeitstage nach dem geplanten Ende",
    ),
    completed_late: PluralMessage::one_other("{n} Arbeitstag Verspätung", "{n} Arbeitstage Verspätung"),
    completed_early: PluralMessage::one_other("{n} Arbeitstag Vorsprung", "{n} Arbeitstage Vorsprung"),
    gaps: PluralMessage::one_other("{n} Tag ohne Daten", "{n} Tage ohne Daten"),
    #[cfg(feature = "trackers")]
    parallel_sprints: PluralMessage::invariant("Einer von {n} aktiven Sprints (--sprint)"),
    #[cfg(feature = "trackers")]
    estimate_fields: PluralMessage::invariant("Schätzungen aus {n} Feldern (--estimate-field)"),
    #[cfg(feature = "trackers")]
    epics_counted: PluralMessage::one_other("{n} Epic zählt als Ticket", "{n} Epics zählen als Tickets"),
    #[cfg(feature = "trackers")]
    started_late: PluralMessage::one_other(
        "{n} Tag später begonnen: zugesagt ist, was bis dahin hinzukam (--planning-until)",
        "{n} Tage später begonnen: zugesagt ist, was bis dahin hinzukam (--planning-until)",
    ),
    #[cfg(feature = "trackers")]
    history_cut: PluralMessage::one_other(
        "{n} Ticket mit abgeschnittenem Verlauf",
        "{n} Tickets mit abgeschnittenem Verlauf",
    ),
    #[cfg(feature = "trackers")]
    subtasks_left_out: PluralMessage::one_other(
        "{n} Unteraufgabe zählt nicht",
        "{n} Unteraufgaben zählen nicht",
    ),
    #[cfg(feature = "trackers")]
    subtasks_counted: PluralMessage::one_other("{n} Unteraufgabe zählt mit", "{n} Unteraufgaben zählen mit"),
    #[cfg(feature = "trackers")]
    done_at_status_change: PluralMessage::invariant("Erledigt laut letztem Statuswechsel: {n}"),
    #[cfg(feature = "trackers")]
    done_at_resolution: PluralMessage::invariant("Erledigt laut Lösungsdatum: {n}"),
    #[cfg(feature = "trackers")]
    done_at_last_change: PluralMessage::invariant("Erledigt laut letzter Änderung: {n}"),
    #[cfg(feature = "trackers")]
    done_at_unknown_time: PluralMessage::invariant("Erledigt zu unbekannter Zeit: {n}"),
    #[cfg(feature = "trackers")]
    history_disagrees: PluralMessage::invariant("Verläufe, die nicht zum heutigen Stand führen: {n}"),
    #[cfg(feature = "trackers")]
    figures_disagree: PluralMessage::invariant("Tage, die den Zahlen des Trackers widersprechen: {n}"),
    #[cfg(feature = "trackers")]
    done_states_unseen: PluralMessage::invariant("Erledigt-Status (--done), die kein Ticket hat: {n}"),
    no_forecast: PluralMessage::one_other(
        "Noch keine Prognose: sie braucht {n} ganzen Arbeitstag",
        "Noch keine Prognose: sie braucht {n} ganze Arbeitstage",
    ),
    #[cfg(feature = "trackers")]
    history_perhaps_cut: PluralMessage::one_other(
        "{n} Ticket mit vielleicht abgeschnittenem Verlauf",
        "{n} Tickets mit vielleicht abgeschnittenem Verlauf",
    ),
    partial_of: PluralMessage::invariant("Teil der Daten: {n} von {of} Einträgen"),
    partial: PluralMessage::one_other(
        "Teil der Daten: {n} Eintrag, weitere fehlen",
        "Teil der Daten: {n} Einträge, weitere fehlen",
    ),
    #[cfg(feature = "trackers")]
    perhaps_partial: PluralMessage::one_other(
        "Genau {n} Eintrag, eine volle Seite: vielleicht gibt es mehr",
        "Genau {n} Einträge, eine volle Seite: vielleicht gibt es mehr",
    ),
    #[cfg(feature = "trackers")]
    fields_missing: PluralMessage::one_other(
        "{n} Feld der Antwort fehlt: Zahlen können falsch sein",
        "{n} Felder der Antwort fehlen: Zahlen können falsch sein",
    ),
    forecast_note: PluralMessage::one_other(
        "Prognose aus {n} vergangenen Arbeitstag",
        "Prognose aus {n} vergangenen Arbeitstagen",
    ),
    usual: PluralMessage::one_other(
        "Üblich: 10–90\u{a0}% von {n} früheren Sprint",
        "Üblich: 10–90\u{a0}% von {n} früheren Sprints",
    ),
    others: PluralMessage::one_other("{n} weiteres", "{n} weitere"),
    velocity_mean: PluralMessage::one_other(
        "{amount} im letzten Sprint ({n})",
        "{amount} je Sprint, Mittel der letzten {n}",
    ),
    mean_of: PluralMessage::one_other("Mittel des letzten ({n})", "Mittel der letzten {n}"),
    release_sprints: PluralMessage::one_other(
        "noch {n} Sprint in diesem Tempo",
        "noch {n} Sprints in diesem Tempo",
    ),
};
