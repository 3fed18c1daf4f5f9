//! Dutch.

use super::messages::{Messages, PluralMessage};

pub(super) const MESSAGES: Messages = Messages {
    behind_plan: "{amount} achter op schema",
    ahead_of_plan: "{amount} voor op schema",
    on_plan: "Op schema",
    all_done: "Alles afgerond: {amount}",
    left_at_end: "{amount} open aan het eind",
    left: "{amount} open",
    scope_change: "scope van {from} naar {to}",
    completed_so_far: "{amount} afgerond",
    goal: "Doel: {goal}",
    as_of: "stand van {moment}",
    starts_on: "begint op {moment}",
    closed_on: "afgesloten op {moment}",
    remaining: "Resterend",
    ideal: "Ideaal",
    scope: "Scope",
    completed: "Afgerond",
    worked_on: "Aan gewerkt",
    added: "Toegevoegd",
    removed: "Verwijderd",
    reestimated: "Herschat",
    reopened: "Heropend",
    day_off: "Vrije dag",
    remaining_n: "{n} resterend",
    scope_n: "scope {n}",
    ideal_label: "ideaal",
    today: "vandaag",
    planned_end: "gepland einde",
    closed: "afgesloten",
    per_day: "Verandering per dag",
    axis_points: "punten",
    axis_hours: "uren",
    axis_items: "items",
    date_range: "{from} – {to}",
    day_range: "{from}–{to}",
    net_only: "Alleen het resterende werk is bekend: wat op dezelfde dag is toegevoegd en afgerond, \
               is niet apart te zien",
    #[cfg(feature = "trackers")]
    running_totals: "Afgerond werk is als lopend totaal gelezen",
    #[cfg(feature = "trackers")]
    daily_totals: "Bekend als één getal per dag: wat op dezelfde dag is toegevoegd en verwijderd, is niet apart te zien",
    #[cfg(feature = "trackers")]
    no_history: "Geen verloop: alleen de stand van vandaag is bekend",
    #[cfg(feature = "trackers")]
    joined_when_created: "Items tellen als toegevoegd vanaf hun aanmaak",
    #[cfg(feature = "trackers")]
    estimates_of_today: "Schattingen van vandaag",
    #[cfg(feature = "trackers")]
    states_guessed: "Of sommige statussen klaar betekenen, is geraden uit hun namen",
    #[cfg(feature = "trackers")]
    observances_worked: "Gedenkdagen zijn werkdagen: {names}",
    #[cfg(feature = "trackers")]
    items_counted: "Geen schattingen: items worden geteld",
    zone_assumed: "Dagen in UTC: de gegevens noemen geen tijdzone",
    zone_uncertain: "Tijdzone onzeker: dagen kunnen uren verschoven zijn",
    alt_title: "Burndown van {sprint}",
    alt_range: "Sprint van {from} tot en met {to}",
    alt_state: "{moment}: {remaining} resterend van een scope van {scope}",
    alt_plan: "Volgens plan nog {ideal} open: {verdict}",
    alt_flow: "Sinds de start: {completed} afgerond, {added} toegevoegd, {removed} verwijderd, \
               {reestimated} herschat, {reopened} heropend",
    alt_committed: "{committed} toegezegd bij de start",
    forecast_by: "{percent}%: klaar op {date}",
    forecast_average: "in dit tempo klaar op {date}",
    forecast_beyond: "{percent}%: niet klaar binnen {days} werkdagen",
    average_beyond: "in dit tempo niet klaar binnen {days} werkdagen",
    chance: "{percent}% kans vóór het geplande einde",
    no_forecast_in_gap: "Geen prognose: van de laatste dagen ontbreken gegevens",
    scope_still: "bij de huidige scope",
    scope_growing: "met een scope die verandert zoals tot nu toe",
    forecast: "Prognose 50–95%",
    forecast_rate: "Prognose in dit tempo",
    forecast_label: "{percent}% op {date}",
    replanned: "Ideaal, herpland",
    done: "Klaar",
    to_do: "Te doen",
    in_progress: "In uitvoering",
    done_n: "{n} klaar",
    to_do_n: "{n} te doen",
    in_progress_n: "{n} in uitvoering",
    done_of_scope: "{done} van {scope} klaar",
    committed: "Toegezegd",
    commitment_start: "Toegezegd: bij de start in de sprint en niet klaar",
    commitment_end: "Toegezegd: aan het eind in de sprint, met wat erbij kwam",
    velocity_row: "{sprint}: {completed} afgerond, {committed} toegezegd",
    velocity_only: "{sprint}: {completed} afgerond",
    so_far: "{sprint} tot nu toe",
    per_sprint: "{unit} per sprint",
    release_pace: "per sprint {velocity} klaar en {growth} scope",
    release_never: "de scope groeit zo snel als het werk afkomt",
    trend_done: "Trend van het afgeronde werk",
    trend_scope: "Trend van de scope",
    since: "sinds {moment}",
    since_list: "Sinds {moment}: {changes}",
    since_nothing: "Niets veranderd sinds {moment}",
    alt_title_burnup: "Burnup van {sprint}",
    alt_title_flow: "Cumulatieve stroom van {sprint}",
    alt_title_velocity: "Velocity tot en met {sprint}",
    alt_title_release: "Releaseburndown van {sprint}",
    points: PluralMessage::one_other("punt", "punten"),
    hours: PluralMessage::invariant("uur"),
    items: PluralMessage::one_other("item", "items"),
    unestimated: PluralMessage::invariant("{n} van {of} items zonder schatting"),
    working_days_left: PluralMessage::one_other("nog {n} werkdag", "nog {n} werkdagen"),
    late: PluralMessage::one_other(
        "{n} werkdag na het geplande einde",
        "{n} werkdagen na het geplande einde",
    ),
    completed_late: PluralMessage::one_other("{n} werkdag te laat", "{n} werkdagen te laat"),
    completed_early: PluralMessage::one_other("{n} werkdag eerder", "{n} werkdagen eerder"),
    gaps: PluralMessage::one_other("{n} dag zonder gegevens", "{n} dagen zonder gegevens"),
    #[cfg(feature = "trackers")]
    parallel_sprints: PluralMessage::invariant("Eén van {n} actieve sprints (--sprint)"),
    #[cfg(feature = "trackers")]
    estimate_fields: PluralMessage::invariant("Schattingen uit {n} velden (--estimate-field)"),
    #[cfg(feature = "trackers")]
    epics_counted: PluralMessage::one_other("{n} epic telt als item", "{n} epics tellen als items"),
    #[cfg(feature = "trackers")]
    started_late: PluralMessage::one_other(
        "{n} dag te laat gestart: toegezegd is wat er tot dan bij kwam (--planning-until)",
        "{n} dagen te laat gestart: toegezegd is wat er tot dan bij kwam (--planning-until)",
    ),
    #[cfg(feature = "trackers")]
    history_cut: PluralMessage::one_other("{n} item met afgekapt verloop", "{n} items met afgekapt verloop"),
    #[cfg(feature = "trackers")]
    subtasks_left_out: PluralMessage::one_other("{n} subtaak telt niet mee", "{n} subtaken tellen niet mee"),
    #[cfg(feature = "trackers")]
    subtasks_counted: PluralMessage::one_other("{n} subtaak telt mee", "{n} subtaken tellen mee"),
    #[cfg(feature = "trackers")]
    done_at_status_change: PluralMessage::invariant("Klaar volgens de laatste statuswijziging: {n}"),
    #[cfg(feature = "trackers")]
    done_at_resolution: PluralMessage::invariant("Klaar volgens de datum van oplossing: {n}"),
    #[cfg(feature = "trackers")]
    done_at_last_change: PluralMessage::invariant("Klaar volgens de laatste wijziging: {n}"),
    #[cfg(feature = "trackers")]
    done_at_unknown_time: PluralMessage::invariant("Klaar op een onbekend moment: {n}"),
    #[cfg(feature = "trackers")]
    history_disagrees: PluralMessage::invariant("Verlopen die niet op de stand van vandaag uitkomen: {n}"),
    #[cfg(feature = "trackers")]
    figures_disagree: PluralMessage::invariant("Dagen die de cijfers van de tracker tegenspreken: {n}"),
    #[cfg(feature = "trackers")]
    done_states_unseen: PluralMessage::invariant("Klaar-statussen (--done) die geen item heeft: {n}"),
    no_forecast: PluralMessage::one_other(
        "Nog geen prognose: er is {n} hele werkdag nodig",
        "Nog geen prognose: er zijn {n} hele werkdagen nodig",
    ),
    #[cfg(feature = "trackers")]
    history_perhaps_cut: PluralMessage::one_other(
        "{n} item met mogelijk afgekapt verloop",
        "{n} items met mogelijk afgekapt verloop",
    ),
    partial_of: PluralMessage::invariant("Deel van de gegevens: {n} van {of} items"),
    partial: PluralMessage::one_other(
        "Deel van de gegevens: {n} item, er ontbreken er meer",
        "Deel van de gegevens: {n} items, er ontbreken er meer",
    ),
    #[cfg(feature = "trackers")]
    perhaps_partial: PluralMessage::one_other(
        "Precies {n} item, een volle pagina: er zijn er misschien meer",
        "Precies {n} items, een volle pagina: er zijn er misschien meer",
    ),
    #[cfg(feature = "trackers")]
    fields_missing: PluralMessage::one_other(
        "{n} veld van het antwoord ontbreekt: getallen kunnen onjuist zijn",
        "{n} velden van het antwoord ontbreken: getallen kunnen onjuist zijn",
    ),
    forecast_note: PluralMessage::one_other(
        "Prognose uit {n} verstreken werkdag",
        "Prognose uit {n} verstreken werkdagen",
    ),
    usual: PluralMessage::one_other(
        "Gewoonlijk: 10–90% van {n} eerdere sprint",
        "Gewoonlijk: 10–90% van {n} eerdere sprints",
    ),
    others: PluralMessage::invariant("nog {n}"),
    velocity_mean: PluralMessage::one_other(
        "{amount} in de laatste sprint ({n})",
        "{amount} per sprint, gemiddelde van de laatste {n}",
    ),
    mean_of: PluralMessage::one_other("Gemiddelde van de laatste ({n})", "Gemiddelde van de laatste {n}"),
    release_sprints: PluralMessage::one_other("nog {n} sprint in dit tempo", "nog {n} sprints in dit tempo"),
};
